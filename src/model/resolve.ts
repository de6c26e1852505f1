import type { JourneyMap } from './records/map';
import { kinds, type Kind, type RecordOfKind, type RecordRef } from './kinds';
import { collectKind } from './resolving/collectKind';
import type { RecordChange } from './resolving/patchCollection';
import { patchedRelations, relate } from './resolving/relate';
import { resolveOrder, type Draft } from './resolving/relationRules';
import { updateKind } from './resolving/updateKind';
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
  /** All of them by id. Keys have no order. */
  readonly byId: ReadonlyMap<string, T>;
  /** Alive relations that do not count because an end is gone, in order. */
  readonly dangling: readonly T[];
  /** Relations that do not count because an equal one does, in order. */
  readonly doubles: readonly T[];
}

/** Relations by the record they hang on. Lists keep their identity while no record in them changes. Keys have no order,
 * but for those of `ownersBySubject`. */
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
  /** Parties accountable for a subject, by name; subjects by id. None: nobody owns it. Two or more: a conflict to settle. */
  readonly ownersBySubject: ReadonlyMap<string, readonly Party[]>;
}

/**
 * The map as every view sees it: only records that are alive and whose ends are alive, in order, with their
 * relations at hand. Made by `resolve()` and by nothing else.
 */
export type Journey = Collections & {
  readonly map: JourneyMap;
  readonly relations: RelationIndex;
  /** Alive relations that are hidden because an end is gone. Undoing that delete brings them back. */
  readonly dangling: readonly RecordRef[];
  /** What this was made of. */
  readonly tables: Tables;
};

type Collections = { readonly [K in Kind]: Collection<RecordOfKind<K>> };

/**
 * Makes the journey that views show from the records that are stored: deleted records are left out, relations whose
 * end is gone are hidden and listed, equal relations are shown once, loops of parents are broken by id. Total: any
 * tables give a journey, the same ones give the same journey on every device.
 *
 * @param previous the journey before the change; only what the change touched is made anew, all else is taken from it
 *   as it is, so that whoever compares by reference sees exactly what changed. What it costs follows from the size of
 *   the change; of the map's size only lists are copied.
 */
export function resolve(tables: Tables, previous?: Journey): Journey {
  if (previous?.tables === tables) return previous;
  return previous && !isEmpty(previous.tables) ? update(previous, tables) : resolveAll(tables);
}

function isEmpty(tables: Tables): boolean {
  return kinds.every((kind) => tables[kind].size === 0);
}

function resolveAll(tables: Tables): Journey {
  const draft: Draft = {};
  for (const kind of resolveOrder) Object.assign(draft, { [kind]: collectKind(kind, tables, draft) });
  const collections = draft as Collections;
  return {
    ...collections,
    map: tables.map,
    relations: relate(collections),
    dangling: danglingIn(draft),
    tables,
  };
}

function update(previous: Journey, tables: Tables): Journey {
  const draft: Draft = {};
  const changed = new Map<Kind, readonly RecordChange[]>();
  for (const kind of resolveOrder) {
    const { collection, changes } = updateKind(kind, tables, draft, previous, changed);
    Object.assign(draft, { [kind]: collection });
    if (changes.length > 0) changed.set(kind, changes);
  }
  const collections = draft as Collections;
  const isSameDangling = kinds.every((kind) => previous[kind].dangling === collections[kind].dangling);
  return {
    ...collections,
    map: tables.map,
    relations: patchedRelations(previous.relations, collections, changed),
    dangling: isSameDangling ? previous.dangling : danglingIn(draft),
    tables,
  };
}

function danglingIn(draft: Draft): readonly RecordRef[] {
  return resolveOrder.flatMap((kind) => draft[kind]?.dangling.map(({ id }) => ({ kind, id })) ?? []);
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
