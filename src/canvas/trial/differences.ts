import type { Analysis } from '../../analysis/analyse';
import type { Finding } from '../../analysis/finding';
import { sentenceOf } from '../../analysis/sentences';
import {
  compareAnalyses,
  directionOf,
  type AnalysisDifference,
  type VerdictChange,
} from '../../analysis/trial';
import type { Kind, RecordRef } from '../../model/kinds';
import { spokenSentences } from '../../store/spokenSentences';
import { t } from '../../ui/i18n/t';

/** One thing that is otherwise in a trial, and where it is. */
export interface Difference {
  readonly key: string;
  readonly direction: 'worse' | 'better' | 'other';
  /** What kind of thing, before its sentence. */
  readonly title: string;
  readonly text: string;
  readonly record: RecordRef | null;
}

/** What a trial changes: the comparison, and all of it as lines, what gets worse first. */
export interface Differences {
  readonly comparison: AnalysisDifference;
  readonly worse: number;
  readonly better: number;
  readonly lines: readonly Difference[];
}

const drawn: ReadonlySet<Kind> = new Set([
  'touchpoints',
  'stages',
  'transitions',
  'systems',
  'dataFlows',
  'notes',
]);
const order = ['worse', 'better', 'other'] as const;

/** Compares the map as it is with a trial of it and says what is otherwise. A tear is said once: by its verdict. */
export function differencesOf(before: Analysis, after: Analysis): Differences {
  const comparison = compareAnalyses(before, after);
  const steps = new Set(comparison.verdicts.map(({ transition }) => transition));
  const isSaid = ({ kind, records }: Finding): boolean =>
    (kind === 'broken' || kind === 'late' || kind === 'by-hand') && steps.has(records[0]?.id ?? '');
  const verdicts = comparison.verdicts.map((change) => verdictLine(change, after));
  const findings = [
    ...comparison.appeared.filter((one) => !isSaid(one)).map((one) => findingLine(one, after, 'worse')),
    ...comparison.gone.filter((one) => !isSaid(one)).map((one) => findingLine(one, before, 'better')),
  ];
  const lines = [verdicts, findings].flatMap((some) =>
    order.flatMap((direction) => some.filter((line) => line.direction === direction)),
  );
  const count = (direction: Difference['direction']): number =>
    verdicts.filter((line) => line.direction === direction).length;
  return { comparison, worse: count('worse'), better: count('better'), lines };
}

function verdictLine(change: VerdictChange, { journey }: Analysis): Difference {
  const step = journey.transitions.byId.get(change.transition);
  const title = (id: string | null | undefined): string =>
    journey.touchpoints.byId.get(id ?? '')?.title.trim() || t('canvas.untitled');
  return {
    key: `verdict ${change.transition}`,
    direction: directionOf(change),
    title: t('trial.step', { from: title(step?.from), to: title(step?.to) }),
    text: t('trial.change', {
      before: t(`trial.verdict.${change.before}`),
      after: t(`trial.verdict.${change.after}`),
    }),
    record: { kind: 'transitions', id: change.transition },
  };
}

function findingLine(finding: Finding, { journey }: Analysis, direction: 'worse' | 'better'): Difference {
  return {
    key: `${direction} ${finding.id}`,
    direction,
    title: t(direction === 'worse' ? 'trial.appears' : 'trial.goes'),
    text: sentenceOf(finding, journey, spokenSentences()),
    record: finding.records.find(({ kind }) => drawn.has(kind)) ?? null,
  };
}
