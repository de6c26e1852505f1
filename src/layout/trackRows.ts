import type { Party } from '../model/records/party';
import type { Usage } from '../model/records/usage';
import type { Card, Rect, Station, Track } from './geometry';
import { track } from './metrics';
import { inflate } from './rectangles';
import { sortFew } from './sortFew';
import type { OrderedSystem } from './trackOrder';

/** A track before it is known how far it runs. */
export type TrackRow = Omit<Track, 'bar' | 'bounds'>;

/** One row per system with its stations (LAY-60, LAY-64). */
export function layoutRows(
  ordered: readonly OrderedSystem[],
  visibilityY: number,
  usagesBySystem: ReadonlyMap<string, readonly Usage[]>,
  cardById: ReadonlyMap<string, Card>,
  ownersBySubject: ReadonlyMap<string, readonly Party[]>,
): readonly TrackRow[] {
  let y = visibilityY + track.firstRow;
  return ordered.map(({ system, group, tone, depth }, row) => {
    const above = ordered[row - 1];
    if (above) y += track.rowPitch + (above.group === group ? 0 : track.groupGap);
    const { id, name, standing } = system;
    const owners = (ownersBySubject.get(id) ?? []).map((owner) => owner.name);
    const notSanctioned = standing === 'tolerated' || standing === 'shadow';
    const stations = stationsOf(usagesBySystem.get(id) ?? [], cardById);
    return { id, row, group, tone, y, stations, depth, label: { name, owners, standing, notSanctioned } };
  });
}

function stationsOf(usages: readonly Usage[], cardById: ReadonlyMap<string, Card>): readonly Station[] {
  const stations: Station[] = [];
  for (const { id, touchpoint } of usages) {
    const card = touchpoint === null ? undefined : cardById.get(touchpoint);
    if (card) stations.push({ id, touchpoint: card.id, x: card.centerX });
  }
  return sortFew(stations, (a, b) => a.x - b.x || (a.id < b.id ? -1 : 1));
}

/** The track from its first to its last station or arrow (LAY-65). A system nothing uses has a stub at `startX`. */
export function toTrack(row: TrackRow, arrowXs: readonly number[], startX: number): Track {
  let left = row.stations[0]?.x ?? Infinity;
  let right = row.stations.at(-1)?.x ?? -Infinity;
  for (const x of arrowXs) {
    left = Math.min(left, x);
    right = Math.max(right, x);
  }
  const runs = left <= right;
  const x = runs ? left - track.padding : startX;
  const width = runs ? right - left + 2 * track.padding : track.stubLength;
  const bar: Rect = { x, y: row.y - track.height / 2, width, height: track.height };
  const { id, group, tone, y, stations, depth, label } = row;
  return { id, row: row.row, group, tone, y, stations, depth, label, bar, bounds: inflate(bar, 5) };
}
