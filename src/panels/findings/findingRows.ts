import type { Finding, FindingKind, Severity } from '../../analysis/finding';
import { fixOf } from '../../analysis/fixOf';
import { sentenceOf } from '../../analysis/sentences';
import type { Journey } from '../../model/resolve';
import { fixLabel } from './fixLabels';

/** What a line of the list shows. */
export interface FindingRow {
  readonly id: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly sentence: string;
  /** What the button says that mends it; null when nothing does from here. */
  readonly fix: string | null;
}

/** The lines of findings. A line that says the same as in the last call is the same object. */
export type RowsOf = (findings: readonly Finding[], journey: Journey) => readonly FindingRow[];

/**
 * Makes what turns findings into lines and remembers the last ones, so that a line is not drawn again when something else
 * on the map changes.
 */
export function createRows(): RowsOf {
  let last: ReadonlyMap<string, FindingRow> = new Map();
  return (findings, journey) => {
    const rows = findings.map((one) => {
      const row = rowOf(one, journey);
      const before = last.get(row.id);
      return before && isSame(before, row) ? before : row;
    });
    last = new Map(rows.map((row) => [row.id, row]));
    return rows;
  };
}

function rowOf(finding: Finding, journey: Journey): FindingRow {
  const { id, kind, severity } = finding;
  const mend = fixOf(finding, journey);
  const fix = mend && fixLabel(kind, mend);
  return { id, kind, severity, sentence: sentenceOf(finding, journey), fix };
}

function isSame(a: FindingRow, b: FindingRow): boolean {
  return a.kind === b.kind && a.severity === b.severity && a.sentence === b.sentence && a.fix === b.fix;
}
