import type { Assignment } from '../records/assignment';
import type { Party } from '../records/party';
import { patchedMap } from '../patchedMap';
import type { RelationIndex } from '../resolve';
import { byName } from './kindOrder';
import type { ListChange } from './sortedList';

type Parties = ReadonlyMap<string, Party>;
type Owners = RelationIndex['ownersBySubject'];

function ownersAmong(assignments: readonly Assignment[], parties: Parties): readonly Party[] {
  // No party comes twice: assignments that say the same are not shown.
  const owners: Party[] = [];
  for (const { role, party } of assignments) {
    const owner = role === 'accountable' && party !== null ? parties.get(party) : undefined;
    if (owner) owners.push(owner);
  }
  return [...owners].sort(byName);
}

/** The parties accountable for each subject that has any, by name. Subjects are in the order of their ids. */
export function ownersBySubject(
  assignmentsBySubject: RelationIndex['assignmentsBySubject'],
  parties: Parties,
): Owners {
  const owners = new Map<string, readonly Party[]>();
  for (const subject of [...assignmentsBySubject.keys()].sort()) {
    const list = ownersAmong(assignmentsBySubject.get(subject) ?? [], parties);
    if (list.length > 0) owners.set(subject, list);
  }
  return owners;
}

/** The owners after changes; lists in which nothing differs keep their identity. */
export function patchedOwners(
  before: Owners,
  relations: Pick<RelationIndex, 'assignmentsBySubject' | 'assignmentsByParty'>,
  parties: Parties,
  changes: {
    readonly assignments: readonly ListChange<Assignment>[];
    readonly parties: readonly ListChange<Party>[];
  },
): Owners {
  const subjects = new Set<string>();
  const note = ({ subject }: Assignment): unknown => subject !== null && subjects.add(subject);
  for (const change of changes.assignments) {
    if (change.before) note(change.before);
    if (change.after) note(change.after);
  }
  // Assignments of a party that came or went changed themselves.
  for (const { after } of changes.parties)
    if (after) relations.assignmentsByParty.get(after.id)?.forEach(note);
  const patches = new Map<string, readonly Party[] | undefined>();
  for (const subject of subjects) {
    const was = before.get(subject) ?? [];
    const is = ownersAmong(relations.assignmentsBySubject.get(subject) ?? [], parties);
    if (is.length === was.length && is.every((party, index) => party === was[index])) continue;
    patches.set(subject, is.length > 0 ? is : undefined);
  }
  const came = [...patches.keys()].filter((subject) => patches.get(subject) && !before.has(subject));
  return came.length === 0 ? patchedMap(before, patches) : withSubjects(before, patches, came.sort());
}

/** A new subject has its place among the others, which a patch cannot give it. */
function withSubjects(
  before: Owners,
  patches: ReadonlyMap<string, readonly Party[] | undefined>,
  came: readonly string[],
): Owners {
  const owners = new Map<string, readonly Party[]>();
  const put = (subject: string, list: readonly Party[] | undefined): unknown =>
    list && owners.set(subject, list);
  let next = 0;
  for (const [subject, list] of before) {
    for (let one = came[next]; one !== undefined && one < subject; one = came[++next])
      put(one, patches.get(one));
    put(subject, patches.has(subject) ? patches.get(subject) : list);
  }
  for (const subject of came.slice(next)) put(subject, patches.get(subject));
  return owners;
}
