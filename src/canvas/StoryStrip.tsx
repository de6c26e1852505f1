import { Clock, Ghost, Hand, ShieldAlert, Unlink2, UserX, type LucideIcon } from 'lucide-react';
import { useRef } from 'react';
import type { FindingCounts } from '../analysis/analyse';
import type { Finding } from '../analysis/finding';
import type { RecordRef } from '../model/kinds';
import { derivedOf, useDerived } from '../store/derived';
import { useOpenMap } from '../store/openMap';
import { FloatingBar } from '../ui/FloatingBar';
import { formatPercent } from '../ui/i18n/format';
import { t, type TextKey } from '../ui/i18n/t';
import { ProgressRing } from '../ui/ProgressRing';
import type { Tone } from '../ui/tone';

interface Counter {
  readonly count: keyof FindingCounts;
  readonly kinds: readonly Finding['kind'][];
  readonly icon: LucideIcon;
  readonly tone: Tone;
  readonly text: Extract<
    TextKey,
    | 'canvas.brokenSeams'
    | 'canvas.lateHandOvers'
    | 'canvas.byHand'
    | 'canvas.withoutOwner'
    | 'canvas.personalDataRisks'
    | 'canvas.notSanctionedCount'
  >;
}

const counters: readonly Counter[] = [
  { count: 'broken', kinds: ['broken'], icon: Unlink2, tone: 'danger', text: 'canvas.brokenSeams' },
  { count: 'late', kinds: ['late'], icon: Clock, tone: 'late', text: 'canvas.lateHandOvers' },
  { count: 'byHand', kinds: ['by-hand'], icon: Hand, tone: 'late', text: 'canvas.byHand' },
  { count: 'withoutOwner', kinds: ['no-owner'], icon: UserX, tone: 'danger', text: 'canvas.withoutOwner' },
  {
    count: 'personalDataRisks',
    kinds: ['no-lawful-basis', 'no-purpose', 'into-not-sanctioned', 'not-cleared'],
    icon: ShieldAlert,
    tone: 'danger',
    text: 'canvas.personalDataRisks',
  },
  {
    count: 'notSanctioned',
    kinds: ['not-sanctioned'],
    icon: Ghost,
    tone: 'late',
    text: 'canvas.notSanctionedCount',
  },
];

/** How much of the story is carried on, and where it is not: each number leads to its places, one after the other. */
export function StoryStrip() {
  const analysis = useDerived((state) => state.analysis);
  if (!analysis || analysis.continuity.score.counted === 0) return null;
  const shown = counters.filter(({ count }) => analysis.counts[count] > 0);
  return (
    <FloatingBar label={t('canvas.story')}>
      <Score />
      {shown.length > 0 && <span className="strip-rule" />}
      {shown.map((counter) => (
        <CounterButton key={counter.count} counter={counter} count={analysis.counts[counter.count]} />
      ))}
    </FloatingBar>
  );
}

function Score() {
  const score = useDerived((state) => state.analysis?.continuity.score);
  if (!score) return null;
  const { value, coverage, known, counted } = score;
  return (
    <div className="strip-score">
      <ProgressRing value={value} label={t('canvas.carriedOn')} size={34} />
      <div>
        <div className="strip-value">{value === null ? t('canvas.notKnown') : formatPercent(value)}</div>
        <div className="strip-text">
          {coverage === 1 ? t('canvas.carriedOn') : t('canvas.carriedOnOf', { known, counted })}
        </div>
      </div>
    </div>
  );
}

function CounterButton({ counter, count }: { readonly counter: Counter; readonly count: number }) {
  const openMap = useOpenMap();
  const visited = useRef<string | null>(null);
  const { icon: Icon, tone, text, kinds } = counter;
  const goToNext = (): void => {
    const findings = derivedOf(openMap.mirror).store.getState().analysis?.findings ?? [];
    const places = placesOf(findings.filter(({ kind }) => kinds.includes(kind)));
    const next = places[(places.findIndex(({ id }) => id === visited.current) + 1) % places.length];
    if (!next) return;
    visited.current = next.id;
    openMap.view.setState({ selection: [next], cameraRequest: { kind: 'record', record: next } });
  };
  return (
    <button
      type="button"
      className="strip-counter"
      data-tone={tone}
      title={t(text, { count })}
      onClick={goToNext}
    >
      <Icon size={15} aria-hidden />
      <span className="strip-count" aria-hidden>
        {count}
      </span>
      <span className="strip-full">{t(text, { count })}</span>
    </button>
  );
}

/** What the findings are about, each record once. */
function placesOf(findings: readonly Finding[]): readonly RecordRef[] {
  const places = new Map<string, RecordRef>();
  for (const { records } of findings) if (records[0]) places.set(records[0].id, records[0]);
  return [...places.values()];
}
