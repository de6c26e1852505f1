import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shiftCaret } from '../../../src/panels/inspector/parts/shiftCaret';

// Letters on the two sides differ from those of the change, so that it is clear which of them are the same.
const left = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 });
const right = fc.string({ unit: fc.constantFrom('y', 'z'), maxLength: 12 });
const middle = fc.string({ unit: fc.constantFrom('1', '2', '3'), maxLength: 12 });

describe('a caret in a text that somebody else changes', () => {
  test('stays before the letters it stood before, wherever the change was in front of it', () => {
    fc.assert(
      fc.property(left, middle, middle, right, fc.nat(), (before, old, fresh, after, n) => {
        const place = n % (after.length + 1);
        const caret = before.length + old.length + place;
        const moved = shiftCaret(before + old + after, before + fresh + after, caret);
        if (place > 0) expect(moved).toBe(before.length + fresh.length + place);
        else expect((before + fresh + after).slice(moved).endsWith(after)).toBe(true);
      }),
    );
  });

  test('does not move when the change is behind it', () => {
    fc.assert(
      fc.property(left, middle, middle, right, fc.nat(), (before, old, fresh, after, n) => {
        const caret = n % (before.length + 1);
        expect(shiftCaret(before + old + after, before + fresh + after, caret)).toBe(caret);
      }),
    );
  });

  test('never leaves the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(), (before, after, n) => {
        const moved = shiftCaret(before, after, n % (before.length + 1));
        expect(moved).toBeGreaterThanOrEqual(0);
        expect(moved).toBeLessThanOrEqual(after.length);
      }),
    );
  });
});
