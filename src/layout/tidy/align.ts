import type { Journey } from '../../model/resolve';
import { card, note, timelineUnit } from '../metrics';
import {
  cardsOf,
  changedPlaces,
  collide,
  inOrder,
  settleRows,
  toTwentieth,
  type Arrangement,
  type PlacedCard,
} from './arrangement';

/** The sides and middles that things can be aligned by. */
export const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Alignment = (typeof alignments)[number];

/** Between two cards that are pushed apart in a row, in places of the timeline. */
const inRow = 1.5;

/** Aligns touchpoints and notes with one another (TIDY-6); a card that would lie on another one gives way. */
export function align(journey: Journey, chosen: ReadonlySet<string>, by: Alignment): Arrangement {
  const all = cardsOf(journey);
  const cards = all.filter(({ id }) => chosen.has(id));
  const staying = all.filter(({ id }) => !chosen.has(id));
  const notes: readonly PlacedCard[] = journey.notes.all.filter(({ id }) => chosen.has(id));
  const before = new Map([...cards, ...notes].map((one) => [one.id, one]));
  const isAcross = by === 'left' || by === 'centre' || by === 'right';
  const aligned = isAcross ? across(cards, notes, by) : down(cards, notes, by);
  // Whoever is there already keeps the row.
  const isThere = ({ id, at }: PlacedCard): number => (before.get(id)?.at === at ? 0 : 1);
  const settled = isAcross
    ? settleRows(
        aligned.cards.toSorted((a, b) => isThere(a) - isThere(b) || a.offset - b.offset || inOrder(a, b)),
        staying,
      )
    : pushRight(aligned.cards.toSorted(inOrder), staying);
  return { places: changedPlaces(before, [...settled, ...aligned.notes]), stages: [], tracks: [] };
}

/** Gives the rows between the uppermost and the lowest touchpoint to the others in equal steps, whole rows. */
export function distributeRows(journey: Journey, chosen: ReadonlySet<string>): Arrangement {
  const all = cardsOf(journey);
  const cards = all
    .filter(({ id }) => chosen.has(id))
    .toSorted((a, b) => a.offset - b.offset || inOrder(a, b));
  const [first, last] = [Math.round(cards[0]?.offset ?? 0), Math.round(cards.at(-1)?.offset ?? 0)];
  const step = cards.length < 2 ? 0 : (last - first) / (cards.length - 1);
  const spread = cards.map((one, index) => ({ ...one, offset: Math.round(first + index * step) }));
  const settled = settleRows(
    spread,
    all.filter(({ id }) => !chosen.has(id)),
  );
  return { places: changedPlaces(new Map(all.map((one) => [one.id, one])), settled), stages: [], tracks: [] };
}

interface Aligned {
  readonly cards: readonly PlacedCard[];
  readonly notes: readonly PlacedCard[];
}

function across(
  cards: readonly PlacedCard[],
  notes: readonly PlacedCard[],
  by: 'left' | 'centre' | 'right',
): Aligned {
  const side = by === 'left' ? -0.5 : by === 'right' ? 0.5 : 0;
  const halfOfCard = (card.width / timelineUnit) * side;
  const halfOfNote = (note.width / timelineUnit) * side;
  const edges = [...cards.map(({ at }) => at + halfOfCard), ...notes.map(({ at }) => at + halfOfNote)];
  const target = targetOf(edges, by === 'left' ? 'least' : by === 'right' ? 'most' : 'middle', toTwentieth);
  return {
    cards: cards.map((one) => ({ ...one, at: target - halfOfCard })),
    notes: notes.map((one) => ({ ...one, at: target - halfOfNote })),
  };
}

function down(
  cards: readonly PlacedCard[],
  notes: readonly PlacedCard[],
  by: 'top' | 'middle' | 'bottom',
): Aligned {
  const rows = [...cards, ...notes].map(({ offset }) => offset);
  const target = targetOf(rows, by === 'top' ? 'least' : by === 'bottom' ? 'most' : 'middle', Math.round);
  return {
    cards: cards.map((one) => ({ ...one, offset: Math.max(0, target) })),
    notes: notes.map((one) => ({ ...one, offset: target })),
  };
}

function targetOf(
  values: readonly number[],
  which: 'least' | 'middle' | 'most',
  round: (value: number) => number,
): number {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (which === 'least') return least;
  return which === 'most' || least === most ? most : round((least + most) / 2);
}

/** One after the other in their row: what would lie on another card goes as far to the right as it must. */
function pushRight(cards: readonly PlacedCard[], staying: readonly PlacedCard[]): readonly PlacedCard[] {
  const settled: PlacedCard[] = [];
  const taken = staying.toSorted(inOrder);
  for (const wanted of cards) {
    const placedAt = (at: number): PlacedCard => ({ ...wanted, at });
    const inTheWay = (at: number): PlacedCard | undefined =>
      settled.findLast((other) => collide(placedAt(at), other)) ??
      taken.find((other) => collide(placedAt(at), other));
    let at = wanted.at;
    for (let other = inTheWay(at); other; other = inTheWay(at)) at = other.at + inRow;
    settled.push(placedAt(at));
  }
  return settled;
}
