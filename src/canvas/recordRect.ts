import type { Geometry, Rect } from '../layout/geometry';
import { inflate, union } from '../layout/rectangles';
import type { RecordRef } from '../model/kinds';

const byId = new WeakMap<Geometry, Map<string, Rect>>();

/** Where a record is drawn, in pixels at zoom 1; null for what has no place on the canvas. */
export function rectOfRecord(geometry: Geometry, id: string): Rect | null {
  let rects = byId.get(geometry);
  if (!rects) {
    rects = new Map();
    for (const { id: one, rect } of [...geometry.cards, ...geometry.stages, ...geometry.notes])
      rects.set(one, rect);
    for (const { id: one, bar } of geometry.tracks) rects.set(one, bar);
    for (const { id: one, bounds } of [...geometry.transitions, ...geometry.flows]) rects.set(one, bounds);
    byId.set(geometry, rects);
  }
  return rects.get(id) ?? null;
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
