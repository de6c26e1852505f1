import type { Journey } from '../../model/resolve';
import { orderSystems, type OrderedSystem } from '../trackOrder';
import { layoutCards } from '../touchpointCards';
import type { Arrangement } from './arrangement';

/** A system with the parts that follow it right below: they change places together. */
interface Block {
  readonly id: string;
  readonly systems: readonly string[];
}

/**
 * Puts tracks in an order in which drop-lines are shorter (TIDY-5): every group for itself, parts below what they are part
 * of. From the bottom up each place goes to the system that the fewest touchpoints reach down to; those that do are
 * settled then and count no more. Changed is what gets shorter, and nothing else.
 *
 * @param chosen the systems that may change places among themselves; null for all
 */
export function orderTracks(journey: Journey, chosen: ReadonlySet<string> | null): Arrangement {
  const cards = layoutCards(journey.touchpoints.all, journey.relations.ownersBySubject);
  const ordered = orderSystems(journey, new Map(cards.map((card) => [card.id, card])));
  const groups = blocksByGroup(ordered);
  const users = usersOf(journey);
  const settled = new Set<string>();
  const tracks: string[][] = [];
  // From the lowest group up: who reaches down to a lower group has no say in those above it.
  for (let index = groups.length - 1; index >= 0; index--) {
    const blocks = groups[index] ?? [];
    const wanted = arrangeGroup(blocks, users, settled, chosen);
    const isShorter = reach(groups.with(index, wanted), users) < reach(groups, users);
    for (const { systems } of blocks)
      for (const id of systems) for (const user of users.get(id) ?? []) settled.add(user);
    if (isShorter) tracks.push(wanted.map(({ id }) => id));
  }
  return { places: [], stages: [], tracks };
}

/** How far down drop-lines reach in all, in tracks. */
export function lengthOfDropLines(journey: Journey): number {
  const cards = layoutCards(journey.touchpoints.all, journey.relations.ownersBySubject);
  const ordered = orderSystems(journey, new Map(cards.map((card) => [card.id, card])));
  return reach(blocksByGroup(ordered), usersOf(journey));
}

function blocksByGroup(ordered: readonly OrderedSystem[]): readonly (readonly Block[])[] {
  const groups: { id: string; systems: string[] }[][] = [];
  let last: OrderedSystem['group'] | null = null;
  for (const { system, group, depth } of ordered) {
    if (group !== last) groups.push([]);
    last = group;
    const blocks = groups.at(-1);
    if (depth === 0) blocks?.push({ id: system.id, systems: [system.id] });
    else blocks?.at(-1)?.systems.push(system.id);
  }
  return groups;
}

function usersOf({ usages }: Journey): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map<string, Set<string>>();
  for (const { system, touchpoint } of usages.all) {
    if (system === null || touchpoint === null) continue;
    const known = users.get(system);
    if (known) known.add(touchpoint);
    else users.set(system, new Set([touchpoint]));
  }
  return users;
}

type Users = ReadonlyMap<string, ReadonlySet<string>>;

function arrangeGroup(
  blocks: readonly Block[],
  users: Users,
  settledBelow: ReadonlySet<string>,
  chosen: ReadonlySet<string> | null,
): readonly Block[] {
  const settled = new Set(settledBelow);
  const blocksOf = new Map<string, Block[]>();
  const unsettled = new Map<Block, number>();
  for (const block of blocks) {
    const reached = new Set(block.systems.flatMap((id) => [...(users.get(id) ?? [])]));
    for (const user of reached) {
      const known = blocksOf.get(user);
      if (known) known.push(block);
      else blocksOf.set(user, [block]);
    }
    unsettled.set(block, [...reached].filter((user) => !settled.has(user)).length);
  }
  const settle = (user: string): void => {
    if (settled.has(user)) return;
    settled.add(user);
    for (const block of blocksOf.get(user) ?? []) unsettled.set(block, (unsettled.get(block) ?? 0) - 1);
  };
  const isFree = ({ id }: Block): boolean => !chosen || chosen.has(id);
  const waiting = new Set(blocks.filter(isFree).toReversed());
  const arranged: Block[] = [];
  for (const block of blocks.toReversed()) {
    let next = block;
    if (isFree(block)) {
      let fewest = Infinity;
      // The lowest of several that as few reach down to stays the lowest.
      for (const one of waiting) {
        const count = (unsettled.get(one) ?? 0) / one.systems.length;
        if (count < fewest) [next, fewest] = [one, count];
      }
      waiting.delete(next);
    }
    for (const id of next.systems) for (const user of users.get(id) ?? []) settle(user);
    arranged.push(next);
  }
  return arranged.toReversed();
}

function reach(groups: readonly (readonly Block[])[], users: Users): number {
  const lowest = new Map<string, number>();
  const systems = groups.flatMap((blocks) => blocks.flatMap((block) => block.systems));
  for (const [row, id] of systems.entries()) for (const user of users.get(id) ?? []) lowest.set(user, row);
  return [...lowest.values()].reduce((sum, row) => sum + row + 1, 0);
}
