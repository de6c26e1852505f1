import { toneOfOwners, type FunctionTone } from '../model/functionColors';
import type { PartyFunction } from '../model/records/party';
import type { System } from '../model/records/system';
import type { Journey } from '../model/resolve';
import { trackGroups, type Card, type TrackGroup } from './geometry';

/** A system with its place among the tracks. */
export interface OrderedSystem {
  readonly system: System;
  readonly group: TrackGroup;
  readonly tone: FunctionTone | null;
  readonly depth: number;
}

/**
 * Systems in the order of their tracks (LAY-60 to LAY-63): by group, and in a group by order key, first use, name, id.
 * What a person has ordered stays so when cards move; first use orders the rest. Parts follow what they are part of.
 */
export function orderSystems(
  journey: Journey,
  cardById: ReadonlyMap<string, Card>,
): readonly OrderedSystem[] {
  const firstUse = firstUses(journey, cardById);
  const groups = new Map<TrackGroup, Omit<OrderedSystem, 'depth'>[]>(trackGroups.map((group) => [group, []]));
  const groupOf = new Map<string, TrackGroup>();
  for (const system of journey.systems.all) {
    const tone = toneOfSystem(journey, system.id);
    const group = firstUse.has(system.id) ? (tone ?? 'none') : 'unused';
    groups.get(group)?.push({ system, group, tone });
    groupOf.set(system.id, group);
  }
  const compare = (a: System, b: System): number => {
    if (a.order !== b.order) return a.order === '' ? 1 : b.order === '' || a.order < b.order ? -1 : 1;
    const use = (firstUse.get(a.id) ?? 0) - (firstUse.get(b.id) ?? 0);
    if (use !== 0) return use;
    if (a.name !== b.name) return a.name < b.name ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  };
  return [...groups.values()].flatMap((members) => {
    members.sort((a, b) => compare(a.system, b.system));
    return underParents(members, groupOf);
  });
}

/** Colour family of those accountable and responsible for a system. */
function toneOfSystem(journey: Journey, id: string): FunctionTone | null {
  const functions: (PartyFunction | null)[] = [];
  for (const { role, party } of journey.relations.assignmentsBySubject.get(id) ?? []) {
    if (role !== 'accountable' && role !== 'responsible') continue;
    functions.push((party === null ? undefined : journey.parties.byId.get(party))?.function ?? null);
  }
  return toneOfOwners(functions);
}

/** x of the first touchpoint that uses each system; of systems only flows reach, that of the system at the other end. */
function firstUses(journey: Journey, cardById: ReadonlyMap<string, Card>): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  const use = (system: string | null, x: number): void => {
    if (system !== null) first.set(system, Math.min(x, first.get(system) ?? Infinity));
  };
  for (const usage of journey.usages.all) {
    const card = usage.touchpoint === null ? undefined : cardById.get(usage.touchpoint);
    if (card) use(usage.system, card.centerX);
  }
  const direct = new Map(first);
  const place = (end: string | null): number => {
    if (end === null) return 0;
    return cardById.get(end)?.centerX ?? direct.get(end) ?? 0;
  };
  for (const { from, to } of journey.dataFlows.all) {
    if (from !== null && !direct.has(from)) use(from, place(to));
    if (to !== null && !direct.has(to)) use(to, place(from));
  }
  return first;
}

/** Puts parts right below what they are part of, when both are in the same group. Keeps the order otherwise. */
function underParents(
  members: readonly Omit<OrderedSystem, 'depth'>[],
  groupOf: ReadonlyMap<string, TrackGroup>,
): readonly OrderedSystem[] {
  const parts = new Map<string, Omit<OrderedSystem, 'depth'>[]>();
  const roots: Omit<OrderedSystem, 'depth'>[] = [];
  for (const member of members) {
    const parent = member.system.parent;
    if (parent === null || groupOf.get(parent) !== member.group) roots.push(member);
    else {
      const siblings = parts.get(parent);
      if (siblings) siblings.push(member);
      else parts.set(parent, [member]);
    }
  }
  if (parts.size === 0) return members.map((member) => ({ ...member, depth: 0 }));
  const ordered: OrderedSystem[] = [];
  const pending = roots.toReversed().map((member) => ({ ...member, depth: 0 }));
  for (let next = pending.pop(); next; next = pending.pop()) {
    ordered.push(next);
    const depth = next.depth + 1;
    for (const part of (parts.get(next.system.id) ?? []).toReversed()) pending.push({ ...part, depth });
  }
  return ordered;
}
