import type { Journey } from '../../model/resolve';
import { card, timelineUnit } from '../metrics';
import { changedPlaces, toTwentieth, type Arrangement, type PlacedCard } from './arrangement';

/**
 * Puts notes at equal distances between the first and the last of them, which stay, along the way in which they lie further
 * apart: beside one another or below one another (TIDY-2).
 */
export function spreadNotes({ notes }: Journey, chosen: ReadonlySet<string>): Arrangement {
  const before = notes.all
    .filter(({ id }) => chosen.has(id))
    .map(({ id, at, offset }): PlacedCard => ({ id, at, offset }));
  const isColumn =
    extentOf(before.map(({ offset }) => offset)) * card.rowPitch >
    extentOf(before.map(({ at }) => at)) * timelineUnit;
  const [along, across] = isColumn ? (['offset', 'at'] as const) : (['at', 'offset'] as const);
  const inTurn = before.toSorted(
    (a, b) => a[along] - b[along] || a[across] - b[across] || (a.id < b.id ? -1 : 1),
  );
  const [first, last] = [inTurn[0]?.[along] ?? 0, inTurn.at(-1)?.[along] ?? 0];
  const pitch = (last - first) / Math.max(1, inTurn.length - 1);
  const after = inTurn.map((note, index) =>
    index === 0 || index === inTurn.length - 1
      ? note
      : { ...note, [along]: toTwentieth(first + index * pitch) },
  );
  return {
    places: changedPlaces(new Map(before.map((one) => [one.id, one])), after),
    stages: [],
    tracks: [],
  };
}

function extentOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);
}
