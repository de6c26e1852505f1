import { Clock, Hand, Handshake, Scan, Unlink2, UserRound, type LucideIcon } from 'lucide-react';
import type { Score } from '../../analysis/score';
import { tornKinds, type ScorePart, type TornKind } from '../../analysis/scoreParts';
import type { Journey } from '../../model/resolve';
import { useOpenMap, useView } from '../../store/openMap';
import { everyFinding } from '../../store/view';
import { formatPercent } from '../../ui/i18n/format';
import { t } from '../../ui/i18n/t';
import type { Tone } from '../../ui/tone';
import { goToStage, togglePath } from './choosePart';

const looks: { readonly [K in TornKind | 'accepted']: { readonly icon: LucideIcon; readonly tone: Tone } } = {
  broken: { icon: Unlink2, tone: 'danger' },
  late: { icon: Clock, tone: 'late' },
  'by-hand': { icon: Hand, tone: 'late' },
  accepted: { icon: Handshake, tone: 'neutral' },
};

export interface ScoreRowProps {
  readonly part: ScorePart;
  readonly journey: Journey;
  /** The same part without what is tried; null while nothing is. */
  readonly before: ScorePart | null;
}

/** One part of the map: its name to go there, its score with what it is of, and what is found about its steps. */
export function ScoreRow({ part, journey, before }: ScoreRowProps) {
  const { scope, score } = part;
  const name = nameOf(part, journey);
  const { value, known, counted } = score;
  const was = before && differenceText(before.score, score);
  return (
    <li className="score-part">
      <PartName part={part} name={name} />
      {value === null ? (
        <span className="score-nothing">{t('scores.nothing')}</span>
      ) : (
        <>
          <ScoreBar value={value} name={name} />
          <span className="score-value">{formatPercent(value)}</span>
        </>
      )}
      <span className="score-coverage">
        {counted === 0 ? t('scores.noStep') : t('findings.coverage', { known, count: counted })}
        {was !== null && <span className="score-before"> {was}</span>}
      </span>
      <span className="score-counts" role="group" aria-label={t('scores.counts', { name })}>
        {tornKinds.map((kind) => (
          <CountButton key={kind} count={part.open[kind]} kind={kind} scope={scope} name={name} />
        ))}
        <CountButton count={part.accepted} kind="accepted" scope={scope} name={name} />
      </span>
    </li>
  );
}

function nameOf({ scope: { persona, stage } }: ScorePart, journey: Journey): string {
  if (persona !== undefined) return journey.personas.byId.get(persona)?.name.trim() || t('paths.unnamed');
  if (stage !== undefined) return journey.stages.byId.get(stage)?.name.trim() || t('scores.unnamedStage');
  return t('scores.map');
}

function PartName({ part: { scope }, name }: { readonly part: ScorePart; readonly name: string }) {
  const openMap = useOpenMap();
  const isShown = useView(({ personas }) => personas.length === 1 && personas[0] === scope.persona);
  const { persona, stage } = scope;
  if (persona === undefined && stage === undefined) return <span className="score-name">{name}</span>;
  const Icon = persona === undefined ? Scan : UserRound;
  return (
    <button
      type="button"
      className="score-name"
      title={persona === undefined ? t('scores.goTo') : t('scores.showPath', { name })}
      aria-pressed={persona === undefined ? undefined : isShown}
      onClick={() => {
        if (persona !== undefined) togglePath(openMap, persona, name);
        else if (stage !== undefined) goToStage(openMap, stage, name);
      }}
    >
      <Icon size={14} aria-hidden />
      <span dir="auto">{name}</span>
    </button>
  );
}

function ScoreBar({ value, name }: { readonly value: number; readonly name: string }) {
  return (
    <span
      className="score-bar"
      role="meter"
      aria-label={t('scores.meter', { name })}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(value * 100)}
      aria-valuetext={formatPercent(value)}
    >
      <span style={{ inlineSize: `${value * 100}%` }} />
    </span>
  );
}

interface CountButtonProps {
  readonly count: number;
  readonly kind: TornKind | 'accepted';
  readonly scope: ScorePart['scope'];
  readonly name: string;
}

/** How many there are; pressed, it lists just these. Nothing where there is none. */
function CountButton({ count, kind, scope, name }: CountButtonProps) {
  const { view } = useOpenMap();
  if (count === 0) return null;
  const { icon: Icon, tone } = looks[kind];
  const what = t(`scores.count.${kind}`, { count });
  const show = (): void =>
    view.setState({
      findings: {
        ...everyFinding,
        state: kind === 'accepted' ? 'accepted' : 'open',
        kinds: kind === 'accepted' ? tornKinds : [kind],
        persona: scope.persona ?? null,
        stage: scope.stage ?? null,
      },
    });
  return (
    <button
      type="button"
      className="score-count"
      data-tone={tone}
      title={what}
      aria-label={t('scores.countIn', { what, name })}
      onClick={show}
    >
      <Icon size={14} aria-hidden />
      {count}
    </button>
  );
}

/** What the score is without the trial, and by how many points it differs; null where it is the same. */
function differenceText(before: Score, after: Score): string | null {
  if (before.value === after.value) return null;
  if (before.value === null) return t('scores.beforeNothing');
  const was = formatPercent(before.value);
  if (after.value === null) return t('scores.before', { before: was });
  const points = Math.round(after.value * 100) - Math.round(before.value * 100);
  if (points === 0) return null;
  return t('scores.beforeBy', { before: was, by: `${points > 0 ? '+' : '−'}${Math.abs(points)}` });
}
