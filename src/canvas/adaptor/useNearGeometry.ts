import { useMemo } from 'react';
import type { Geometry, Placed, Rect } from '../../layout/geometry';
import { touches } from '../../layout/rectangles';
import { membersAt } from '../../layout/visibleIds';
import { useDerived } from '../../store/derived';
import { useView } from '../../store/openMap';
import { movedOf } from '../../store/quickPreview';
import type { ViewState } from '../../store/view';
import { useVisibleWindow } from '../layers/useVisibleWindow';
import { isLargeMap } from '../picture/pictureLevel';
import { useIsPicture } from '../picture/pictureState';

/** The part of a geometry that becomes nodes. */
export type NodeGeometry = Pick<Geometry, 'stages' | 'tracks' | 'cards' | 'notes'>;

/** So many selected records stay elements wherever they are. */
const mostKept = 60;

/**
 * What of the map has to be nodes: all of a small one; of a large one what is near the screen, and while it is a picture
 * only what is being worked on — selected, pointed at, typed in (PIC-5).
 */
export function useNearGeometry(): NodeGeometry {
  const geometry = useDerived((state) => state.geometry);
  const shown = useDerived((state) => state.shown);
  const area = useVisibleWindow();
  const isPicture = useIsPicture();
  const keptIds = useView((view) => keptTogether(view, isPicture));
  const isLarge = isLargeMap(geometry);
  // While something is dragged only what is shown of them changes, not who is near.
  const near = useMemo(
    () =>
      isLarge ? nearIds(geometry, isPicture ? null : area, keptIds === '' ? [] : keptIds.split(' ')) : null,
    [isLarge, geometry, area, isPicture, keptIds],
  );
  return useMemo(
    () => (near ? membersOf(shown, isPicture ? near : withArrived(near, shown, area)) : shown),
    [near, shown, isPicture, area],
  );
}

/** What is near with what has been moved there and is not laid out yet. */
function withArrived(near: NearIds, shown: Geometry, area: Rect): NearIds {
  const arrived = [...(movedOf(shown)?.cards.values() ?? [])].filter(
    ({ id, rect }) => !near.cards.has(id) && touches(rect, area),
  );
  return arrived.length === 0
    ? near
    : { ...near, cards: new Set([...near.cards, ...arrived.map(({ id }) => id)]) };
}

/** Ids of what stays an element wherever it is, in one text: subscriptions compare by value. */
function keptTogether({ selection, hover, editing }: ViewState, isPicture: boolean): string {
  const selected = selection.length > mostKept ? selection.slice(-1) : selection;
  const records = [...selected, isPicture ? hover : null, editing];
  return [...new Set(records.flatMap((record) => record?.id ?? []))].join(' ');
}

/** Ids of what is near, by kind. */
export type NearIds = { readonly [K in keyof NodeGeometry]: ReadonlySet<string> };

/**
 * What lies in an area, and what has these ids.
 * @param geometry as the document says: its index lasts while something is dragged
 * @param area null for nothing but the ids
 */
export function nearIds(geometry: Geometry, area: Rect | null, ids: readonly string[]): NearIds {
  const among = (list: readonly Placed[]): ReadonlySet<string> =>
    new Set([...(area ? membersAt(list, area).map(({ id }) => id) : []), ...ids]);
  return {
    cards: among(geometry.cards),
    tracks: among(geometry.tracks),
    stages: among(geometry.stages),
    notes: among(geometry.notes),
  };
}

/** The members with these ids, in the order of the whole. */
export function membersOf(shown: Geometry, { cards, tracks, stages, notes }: NearIds): NodeGeometry {
  const filtered = <T extends Placed>(all: readonly T[], wanted: ReadonlySet<string>) =>
    all.filter(({ id }) => wanted.has(id));
  return {
    stages: filtered(shown.stages, stages),
    notes: filtered(shown.notes, notes),
    cards: ordered(cards, shown.cardById),
    tracks: ordered(tracks, shown.trackById),
  };
}

/** Members by their ids, from left to right: what comes later lies above. */
function ordered<T extends Placed>(ids: ReadonlySet<string>, byId: ReadonlyMap<string, T>): readonly T[] {
  return [...ids]
    .flatMap((id) => byId.get(id) ?? [])
    .toSorted((a, b) => a.bounds.x - b.bounds.x || (a.id < b.id ? -1 : 1));
}
