import type { JourneyMap } from './records/map';
import { kinds, type AnyRecord, type Kind, type RecordOfKind, type RecordRef } from './kinds';
import { mapSubject } from './ids';
import { compareByOrder } from './orderKeys';
import type { Tables } from './tables';
import type { Assignment } from './records/assignment';
import type { DataFlow } from './records/dataFlow';
import type { Party } from './records/party';
import type { Requirement } from './records/requirement';
import type { Transition } from './records/transition';
import type { Usage } from './records/usage';

/** Records of one kind that count, in their natural order. */
export interface Collection<T> {
  readonly all: readonly T[];
  readonly byId: ReadonlyMap<string, T>;
}

/** Relations by the record they hang on. Lists keep their identity while nothing in them changes kind or ends. */
export interface RelationIndex {
  readonly usagesByTouchpoint: ReadonlyMap<string, readonly Usage[]>;
  readonly usagesBySystem: ReadonlyMap<string, readonly Usage[]>;
  readonly transitionsFrom: ReadonlyMap<string, readonly Transition[]>;
  readonly transitionsTo: ReadonlyMap<string, readonly Transition[]>;
  readonly flowsFrom: ReadonlyMap<string, readonly DataFlow[]>;
  readonly flowsTo: ReadonlyMap<string, readonly DataFlow[]>;
  readonly assignmentsBySubject: ReadonlyMap<string, readonly Assignment[]>;
  readonly assignmentsByParty: ReadonlyMap<string, readonly Assignment[]>;
  readonly requirementsBySubject: ReadonlyMap<string, readonly Requirement[]>;
  /** Parties accountable for a subject, by name. None: nobody owns it. Two or more: a conflict to settle. */
  readonly ownersBySubject: ReadonlyMap<string, readonly Party[]>;
}

/**
 * The map as every view sees it: only records that are alive and whose ends are alive, in order, with their
 * relations at hand. Made by `resolve()` and by nothing else.
 */
export type Journey = { readonly [K in Kind]: Collection<RecordOfKind<K>> } & {
  readonly map: JourneyMap;
  readonly relations: RelationIndex;
  /** Alive relations that are hidden because an end is gone. Undoing that delete brings them back. */
  readonly dangling: readonly RecordRef[];
  /** What this was made of. */
  readonly tables: Tables;
};

type Comparator<T> = (a: T, b: T) => number;

const byId: Comparator<{ readonly id: string }> = (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const byCreation: Comparator<AnyRecord> = (a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0) || byId(a, b);

/** How the records of a kind are ordered where the kind has an order of its own. */
const comparators: { readonly [K in Kind]?: Comparator<RecordOfKind<K>> } = {
  touchpoints: (a, b) => a.at - b.at || a.offset - b.offset || byId(a, b),
  stages: (a, b) => a.start - b.start || a.end - b.end || byId(a, b),
  rulers: compareByOrder,
  personas: compareByOrder,
  systems: compareByOrder,
  levers: compareByOrder,
  views: compareByOrder,
  parties: (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : byId(a, b)),
  dataObjects: (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : byId(a, b)),
};

function collect<T extends { readonly id: string }>(records: readonly T[]): Collection<T> {
  return { all: records, byId: new Map(records.map((record) => [record.id, record])) };
}

function alive<K extends Kind>(tables: Tables, kind: K): RecordOfKind<K>[] {
  const records: RecordOfKind<K>[] = [];
  for (const record of tables[kind].values()) {
    if (record.deletedAt === null) records.push(record as RecordOfKind<K>);
  }
  const compare = (comparators[kind] ?? byCreation) as Comparator<RecordOfKind<K>>;
  return records.sort(compare);
}

type Draft = { [K in Kind]: Collection<RecordOfKind<K>> };
type Exists = (id: string) => boolean;
type IsWhole = {
  readonly [K in Kind]?: (record: RecordOfKind<K>, draft: Draft, subjectExists: Exists) => boolean;
};

/** Kinds that are relations: when their ends are all there. Kinds without an entry stand on their own. */
const isWhole: IsWhole = {
  transitions: (t, draft) =>
    t.from !== null &&
    draft.touchpoints.byId.has(t.from) &&
    (t.to === null ? t.kind === 'drop-out' : draft.touchpoints.byId.has(t.to)),
  usages: (u, draft) =>
    u.touchpoint !== null &&
    u.system !== null &&
    draft.touchpoints.byId.has(u.touchpoint) &&
    draft.systems.byId.has(u.system),
  dataFlows: (f, draft) =>
    [f.from, f.to].every(
      (end) => end !== null && (draft.systems.byId.has(end) || draft.touchpoints.byId.has(end)),
    ),
  assignments: (a, draft, subjectExists) =>
    a.party !== null && a.subject !== null && draft.parties.byId.has(a.party) && subjectExists(a.subject),
  requirements: (r, _draft, subjectExists) => r.subject === null || subjectExists(r.subject),
  votes: (v, draft) => v.ballot !== null && draft.ballots.byId.has(v.ballot),
  commentThreads: (t, _draft, subjectExists) => t.subject !== null && subjectExists(t.subject),
  comments: (c, draft) => c.thread !== null && draft.commentThreads.byId.has(c.thread),
};

/** The first of several equal relations, by id, stands for all: two people may have made the same one at once. */
function withoutDoubles<T extends { readonly id: string }>(
  records: readonly T[],
  key: (record: T) => string,
): T[] {
  const first = new Map<string, T>();
  for (const record of records) {
    const known = first.get(key(record));
    if (!known || record.id < known.id) first.set(key(record), record);
  }
  return records.filter((record) => first.get(key(record)) === record);
}

const identityOf: { readonly [K in Kind]?: (record: RecordOfKind<K>) => string } = {
  usages: (u) => `${u.touchpoint} ${u.system}`,
  assignments: (a) => `${a.party} ${a.subject} ${a.role}`,
};

function groupBy<T>(
  records: readonly T[],
  key: (record: T) => string | null,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const group = key(record);
    if (group === null) continue;
    const members = groups.get(group);
    if (members) members.push(record);
    else groups.set(group, [record]);
  }
  return groups;
}

function ownersBySubject(
  assignments: readonly Assignment[],
  parties: ReadonlyMap<string, Party>,
): ReadonlyMap<string, readonly Party[]> {
  const owners = new Map<string, Party[]>();
  for (const { role, party, subject } of assignments) {
    const owner = party === null ? undefined : parties.get(party);
    if (role !== 'accountable' || !owner || subject === null) continue;
    const known = owners.get(subject);
    if (!known) owners.set(subject, [owner]);
    else if (!known.includes(owner)) known.push(owner);
  }
  for (const list of owners.values())
    list.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : byId(a, b)));
  return owners;
}

/** Breaks loops of “part of”: the record with the smallest id on a loop is treated as having no parent. */
function withoutParentLoops<T extends { readonly id: string; readonly parent: string | null }>(
  records: readonly T[],
): T[] {
  const parents = new Map(records.map((record) => [record.id, record.parent]));
  return records.map((record) => {
    if (record.parent === null) return record;
    if (!parents.has(record.parent)) return { ...record, parent: null };
    const seen = new Set<string>([record.id]);
    let smallest = record.id;
    for (let up = record.parent as string | null; up !== null; up = parents.get(up) ?? null) {
      if (up === record.id) return smallest === record.id ? { ...record, parent: null } : record;
      if (seen.has(up)) return record;
      seen.add(up);
      if (up < smallest) smallest = up;
    }
    return record;
  });
}

const dependencies: { readonly [K in Kind]?: readonly Kind[] } = {
  transitions: ['touchpoints'],
  usages: ['touchpoints', 'systems'],
  dataFlows: ['touchpoints', 'systems'],
  votes: ['ballots'],
  comments: ['commentThreads'],
};
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
const dependsOnSubjects: readonly Kind[] = ['assignments', 'requirements', 'commentThreads'];
/** Relations are made after what they join. */
const resolveOrder: readonly Kind[] = [
  ...kinds.filter((kind) => !isWhole[kind]),
  'transitions',
  'usages',
  'dataFlows',
  'requirements',
  'assignments',
  'votes',
  'commentThreads',
  'comments',
];

function sameMembers(a: Collection<unknown> | undefined, b: Collection<unknown>): boolean {
  if (!a || a.all.length !== b.all.length) return false;
  for (const id of b.byId.keys()) if (!a.byId.has(id)) return false;
  return true;
}

/**
 * Makes the journey that views show from the records that are stored: deleted records are left out, relations whose
 * end is gone are hidden and listed, equal relations are shown once, loops of parents are broken by id. Total: any
 * tables give a journey, the same ones give the same journey on every device.
 *
 * @param previous the journey before the change; every part whose input did not change is taken from it as it is,
 *   so that whoever compares by reference sees exactly what changed.
 */
export function resolve(tables: Tables, previous?: Journey): Journey {
  if (previous?.tables === tables) return previous;
  const draft = {} as Draft;
  /** Kinds of which records came or went, so that relations to them must be looked at again. */
  const membersChanged = new Set<Kind>();
  const subjectExists: Exists = (id) =>
    id === mapSubject || subjectKinds.some((kind) => draft[kind] !== undefined && draft[kind].byId.has(id));
  const dangling: RecordRef[] = [];

  for (const kind of resolveOrder) {
    const ends = dependsOnSubjects.includes(kind)
      ? [...subjectKinds, 'parties' as const]
      : (dependencies[kind] ?? []);
    const unchanged =
      previous && previous.tables[kind] === tables[kind] && !ends.some((end) => membersChanged.has(end));
    if (unchanged) {
      Object.assign(draft, { [kind]: previous[kind] });
      for (const ref of previous.dangling) if (ref.kind === kind) dangling.push(ref);
      continue;
    }
    let records = alive(tables, kind) as AnyRecord[];
    const whole = isWhole[kind] as ((record: AnyRecord, draft: Draft, exists: Exists) => boolean) | undefined;
    if (whole) {
      const kept: AnyRecord[] = [];
      for (const record of records) {
        if (whole(record, draft, subjectExists)) kept.push(record);
        else dangling.push({ kind, id: record.id });
      }
      records = kept;
    }
    const identity = identityOf[kind] as ((record: AnyRecord) => string) | undefined;
    if (identity) records = withoutDoubles(records, identity);
    if (kind === 'systems' || kind === 'parties') {
      records = withoutParentLoops(records as RecordOfKind<'systems' | 'parties'>[]);
    }
    const collection = collect(records);
    if (!sameMembers(previous?.[kind], collection)) membersChanged.add(kind);
    Object.assign(draft, { [kind]: collection });
  }
  return { ...draft, map: tables.map, relations: relate(draft, previous), dangling, tables };
}

function relate(draft: Draft, previous: Journey | undefined): RelationIndex {
  const before = previous?.relations;
  const same = (kind: Kind): boolean => previous !== undefined && previous[kind] === draft[kind];
  const usages = before && same('usages') ? before : null;
  const transitions = before && same('transitions') ? before : null;
  const flows = before && same('dataFlows') ? before : null;
  const assignments = before && same('assignments') ? before : null;
  return {
    usagesByTouchpoint: usages?.usagesByTouchpoint ?? groupBy(draft.usages.all, (u) => u.touchpoint),
    usagesBySystem: usages?.usagesBySystem ?? groupBy(draft.usages.all, (u) => u.system),
    transitionsFrom: transitions?.transitionsFrom ?? groupBy(draft.transitions.all, (t) => t.from),
    transitionsTo: transitions?.transitionsTo ?? groupBy(draft.transitions.all, (t) => t.to),
    flowsFrom: flows?.flowsFrom ?? groupBy(draft.dataFlows.all, (f) => f.from),
    flowsTo: flows?.flowsTo ?? groupBy(draft.dataFlows.all, (f) => f.to),
    assignmentsBySubject:
      assignments?.assignmentsBySubject ?? groupBy(draft.assignments.all, (a) => a.subject),
    assignmentsByParty: assignments?.assignmentsByParty ?? groupBy(draft.assignments.all, (a) => a.party),
    requirementsBySubject:
      before && same('requirements')
        ? before.requirementsBySubject
        : groupBy(draft.requirements.all, (r) => r.subject),
    ownersBySubject:
      assignments && same('parties')
        ? assignments.ownersBySubject
        : ownersBySubject(draft.assignments.all, draft.parties.byId),
  };
}

/** The stages a touchpoint lies in: those whose span holds its place. Derived, never stored. */
export function stagesAt(journey: Journey, at: number): readonly RecordOfKind<'stages'>[] {
  return journey.stages.all.filter((stage) => stage.start <= at && at <= stage.end);
}

/** Parties accountable for a subject, in order of name. */
export function ownersOf(journey: Journey, subject: string): readonly Party[] {
  return journey.relations.ownersBySubject.get(subject) ?? [];
}

/** The kind of the alive record with this id, if there is one. Ids are unique across kinds. */
export function kindOf(journey: Journey, id: string): Kind | null {
  for (const kind of kinds) if (journey[kind].byId.has(id)) return kind;
  return null;
}
