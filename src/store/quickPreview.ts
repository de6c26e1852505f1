import type { Card, DropLine, Geometry, NoteRect, Point, Rect, TransitionRoute } from '../layout/geometry';
import { card, cardsTop, note } from '../layout/metrics';
import { rectAround } from '../layout/rectangles';
import { xOfAt, yOfOffset } from '../layout/timelineScale';
import { patchedMap } from '../model/patchedMap';
import type { Place } from './layoutInParts';

/** What of a geometry is elsewhere for the moment than it was laid out. */
export interface Moved {
  /** As it was laid out. */
  readonly settled: Geometry;
  readonly cards: ReadonlyMap<string, Card>;
  /** Lines that end at a moved card, by their ids. */
  readonly transitions: ReadonlyMap<string, TransitionRoute>;
  readonly dropLines: ReadonlyMap<string, DropLine>;
}

const movedIn = new WeakMap<Geometry, Moved>();

/** What is moved in a geometry that `quickPreview` made; null in any other. */
export function movedOf(geometry: Geometry): Moved | null {
  return movedIn.get(geometry) ?? null;
}

/**
 * A map too large to be laid out with every move of the pointer, with what is dragged where the pointer has it: cards
 * and notes are there, lines that end at them run straight, everything else stays until they are let go. Costs what is
 * moved: whole lists are made for those alone who ask for them, `movedOf` tells the others. The first move looks through all lines.
 */
export function quickPreview(geometry: Geometry, places: readonly Place[]): Geometry {
  const cards = new Map<string, Card>();
  const notes = new Map<string, NoteRect>();
  for (const { id, at, offset } of places) {
    const before = geometry.cardById.get(id);
    if (before) cards.set(id, movedCard(before, at, offset));
    else {
      const rect = geometry.notes.find((one) => one.id === id)?.rect;
      if (rect) notes.set(id, movedNote(id, rect, at, offset));
    }
  }
  const moved: Moved = { settled: geometry, cards, ...linesAtMoved(geometry, cards) };
  const preview: Geometry = {
    ...geometry,
    cardById: patchedMap(geometry.cardById, cards),
    notes: replaced(geometry.notes, notes),
    get cards() {
      return replaced(geometry.cards, cards);
    },
    get transitions() {
      return replaced(geometry.transitions, moved.transitions);
    },
    get dropLines() {
      return replaced(geometry.dropLines, moved.dropLines);
    },
  };
  movedIn.set(preview, moved);
  return preview;
}

interface Lines {
  /** Of which cards. */
  readonly of: string;
  readonly transitions: readonly TransitionRoute[];
  readonly dropLines: readonly DropLine[];
}

/** The lines of what is moved in a geometry. While somebody drags they are the same ones with every move. */
const linesIn = new WeakMap<Geometry, Lines>();

function linesOf(geometry: Geometry, cards: ReadonlyMap<string, Card>): Lines {
  const of = [...cards.keys()].join(' ');
  const known = linesIn.get(geometry);
  if (known?.of === of) return known;
  const found: Lines = {
    of,
    transitions: geometry.transitions.filter(
      ({ from, to }) => cards.has(from) || (to !== null && cards.has(to)),
    ),
    dropLines: geometry.dropLines.filter(({ id }) => cards.has(id)),
  };
  linesIn.set(geometry, found);
  return found;
}

/** The lines that end at moved cards, as they run now. */
function linesAtMoved(
  geometry: Geometry,
  cards: ReadonlyMap<string, Card>,
): Pick<Moved, 'transitions' | 'dropLines'> {
  const lines = linesOf(geometry, cards);
  const transitions = new Map<string, TransitionRoute>();
  const dropLines = new Map<string, DropLine>();
  for (const route of lines.transitions) {
    const to = route.to === null ? undefined : cards.get(route.to);
    transitions.set(
      route.id,
      straight(route, shiftOf(geometry, cards.get(route.from)), shiftOf(geometry, to)),
    );
  }
  for (const line of lines.dropLines) {
    const to = cards.get(line.id);
    if (to) dropLines.set(line.id, movedLine(line, to));
  }
  return { transitions, dropLines };
}

function movedLine(line: DropLine, { centerX }: Card): DropLine {
  return { ...line, x: centerX, bounds: { ...line.bounds, x: centerX - line.bounds.width / 2 } };
}

/** A list with some members in the place of those with their ids. */
function replaced<T extends { readonly id: string }>(
  all: readonly T[],
  by: ReadonlyMap<string, T>,
): readonly T[] {
  return by.size === 0 ? all : all.map((one) => by.get(one.id) ?? one);
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
