import { toTwentieth } from './arrangement';
import type { Column } from './columns';

/**
 * How places on the timeline follow columns that were moved: what lies between two columns stays between them, in
 * proportion. Places stay in order, so a span keeps whatever lies in it.
 *
 * @returns a function of a place; `which` column counts where several begin at that very place
 */
export function warpOf(
  columns: readonly Column[],
  places: readonly number[],
): (at: number, which: 'first' | 'last') => number {
  const starts = columns.map(({ from }) => from);
  return (at, which) => {
    const index = lastAtOrBefore(starts, at);
    const column = columns[index];
    const place = places[index];
    if (!column || place === undefined) return at + ((places[0] ?? 0) - (starts[0] ?? 0));
    if (at <= column.to) {
      if (which === 'last') return place;
      let first = index;
      while (first > 0 && (columns[first - 1]?.to ?? -Infinity) >= at) first--;
      return places[first] ?? place;
    }
    const next = columns[index + 1];
    const nextPlace = places[index + 1];
    if (!next || nextPlace === undefined) return at + place - column.to;
    const exact = place + ((at - column.to) / (next.from - column.to)) * (nextPlace - place);
    const rounded = toTwentieth(exact);
    return rounded > place && rounded < nextPlace ? rounded : exact;
  };
}

function lastAtOrBefore(sorted: readonly number[], at: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
