import type { AnyRecord, Kind } from '../kinds';
import { patchedMap } from '../patchedMap';
import type { Assignment } from '../records/assignment';
import type { Party } from '../records/party';
import type { Journey, RelationIndex } from '../resolve';
import { orderOf } from './kindOrder';
import { ownersBySubject, patchedOwners } from './owners';
import { patchedList, type Compare, type ListChange } from './sortedList';
import type { RecordChange } from './patchCollection';

type GroupName = Exclude<keyof RelationIndex, 'ownersBySubject'>;
type Groups = ReadonlyMap<string, readonly AnyRecord[]>;
type Collections = Pick<Journey, Kind>;

/** Which kind is grouped, and by which of its fields. */
const groupings: { readonly [N in GroupName]: readonly [kind: Kind, field: string] } = {
  usagesByTouchpoint: ['usages', 'touchpoint'],
  usagesBySystem: ['usages', 'system'],
  transitionsFrom: ['transitions', 'from'],
  transitionsTo: ['transitions', 'to'],
  flowsFrom: ['dataFlows', 'from'],
  flowsTo: ['dataFlows', 'to'],
  assignmentsBySubject: ['assignments', 'subject'],
  assignmentsByParty: ['assignments', 'party'],
  requirementsBySubject: ['requirements', 'subject'],
};
const groupNames = Object.keys(groupings) as readonly GroupName[];

function keyOf(record: AnyRecord | undefined, field: string): string | null {
  return record === undefined ? null : ((record as unknown as Record<string, string | null>)[field] ?? null);
}

/** Groups all relations by what they hang on. */
export function relate(collections: Collections): RelationIndex {
  const groups = Object.fromEntries(
    groupNames.map((name) => {
      const [kind, field] = groupings[name];
      return [name, grouped(collections[kind].all, field)];
    }),
  ) as unknown as Pick<RelationIndex, GroupName>;
  return {
    ...groups,
    ownersBySubject: ownersBySubject(groups.assignmentsBySubject, collections.parties.byId),
  };
}

function grouped(records: readonly AnyRecord[], field: string): Groups {
  const groups = new Map<string, AnyRecord[]>();
  for (const record of records) {
    const key = keyOf(record, field);
    if (key === null) continue;
    const members = groups.get(key);
    if (members) members.push(record);
    else groups.set(key, [record]);
  }
  return groups;
}

/** The groups after changes: only those are made anew in which something changed. */
export function patchedRelations(
  before: RelationIndex,
  collections: Collections,
  changes: ReadonlyMap<Kind, readonly RecordChange[]>,
): RelationIndex {
  if (!groupNames.some((name) => changes.has(groupings[name][0])) && !changes.has('parties')) return before;
  const groups = Object.fromEntries(
    groupNames.map((name) => {
      const [kind, field] = groupings[name];
      return [name, patchedGroups(before[name], changes.get(kind) ?? [], field, orderOf(kind))];
    }),
  ) as unknown as Pick<RelationIndex, GroupName>;
  const owners = patchedOwners(before.ownersBySubject, groups, collections.parties.byId, {
    assignments: (changes.get('assignments') ?? []) as readonly ListChange<Assignment>[],
    parties: (changes.get('parties') ?? []) as readonly ListChange<Party>[],
  });
  return { ...groups, ownersBySubject: owners };
}

function patchedGroups(
  groups: Groups,
  changes: readonly RecordChange[],
  field: string,
  compare: Compare<AnyRecord>,
): Groups {
  const byKey = new Map<string, RecordChange[]>();
  const note = (key: string | null, change: RecordChange): void => {
    if (key === null) return;
    const noted = byKey.get(key);
    if (noted) noted.push(change);
    else byKey.set(key, [change]);
  };
  for (const change of changes) {
    const [was, is] = [keyOf(change.before, field), keyOf(change.after, field)];
    if (was === is) note(is, change);
    else {
      note(was, { before: change.before, after: undefined });
      note(is, { before: undefined, after: change.after });
    }
  }
  const patches = new Map<string, readonly AnyRecord[] | undefined>();
  for (const [key, ofKey] of byKey) {
    const members = patchedList(groups.get(key) ?? [], ofKey, compare);
    patches.set(key, members.length > 0 ? members : undefined);
  }
  return patchedMap(groups, patches);
}
