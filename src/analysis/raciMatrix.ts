import { mapSubject } from '../model/ids';
import type { Kind, RecordRef } from '../model/kinds';
import { raciRoles, type RaciRole } from '../model/records/assignment';
import type { Party } from '../model/records/party';
import type { Journey } from '../model/resolve';

/** Kinds of records that somebody can have a role for, in the order of a RACI matrix. */
export const raciKinds = [
  'touchpoints',
  'systems',
  'dataFlows',
  'dataObjects',
  'stages',
] as const satisfies readonly Kind[];
export type RaciKind = (typeof raciKinds)[number];

/** What is wrong with who is accountable: exactly one has to be (OWN-1, OWN-2). */
export type RaciProblem = 'nobody-accountable' | 'several-accountable';

/** One row: a record (or the map), and everybody’s roles for it. */
export interface RaciRow {
  /** Id of the record, or `map`. */
  readonly subject: string;
  /** Null for the map itself. */
  readonly record: RecordRef | null;
  /** Roles by party id, in the order A, R, C, I. Parties without a role are left out. */
  readonly roles: ReadonlyMap<string, readonly RaciRole[]>;
  readonly problem: RaciProblem | null;
}

/** Who is accountable, responsible, consulted and informed for what. */
export interface RaciMatrix {
  /** Columns: all people and teams, by name. */
  readonly parties: readonly Party[];
  readonly rows: readonly RaciRow[];
}

/** Letters of the roles, in the order in which a cell shows them. */
export const raciLetters: Readonly<Record<RaciRole, string>> = {
  accountable: 'A',
  responsible: 'R',
  consulted: 'C',
  informed: 'I',
};

/**
 * The RACI matrix of a map: every record of the given kinds in its natural order, whether anybody has a role for it or not
 * (RAC-1). The map itself comes last, where it is asked for.
 */
export function raciMatrix(
  journey: Journey,
  kinds: readonly RaciKind[] = raciKinds,
  withMap = kinds === raciKinds,
): RaciMatrix {
  const rows = kinds.flatMap((kind) =>
    (journey[kind].all as readonly { readonly id: string }[]).map(({ id }) =>
      rowOf(journey, id, { kind, id }),
    ),
  );
  return {
    parties: journey.parties.all,
    rows: withMap ? [...rows, rowOf(journey, mapSubject, null)] : rows,
  };
}

function rowOf(journey: Journey, subject: string, record: RecordRef | null): RaciRow {
  const given = new Map<string, Set<RaciRole>>();
  for (const { party, role } of journey.relations.assignmentsBySubject.get(subject) ?? []) {
    if (party === null) continue;
    const known = given.get(party);
    if (known) known.add(role);
    else given.set(party, new Set([role]));
  }
  const roles = new Map([...given].map(([party, has]) => [party, raciRoles.filter((role) => has.has(role))]));
  const accountable = [...roles.values()].filter((has) => has.includes('accountable')).length;
  const isGap = accountable === 0 && record !== null && needsOwner(journey, record);
  return {
    subject,
    record,
    roles,
    problem: accountable > 1 ? 'several-accountable' : isGap ? 'nobody-accountable' : null,
  };
}

/** Touchpoints, and systems that are not retired, need somebody accountable (OWN-1); the others may have one. */
function needsOwner(journey: Journey, { kind, id }: RecordRef): boolean {
  if (kind === 'systems') return journey.systems.byId.get(id)?.lifecycle !== 'retired';
  return kind === 'touchpoints';
}
