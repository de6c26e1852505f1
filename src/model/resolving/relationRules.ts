import { mapSubject } from '../ids';
import { kinds, type AnyRecord, type Kind, type RecordOfKind } from '../kinds';
import type { Collection, Journey } from '../resolve';

/** The kinds resolved so far; those of `resolveOrder` before the one at hand. */
export type Draft = { -readonly [K in Kind]?: Collection<RecordOfKind<K>> };

/** When a relation counts, and where to look when something it hangs on changed. */
export interface RelationRules<T> {
  /** Kinds its ends may be of. */
  readonly ends: readonly Kind[];
  /** Whether its ends are all there. */
  readonly isWhole: (record: T, draft: Draft) => boolean;
  /** Those shown in a journey that have one of these records for an end. */
  readonly shownAt: (journey: Journey, ids: ReadonlySet<string>) => readonly T[];
  /** Relations that say the same count once: the first by id stands for all, two people may have made one at once. */
  readonly twins?: TwinRules<T>;
}

export interface TwinRules<T> {
  /** The same for relations that say the same. */
  readonly meaning: (record: T) => string;
  /** Shown relations among which its twin is. */
  readonly shownNear: (journey: Journey, record: T) => readonly T[];
}

const subjectKinds: readonly Kind[] = [
  'touchpoints',
  'systems',
  'dataFlows',
  'dataObjects',
  'stages',
  'transitions',
  'notes',
  'requirements',
  'parties',
  'personas',
];

function has(draft: Draft, kind: Kind, id: string | null): boolean {
  return id !== null && (draft[kind]?.byId.has(id) ?? false);
}

function hasSubject(draft: Draft, id: string | null): boolean {
  for (const kind of subjectKinds) if (has(draft, kind, id)) return true;
  return id === mapSubject;
}

function hasFlowEnd(draft: Draft, id: string | null): boolean {
  return has(draft, 'systems', id) || has(draft, 'touchpoints', id);
}

type Groups<T> = ReadonlyMap<string, readonly T[]>;

function listed<T>(ids: ReadonlySet<string>, ...groups: readonly Groups<T>[]): readonly T[] {
  return [...ids].flatMap((id) => groups.flatMap((group) => group.get(id) ?? []));
}

function among<T>(records: readonly T[], ids: ReadonlySet<string>, end: (record: T) => string | null): T[] {
  return records.filter((record) => ids.has(end(record) ?? ''));
}

/** The kinds that are relations, each after what it joins. */
const rules: { readonly [K in Kind]?: RelationRules<RecordOfKind<K>> } = {
  transitions: {
    ends: ['touchpoints'],
    isWhole: ({ from, to, kind }, draft) =>
      has(draft, 'touchpoints', from) && (to === null ? kind === 'drop-out' : has(draft, 'touchpoints', to)),
    shownAt: ({ relations }, ids) => listed(ids, relations.transitionsFrom, relations.transitionsTo),
  },
  usages: {
    ends: ['touchpoints', 'systems'],
    isWhole: ({ touchpoint, system }, draft) =>
      has(draft, 'touchpoints', touchpoint) && has(draft, 'systems', system),
    shownAt: ({ relations }, ids) => listed(ids, relations.usagesByTouchpoint, relations.usagesBySystem),
    twins: {
      meaning: ({ touchpoint, system }) => `${touchpoint} ${system}`,
      shownNear: ({ relations }, { touchpoint }) => relations.usagesByTouchpoint.get(touchpoint ?? '') ?? [],
    },
  },
  dataFlows: {
    ends: ['touchpoints', 'systems'],
    isWhole: ({ from, to }, draft) => hasFlowEnd(draft, from) && hasFlowEnd(draft, to),
    shownAt: ({ relations }, ids) => listed(ids, relations.flowsFrom, relations.flowsTo),
  },
  requirements: {
    // One about another requirement does not count: which would be first?
    ends: subjectKinds.filter((kind) => kind !== 'requirements'),
    isWhole: ({ subject }, draft) => subject === null || hasSubject(draft, subject),
    shownAt: ({ relations }, ids) => listed(ids, relations.requirementsBySubject),
  },
  assignments: {
    ends: subjectKinds,
    isWhole: ({ party, subject }, draft) => has(draft, 'parties', party) && hasSubject(draft, subject),
    shownAt: ({ relations }, ids) =>
      listed(ids, relations.assignmentsBySubject, relations.assignmentsByParty),
    twins: {
      meaning: ({ party, subject, role }) => `${party} ${subject} ${role}`,
      shownNear: ({ relations }, { subject }) => relations.assignmentsBySubject.get(subject ?? '') ?? [],
    },
  },
  votes: {
    ends: ['ballots'],
    isWhole: ({ ballot }, draft) => has(draft, 'ballots', ballot),
    shownAt: ({ votes }, ids) => among(votes.all, ids, ({ ballot }) => ballot),
  },
  commentThreads: {
    ends: subjectKinds,
    isWhole: ({ subject }, draft) => hasSubject(draft, subject),
    shownAt: ({ commentThreads }, ids) => among(commentThreads.all, ids, ({ subject }) => subject),
  },
  comments: {
    ends: ['commentThreads'],
    isWhole: ({ thread }, draft) => has(draft, 'commentThreads', thread),
    shownAt: ({ comments }, ids) => among(comments.all, ids, ({ thread }) => thread),
  },
};

/** The rules of a kind that is a relation; undefined for those that stand on their own. */
export function relationRules(kind: Kind): RelationRules<AnyRecord> | undefined {
  return rules[kind] as RelationRules<AnyRecord> | undefined;
}

/** All kinds, relations after what they join. */
export const resolveOrder: readonly Kind[] = [
  ...kinds.filter((kind) => !rules[kind]),
  ...(Object.keys(rules) as Kind[]),
];
