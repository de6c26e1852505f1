import type { Geometry, Placed, Point, Rect } from './geometry';
import { LooseGrid } from './looseGrid';
import { card } from './metrics';
import { inflate, touches } from './rectangles';

/** Kinds of things that are culled and hit, as the geometry names them. */
export const placedKinds = [
  'stages',
  'cards',
  'transitions',
  'dropLines',
  'tracks',
  'flows',
  'notes',
] as const;
export type PlacedKind = (typeof placedKinds)[number];
/** Ids of what can be seen, by kind. */
export type VisibleIds = { readonly [K in PlacedKind]: ReadonlySet<string> };

/** One index per list. Lists keep their identity while nothing in them changes, and so does their index. */
const indexes = new WeakMap<readonly Placed[], LooseGrid<Placed>>();

function indexOf(list: readonly Placed[]): LooseGrid<Placed> {
  const known = indexes.get(list);
  if (known) return known;
  const grid = new LooseGrid<Placed>();
  for (const item of list) grid.insert(item.bounds, item);
  indexes.set(list, grid);
  return grid;
}

/** Members of a geometry's list that touch a rectangle, in no order. Costs what is found, once the first call has built the index. */
export function membersAt<T extends Placed>(list: readonly T[], rect: Rect): readonly T[] {
  const found: T[] = [];
  indexOf(list).find(rect, (item) => {
    found.push(item as T);
    return false;
  });
  return found;
}

/** What touches a rectangle, by kind (LAY-90). Costs what is found, once the first call has built the index. */
export function visibleIds(geometry: Geometry, rect: Rect): VisibleIds {
  const idsOf = (list: readonly Placed[]): ReadonlySet<string> =>
    new Set(membersAt(list, rect).map(({ id }) => id));
  return {
    stages: idsOf(geometry.stages),
    cards: idsOf(geometry.cards),
    transitions: idsOf(geometry.transitions),
    dropLines: idsOf(geometry.dropLines),
    tracks: idsOf(geometry.tracks),
    flows: idsOf(geometry.flows),
    notes: idsOf(geometry.notes),
  };
}

/** Whether anything at all touches a rectangle. */
export function isAnythingIn(geometry: Geometry, rect: Rect): boolean {
  return placedKinds.some((kind) => indexOf(geometry[kind]).find(rect, () => true));
}

/** What lies at a point. */
export interface Hit {
  readonly kind:
    | 'note'
    | 'card'
    | 'stage-start'
    | 'stage-end'
    | 'stage'
    | 'flow-label'
    | 'station'
    | 'flow'
    | 'track';
  /** The record; for a station the usage. */
  readonly id: string;
}

const reach = 12;

/** The uppermost thing at a point, or null (LAY-91). Lines are not hit here: they need their path. */
export function hitTest(geometry: Geometry, point: Point): Hit | null {
  const spot: Rect = { x: point.x, y: point.y, width: 0, height: 0 };
  const last = <T extends Placed>(list: readonly T[], isHit: (item: T) => boolean): T | null => {
    let found: T | null = null;
    indexOf(list).find(spot, (item) => {
      if (isHit(item as T)) found = item as T;
      return false;
    });
    return found;
  };
  const note = last(geometry.notes, () => true);
  if (note) return { kind: 'note', id: note.id };
  const hitCard = last(geometry.cards, () => true);
  if (hitCard) return { kind: 'card', id: hitCard.id };
  return hitStage(geometry, spot, last) ?? hitSystem(geometry, spot, last);
}

type Last = <T extends Placed>(list: readonly T[], isHit: (item: T) => boolean) => T | null;

function hitStage(geometry: Geometry, spot: Rect, last: Last): Hit | null {
  const start = last(geometry.stages, (stage) => touches(stage.handles.start, spot));
  if (start) return { kind: 'stage-start', id: start.id };
  const end = last(geometry.stages, (stage) => touches(stage.handles.end, spot));
  if (end) return { kind: 'stage-end', id: end.id };
  const stage = last(geometry.stages, ({ rect }) => touches(rect, spot));
  return stage && { kind: 'stage', id: stage.id };
}

function hitSystem(geometry: Geometry, spot: Rect, last: Last): Hit | null {
  const label = last(geometry.flows, (flow) => flow.label !== null && touches(flow.label.rect, spot));
  if (label) return { kind: 'flow-label', id: label.id };
  const track = last(geometry.tracks, ({ bounds }) => touches(bounds, spot));
  const station = track?.stations.find(({ x }) => Math.abs(x - spot.x) <= reach);
  if (station) return { kind: 'station', id: station.id };
  const arrow = last(
    geometry.flows,
    ({ start, end }) =>
      Math.abs(start.x - spot.x) <= card.cornerRadius &&
      touches(
        inflate(
          { x: start.x, y: Math.min(start.y, end.y), width: 0, height: Math.abs(end.y - start.y) },
          reach,
        ),
        spot,
      ),
  );
  if (arrow) return { kind: 'flow', id: arrow.id };
  return track && { kind: 'track', id: track.id };
}
