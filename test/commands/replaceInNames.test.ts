import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameChanges, replaceInNames, type NameSearch } from '../../src/commands/replaceInNames';
import { undo } from '../../src/commands/undoRedo';
import { openTestMap } from '../canvas/openTestMap';

const plain: NameSearch = {
  text: 'shop',
  replacement: 'Store',
  kind: null,
  matchesCase: false,
  wholeWords: false,
};

function openShop() {
  return openTestMap((m) => {
    m.touchpoint('Enter the shop').uses('Web shop');
    m.touchpoint('Shop');
    m.touchpoint('Join a workshop');
    m.note('shop (closed?)');
  });
}

function after(search: Partial<NameSearch>): readonly string[] {
  return nameChanges(openShop().map.journey(), { ...plain, ...search }).map((change) => change.after);
}

describe('FIND-5: replacing in names', () => {
  test('takes the text as it is, in every kind, whatever its case', () => {
    expect(after({}).toSorted()).toEqual(
      ['Enter the Store', 'Store', 'Join a workStore', 'Web Store', 'Store (closed?)'].toSorted(),
    );
    expect(after({ text: '(closed?)', replacement: '$&' })).toEqual(['shop $&']);
  });

  test('counts capital letters, whole words and one kind alone where asked to', () => {
    expect(after({ matchesCase: true, text: 'Shop' })).toEqual(['Store']);
    expect(after({ wholeWords: true })).not.toContain('Join a workStore');
    expect(after({ kind: 'systems' })).toEqual(['Web Store']);
  });

  test('never leaves a name empty, and finds nothing where nothing is asked', () => {
    expect(after({ replacement: '' })).not.toContain('');
    expect(after({ replacement: '' })).toContain('Web ');
    expect(after({ text: '' })).toEqual([]);
  });

  test('is one step of undo, and leaves out what is not wanted', () => {
    const { map, built } = openShop();
    const before = map.journey();
    const except = new Set([built.id('Web shop', 'systems')]);
    expect(replaceInNames.run(map, { ...plain, except })).toEqual({ ok: true, value: 4 });
    expect(map.journey().systems.all.map(({ name }) => name)).toEqual(['Web shop']);
    expect(map.journey().notes.all.map(({ text }) => text)).toEqual(['Store (closed?)']);
    undo.run(map);
    expect(map.journey().touchpoints.all.map(({ title }) => title)).toEqual(
      before.touchpoints.all.map(({ title }) => title),
    );
    expect(map.journey().notes.all.map(({ text }) => text)).toEqual(['shop (closed?)']);
    expect(replaceInNames.run(map, { ...plain, text: 'nowhere' })).toEqual({
      ok: false,
      reason: 'nothing-to-do',
    });
  });

  test('any text can be looked for without being taken for a pattern', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 8 }), fc.boolean(), (text, wholeWords) => {
        const { map } = openTestMap((m) => m.touchpoint(`«${text}»`));
        const [change] = nameChanges(map.journey(), { ...plain, text, replacement: 'x', wholeWords });
        if (change) expect(change.after).toBe(`«${`${text}`.replaceAll(text, () => 'x')}»`);
        else expect(wholeWords || text === 'x').toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
