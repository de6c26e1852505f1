import { card, timelineUnit } from '../metrics';
import type { PlacedCard } from './arrangement';

/** A card whose row is tried out. */
interface Spot extends PlacedCard {
  offset: number;
}

/** A step between two cards, as the straight line between their middles. */
interface Line {
  readonly from: Spot;
  readonly to: Spot;
}

/** How tangled paths are. */
export interface Tangle {
  /** Pairs of steps that cross, common ends apart. */
  readonly crossings: number;
  /** Steps that run over a card that is not theirs. */
  readonly covered: number;
}

/** Half a card, a little less than it is: a line that grazes it does not run over it. */
const half = { at: card.width / 2 / timelineUnit - 0.03, offset: card.height / 2 / card.rowPitch - 0.03 };

/** Lines longer than this are compared with everything; there are few. */
const mostBuckets = 40;

interface Near {
  readonly lines: readonly Line[];
  readonly cards: readonly PlacedCard[];
}

/** Cards with rows that can be tried out, and how tangled the lines between them are. */
export class Board {
  readonly #cards = new Map<string, Spot>();
  readonly #cardsNear = new Map<number, Spot[]>();
  readonly #lines: readonly Line[];
  readonly #linesOf = new Map<string, Line[]>();
  readonly #linesNear = new Map<number, Line[]>();
  readonly #longLines: Line[] = [];
  readonly #near = new Map<Line, Near>();
  readonly #over = new Map<string, readonly Line[]>();

  constructor(
    cards: readonly PlacedCard[],
    steps: readonly { readonly from: string; readonly to: string }[],
  ) {
    for (const { id, at, offset } of cards) {
      const spot = { id, at, offset };
      this.#cards.set(id, spot);
      push(this.#cardsNear, Math.floor(at), spot);
    }
    this.#lines = steps.flatMap((step) => {
      const [from, to] = [this.#cards.get(step.from), this.#cards.get(step.to)];
      return from && to && from !== to ? [{ from, to }] : [];
    });
    for (const line of this.#lines) {
      push(this.#linesOf, line.from.id, line);
      push(this.#linesOf, line.to.id, line);
      const [first, last] = span(line);
      if (last - first > mostBuckets) this.#longLines.push(line);
      else for (let bucket = first; bucket <= last; bucket++) push(this.#linesNear, bucket, line);
    }
  }

  rowOf(id: string): number {
    return this.#cards.get(id)?.offset ?? 0;
  }

  place(id: string, offset: number): void {
    const one = this.#cards.get(id);
    if (one) one.offset = offset;
  }

  /** Cards within a place and a half in the rows they have now, itself left out. */
  cardsBeside(id: string): readonly PlacedCard[] {
    const at = this.#cards.get(id)?.at ?? 0;
    return this.#cardsAround(at - 1.5, at + 1.5)
      .filter((other) => other.id !== id)
      .map((other) => ({ ...other }));
  }

  /** Rows of what a card is joined to. */
  rowsJoined(id: string): readonly number[] {
    return (this.#linesOf.get(id) ?? []).map(({ from, to }) => (from.id === id ? to : from).offset);
  }

  /** Everything that is tangled. */
  tangle(): Tangle {
    return this.#tangleOf(this.#lines, []);
  }

  /** What is tangled where these cards and their lines are concerned. */
  tangleAt(ids: readonly string[]): Tangle {
    const [only] = ids;
    if (only !== undefined && ids.length === 1) return this.#tangleOf(this.#linesOf.get(only) ?? [], ids);
    return this.#tangleOf([...new Set(ids.flatMap((id) => this.#linesOf.get(id) ?? []))], ids);
  }

  #tangleOf(lines: readonly Line[], ids: readonly string[]): Tangle {
    let crossings = 0;
    let covered = 0;
    const isAll = lines === this.#lines;
    for (const line of lines) {
      const near = this.#nearLine(line);
      for (const other of near.lines)
        // Two lines of the set meet twice: each pair counts half then.
        if (doCross(line, other)) crossings += isAll || lines.includes(other) ? 0.5 : 1;
      for (const one of near.cards) if (doesCover(line, one)) covered++;
    }
    for (const id of ids) {
      const one = this.#cards.get(id);
      if (!one) continue;
      for (const line of this.#linesOver(one)) if (!lines.includes(line) && doesCover(line, one)) covered++;
    }
    return { crossings, covered };
  }

  /** What shares a part of the timeline with a line. Rows change, this does not. */
  #nearLine(line: Line): Near {
    const known = this.#near.get(line);
    if (known) return known;
    const [first, last] = span(line);
    const made = { lines: this.#linesBetween(first, last), cards: this.#cardsAround(first, last + 1) };
    this.#near.set(line, made);
    return made;
  }

  #linesOver(one: PlacedCard): readonly Line[] {
    const known = this.#over.get(one.id);
    if (known) return known;
    const made = this.#linesBetween(Math.floor(one.at - 1), Math.floor(one.at + 1));
    this.#over.set(one.id, made);
    return made;
  }

  #linesBetween(first: number, last: number): readonly Line[] {
    if (last - first > mostBuckets) return this.#lines;
    const found = new Set(this.#longLines);
    for (let bucket = first; bucket <= last; bucket++)
      for (const line of this.#linesNear.get(bucket) ?? []) found.add(line);
    return [...found];
  }

  #cardsAround(from: number, to: number): readonly PlacedCard[] {
    if (to - from > 4 * mostBuckets) return [...this.#cards.values()];
    const found: PlacedCard[] = [];
    for (let bucket = Math.floor(from) - 1; bucket <= Math.floor(to) + 1; bucket++)
      for (const one of this.#cardsNear.get(bucket) ?? []) found.push(one);
    return found;
  }
}

function span({ from, to }: Line): readonly [number, number] {
  return [Math.floor(Math.min(from.at, to.at)), Math.floor(Math.max(from.at, to.at))];
}

function doCross({ from: p, to: q }: Line, { from: r, to: s }: Line): boolean {
  if (p === r || p === s || q === r || q === s) return false;
  return turn(p, q, r) * turn(p, q, s) < 0 && turn(r, s, p) * turn(r, s, q) < 0;
}

function doesCover({ from, to }: Line, one: PlacedCard): boolean {
  if (one === from || one === to) return false;
  const [left, right] = from.at <= to.at ? [from, to] : [to, from];
  const start = Math.max(left.at, one.at - half.at);
  const end = Math.min(right.at, one.at + half.at);
  if (start > end) return false;
  const isUpright = right.at === left.at;
  const slope = isUpright ? 0 : (right.offset - left.offset) / (right.at - left.at);
  const y1 = left.offset + (start - left.at) * slope;
  const y2 = isUpright ? right.offset : left.offset + (end - left.at) * slope;
  return Math.min(y1, y2) < one.offset + half.offset && Math.max(y1, y2) > one.offset - half.offset;
}

/** On which side of the line from `a` to `b` a third place lies. */
function turn(a: PlacedCard, b: PlacedCard, c: PlacedCard): number {
  return Math.sign((b.at - a.at) * (c.offset - a.offset) - (b.offset - a.offset) * (c.at - a.at));
}

function push<K, T>(groups: Map<K, T[]>, key: K, value: T): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
