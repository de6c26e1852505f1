import type { RecordChanges } from '../../commands/changeRecords';
import type { Entropy } from '../../model/ids';
import type { Journey } from '../../model/resolve';
import { cellKey, type RefusedCell } from '../../store/tableStore';
import type { CellType } from '../cells/cellType';
import { parseCell } from '../cells/parseCell';
import { ChangePlan } from '../edit/changePlan';
import type { CellEdit } from '../grid/gridSource';

/** What an edit of a matrix comes to. */
export interface MatrixPlan {
  readonly changes: RecordChanges;
  /** By `cellKey`, the row with the matrix’s name before it: a touchpoint is a row of several tables. */
  readonly accepted: readonly string[];
  readonly refused: ReadonlyMap<string, RefusedCell>;
}

type Write = (plan: ChangePlan, row: string, column: string, letters: readonly string[]) => void;

/** Works out what letters in cells of a matrix mean for the relations between its rows and columns. */
export function planMatrixEdits(
  id: string,
  type: CellType,
  write: Write,
  journey: Journey,
  edits: readonly CellEdit[],
  entropy: Entropy,
): MatrixPlan {
  const plan = new ChangePlan(journey, entropy);
  const accepted: string[] = [];
  const refused = new Map<string, RefusedCell>();
  for (const { row, column, input } of edits) {
    const key = cellKey(`${id} ${row}`, column);
    const result =
      'value' in input ? { ok: true as const, value: input.value } : parseCell(journey, type, input.text);
    if (!result.ok) {
      refused.set(key, { text: 'text' in input ? input.text : '', problem: result.problem });
      continue;
    }
    if ('value' in result)
      write(plan, row, column, Array.isArray(result.value) ? (result.value as string[]) : []);
    accepted.push(key);
  }
  return { changes: plan.changes(), accepted, refused };
}

/** Says how a touchpoint uses a system: not at all, or with one of the letters. Equal usages that a merge left go together. */
export function writeUsage(
  plan: ChangePlan,
  touchpoint: string,
  system: string,
  letters: readonly string[],
): void {
  const { journey } = plan;
  if (!journey.touchpoints.byId.has(touchpoint) || !journey.systems.byId.has(system)) return;
  const usages = [...journey.tables.usages.values()].filter(
    (one) => one.touchpoint === touchpoint && one.system === system && one.deletedAt === null,
  );
  const [letter] = letters;
  const access = letter === 'uses' || letter === undefined ? null : letter;
  if (letter === undefined) for (const { id } of usages) plan.remove({ kind: 'usages', id });
  else if (usages.length === 0) plan.create('usages', { touchpoint, system, access });
  else for (const { id } of usages) plan.update('usages', id, { access });
}

/** Gives a party exactly these roles for a subject. */
export function writeRoles(plan: ChangePlan, subject: string, party: string, roles: readonly string[]): void {
  const { journey } = plan;
  if (!journey.parties.byId.has(party)) return;
  const known = [...journey.tables.assignments.values()].filter(
    (one) => one.subject === subject && one.party === party && one.deletedAt === null,
  );
  for (const { id, role } of known) if (!roles.includes(role)) plan.remove({ kind: 'assignments', id });
  for (const role of roles) {
    if (!known.some((one) => one.role === role)) plan.create('assignments', { subject, party, role });
  }
}
