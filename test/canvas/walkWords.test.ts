import { expect, test } from 'vitest';
import { beginWalk, stepOn, waysOn, type Walk } from '../../src/analysis/walk';
import { spokenWalk, walkWords } from '../../src/canvas/walk/walkWords';
import { buildMap, removeRecord } from '../support/mapBuilder';

const map = buildMap((m) => {
  m.persona('Lena');
  m.touchpoint('Look', { channels: ['Web'] });
  m.touchpoint('Pay').after('Look');
  m.transition('Look', null, { kind: 'drop-out' });
});
const journey = map.journey();
const begun = beginWalk(journey, map.id('Lena', 'personas')) as Walk;
const [on, out] = waysOn(journey, begun);
if (!on || !out) throw new Error('Look leads on and out');

test('WALK-3: a place is spoken with who walks and what it is like', () => {
  expect(spokenWalk(walkWords(journey, null, begun))).toBe('Step 1: Look. as Lena · Web');
  expect(spokenWalk(walkWords(journey, null, { ...begun, persona: null }))).toBe('Step 1: Look. Web');
});

test('WALK-3: who drops out is said to, with one full stop', () => {
  expect(spokenWalk(walkWords(journey, null, stepOn(begun, out)))).toBe(
    'The customer has dropped out. as Lena',
  );
});

test('WALK-3: of a place somebody has just deleted nothing is said, least of all a drop-out', () => {
  const without = removeRecord(journey, 'touchpoints', map.id('Pay'));
  expect(spokenWalk(walkWords(without, null, stepOn(begun, on)))).toBe('');
});
