import type { Geometry, Rect } from '../layout/geometry';
import { inflate, union } from '../layout/rectangles';
import type { RecordRef } from '../model/kinds';

/** Rectangles of a list's members by id. Lists keep their identity, so this is made once for as long as they last. */
const rectsOf = new WeakMap<readonly unknown[], ReadonlyMap<string, Rect>>();

function lookUp<T extends { readonly id: string }>(
  members: readonly T[],
  id: string,
  rect: (one: T) => Rect,
) {
  let rects = rectsOf.get(members);
  if (!rects) {
    rects = new Map(members.map((one) => [one.id, rect(one)]));
    rectsOf.set(members, rects);
  }
  return rects.get(id);
}

/** Where a record is drawn, in pixels at zoom 1; null for what has no place on the canvas. */
export function rectOfRecord(geometry: Geometry, id: string): Rect | null {
  return (
    geometry.cardById.get(id)?.rect ??
    geometry.trackById.get(id)?.bar ??
    lookUp(geometry.stages, id, ({ rect }) => rect) ??
    lookUp(geometry.notes, id, ({ rect }) => rect) ??
    lookUp(geometry.flows, id, ({ bounds }) => bounds) ??
    lookUp(geometry.transitions, id, ({ bounds }) => bounds) ??
    null
  );
}

/** Air around what is fitted, in canvas pixels. */
const air = { x: 20, y: 16 } as const;

/** The rectangle around all that is drawn, with a little air; null for an empty map, whose lines alone fit any screen. */
export function rectOfContent(geometry: Geometry): Rect | null {
  const { stages, cards, tracks, flows, notes, transitions } = geometry;
  let all: Rect | null = null;
  for (const { bounds } of [...stages, ...cards, ...tracks, ...flows, ...notes, ...transitions]) {
    all = all ? union(all, bounds) : bounds;
  }
  if (!all) return null;
  // The sections above the cards belong to the picture even where nothing is in them yet.
  const { stages: top } = geometry.sections;
  all = union(all, { x: all.x, y: top.y, width: all.width, height: geometry.visibility.y - top.y });
  return { x: all.x - air.x, y: all.y - air.y, width: all.width + 2 * air.x, height: all.height + 2 * air.y };
}

/** The rectangle around several records, with room on every side; null when none of them is on the canvas. */
export function rectOfSelection(
  geometry: Geometry,
  records: readonly RecordRef[],
  room: number,
): Rect | null {
  let all: Rect | null = null;
  for (const { id } of records) {
    const rect = rectOfRecord(geometry, id);
    if (rect) all = all ? union(all, rect) : rect;
  }
  return all && inflate(all, room);
}

/** All that is drawn along a stage's span, from the top of the map to its bottom; null when the stage is not there. */
export function rectOfSpan(geometry: Geometry, stage: string): Rect | null {
  const span = geometry.stages.find(({ id }) => id === stage)?.rect;
  const content = rectOfContent(geometry);
  if (!span || !content) return null;
  return { x: span.x - air.x, y: content.y, width: span.width + 2 * air.x, height: content.height };
}
