import { inOrder, shareRow, type PlacedCard } from './arrangement';

/** Cards that stand below one another: one moment of the journey. */
export interface Column {
  /** The place of the first of them and of the last one. */
  readonly from: number;
  readonly to: number;
  readonly cards: readonly PlacedCard[];
}

/** Cards nearer than this that do not lie on one another are meant to stand below one another. */
const together = 0.3;

/**
 * Cards in columns from left to right. Between two cards of one column lies no edge of a stage, so that moving a column as
 * a whole takes no card out of its stage.
 *
 * @param edges where stages begin and end
 */
export function columnsOf(cards: readonly PlacedCard[], edges: readonly number[]): readonly Column[] {
  const sortedEdges = edges.toSorted((a, b) => a - b);
  const columns: { from: number; to: number; cards: PlacedCard[] }[] = [];
  let edge = 0;
  for (const one of cards.toSorted(inOrder)) {
    const current = columns.at(-1);
    // The first edge that is not left of the column.
    const left = current?.from ?? -Infinity;
    while ((sortedEdges[edge] ?? Infinity) < left) edge++;
    const isCut = current && one.at > current.from && (sortedEdges[edge] ?? Infinity) <= one.at;
    const joins =
      current &&
      !isCut &&
      one.at - current.from < together &&
      !current.cards.some((other) => shareRow(one, other));
    if (joins) {
      current.cards.push(one);
      current.to = one.at;
    } else columns.push({ from: one.at, to: one.at, cards: [one] });
  }
  return columns;
}

/** Whether a card of one column is in a row of the other. */
export function haveRowInCommon(a: Column, b: Column): boolean {
  return a.cards.some((one) => b.cards.some((other) => shareRow(one, other)));
}
