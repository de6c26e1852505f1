import type { Card, Geometry, NoteRect, Point, Rect, TransitionRoute } from '../layout/geometry';
import { card, cardsTop, note } from '../layout/metrics';
import { rectAround } from '../layout/rectangles';
import { xOfAt, yOfOffset } from '../layout/timelineScale';
import { patchedMap } from '../model/patchedMap';
import type { Preview } from './derived';

/**
 * A map too large to be laid out with every move of the pointer, with what is dragged where the pointer has it: cards
 * and notes are there, lines that end at them run straight, everything else stays until they are let go.
 */
export function quickPreview(geometry: Geometry, { places }: Preview): Geometry {
  const moved = new Map<string, Card>();
  const notes = new Map<string, NoteRect>();
  for (const { id, at, offset } of places) {
    const before = geometry.cardById.get(id);
    if (before) moved.set(id, movedCard(before, at, offset));
    else {
      const rect = geometry.notes.find((one) => one.id === id)?.rect;
      if (rect) notes.set(id, movedNote(id, rect, at, offset));
    }
  }
  return {
    ...geometry,
    cards: replaced(geometry.cards, moved.keys(), byId, (one) => moved.get(one.id) ?? one),
    cardById: patchedMap(geometry.cardById, moved),
    notes: replaced(geometry.notes, notes.keys(), byId, (one) => notes.get(one.id) ?? one),
    transitions: replaced(geometry.transitions, moved.keys(), endsOf, (route) => {
      const from = moved.get(route.from);
      const to = route.to === null ? undefined : moved.get(route.to);
      return straight(route, shiftOf(geometry, from), shiftOf(geometry, to));
    }),
    dropLines: replaced(geometry.dropLines, moved.keys(), byId, (line) => {
      const to = moved.get(line.id);
      return to ? { ...line, x: to.centerX } : line;
    }),
  };
}

const byId = ({ id }: { readonly id: string }): readonly string[] => [id];
const endsOf = ({ from, to }: TransitionRoute): readonly string[] => (to === null ? [from] : [from, to]);

/** Where in a list what hangs on an id stands. Lists keep their identity while somebody drags, and so does this. */
const placesIn = new WeakMap<readonly unknown[], ReadonlyMap<string, readonly number[]>>();

/** A list with what hangs on some ids made anew; costs what is made, once the first call has looked through the list. */
function replaced<T>(
  all: readonly T[],
  ids: Iterable<string>,
  keysOf: (one: T) => readonly string[],
  make: (one: T) => T,
): readonly T[] {
  let places = placesIn.get(all);
  if (!places) {
    const found = new Map<string, number[]>();
    for (const [place, one] of all.entries()) {
      for (const key of keysOf(one)) found.set(key, [...(found.get(key) ?? []), place]);
    }
    places = found;
    placesIn.set(all, places);
  }
  let list: T[] | null = null;
  for (const id of ids) {
    for (const place of places.get(id) ?? []) {
      list ??= [...all];
      list[place] = make(all[place] as T);
    }
  }
  return list ?? all;
}

function movedCard(before: Card, at: number, offset: number): Card {
  const centerX = xOfAt(at);
  const rect = { ...before.rect, x: centerX - card.width / 2, y: yOfOffset(offset) };
  return { ...before, rect, bounds: rect, centerX, offset };
}

function movedNote(id: string, before: Rect, at: number, offset: number): NoteRect {
  const rect = { ...before, x: xOfAt(at) - note.width / 2, y: cardsTop + offset * card.rowPitch };
  return { id, rect, bounds: rect };
}

function shiftOf(geometry: Geometry, to: Card | undefined): Point {
  const from = to && geometry.cardById.get(to.id);
  return from ? { x: to.rect.x - from.rect.x, y: to.rect.y - from.rect.y } : { x: 0, y: 0 };
}

function straight(route: TransitionRoute, from: Point, to: Point): TransitionRoute {
  const start = { x: route.start.x + from.x, y: route.start.y + from.y };
  const end = { x: route.end.x + to.x, y: route.end.y + to.y };
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  return {
    ...route,
    start,
    end,
    path: `M${start.x},${start.y}L${end.x},${end.y}`,
    badge: middle,
    label: { ...route.label, ...middle },
    bounds: rectAround([start, end]),
  };
}
