import { expect, test } from 'vitest';
import { liftedEnds, linesToMoved } from '../../src/canvas/adaptor/liftedMove';
import { layoutJourney } from '../../src/layout/layoutJourney';
import { buildMap } from '../support/mapBuilder';

test('PIC-15: lines to what is moved together follow with the end that is on it', () => {
  expect(linesToMoved('1 2 3 4 5 6 7 8', { x: 10, y: -1 })).toBe('M1,2L13,3M5,6L17,7');
  expect(linesToMoved('', { x: 10, y: 0 })).toBe('');
});

test('PIC-15: a transition goes along with both its ends, a drop-out with where it begins', () => {
  const map = buildMap((m) => {
    for (const [at, title] of ['Look', 'Pay', 'Wait'].entries()) m.touchpoint(title, { at });
    m.transition('Look', 'Pay');
    m.transition('Pay', 'Wait');
    m.transition('Pay', null);
  });
  const { transitions } = layoutJourney(map.journey());
  const lifted = (...titles: readonly string[]) => {
    const ids = new Set(titles.map((title) => map.id(title)));
    return transitions.map((route) => liftedEnds(route, ids));
  };
  expect(lifted('Look', 'Pay')).toEqual(['all', 'one', 'all']);
  expect(lifted('Wait')).toEqual(['none', 'one', 'none']);
  expect(transitions.map((route) => liftedEnds(route, null))).toEqual(['none', 'none', 'none']);
});
