import type { RecordRef } from '../model/kinds';
import type { Touchpoint } from '../model/records/touchpoint';
import type { Journey } from '../model/resolve';
import { followCaptures, type Capture, type Listener } from './captures';
import { finding, type Finding } from './finding';
import { itemRoutes, type ItemArrives } from './itemRoutes';
import { isPersonal } from './retentionFindings';
import type { World } from './world';

/** A listener that says in the end what it found. */
interface Inquiry extends Listener {
  readonly item: string;
  result(): Finding | null;
}

/** Data asked again, asked twice, and needed but never captured (CON-11 … CON-13). */
export function dataFindings(journey: Journey, world: World): readonly Finding[] {
  const arrives = itemRoutes(journey, world);
  const captures: Capture[] = [];
  const inquiries: Inquiry[] = [];
  for (const touchpoint of journey.touchpoints.all.toSorted(compareByPlace)) {
    const captured = alive(journey, touchpoint.dataCaptured);
    for (const item of captured) {
      captures.push({ item, touchpoint: touchpoint.id });
      inquiries.push(askedTwice(journey, touchpoint, item));
    }
    for (const item of alive(journey, touchpoint.dataNeeded)) {
      if (!captured.includes(item)) inquiries.push(neededItem(touchpoint, item, arrives, world));
    }
  }
  followCaptures(journey, captures, byItem(inquiries));
  const found = inquiries.map((inquiry) => inquiry.result()).filter((one) => one !== null);
  return withUseBeforeCapture(journey, captures, found);
}

/**
 * Personal data that is unavailable where it is needed and captured only further on is used before it was captured: that
 * is said instead (PRI-5).
 */
function withUseBeforeCapture(
  journey: Journey,
  captures: readonly Capture[],
  findings: readonly Finding[],
): readonly Finding[] {
  const uses: Capture[] = [];
  const capturedAt = new Map<string, string>();
  for (const one of findings) {
    if (one.kind !== 'unavailable') continue;
    const item = journey.dataObjects.byId.get(one.facts.item);
    if (item && isPersonal(item)) uses.push({ item: item.id, touchpoint: one.facts.to });
  }
  if (uses.length === 0) return findings;
  const wanted = new Set(uses.map(({ item }) => item));
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
  followCaptures(journey, uses, byItem(listeners));
  return findings.map((one) => {
    if (one.kind !== 'unavailable') return one;
    const { item, to: at } = one.facts;
    const later = capturedAt.get(`${item} ${at}`);
    if (later === undefined) return one;
    return finding(
      'used-before-captured',
      'medium',
      refs(item, at, later),
      { item, at, capturedAt: later },
      2,
    );
  });
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

function neededItem({ id: to }: Touchpoint, item: string, arrives: ItemArrives, world: World): Inquiry {
  let told: string | null = null;
  /** It arrives, or a system is not named somewhere so that nobody can say: no accusation. */
  let isSettled = false;
  return {
    touchpoint: to,
    item,
    hear({ touchpoint }) {
      told ??= touchpoint;
      isSettled = arrives(item, touchpoint, to) !== false;
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
