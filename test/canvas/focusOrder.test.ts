import { describe, expect, test } from 'vitest';
import {
  firstFocus,
  goOnFrom,
  moveFocus,
  moveSection,
  type FocusDirection,
} from '../../src/canvas/keyboard/focusOrder';
import { layoutJourney } from '../../src/layout/layoutJourney';
import { kindOf } from '../../src/model/resolve';
import { spokenMap } from '../../src/canvas/keyboard/spokenName';
import { buildMap, removeRecord } from '../support/mapBuilder';

const map = buildMap((m) => {
  m.party('Payments', 'it');
  m.stage('Decide', -0.5, 1.5);
  m.touchpoint('Look', { at: 0 }).uses('Shop');
  m.touchpoint('Pay', { at: 1, offset: 1 }).uses('Gateway').uses('Shop').after('Look');
  m.touchpoint('Collect', { at: 2 }).uses('Tills').after('Pay');
  m.flow('Gateway', 'Tills');
});
const journey = map.journey();
const geometry = layoutJourney(journey);

/** Follows arrow keys from a named touchpoint; names what has the keyboard after each. */
function walk(start: string, ...directions: FocusDirection[]): readonly string[] {
  let place = {
    record: { kind: 'touchpoints' as const, id: map.id(start) },
    anchor: map.id(start) as string | null,
  };
  return directions.map((direction) => {
    const next = moveFocus(journey, geometry, place, direction);
    if (next) place = next as typeof place;
    return next ? nameOf(next.record.id) : 'nothing';
  });
}

function nameOf(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}

describe('arrow keys', () => {
  test('left and right go along the journey, whatever the rows', () => {
    expect(walk('Look', 'right', 'right', 'right', 'left')).toEqual(['Pay', 'Collect', 'nothing', 'Pay']);
  });

  test('Home and End go to the ends of the journey', () => {
    expect(walk('Pay', 'first', 'last')).toEqual(['Look', 'Collect']);
  });

  test('down leads through the ways on, the systems and their flows, up through the stages', () => {
    const down = walk('Pay', 'down', 'down', 'down', 'down', 'down');
    expect(down[0]).toBe(nameOf(map.transitionId('Pay', 'Collect')));
    expect(new Set(down.slice(1))).toEqual(
      new Set(['Gateway', 'Shop', nameOf(map.flowId('Gateway', 'Tills')), 'nothing']),
    );
    expect(walk('Pay', 'up', 'up')).toEqual(['Decide', 'nothing']);
  });

  test('down and up again leads back to where it began', () => {
    expect(walk('Pay', 'down', 'down', 'up', 'up').at(-1)).toBe('Pay');
  });

  test('on a transition left and right lead to its ends', () => {
    expect(walk('Look', 'down', 'right')).toEqual([nameOf(map.transitionId('Look', 'Pay')), 'Pay']);
    expect(walk('Look', 'down', 'left')).toEqual([nameOf(map.transitionId('Look', 'Pay')), 'Look']);
  });
});

test('every record on the canvas can be reached from the first by arrows and section keys', () => {
  const first = firstFocus(journey);
  if (!first) throw new Error('the map is not empty');
  const seen = new Map([[first.record.id, first]]);
  const open = [first];
  for (let place = open.pop(); place; place = open.pop()) {
    const steps = (['left', 'right', 'up', 'down', 'first', 'last'] as const).map((direction) =>
      moveFocus(journey, geometry, place, direction),
    );
    for (const next of [
      ...steps,
      moveSection(journey, geometry, place, 1),
      moveSection(journey, geometry, place, -1),
    ]) {
      if (!next || seen.has(next.record.id)) continue;
      seen.set(next.record.id, next);
      open.push(next);
    }
  }
  const all = [
    ...journey.touchpoints.all,
    ...journey.stages.all,
    ...journey.systems.all,
    ...journey.transitions.all,
    ...journey.dataFlows.all,
  ].map(({ id }) => id);
  expect(new Set(seen.keys())).toEqual(new Set(all));
  for (const { record } of seen.values()) expect(record.kind).toBe(kindOf(journey, record.id));
});

test('an empty map has nothing to go to', () => {
  expect(firstFocus(buildMap(() => undefined).journey())).toBeNull();
});

describe('KEY-4: an arrow goes on from where something was deleted', () => {
  const pay = { kind: 'touchpoints', id: map.id('Pay') } as const;
  const without = removeRecord(journey, 'touchpoints', pay.id);
  const next = (from: Parameters<typeof goOnFrom>[1], direction: FocusDirection, after = without) => {
    const place = goOnFrom(after, from, direction);
    return place && nameOf(place.record.id);
  };

  test('to the next along the timeline, that way', () => {
    expect(next(pay, 'right')).toBe('Collect');
    expect(next(pay, 'left')).toBe('Look');
    expect([next(pay, 'first'), next(pay, 'last')]).toEqual(['Look', 'Collect']);
  });

  test('at the end of the journey to the nearest that is left', () => {
    const collect = { kind: 'touchpoints', id: map.id('Collect') } as const;
    expect(next(collect, 'right', removeRecord(journey, 'touchpoints', collect.id))).toBe('Pay');
  });

  test('from what has no place on the timeline to the beginning', () => {
    const shop = { kind: 'systems', id: map.id('Shop', 'systems') } as const;
    expect(next(shop, 'down', removeRecord(journey, 'systems', shop.id))).toBe('Look');
  });

  test('and a screen reader says what became of it', () => {
    expect(spokenMap(without, pay)).toBe('Pay was deleted. Arrows go on from where it was.');
    expect(spokenMap(journey, pay), 'it is back').toContain('Journey map, 3 touchpoints');
    expect(spokenMap(journey, null)).toContain('Journey map, 3 touchpoints');
  });
});
