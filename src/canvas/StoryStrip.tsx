import { Clock, Ghost, Hand, List, ShieldAlert, Unlink2, UserX, type LucideIcon } from 'lucide-react';
import type { FindingCounts } from '../analysis/analyse';
import type { Finding } from '../analysis/finding';
import { useDerived } from '../store/derived';
import { useOpenMap, useView } from '../store/openMap';
import { everyFinding, sidePanelId, type FindingsFilter } from '../store/view';
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

/** How much of the story is carried on, and where it is not: each number opens the list of its findings. */
export function StoryStrip() {
  const analysis = useDerived((state) => state.analysis);
  if (!analysis) return null;
  const { findings, counts, continuity } = analysis;
  if (continuity.score.counted === 0 && findings.length === 0) return null;
  const shown = counters.filter(({ count }) => counts[count] > 0);
  return (
    <FloatingBar label={t('canvas.story')}>
      <Score />
      {findings.length > 0 && <span className="strip-rule" />}
      {shown.map((counter) => (
        <CounterButton key={counter.count} counter={counter} count={counts[counter.count]} />
      ))}
      {findings.length > 0 && <AllFindings count={findings.length} />}
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
  const { icon: Icon, tone, text, kinds } = counter;
  const listing = useListing(kinds);
  return (
    <button {...listing} type="button" className="strip-counter" data-tone={tone} title={t(text, { count })}>
      <Icon size={15} aria-hidden />
      <span className="strip-count" aria-hidden>
        {count}
      </span>
      <span className="strip-full">{t(text, { count })}</span>
    </button>
  );
}

function AllFindings({ count }: { readonly count: number }) {
  const listing = useListing(null);
  const text = t('canvas.allFindings', { count });
  return (
    <button {...listing} type="button" className="strip-counter" title={text}>
      <List size={15} aria-hidden />
      <span className="strip-count" aria-hidden>
        {count}
      </span>
      <span className="strip-full">{text}</span>
    </button>
  );
}

/** What a button does that opens the list of these kinds of findings (all of them: null), and closes it again. */
function useListing(kinds: FindingsFilter['kinds']) {
  const { view } = useOpenMap();
  const isListed = useView(({ findings }) => findings !== null && findings.kinds === kinds);
  return {
    'aria-expanded': isListed,
    'aria-controls': isListed ? sidePanelId : undefined,
    onClick: () => view.setState({ findings: isListed ? null : { ...everyFinding, kinds } }),
  };
}
