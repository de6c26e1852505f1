import { foldText } from '../../model/foldText';

/** How well one word fits: the larger the better. */
const points = { whole: 100, start: 80, wordStart: 60, inside: 40, scattered: 15 } as const;

/** Scattered letters may lie this many times their own length apart; beyond that a match is chance. */
const widest = 3;

/** The words of a query as they are compared. */
export function queryWords(query: string): readonly string[] {
  return foldText(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/**
 * How well a name fits the words of a query, null when it does not: every word has to be found, in any order; as a
 * piece of the name, or as letters of it in their order that begin at the beginning of a word ("stti" finds "Store tills").
 *
 * @param folded the name as `foldText` gives it
 */
export function matchScore(folded: string, words: readonly string[]): number | null {
  let score = 0;
  for (const word of words) {
    const fit = scoreOfWord(folded, word);
    if (fit === null) return null;
    score += fit;
  }
  // Of two that fit equally, the shorter name is fitted more.
  return score - Math.min(folded.length, 90) / 100;
}

function scoreOfWord(folded: string, word: string): number | null {
  const at = folded.indexOf(word);
  if (at === 0) return folded.length === word.length ? points.whole : points.start;
  if (at > 0) {
    if (isWordStart(folded, at)) return points.wordStart;
    for (let next = folded.indexOf(word, at + 1); next > 0; next = folded.indexOf(word, next + 1))
      if (isWordStart(folded, next)) return points.wordStart;
    return points.inside;
  }
  const places = scatteredPlaces(folded, word);
  if (!places) return null;
  const spread = (places.at(-1) ?? 0) - (places[0] ?? 0) + 1;
  return (points.scattered * word.length) / spread;
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

/** Where the letters of a word stand in a text, in their order; null when they do not, or too far apart. */
function scatteredPlaces(text: string, word: string): readonly number[] | null {
  if (word.length < 2) return null;
  for (
    let start = text.indexOf(word.charAt(0));
    start >= 0;
    start = text.indexOf(word.charAt(0), start + 1)
  ) {
    if (!isWordStart(text, start)) continue;
    const places = [start];
    for (let index = 1; index < word.length; index++) {
      const next = text.indexOf(word.charAt(index), (places.at(-1) ?? 0) + 1);
      if (next < 0) break;
      places.push(next);
    }
    const spread = (places.at(-1) ?? 0) - start + 1;
    if (places.length === word.length && spread <= word.length * widest) return places;
  }
  return null;
}

/** A piece of a name, and whether it is part of what was searched. */
export interface NamePiece {
  /** Which of the name's letters is its first. */
  readonly start: number;
  readonly text: string;
  readonly isMatch: boolean;
}

/** The name cut into pieces that fit the query and pieces that do not, to show why it was found. */
export function markMatches(name: string, words: readonly string[]): readonly NamePiece[] {
  const letters = [...name];
  // Folding may turn one letter into two (ß) or none (a loose accent): every folded letter knows where it came from.
  const origin: number[] = [];
  let folded = '';
  letters.forEach((letter, index) => {
    const plain = foldText(letter);
    folded += plain;
    for (let count = 0; count < plain.length; count++) origin.push(index);
  });
  const marked = new Set<number>();
  for (const word of words) {
    const at = folded.indexOf(word);
    const places = at >= 0 ? [...word].map((_, index) => at + index) : (scatteredPlaces(folded, word) ?? []);
    for (const place of places) marked.add(origin[place] ?? -1);
  }
  const pieces: { start: number; text: string; isMatch: boolean }[] = [];
  letters.forEach((letter, start) => {
    const isMatch = marked.has(start);
    const last = pieces.at(-1);
    if (last?.isMatch === isMatch) last.text += letter;
    else pieces.push({ start, text: letter, isMatch });
  });
  return pieces;
}
