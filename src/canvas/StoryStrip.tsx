import {
  Clock,
  Ghost,
  Hand,
  Handshake,
  ListChecks,
  ShieldAlert,
  Unlink2,
  UserX,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { FindingCounts } from '../analysis/analyse';
import type { Finding } from '../analysis/finding';
import type { Score as ScoreOfMap } from '../analysis/score';
import { isBehind, useDerived } from '../store/derived';
import { useOpenMap, useView } from '../store/openMap';
import { everyFinding, sidePanelId, type FindingsFilter } from '../store/view';
import { FloatingBar } from '../ui/FloatingBar';
import { formatNumber, formatPercent } from '../ui/i18n/format';
import { t, type TextKey } from '../ui/i18n/t';
import { ProgressRing } from '../ui/ProgressRing';
import { Spinner } from '../ui/Spinner';
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

/**
 * How much of the story is carried on, and where it is not: each number opens the list of its findings, the score those
 * of personas and stages.
 */
export function StoryStrip() {
  const analysis = useDerived((state) => state.analysis);
  const isJudging = useDerived(isBehind);
  if (!analysis) return null;
  const { findings, open, accepted, counts, continuity } = analysis;
  if (continuity.score.counted === 0 && findings.length === 0) return null;
  const shown = counters.filter(({ count }) => counts[count] > 0);
  return (
    <FloatingBar label={t('canvas.story')} isBusy={isJudging || undefined}>
      <Score score={continuity.score} isJudging={isJudging} />
      {findings.length > 0 && <span className="strip-rule" />}
      {open.length > 0 && <AllButton count={open.length} />}
      {shown.map((counter) => (
        <CounterButton key={counter.count} counter={counter} count={counts[counter.count]} />
      ))}
      {accepted.length > 0 && <AcceptedButton count={accepted.length} />}
    </FloatingBar>
  );
}

/** The score; pressed, it opens the scores of the map's parts. */
function Score({ score, isJudging }: { readonly score: ScoreOfMap; readonly isJudging: boolean }) {
  const { view } = useOpenMap();
  const isOpen = useView(({ scores, findings, reach }) => scores && findings === null && reach === null);
  const { value, coverage, known, counted } = score;
  const meaning = coverage === 1 ? t('canvas.carriedOn') : t('canvas.carriedOnOf', { known, counted });
  const parts = t('canvas.showScores');
  const ring = <ProgressRing value={value} label={t('canvas.carriedOn')} size={34} />;
  return (
    <button
      type="button"
      className="strip-score"
      title={`${meaning} · ${parts}`}
      aria-expanded={isOpen}
      aria-controls={isOpen ? sidePanelId : undefined}
      onClick={() => view.setState({ scores: !isOpen, findings: null, reach: null })}
    >
      {isJudging ? <Judging ring={ring} /> : ring}
      <span>
        <span className="strip-value">{value === null ? t('canvas.notKnown') : formatPercent(value)}</span>
        <span className="strip-coverage" aria-hidden>
          {t('canvas.coverage', { known, counted })}
        </span>
        <span className="strip-text">{meaning}</span>
        <span className="visually-hidden">{parts}</span>
      </span>
    </button>
  );
}

/** The numbers are those of before the last edit: said only when that lasts, most edits are judged sooner than one looks. */
function Judging({ ring }: { readonly ring: ReactNode }) {
  return (
    <span className="strip-judging">
      {ring}
      <span className="strip-judging-sign" title={t('canvas.judging')}>
        <Spinner size={18} />
        <span className="visually-hidden">{t('canvas.judging')}</span>
      </span>
    </span>
  );
}

/** From so many on the numbers take as much room as a sixth counter does. */
const longCount = 1_000;

/** How many findings there are in all. */
function AllButton({ count }: { readonly count: number }) {
  const listing = useListing(null);
  const text = t('canvas.allFindings', { count });
  return (
    <button
      {...listing}
      type="button"
      className="strip-counter"
      data-tone="neutral"
      data-long={count >= longCount || undefined}
      title={text}
    >
      <ListChecks size={15} aria-hidden />
      <span aria-hidden>{formatNumber(count)}</span>
      <span className="visually-hidden">{text}</span>
    </button>
  );
}

function CounterButton({ counter, count }: { readonly counter: Counter; readonly count: number }) {
  const { icon: Icon, tone, text, kinds } = counter;
  const listing = useListing(kinds);
  return (
    <button {...listing} type="button" className="strip-counter" data-tone={tone} title={t(text, { count })}>
      <Icon size={15} aria-hidden />
      <span className="strip-count" aria-hidden>
        {formatNumber(count)}
      </span>
      <span className="strip-full">{t(text, { count })}</span>
    </button>
  );
}

/** How many findings people live with: the other numbers leave these out. */
function AcceptedButton({ count }: { readonly count: number }) {
  const listing = useListing(null, 'accepted');
  const text = t('canvas.accepted', { count });
  return (
    <button {...listing} type="button" className="strip-counter" data-tone="neutral" title={text}>
      <Handshake size={15} aria-hidden />
      <span className="strip-count" aria-hidden>
        {formatNumber(count)}
      </span>
      <span className="strip-full">{text}</span>
    </button>
  );
}

/** What a button does that opens the list of these kinds of findings (all of them: null), and closes it again. */
function useListing(kinds: FindingsFilter['kinds'], state: FindingsFilter['state'] = 'open') {
  const { view } = useOpenMap();
  const isListed = useView(
    ({ findings }) => findings !== null && findings.kinds === kinds && findings.state === state,
  );
  return {
    'aria-expanded': isListed,
    'aria-controls': isListed ? sidePanelId : undefined,
    onClick: () => view.setState({ findings: isListed ? null : { ...everyFinding, kinds, state } }),
  };
}
