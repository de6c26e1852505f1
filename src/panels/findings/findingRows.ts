import type { ReturnedFinding } from '../../analysis/acceptedFindings';
import type { Analysis } from '../../analysis/analyse';
import type { Finding, FindingKind, Severity } from '../../analysis/finding';
import { fixOf } from '../../analysis/fixOf';
import { sentenceOf } from '../../analysis/sentences';
import type { Acceptance } from '../../model/records/acceptance';
import { spokenSentences } from '../../store/spokenSentences';
import { canTry } from './trialOf';
import { fixLabel } from './fixLabels';

/** What a line of the list shows. */
export interface FindingRow {
  readonly id: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly sentence: string;
  /** What the button says that mends it; null when nothing does from here. */
  readonly fix: string | null;
  /** Whether what would mend it can be tried first. */
  readonly canTry: boolean;
  /** What was said when it was accepted; null when nobody did. */
  readonly acceptance: RowAcceptance | null;
}

/** Who accepted a finding and why, and whether that still holds. */
export interface RowAcceptance {
  readonly state: 'accepted' | ReturnedFinding['because'];
  readonly by: string;
  readonly reason: string;
  /** The last day, YYYY-MM-DD. */
  readonly until: string | null;
  /** ms since 1970. */
  readonly at: number | null;
}

/** The lines of findings. A line that says the same as in the last call is the same object. */
export type RowsOf = (findings: readonly Finding[], analysis: Analysis) => readonly FindingRow[];

/**
 * Makes what turns findings into lines and remembers the last ones, so that a line is not drawn again when something else
 * on the map changes.
 */
export function createRows(): RowsOf {
  let last: ReadonlyMap<string, FindingRow> = new Map();
  return (findings, analysis) => {
    const accepted = new Map(analysis.accepted.map((one) => [one.finding.id, one.acceptance]));
    const rows = findings.map((one) => {
      const row = rowOf(one, analysis, accepted.get(one.id));
      const before = last.get(row.id);
      return before && isSame(before, row) ? before : row;
    });
    last = new Map(rows.map((row) => [row.id, row]));
    return rows;
  };
}

function rowOf(finding: Finding, analysis: Analysis, acceptance: Acceptance | undefined): FindingRow {
  const { id, kind, severity } = finding;
  const { journey, returned } = analysis;
  const mend = fixOf(finding, journey);
  const fix = mend && fixLabel(kind, mend);
  const back = returned.get(id);
  return {
    id,
    kind,
    severity,
    sentence: sentenceOf(finding, journey, spokenSentences()),
    fix,
    canTry: canTry(finding, journey),
    acceptance: acceptance ? said(acceptance, 'accepted') : back ? said(back.acceptance, back.because) : null,
  };
}

function said(
  { acceptedBy, reason, until, createdAt }: Acceptance,
  state: RowAcceptance['state'],
): RowAcceptance {
  return { state, by: acceptedBy, reason, until, at: createdAt };
}

function isSame(a: FindingRow, b: FindingRow): boolean {
  return (
    a.kind === b.kind &&
    a.severity === b.severity &&
    a.sentence === b.sentence &&
    a.fix === b.fix &&
    a.canTry === b.canTry &&
    JSON.stringify(a.acceptance) === JSON.stringify(b.acceptance)
  );
}
