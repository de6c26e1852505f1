import type { RecordRef } from '../model/kinds';
import type { Touchpoint } from '../model/records/touchpoint';
import type { Journey } from '../model/resolve';
import { capturesAlong, type Capture, type FollowCaptures, type Listener } from './captures';
import { finding, orSame, type Finding } from './finding';
import { itemRoutes, type ItemReaches } from './itemRoutes';
import { changedRecords, type Keeper } from './keep';
import { isPersonal } from './retentionFindings';
import { hasSameNumbers, type World } from './world';

/** A listener that says in the end what it found. */
interface Inquiry extends Listener {
  readonly item: string;
  result(): Finding | null;
}

/** What is found about an item at a touchpoint, by both; only what is amiss. */
type Found = ReadonlyMap<string, Finding>;

interface Kept {
  readonly journey: Journey;
  readonly world: World;
  readonly rest: readonly unknown[];
  readonly found: Found;
  readonly findings: readonly Finding[];
}

/** What is read of the journey, as objects that are the same while it is. */
export interface DataInputs {
  /** Which touchpoints there are, where, and what they capture and need. */
  readonly data: object;
  /** Steps between touchpoints. */
  readonly ways: object;
  /** Flows between systems and what they carry. */
  readonly items: object;
}

/**
 * Data asked again, asked twice, and needed but never captured (CON-11 … CON-13). Items have nothing to do with one
 * another: after a change at a touchpoint only those that are captured or needed there are looked at again, after a change of
 * a flow only those it lists.
 */
export function dataFindings(
  journey: Journey,
  world: World,
  kept: Keeper,
  { data, ways, items }: DataInputs,
): readonly Finding[] {
  const places = kept.members('steps lead between', journey.touchpoints.all, () => true);
  const objects = kept.members(
    'items looked for',
    journey.dataObjects.all,
    (a, b) => isPersonal(a) === isPersonal(b),
  );
  const rest = [ways, objects];
  const follow = kept.keep<FollowCaptures>('captures', [ways, places], () => capturesAlong(journey));
  const arrives = kept.keep<ItemReaches>('item routes', [items, objects, world.network], () =>
    itemRoutes(journey, world.network),
  );
  return kept.keep<Kept>(
    'data findings',
    [data, world.systemsOf, world.network, items, ...rest],
    (before) => {
      const again =
        before && rest.every((one, i) => one === before.rest[i])
          ? itemsToAskFor(journey, world, before)
          : null;
      const { found, findings } = inquire(journey, world, { follow, arrives }, again, before?.found);
      return { journey, world, rest, found, findings };
    },
  ).findings;
}

/** The items at touchpoints at which, or on flows of which, something changed; null when that may be all. */
function itemsToAskFor(journey: Journey, world: World, before: Kept): ReadonlySet<string> | null {
  if (!hasSameNumbers(before.world.network, world.network)) return null;
  const items = itemsAt(journey, world, before);
  if (items === null) return null;
  for (const { dataObjects } of changedRecords(before.journey.dataFlows.all, journey.dataFlows.all)) {
    const listed = alive(journey, dataObjects);
    // A flow that lists nothing carries anything.
    if (listed.length === 0) return null;
    for (const item of listed) items.add(item);
  }
  return items;
}

/** The items at touchpoints at which something changed; null when that may be anywhere. */
function itemsAt(journey: Journey, { systemsOf, touched }: World, before: Kept): Set<string> | null {
  const isMoved = systemsOf !== before.world.systemsOf;
  if (isMoved && touched === null) return null;
  const items = new Set<string>();
  const add = ({ dataCaptured, dataNeeded }: Touchpoint): void => {
    for (const item of dataCaptured) items.add(item);
    for (const item of dataNeeded) items.add(item);
  };
  changedRecords(before.journey.touchpoints.all, journey.touchpoints.all).forEach(add);
  for (const id of isMoved ? (touched ?? []) : []) {
    const touchpoint = journey.touchpoints.byId.get(id);
    if (touchpoint) add(touchpoint);
  }
  return items;
}

interface Ways {
  readonly follow: FollowCaptures;
  readonly arrives: ItemReaches;
}

/** @param again the items to look at; what was found of others is taken from `before`. Null: all. */
function inquire(
  journey: Journey,
  world: World,
  { follow, arrives }: Ways,
  again: ReadonlySet<string> | null,
  before: Found | undefined,
): { readonly found: Found; readonly findings: readonly Finding[] } {
  const captures: Capture[] = [];
  const inquiries = new Map<string, Inquiry>();
  /** Every question in the order of the journey. */
  const keys: string[] = [];
  const ask = (kind: 'captured' | 'needed', item: string, to: Touchpoint, make: () => Inquiry): void => {
    const key = `${kind} ${item} ${to.id}`;
    keys.push(key);
    if (again === null || again.has(item)) inquiries.set(key, make());
  };
  const withData = journey.touchpoints.all.filter(
    ({ dataCaptured, dataNeeded }) => dataCaptured.length > 0 || dataNeeded.length > 0,
  );
  for (const touchpoint of withData.sort(compareByPlace)) {
    const captured = alive(journey, touchpoint.dataCaptured);
    for (const item of captured) {
      if (again === null || again.has(item)) captures.push({ item, touchpoint: touchpoint.id });
      ask('captured', item, touchpoint, () => askedTwice(journey, touchpoint, item));
    }
    for (const item of alive(journey, touchpoint.dataNeeded)) {
      if (!captured.includes(item))
        ask('needed', item, touchpoint, () => neededItem(touchpoint, item, arrives, world));
    }
  }
  follow(captures, byItem([...inquiries.values()]));
  const results = new Map<string, Finding>();
  for (const [key, inquiry] of inquiries) {
    const result = orSame(inquiry.result(), before?.get(key));
    if (result) results.set(key, result);
  }
  useBeforeCapture(journey, follow, captures, results);
  const found = new Map<string, Finding>();
  for (const key of keys) {
    const one = inquiries.has(key) ? orSame(results.get(key) ?? null, before?.get(key)) : before?.get(key);
    if (one) found.set(key, one);
  }
  return { found, findings: [...found.values()] };
}

/**
 * Personal data that is unavailable where it is needed and captured only further on is used before it was captured: that
 * is said instead (PRI-5).
 */
function useBeforeCapture(
  journey: Journey,
  follow: FollowCaptures,
  captures: readonly Capture[],
  results: Map<string, Finding>,
): void {
  const uses: Capture[] = [];
  for (const one of results.values()) {
    if (one.kind !== 'unavailable') continue;
    const item = journey.dataObjects.byId.get(one.facts.item);
    if (item && isPersonal(item)) uses.push({ item: item.id, touchpoint: one.facts.to });
  }
  if (uses.length === 0) return;
  const wanted = new Set(uses.map(({ item }) => item));
  const capturedAt = new Map<string, string>();
  const listeners = captures
    .filter(({ item }) => wanted.has(item))
    .map(({ item, touchpoint }) => ({
      item,
      touchpoint,
      hear(use: Capture): boolean {
        const key = `${item} ${use.touchpoint}`;
        if (!capturedAt.has(key)) capturedAt.set(key, touchpoint);
        return false;
      },
    }));
  follow(uses, byItem(listeners));
  for (const [key, one] of results) {
    if (one.kind !== 'unavailable') continue;
    const { item, to: at } = one.facts;
    const later = capturedAt.get(`${item} ${at}`);
    if (later === undefined) continue;
    const facts = { item, at, capturedAt: later };
    results.set(key, finding('used-before-captured', 'medium', refs(item, at, later), facts, 2));
  }
}

function byItem<T extends { readonly item: string }>(inquiries: readonly T[]): Map<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const inquiry of inquiries) {
    const group = groups.get(inquiry.item);
    if (group) group.push(inquiry);
    else groups.set(inquiry.item, [inquiry]);
  }
  return groups;
}

function neededItem({ id: to }: Touchpoint, item: string, arrives: ItemReaches, world: World): Inquiry {
  let told: string | null = null;
  /** It arrives, or a system is not named somewhere so that nobody can say: no accusation. */
  let isSettled = false;
  return {
    touchpoint: to,
    item,
    hear({ touchpoint }) {
      told ??= touchpoint;
      const { writers } = world.systemsOf(touchpoint);
      const { readers } = world.systemsOf(to);
      isSettled = writers.length === 0 || readers.length === 0 || arrives(item, writers, readers);
      return isSettled;
    },
    result() {
      if (told === null) return finding('unavailable', 'low', refs(item, to), { item, to }, 2);
      if (isSettled) return null;
      const readers = Array.from(world.systemsOf(to).readers, (reader) => world.network.ids[reader] ?? '');
      return finding('asked-again', 'medium', refs(item, to, told), { item, from: told, to, readers }, 2);
    },
  };
}

function askedTwice(journey: Journey, touchpoint: Touchpoint, item: string): Inquiry {
  const to = touchpoint.id;
  let earlier: string | null = null;
  return {
    touchpoint: to,
    item,
    hear(capture, inLoop) {
      const other = journey.touchpoints.byId.get(capture.touchpoint);
      // On a loop each comes after the other; the one later on the timeline is where it is asked twice.
      if (!other || (inLoop && compareByPlace(other, touchpoint) > 0)) return false;
      earlier = other.id;
      return true;
    },
    result: () =>
      earlier === null
        ? null
        : finding('asked-twice', 'low', refs(item, to, earlier), { item, from: earlier, to }, 2),
  };
}

function refs(item: string, ...touchpoints: readonly string[]): readonly RecordRef[] {
  return [
    { kind: 'dataObjects', id: item },
    ...touchpoints.map((id): RecordRef => ({ kind: 'touchpoints', id })),
  ];
}

function alive(journey: Journey, items: readonly string[]): readonly string[] {
  return items.filter((item) => journey.dataObjects.byId.has(item));
}

function compareByPlace(a: Touchpoint, b: Touchpoint): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
