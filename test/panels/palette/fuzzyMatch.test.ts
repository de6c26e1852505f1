import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText } from '../../../src/model/foldText';
import { markMatches, matchScore, queryWords } from '../../../src/panels/palette/fuzzyMatch';

function score(name: string, query: string): number | null {
  return matchScore(foldText(name), queryWords(query));
}

/** Names that fit a query, best first. */
function ranked(query: string, ...names: readonly string[]): readonly string[] {
  return names
    .flatMap((name) => ({ name, points: score(name, query) }))
    .filter(({ points }) => points !== null)
    .toSorted((a, b) => (b.points ?? 0) - (a.points ?? 0))
    .map(({ name }) => name);
}

describe('FIND-1: what fits', () => {
  test('whatever the case and the accents, in any order of words', () => {
    expect(score('Größe wählen', 'grosse')).not.toBeNull();
    expect(score('Größe wählen', 'wahlen GRÖ')).not.toBeNull();
    expect(score('Smørrebrød', 'smorrebrod')).not.toBeNull();
    expect(score('Оплата', 'оПЛ')).not.toBeNull();
    expect(score('Pay', 'pay now')).toBeNull();
  });

  test('better fits come first', () => {
    expect(ranked('pay', 'Repay', 'Payment gateway', 'Pay', 'Choose how to pay', 'Parcel yes')).toEqual([
      'Pay',
      'Payment gateway',
      'Choose how to pay',
      'Repay',
      'Parcel yes',
    ]);
  });

  test('scattered letters begin at a word and lie close together', () => {
    expect(score('Store tills (POS)', 'stti')).not.toBeNull();
    expect(score('Restore tills', 'stti')).toBeNull();
    expect(score('Search for a tent in the middle of nowhere', 'sn')).toBeNull();
  });

  test('a name is always found by itself and by any of its words', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(name, (text) => {
        const words = queryWords(text);
        expect(score(text, text)).not.toBeNull();
        for (const word of words) expect(score(text, word)).not.toBeNull();
      }),
    );
  });
});

describe('marking why a name was found', () => {
  test('marks the letters as they are written', () => {
    expect(markMatches('Größe wählen', queryWords('grosse'))).toEqual([
      { start: 0, text: 'Größe', isMatch: true },
      { start: 5, text: ' wählen', isMatch: false },
    ]);
    expect(markMatches('Store tills', queryWords('stti')).filter(({ isMatch }) => isMatch)).toEqual([
      { start: 0, text: 'St', isMatch: true },
      { start: 6, text: 'ti', isMatch: true },
    ]);
  });

  test('loses no letter of any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (name, query) => {
        const pieces = markMatches(name, queryWords(query));
        expect(pieces.map(({ text }) => text).join('')).toBe(name);
      }),
    );
  });
});
