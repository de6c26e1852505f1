import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { loadDocument } from '../../src/doc/loadDocument';
import { syntheticDocument } from '../bench/syntheticMap';

function read(update: Uint8Array): Y.Doc {
  return loadDocument([update], null);
}

function thrown(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch {
    return true;
  }
}

test('whatever texts are stored are read as Yjs reads them', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.string({ minLength: 35, maxLength: 60 }),
  );
  const value = fc.oneof(
    text,
    fc.array(text),
    // An object with a key “constructor” is no value to Yjs.
    fc.dictionary(
      fc.string({ maxLength: 12 }).map((key) => `/${key}`),
      text,
      { noNullPrototype: true },
    ),
    fc.integer(),
    fc.constant(null),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(text, value, text)), (entries) => {
      const written = new Y.Doc();
      for (const [key, stored, long] of entries) {
        written.getMap('records').set(key, stored);
        written.getMap('texts').set(key, new Y.Text(long));
      }
      const update = Y.encodeStateAsUpdate(written);
      const plain = new Y.Doc();
      Y.applyUpdate(plain, update);
      const quick = read(update);
      for (const root of ['records', 'texts'])
        expect(quick.getMap(root).toJSON()).toEqual(plain.getMap(root).toJSON());
      expect(Y.encodeStateAsUpdate(quick)).toEqual(Y.encodeStateAsUpdate(plain));
    }),
  );
});

test('a map with a hundred touchpoints and more is the same to the last byte', () => {
  const update = Y.encodeStateAsUpdate(syntheticDocument(150));
  expect(Y.encodeStateAsUpdate(read(update))).toEqual(update);
});

test('what is cut off throws, as with Yjs', () => {
  const ydoc = new Y.Doc();
  ydoc.getMap('touchpoints').set('title', 'Compare the plan');
  const update = Y.encodeStateAsUpdate(ydoc);
  for (let length = 1; length < update.length; length++) {
    const cut = update.subarray(0, length);
    expect(
      thrown(() => read(cut)),
      `${length} bytes`,
    ).toBe(true);
    expect(thrown(() => Y.applyUpdate(new Y.Doc(), cut))).toBe(true);
  }
});
