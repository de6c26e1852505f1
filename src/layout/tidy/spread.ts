import type { CustomerTime } from '../../model/records/transition';
import type { Journey } from '../../model/resolve';
import {
  cardsOf,
  changedPlaces,
  settleRows,
  toTwentieth,
  type Arrangement,
  type PlacedCard,
} from './arrangement';
import { columnsOf, haveRowInCommon, type Column } from './columns';
import { warpOf } from './warp';

/** Places between neighbouring columns: where rows alternate, and where two cards are in one row. */
const closest = { apart: 1, inRow: 1.5 } as const;

/** How far apart two touchpoints are for the time the customer takes between them, in places of the timeline. */
export const placesFor: Readonly<Record<CustomerTime, number>> = {
  'at-once': 1,
  minutes: 1.5,
  hours: 2,
  days: 3,
  weeks: 5,
};

/** What decides how far columns are apart. */
export type Spacing = 'evenly' | 'time';

/**
 * Spreads touchpoints along the timeline (TIDY-2, TIDY-3), the first one staying where it is. Of the whole map, stages
 * and notes go along, so that every touchpoint stays in its stages; of a part of it, whatever is not chosen stays.
 *
 * @param chosen the touchpoints to spread; null spreads all
 */
export function spread(journey: Journey, chosen: ReadonlySet<string> | null, by: Spacing): Arrangement {
  const cards = cardsOf(journey);
  const before = new Map(cards.map((one) => [one.id, one]));
  if (chosen)
    return { places: changedPlaces(before, spreadPart(journey, chosen, by)), stages: [], tracks: [] };
  const { stages } = journey;
  const columns = columnsOf(
    cards,
    stages.all.flatMap(({ start, end }) => [start, end]),
  );
  const places = placesOf(columns, journey, by);
  const warp = warpOf(columns, places);
  const notes = journey.notes.all.map(({ id, at, offset }) => ({ id, at: warp(at, 'first'), offset }));
  const notesBefore = new Map(journey.notes.all.map((one) => [one.id, one as PlacedCard]));
  return {
    places: [...changedPlaces(before, atPlaces(columns, places)), ...changedPlaces(notesBefore, notes)],
    stages: stages.all.flatMap(({ id, start, end }) => {
      const span = { id, start: warp(start, 'first'), end: warp(end, 'last') };
      return Math.abs(span.start - start) + Math.abs(span.end - end) > 1e-9 ? [span] : [];
    }),
    tracks: [],
  };
}

/** Where cards end up in other rows than they came from, their distances are looked at again, this often. */
const mostLooks = 8;

function spreadPart(journey: Journey, chosen: ReadonlySet<string>, by: Spacing): readonly PlacedCard[] {
  const all = cardsOf(journey);
  const staying = all.filter(({ id }) => !chosen.has(id));
  let cards: readonly PlacedCard[] = all.filter(({ id }) => chosen.has(id));
  for (let look = 0; look < mostLooks; look++) {
    const columns = columnsOf(cards, []);
    const next = settleRows(atPlaces(columns, placesOf(columns, journey, by)), staying);
    const before = new Map(cards.map((one) => [one.id, one]));
    if (changedPlaces(before, next).length === 0) break;
    cards = next;
  }
  return cards;
}

function placesOf(columns: readonly Column[], journey: Journey, by: Spacing): readonly number[] {
  return by === 'evenly' ? evenPlaces(columns) : placesByTime(columns, journey);
}

function atPlaces(columns: readonly Column[], places: readonly number[]): readonly PlacedCard[] {
  return columns.flatMap(({ cards }, index) => cards.map((one) => ({ ...one, at: places[index] ?? one.at })));
}

/** Between the first and the last one, or further where cards would lie on one another. */
function evenPlaces(columns: readonly Column[]): readonly number[] {
  const first = toTwentieth(columns[0]?.from ?? 0);
  const last = toTwentieth(columns.at(-1)?.from ?? 0);
  const least = Math.max(...columns.map((_, index) => leastBefore(columns, index)));
  const pitch = columns.length < 2 ? 0 : Math.max(least, (last - first) / (columns.length - 1));
  return columns.map((_, index) => toTwentieth(first + index * pitch));
}

/** As far from what comes before as the customer takes for the step, and never on it. */
function placesByTime(columns: readonly Column[], journey: Journey): readonly number[] {
  const columnOf = new Map(columns.flatMap(({ cards }, index) => cards.map(({ id }) => [id, index])));
  const places: number[] = [];
  for (const [index, { from, cards }] of columns.entries()) {
    let place = index === 0 ? toTwentieth(from) : (places[index - 1] ?? 0) + leastBefore(columns, index);
    for (const { id } of cards) {
      for (const { other, time } of timedSteps(journey, id)) {
        const start = columnOf.get(other);
        if (start !== undefined && start < index)
          place = Math.max(place, (places[start] ?? 0) + placesFor[time]);
      }
    }
    places.push(toTwentieth(place));
  }
  return places;
}

function leastBefore(columns: readonly Column[], index: number): number {
  const [left, right] = [columns[index - 1], columns[index]];
  if (!left || !right) return 0;
  return haveRowInCommon(left, right) ? closest.inRow : closest.apart;
}

/** The steps at a touchpoint that say how long the customer takes, with their other end. */
function timedSteps(
  { relations }: Journey,
  id: string,
): readonly { readonly other: string; readonly time: CustomerTime }[] {
  const to = relations.transitionsTo.get(id) ?? [];
  return to.flatMap(({ from, kind, customerTime }) =>
    from !== null && customerTime !== null && kind !== 'loop' ? [{ other: from, time: customerTime }] : [],
  );
}

/** Whether any step between these touchpoints says how long the customer takes. */
export function hasTimes(journey: Journey, chosen: ReadonlySet<string> | null): boolean {
  return journey.touchpoints.all.some(
    ({ id }) =>
      (!chosen || chosen.has(id)) &&
      timedSteps(journey, id).some(({ other }) => !chosen || chosen.has(other)),
  );
}
