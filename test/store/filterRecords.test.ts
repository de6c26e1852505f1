import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { updateRecord } from '../../src/commands/updateRecord';
import { filterFields, type FilterCondition, type FilterFieldName } from '../../src/model/recordFilter';
import { filterRecords } from '../../src/store/filterRecords';
import { followFilter } from '../../src/store/followFilter';
import { openTestMap } from '../canvas/openTestMap';
import { buildMap, type MapBuilder } from '../support/mapBuilder';

function write(m: MapBuilder): void {
  m.party('Shop', 'marketing').party('Payments', 'it');
  m.persona('Lena').persona('Tom');
  m.stage('Buy', 0, 1.5);
  m.touchpoint('Browse', { at: 0, owner: 'Shop', channels: ['Web'], personas: [] }).uses('Website', 'writes');
  m.touchpoint('Pay', { at: 1, owner: 'Payments', channels: ['Web', 'App'] })
    .uses('Gateway')
    .after('Browse');
  m.touchpoint('Collect', { at: 2, channels: ['Store'] })
    .uses('Tills')
    .after('Pay');
  m.touchpoint('Unbox', { at: 3 }).after('Collect');
  m.system('Website', { standing: 'sanctioned', owner: 'Payments' });
  m.system('Tills', { standing: 'shadow', tags: ['till'], kind: 'POS' });
  m.flow('Website', 'Gateway', { status: 'live' });
}
const built = buildMap(write);
const journey = built.journey();
const analysis = analyse(journey);

function condition(field: FilterFieldName, ...values: readonly string[]): FilterCondition {
  return { field, not: false, values };
}

/** Names of what stands out, of the kinds that have one. */
function shown(...conditions: readonly FilterCondition[]): readonly string[] {
  const { matching } = filterRecords(conditions, journey, analysis);
  const names = [
    ...journey.touchpoints.all.map(({ id, title }) => ({ id, name: title })),
    ...journey.systems.all,
  ];
  return names.filter(({ id }) => matching.has(id)).map(({ name }) => name);
}

describe('FILT-1: conditions', () => {
  test('owner is nobody', () => {
    expect(shown(condition('owner', ''))).toEqual(['Collect', 'Unbox', 'Gateway', 'Tills']);
  });

  test('any one of the values will do, all conditions hold at once, and one may be turned round', () => {
    expect(shown(condition('channel', 'Store', 'App'))).toEqual(['Pay', 'Collect']);
    expect(shown(condition('channel', 'Web'), condition('function', 'it'))).toEqual(['Pay']);
    expect(shown({ field: 'channel', not: true, values: ['Web'] })).toEqual(['Collect', 'Unbox']);
    expect(shown({ field: 'channel', not: true, values: [''] })).toEqual(['Browse', 'Pay', 'Collect']);
  });

  test('one without a value says nothing', () => {
    expect(shown(condition('channel'), condition('standing', 'shadow'))).toEqual(['Tills']);
  });

  test('standing, kind, label, system used', () => {
    expect(shown(condition('standing', 'shadow'))).toEqual(['Tills']);
    expect(shown(condition('standing', ''))).toEqual(['Gateway']);
    expect(shown(condition('systemKind', 'POS'), condition('tag', 'till'))).toEqual(['Tills']);
    expect(shown(condition('system', built.id('Tills', 'systems')))).toEqual(['Collect']);
    expect(shown(condition('system', ''))).toEqual(['Unbox']);
  });

  test('a filter and its opposite share what is judged between them', () => {
    const values = { owner: '', function: 'it', stage: built.id('Buy'), channel: 'Web', standing: 'shadow' };
    for (const [field, value] of Object.entries(values) as [FilterFieldName, string][]) {
      const is = filterRecords([{ field, not: false, values: [value] }], journey, analysis);
      const isNot = filterRecords([{ field, not: true, values: [value] }], journey, analysis);
      expect(is.count + isNot.count, field).toBe(is.of);
      expect(is.of, field).toBe(isNot.of);
    }
  });

  test('any filter is applied without an error, and counts no more than there is', () => {
    const anyCondition = fc.record({
      field: fc.constantFrom(...filterFields),
      not: fc.boolean(),
      values: fc.array(fc.constantFrom('', 'Web', 'it', 'broken', 'no-owner', built.id('Buy'), 'gone'), {
        maxLength: 3,
      }),
    });
    fc.assert(
      fc.property(fc.array(anyCondition, { maxLength: 4 }), (filter) => {
        const { matching, count, of } = filterRecords(filter, journey, analysis);
        expect(count).toBeLessThanOrEqual(of);
        expect(matching.size).toBeGreaterThanOrEqual(count);
      }),
    );
  });
});

describe('FILT-2: kinds that a filter says nothing about', () => {
  test('steps and flows stand out where both ends do; the count is of what is judged', () => {
    const found = filterRecords([condition('stage', built.id('Buy'))], journey, analysis);
    expect([...found.matching].toSorted()).toEqual(
      [built.id('Browse'), built.id('Pay'), built.transitionId('Browse', 'Pay')].toSorted(),
    );
    expect([found.count, found.of]).toEqual([2, 4]);
  });

  test('touchpoints stand out where a step that does ends', () => {
    const torn = filterRecords([condition('verdict', 'broken')], journey, analysis);
    expect(torn.matching).toContain(built.transitionId('Pay', 'Collect'));
    expect(torn.matching).toContain(built.id('Pay'));
    expect(torn.matching).toContain(built.id('Collect'));
    expect(torn.matching).not.toContain(built.id('Unbox'));
    expect(torn.of).toBe(3);
  });
});

test('FILT-3: no persona named means all; findings are those that name the record', () => {
  expect(shown(condition('persona', built.id('Lena')))).toEqual(['Browse', 'Pay', 'Collect', 'Unbox']);
  expect(shown(condition('finding', 'no-owner'), condition('kind', 'systems'))).toEqual(['Gateway', 'Tills']);
  expect(
    shown({ field: 'finding', not: true, values: ['no-owner'] }, condition('kind', 'touchpoints')),
  ).toEqual(['Browse', 'Pay']);
});

test('FILT-4: a filter follows the map, and what it names may be gone', () => {
  const { map, built: open } = openTestMap(write);
  const stop = followFilter(map);
  expect(map.view.getState().matching).toBeNull();
  map.view.setState({ filter: [condition('standing', 'shadow')] });
  expect(map.view.getState().matching).toEqual(new Set([open.id('Tills', 'systems')]));
  const before = map.view.getState().filtered;
  updateRecord.run(map, { kind: 'touchpoints', id: open.id('Unbox'), patch: { title: 'Open the box' } });
  expect(map.view.getState().filtered, 'the same while nothing of it changed').toBe(before);
  updateRecord.run(map, {
    kind: 'systems',
    id: open.id('Gateway', 'systems'),
    patch: { standing: 'shadow' },
  });
  expect(map.view.getState().filtered?.count).toBe(2);
  map.view.setState({ filter: [condition('owner', 'somebody who is gone')] });
  expect(map.view.getState().filtered?.count).toBe(0);
  map.view.setState({ filter: [] });
  expect(map.view.getState().matching).toBeNull();
  stop();
  map.view.setState({ filter: [condition('standing', 'shadow')] });
  expect(map.view.getState().matching).toBeNull();
});
