import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareByOrder, orderKeyBetween, orderKeysBetween } from '../../src/model/orderKeys';
import { seededEntropy } from '../support/testNetwork';

test('DOC-6 a key made between two keys sorts strictly between them, however often one inserts', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100), { maxLength: 120 }), fc.integer(), (places, seed) => {
      const entropy = seededEntropy(seed);
      const keys: string[] = [];
      for (const place of places) {
        const index = place % (keys.length + 1);
        keys.splice(index, 0, orderKeyBetween(keys[index - 1] ?? null, keys[index] ?? null, entropy));
      }
      expect([...keys].sort()).toEqual(keys);
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});

test('DOC-6 between equal or reversed keys, as a merge can leave them, a key still sorts after the first', () => {
  const entropy = seededEntropy(1);
  expect(orderKeyBetween('V3', 'V3', entropy) > 'V3').toBe(true);
  expect(orderKeyBetween('b1', 'a1', entropy) > 'b1').toBe(true);
});

test('DOC-6 two people who insert in the same place at once get different keys', () => {
  const [a, b] = [seededEntropy(1), seededEntropy(2)];
  expect(orderKeyBetween('A1', 'B1', a)).not.toBe(orderKeyBetween('A1', 'B1', b));
});

test('DOC-6 appending ten thousand times keeps keys short and in order', () => {
  const keys = orderKeysBetween(null, null, 10_000, seededEntropy(3));
  expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(4);
  expect([...keys].sort()).toEqual(keys);
});

test('DOC-6 behind a key that is full the keys grow and stay in order', () => {
  const keys = orderKeysBetween('zzzz', null, 100, seededEntropy(4));
  expect(['zzzz', ...keys].sort()).toEqual(['zzzz', ...keys]);
});

test('DOC-6 records without a key come last, by id', () => {
  const sorted = [
    { id: 'b', order: '' },
    { id: 'c', order: 'V' },
    { id: 'a', order: '' },
  ].sort(compareByOrder);
  expect(sorted.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
});
