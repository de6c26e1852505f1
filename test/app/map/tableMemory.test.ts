import { expect, test } from 'vitest';
import { readTables, rememberTables } from '../../../src/app/map/tableMemory';
import { changeSettings, plainSettings, tableStoreOf } from '../../../src/store/tableStore';
import { openTestMap } from '../../canvas/openTestMap';
import { memoryStorage } from '../../support/memoryStorage';

test('TBL-13: the device remembers hidden columns and widths, and nothing that would hide rows', () => {
  const storage = memoryStorage();
  const store = tableStoreOf(openTestMap(() => undefined).map.mirror);
  const stop = rememberTables(store, storage, 'one');
  changeSettings(store, 'systems', {
    hidden: ['vendor'],
    widths: { name: 300 },
    query: 'till',
    group: 'kind',
  });
  expect(readTables(storage, 'one')).toEqual({
    systems: { ...plainSettings, hidden: ['vendor'], widths: { name: 300 } },
  });
  expect(readTables(storage, 'two')).toEqual({});
  stop();
  changeSettings(store, 'systems', { hidden: [] });
  expect(readTables(storage, 'one')['systems']?.hidden).toEqual(['vendor']);
});

test('TBL-13: what makes no sense is left out', () => {
  const read = (text: string) => readTables(memoryStorage({ 'throughline.tables.one': text }), 'one');
  for (const text of ['{', '[1]', '3', '{"systems":7}']) expect(read(text)).toEqual({});
  expect(read('{"systems":{"hidden":[1,"a"],"widths":{"name":"wide","kind":90}}}')).toEqual({
    systems: { ...plainSettings, hidden: ['a'], widths: { kind: 90 } },
  });
});
