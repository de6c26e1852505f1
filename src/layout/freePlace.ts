import type { Journey } from '../model/resolve';
import { card, timelineUnit } from './metrics';

/** Between the card and its neighbours in the row, in places of the timeline. */
const neededAt = (card.width + 12) / timelineUnit;
const rowsTried = 3;

/**
 * The free place for a new card that is nearest to where it is wanted (LAY-34): where it is wanted if no card is
 * there, else along the same row or in a row near by. Rows are whole.
 */
export function freePlace(journey: Journey, at: number, offset: number): { at: number; offset: number } {
  const wanted = Math.max(0, Math.round(offset));
  let best = { at, offset: wanted, distance: Infinity };
  for (let row = Math.max(0, wanted - rowsTried); row <= wanted + rowsTried; row++) {
    const free = nearestFreeAt(journey, at, row);
    // Another row is a smaller surprise than another moment, but the wanted one comes first.
    const distance = Math.abs(free - at) * timelineUnit * 1.5 + Math.abs(row - wanted) * card.rowPitch;
    if (distance < best.distance) best = { at: free, offset: row, distance };
  }
  return { at: best.at, offset: best.offset };
}

/** Nearest place in a row that keeps its distance from all cards there. Equally near: the later one. */
function nearestFreeAt(journey: Journey, at: number, row: number): number {
  const taken: number[] = [];
  for (const touchpoint of journey.touchpoints.all) {
    const dy = Math.abs(Math.max(0, touchpoint.offset) - row) * card.rowPitch;
    if (dy < card.height) taken.push(touchpoint.at);
  }
  let later = at;
  for (const other of taken)
    if (later > other - neededAt + 1e-9 && later < other + neededAt - 1e-9) later = other + neededAt;
  let earlier = at;
  for (const other of taken.toReversed()) {
    if (earlier > other - neededAt + 1e-9 && earlier < other + neededAt - 1e-9) earlier = other - neededAt;
  }
  return later - at <= at - earlier ? later : earlier;
}
