import { expect, test } from 'vitest';
import { parseNumber } from '../../src/ui/parseNumber';
import { stepNumber } from '../../src/ui/stepNumber';

test.each([
  ['12', 12],
  ['3.5', 3.5],
  ['3,5', 3.5],
  [' 1 234,5 ', 1234.5],
  ['1.234,5', 1234.5],
  ['1,234.5', 1234.5],
  ['1.234.567', 1_234_567],
  ["1'234", 1234],
  ['−2', -2],
  [',5', 0.5],
  ['7.', 7],
  ['', null],
  ['   ', null],
])('%j is read as %j', (text, value) => {
  expect(parseNumber(text)).toEqual({ ok: true, value });
});

test.each(['abc', '1e5', '1-2', '--1', '.', '12 %', 'Infinity', '1,2,3.4.5', '9'.repeat(400)])(
  '%j is no number',
  (text) => {
    expect(parseNumber(text)).toEqual({ ok: false, reason: 'not-a-number' });
  },
);

test('a step leaves no binary dust and stays within bounds', () => {
  expect(stepNumber(0.1, 0.2)).toBe(0.3);
  expect(stepNumber(99.5, 1, 0, 100)).toBe(100);
  expect(stepNumber(null, 1, 5)).toBe(5);
});
