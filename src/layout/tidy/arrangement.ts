import type { Journey } from '../../model/resolve';
import { card, timelineUnit } from '../metrics';

/** A card as arranging sees it: its place on the timeline and its row. */
export interface PlacedCard {
  readonly id: string;
  readonly at: number;
  readonly offset: number;
}

/** What arranging changes: places, spans and the order of tracks, and nothing else (TIDY-1). */
export interface Arrangement {
  /** Touchpoints and notes. */
  readonly places: readonly PlacedCard[];
  readonly stages: readonly { readonly id: string; readonly start: number; readonly end: number }[];
  /** Systems whose tracks change places among one another, from top to bottom, one list a group. */
  readonly tracks: readonly (readonly string[])[];
}

/** Differences below this are rounding, in units of the timeline. */
const nothing = 1e-9;

/** Places in tenths of a pixel are not seen; whole ones are easier to read in a table. */
export function toTwentieth(at: number): number {
  return Math.round(at * 20) / 20;
}

/** The touchpoints of a journey as cards: none lies above the first row. */
export function cardsOf({ touchpoints }: Journey): readonly PlacedCard[] {
  return touchpoints.all.map(({ id, at, offset }) => ({ id, at, offset: Math.max(0, offset) }));
}

/** Whether cards in these rows lie on one another when they are at one place. */
export function shareRow(a: { readonly offset: number }, b: { readonly offset: number }): boolean {
  return Math.abs(a.offset - b.offset) * card.rowPitch < card.height;
}

/** Whether two cards lie on one another. */
export function collide(a: PlacedCard, b: PlacedCard): boolean {
  return shareRow(a, b) && Math.abs(a.at - b.at) * timelineUnit < card.width - 1e-6;
}

/** From left to right, then from top to bottom; equal places by id, so that every device arranges alike. */
export function inOrder(a: PlacedCard, b: PlacedCard): number {
  return a.at - b.at || a.offset - b.offset || (a.id < b.id ? -1 : 1);
}

/** The places that differ from those the cards have now. */
export function changedPlaces(
  before: ReadonlyMap<string, PlacedCard>,
  after: readonly PlacedCard[],
): readonly PlacedCard[] {
  return after.filter(({ id, at, offset }) => {
    const old = before.get(id);
    return !old || Math.abs(old.at - at) > nothing || Math.abs(old.offset - offset) > nothing;
  });
}

/**
 * Puts cards one after the other beside those that stay; one that would lie on another takes the nearest row that is
 * free at its place, the lower one of two equally near.
 */
export function settleRows(
  cards: readonly PlacedCard[],
  staying: readonly PlacedCard[],
): readonly PlacedCard[] {
  const near = new Map<number, PlacedCard[]>();
  const put = (one: PlacedCard): void => {
    const bucket = Math.floor(one.at / 2);
    const known = near.get(bucket);
    if (known) known.push(one);
    else near.set(bucket, [one]);
  };
  const isFree = (one: PlacedCard): boolean => {
    const bucket = Math.floor(one.at / 2);
    return [bucket - 1, bucket, bucket + 1].every(
      (index) => !near.get(index)?.some((other) => collide(one, other)),
    );
  };
  for (const one of staying) put(one);
  return cards.map((wanted) => {
    let settled = wanted;
    const row = Math.round(wanted.offset);
    for (let step = 0; !isFree(settled); step++) {
      // 0, +1, −1, +2, −2 …
      const offset = row + (step % 2 === 1 ? (step + 1) / 2 : -step / 2);
      if (offset >= 0) settled = { ...wanted, offset };
    }
    put(settled);
    return settled;
  });
}
