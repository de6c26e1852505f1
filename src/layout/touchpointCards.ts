import { toneOfOwners } from '../model/functionColors';
import { changedKeys } from '../model/patchedMap';
import type { Party } from '../model/records/party';
import type { Touchpoint } from '../model/records/touchpoint';
import type { Collection } from '../model/resolve';
import type { Card, Overlap } from './geometry';
import { card } from './metrics';
import { overlaps } from './rectangles';
import { xOfAt, yOfOffset } from './timelineScale';

/**
 * Whether touchpoints stand where they stood and feel as they felt: what is written on them moves nothing (LAY-2). Costs
 * what changed, not how many there are.
 */
export function areAtSamePlaces(before: Collection<Touchpoint>, now: Collection<Touchpoint>): boolean {
  for (const id of changedKeys(before.byId, now.byId)) {
    const [was, is] = [before.byId.get(id), now.byId.get(id)];
    if (!was || !is || was.at !== is.at || was.offset !== is.offset || was.emotion !== is.emotion)
      return false;
  }
  return true;
}

/** Cards where people put them (LAY-30 to LAY-32). */
export function layoutCards(
  touchpoints: readonly Touchpoint[],
  ownersBySubject: ReadonlyMap<string, readonly Party[]>,
): readonly Card[] {
  return touchpoints.map(({ id, at, offset }) => {
    const centerX = xOfAt(at);
    const rect = {
      x: centerX - card.width / 2,
      y: yOfOffset(offset),
      width: card.width,
      height: card.height,
    };
    const owners = ownersBySubject.get(id) ?? [];
    const tone = toneOfOwners(owners.map((owner) => owner.function));
    return { id, rect, bounds: rect, centerX, offset: Math.max(0, offset), tone };
  });
}

/**
 * Cards that lie on one another (LAY-33), in one sweep along the timeline: each card is compared with the last one in
 * every half row near it, which is the one that reaches furthest right.
 */
export function findOverlaps(cards: readonly Card[]): readonly Overlap[] {
  const last = new Map<number, Card>();
  const groupOf = new Map<string, string[]>();
  const groups = new Set<string[]>();
  for (const current of cards) {
    const bucket = Math.floor(current.offset * 2);
    for (let near = bucket - 2; near <= bucket + 2; near++) {
      const other = last.get(near);
      if (!other || !overlaps(other.rect, current.rect)) continue;
      join(groupOf.get(other.id) ?? [other.id], groupOf.get(current.id) ?? [current.id], groupOf, groups);
    }
    last.set(bucket, current);
  }
  return [...groups].map((ids) => ({ ids }));
}

/** The smaller group goes into the larger one, so that no crowd makes this slow. */
function join(a: string[], b: string[], groupOf: Map<string, string[]>, groups: Set<string[]>): void {
  if (a === b) return;
  const [into, from] = a.length >= b.length ? [a, b] : [b, a];
  groups.delete(from);
  groups.add(into);
  for (const id of from) {
    into.push(id);
    groupOf.set(id, into);
  }
  const [first] = into;
  if (first !== undefined) groupOf.set(first, into);
}
