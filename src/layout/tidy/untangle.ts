import type { Journey } from '../../model/resolve';
import { minimumRows } from '../metrics';
import { cardsOf, changedPlaces, collide, inOrder, type Arrangement, type PlacedCard } from './arrangement';
import { Board, type Tangle } from './tangle';

/** A map needs two or three rounds; more happen only where thousands of paths cross. */
const mostRounds = 24;
/** Cards looked at in all, which takes seconds: of a map with more tangled ones the worst are done, and the rest the next time. */
const mostLooks = 8_000;

/**
 * Gives touchpoints other rows so that fewer steps cross, and fewer run over a card that is not theirs (TIDY-4). Places on
 * the timeline stay, and so do rows where nothing is tangled.
 *
 * Card after card is put where its paths cross least: into the row of a card beside it, which takes its own, or into a free
 * row, the one nearest to the median of what it is joined to first (the median heuristic of P. Eades and N. Wormald, 1994). A change is made only if less is tangled with it, so that it ends, and ends at once the second time.
 *
 * @param chosen the touchpoints that may change rows; null for all
 */
export function untangle(journey: Journey, chosen: ReadonlySet<string> | null): Arrangement {
  const cards = cardsOf(journey);
  const board = new Board(cards, linesOf(journey));
  const movable = cards.filter(({ id }) => !chosen || chosen.has(id)).toSorted(inOrder);
  const mayMove = new Set(movable.map(({ id }) => id));
  let looks = 0;
  for (let round = 0; round < mostRounds; round++) {
    const lowest = cards.reduce((row, { id }) => Math.max(row, board.rowOf(id)), minimumRows - 1);
    const worst = worstFirst(board, movable).slice(0, mostLooks - looks);
    let changes = 0;
    looks += worst.length;
    for (const one of worst) if (improve(board, one, mayMove, Math.ceil(lowest) + 1)) changes++;
    if (changes === 0) break;
  }
  const after = cards.map((one) => ({ ...one, offset: board.rowOf(one.id) }));
  const before = new Map(cards.map((one) => [one.id, one]));
  return { places: changedPlaces(before, after), stages: [], tracks: [] };
}

/** The cards at which something is tangled, the most first: one move there often settles its neighbours too. */
function worstFirst(board: Board, cards: readonly PlacedCard[]): readonly PlacedCard[] {
  return cards
    .map((one) => ({ one, ...board.tangleAt([one.id]) }))
    .filter(({ crossings, covered }) => crossings + covered > 0)
    .toSorted((a, b) => b.crossings - a.crossings || b.covered - a.covered)
    .map(({ one }) => one);
}

/** The steps that are drawn as lines between two cards. */
export function linesOf({ transitions }: Journey): readonly { readonly from: string; readonly to: string }[] {
  return transitions.all.flatMap(({ from, to }) => (from !== null && to !== null ? [{ from, to }] : []));
}

/** Puts one card where its paths are tangled least. Returns whether it went anywhere. */
function improve(board: Board, one: PlacedCard, mayMove: ReadonlySet<string>, lowest: number): boolean {
  const { id, at } = one;
  const start = board.tangleAt([id]);
  if (start.crossings === 0 && start.covered === 0) return false;
  const own = board.rowOf(id);
  const beside = board.cardsBeside(id);
  let best: { readonly gain: Tangle; readonly make: () => void } | null = null;
  const consider = (moves: readonly (readonly [id: string, row: number])[]): void => {
    const ids = moves.map(([card]) => card);
    const back = ids.map((card) => [card, board.rowOf(card)] as const);
    const before = ids.length === 1 ? start : board.tangleAt(ids);
    for (const [card, row] of moves) board.place(card, row);
    const after = board.tangleAt(ids);
    for (const [card, row] of back) board.place(card, row);
    const gain = {
      crossings: before.crossings - after.crossings,
      covered: before.covered - after.covered,
    };
    if (isMore(gain, best?.gain ?? { crossings: 0, covered: 0 }))
      best = { gain, make: () => moves.forEach(([card, row]) => board.place(card, row)) };
  };
  for (const other of beside) {
    const row = other.offset;
    if (!mayMove.has(other.id) || row === own) continue;
    if (canSwap(board, one, other))
      consider([
        [id, row],
        [other.id, own],
      ]);
  }
  for (const row of rowsToTry(board, id, lowest)) {
    if (!beside.some((other) => collide({ id, at, offset: row }, other))) consider([[id, row]]);
  }
  // Assigned in a closure, which the compiler does not follow.
  const found = best as { readonly make: () => void } | null;
  found?.make();
  return found !== null;
}

/** Fewer crossings first; where as many, fewer cards that are run over. */
function isMore(a: Tangle, b: Tangle): boolean {
  return a.crossings === b.crossings ? a.covered > b.covered : a.crossings > b.crossings;
}

function rowsToTry(board: Board, id: string, lowest: number): readonly number[] {
  const own = board.rowOf(id);
  const joined = board.rowsJoined(id).toSorted((a, b) => a - b);
  const median = joined[joined.length >> 1] ?? own;
  return Array.from({ length: lowest + 1 }, (_, row) => row)
    .filter((row) => row !== own)
    .toSorted((a, b) => Math.abs(a - median) - Math.abs(b - median) || Math.abs(a - own) - Math.abs(b - own));
}

/** Whether two cards can take one another's row without lying on a third. */
function canSwap(board: Board, a: PlacedCard, b: PlacedCard): boolean {
  const inRow = (one: PlacedCard, of: PlacedCard): PlacedCard => ({ ...one, offset: board.rowOf(of.id) });
  const moved = [inRow(a, b), inRow(b, a)] as const;
  if (collide(...moved)) return false;
  return moved.every((one) =>
    board
      .cardsBeside(one.id)
      .every((other) => other.id === a.id || other.id === b.id || !collide(one, other)),
  );
}
