import { describe, expect, test } from 'vitest';
import { changeSettings, tableStoreOf } from '../../src/store/tableStore';
import { isEmptySource } from '../../src/table/grid/gridSource';
import { onMap, openTable, type OpenTable } from './openTable';

describe('TBL-14 looking for words', () => {
  const large = (): OpenTable =>
    openTable('usageMatrix', (m) => {
      for (let n = 0; n < 300; n++) m.system(`System ${n}`, { order: `a${String(n).padStart(3, '0')}` });
      for (let n = 0; n < 300; n++) m.touchpoint(`Étape ${n}`).uses(`System ${n}`);
    });
  const ask = (table: OpenTable, query: string): void =>
    changeSettings(tableStoreOf(table.map.mirror), table.model.name, { query });

  test('in a matrix they are looked for in names of rows, else of columns, without reading its cells', () => {
    const table = large();
    const { source } = table.model.view();
    let read = 0;
    Object.assign(source, { cell: () => void read++ });
    ask(table, 'etape 29');
    expect(table.rows()).toHaveLength(13);
    expect(table.model.view().columns).toHaveLength(301);
    ask(table, 'system 299');
    expect(table.rows()).toHaveLength(300);
    expect(table.model.view().columns.map(({ label }) => label)).toEqual(['Touchpoints', 'System 299']);
    ask(table, 'no such thing');
    expect(table.rows()).toEqual([]);
    expect(read).toBe(0);
  });

  test('in a sheet accents aside, and each row is put together once however many letters are typed', () => {
    const table = onMap(large().map, large().built, 'touchpoints');
    const { source } = table.model.view();
    const cell = source.cell;
    let read = 0;
    Object.assign(source, { cell: (...at: Parameters<typeof cell>) => (read++, cell(...at)) });
    const found = ['e', 'et', 'ETAP', 'etape 70'].map((query) => {
      ask(table, query);
      return [table.rows().length - 1, read / source.columns.length];
    });
    expect(found).toEqual([
      [300, 300],
      [300, 300],
      [300, 300],
      [3, 300],
    ]);
  });
});

test('a sheet of one column, and one whose others are hidden, is shown all the same', () => {
  const table = openTable('rulers', (m) => m.ruler('Funnel'));
  expect(isEmptySource(table.model.view().source)).toBe(false);
  expect(isEmptySource(onMap(table.map, table.built, 'usageMatrix').model.view().source)).toBe(true);
});

test('TBL-6: groups stand as their values do: numbers by size, choices by rank, downwards where that was asked for', () => {
  const table = openTable('touchpoints', (m) => {
    for (const emotion of [0, -2, 2, -1, 1]) m.touchpoint(`Feels ${emotion}`, { emotion });
    m.touchpoint('Feels nothing');
  });
  const store = tableStoreOf(table.map.mirror);
  const groups = (): readonly string[] =>
    table.model
      .view()
      .rows.filter(({ kind }) => kind === 'group')
      .map(({ label }) => label);
  changeSettings(store, 'touchpoints', { group: 'emotion' });
  expect(groups()).toEqual(['-2', '-1', '0', '1', '2', 'Emotion: nothing stated']);
  changeSettings(store, 'touchpoints', { sort: { column: 'emotion', descending: true } });
  expect(groups()).toEqual(['2', '1', '0', '-1', '-2', 'Emotion: nothing stated']);
});
