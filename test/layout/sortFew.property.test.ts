import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sortFew } from '../../src/layout/sortFew';

describe('sortFew', () => {
  test('sorts lists of any length as Array.sort does, and keeps the order of equals', () => {
    const member = fc.record({ key: fc.integer({ min: 0, max: 9 }), name: fc.string({ maxLength: 1 }) });
    fc.assert(
      fc.property(fc.array(member, { maxLength: 60, size: 'max' }), (list) => {
        const byKey = (a: { readonly key: number }, b: { readonly key: number }): number => a.key - b.key;
        expect(sortFew([...list], byKey)).toEqual(list.toSorted(byKey));
      }),
    );
  });
});
