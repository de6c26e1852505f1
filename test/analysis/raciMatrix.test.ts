import { expect, test } from 'vitest';
import { raciMatrix } from '../../src/analysis/raciMatrix';
import { buildMap } from '../support/mapBuilder';

const m = buildMap((map) => {
  map.party('Shop', 'marketing').party('Platform', 'it');
  map.touchpoint('Pay', { at: 1, owner: 'Shop', informed: 'Shop', consulted: 'Platform' });
  map.touchpoint('Browse', { at: 0 });
  map.system('CRM', { owner: ['Shop', 'Platform'] });
  map.system('Old', { lifecycle: 'retired' });
  map.stage('Buy', 0, 1);
  map.assign('Shop', 'map', 'responsible');
});

test('RAC-1 has a row for every record in its order and the map, and the letters of all roles in a cell', () => {
  const { parties, rows } = raciMatrix(m.journey());
  expect(parties.map(({ name }) => name)).toEqual(['Platform', 'Shop']);
  expect(rows.map(({ subject }) => subject)).toEqual([
    m.id('Browse'),
    m.id('Pay'),
    m.id('CRM'),
    m.id('Old'),
    m.id('Buy'),
    'map',
  ]);
  expect(rows[1]?.roles.get(m.id('Shop'))).toEqual(['accountable', 'informed']);
  expect(rows[1]?.roles.get(m.id('Platform'))).toEqual(['consulted']);
  expect(rows.at(-1)).toMatchObject({ record: null, problem: null });
  expect(raciMatrix(m.journey(), ['systems']).rows.map(({ subject }) => subject)).toEqual([
    m.id('CRM'),
    m.id('Old'),
  ]);
});

test('RAC-2 marks two accountable and nobody accountable, and accuses neither stages, the map nor what is retired', () => {
  const problems = raciMatrix(m.journey()).rows.map(({ problem }) => problem);
  expect(problems).toEqual(['nobody-accountable', null, 'several-accountable', null, null, null]);
});
