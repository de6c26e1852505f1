import type { RecordRef } from '../model/kinds';
import type { Touchpoint } from '../model/records/touchpoint';
import type { Journey } from '../model/resolve';
import { capturesAlong, type Capture, type FollowCaptures, type Listener } from './captures';
import { finding, orSame, type Finding } from './finding';
import { itemRoutes, type ItemReaches } from './itemRoutes';
import type { JudgedStep } from './judgeSteps';
import { changedRecords, type Keeper } from './keep';
import { isPersonal } from './retentionFindings';
import { hasSameNumbers, type World } from './world';

/** A listener that says in the end what it found. */
interface Inquiry extends Listener {
  readonly item: string;
  result(): Finding | null;
}

interface Kept {
  readonly journey: Journey;
  readonly world: World;
  readonly rest: readonly unknown[];
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
  steps: readonly JudgedStep[],
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
  const follow = kept.keep<FollowCaptures>('captures', [ways, places], () => capturesAlong(steps));
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
      const known = before ? byQuestion(before.findings) : noFindings;
      const findings = inquire(journey, world, { follow, arrives }, again, known);
      return { journey, world, rest, findings };
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

/** What was found about an item at a touchpoint, by both and what was asked; only what is amiss. */
type Found = ReadonlyMap<string, Finding>;

const noFindings: Found = new Map();

/** Each item is asked about at a touchpoint once: where it is captured whether that is the second time, else whether it is there. */
function byQuestion(findings: readonly Finding[]): Found {
  const found = new Map<string, Finding>();
  for (const one of findings) {
    const [item, touchpoint] = one.records;
    found.set(questionOf(one.kind === 'asked-twice', item?.id ?? '', touchpoint?.id ?? ''), one);
  }
  return found;
}

function questionOf(isCaptured: boolean, item: string, touchpoint: string): string {
  return `${isCaptured ? 'captured' : 'needed'} ${item} ${touchpoint}`;
}

/** What was found before, or what is to be asked anew. */
type Answer = Inquiry | Finding;

/**
 * @param again the items to look at; what was found of others is taken from `before`. Null: all.
 * @returns what is amiss, in the order of the timeline
 */
function inquire(
  journey: Journey,
  world: World,
  { follow, arrives }: Ways,
  again: ReadonlySet<string> | null,
  before: Found,
): readonly Finding[] {
  const captures: Capture[] = [];
  const answers: Answer[] = [];
  const withData = journey.touchpoints.all.filter(
    ({ dataCaptured, dataNeeded }) => dataCaptured.length > 0 || dataNeeded.length > 0,
  );
  for (const touchpoint of withData.sort(compareByPlace)) {
    const at = world.touchpoints.of(touchpoint.id);
    const ask = (isCaptured: boolean, item: string, make: () => Inquiry): void => {
      const isAsked = again === null || again.has(item);
      const known = isAsked ? undefined : before.get(questionOf(isCaptured, item, touchpoint.id));
      if (isAsked) answers.push(make());
      else if (known) answers.push(known);
    };
    const captured = alive(journey, touchpoint.dataCaptured);
    for (const item of captured) {
      if (again === null || again.has(item)) captures.push({ item, touchpoint, at });
      ask(true, item, () => askedTwice(touchpoint, at, item));
    }
    for (const item of alive(journey, touchpoint.dataNeeded))
      if (!captured.includes(item)) ask(false, item, () => neededItem(touchpoint, at, item, arrives, world));
  }
  follow(captures, byItem(answers.filter(isInquiry)));
  const findings: Finding[] = [];
  for (const answer of answers) {
    const found = isInquiry(answer) ? answer.result() : answer;
    if (found) findings.push(found);
  }
  useBeforeCapture(journey, world, follow, captures, findings);
  return before.size === 0 ? findings : findings.map((one) => asBefore(one, before));
}

function isInquiry(answer: Answer): answer is Inquiry {
  return 'hear' in answer;
}

function asBefore(one: Finding, before: Found): Finding {
  const [item, touchpoint] = one.records;
  const question = questionOf(one.kind === 'asked-twice', item?.id ?? '', touchpoint?.id ?? '');
  return orSame(one, before.get(question)) ?? one;
}

/**
 * Personal data that is unavailable where it is needed and captured only further on is used before it was captured: that
 * is said instead (PRI-5).
 */
function useBeforeCapture(
  journey: Journey,
  { touchpoints }: World,
  follow: FollowCaptures,
  captures: readonly Capture[],
  findings: Finding[],
): void {
  const uses = new Map<Capture, number>();
  findings.forEach((one, place) => {
    if (one.kind !== 'unavailable') return;
    const item = journey.dataObjects.byId.get(one.facts.item);
    const touchpoint = journey.touchpoints.byId.get(one.facts.to);
    if (item && touchpoint && isPersonal(item))
      uses.set({ item: item.id, touchpoint, at: touchpoints.of(touchpoint.id) }, place);
  });
  if (uses.size === 0) return;
  const wanted = new Set(Array.from(uses.keys(), ({ item }) => item));
  const capturedAt = new Map<Capture, string>();
  const listeners = captures
    .filter(({ item }) => wanted.has(item))
    .map(({ item, touchpoint, at }) => ({
      item,
      at,
      hear(use: Capture): boolean {
        if (!capturedAt.has(use)) capturedAt.set(use, touchpoint.id);
        return false;
      },
    }));
  follow([...uses.keys()], byItem(listeners));
  for (const [use, later] of capturedAt) {
    const { item, touchpoint } = use;
    const facts = { item, at: touchpoint.id, capturedAt: later };
    const place = uses.get(use) ?? 0;
    findings[place] = finding('used-before-captured', 'medium', refs(item, touchpoint.id, later), facts, 2);
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

function neededItem(
  { id: to }: Touchpoint,
  at: number,
  item: string,
  arrives: ItemReaches,
  world: World,
): Inquiry {
  let told: string | null = null;
  /** It arrives, or a system is not named somewhere so that nobody can say: no accusation. */
  let isSettled = false;
  return {
    at,
    item,
    hear(capture) {
      told ??= capture.touchpoint.id;
      const { writers } = world.systemsAt(capture.at);
      const { readers } = world.systemsAt(at);
      isSettled = writers.length === 0 || readers.length === 0 || arrives(item, writers, readers);
      return isSettled;
    },
    result() {
      if (told === null) return finding('unavailable', 'low', refs(item, to), { item, to }, 2);
      if (isSettled) return null;
      const readers = world.systemsAt(at).readers.map((reader) => world.network.ids[reader] ?? '');
      return finding('asked-again', 'medium', refs(item, to, told), { item, from: told, to, readers }, 2);
    },
  };
}

function askedTwice(touchpoint: Touchpoint, at: number, item: string): Inquiry {
  const to = touchpoint.id;
  let earlier: string | null = null;
  return {
    at,
    item,
    hear({ touchpoint: other }, inLoop) {
      // On a loop each comes after the other; the one later on the timeline is where it is asked twice.
      if (inLoop && compareByPlace(other, touchpoint) > 0) return false;
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

/** The items of a list that are there, each once. */
function alive(journey: Journey, items: readonly string[]): readonly string[] {
  const isIt = (item: string, place: number): boolean =>
    journey.dataObjects.byId.has(item) && items.indexOf(item) === place;
  return items.every(isIt) ? items : items.filter(isIt);
}

function compareByPlace(a: Touchpoint, b: Touchpoint): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
