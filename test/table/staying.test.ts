import { describe, expect, test } from 'vitest';
import { createNamed } from '../../src/commands/createNamed';
import { undo } from '../../src/commands/undoRedo';
import { changeSettings, tableStoreOf, type SheetSettings } from '../../src/store/tableStore';
import { keysBeyond } from '../../src/table/grid/dragBeyond';
import { beginsLetter } from '../../src/table/grid/gridKeys';
import { notices } from '../../src/ui/notices';
import { openTable, type OpenTable } from './openTable';

function vendors(settings: Partial<SheetSettings> = {}): OpenTable {
  const table = openTable('systems', (m) => {
    for (const name of ['Ant', 'Bee', 'Cat', 'Dog', 'Elk']) m.system(name, { vendor: name, order: name });
  });
  changeSettings(tableStoreOf(table.map.mirror), 'systems', settings);
  return table;
}

const sorted = { sort: { column: 'vendor', descending: false } };
const inBlock = ({ model }: OpenTable): readonly string[] =>
  model.controller.selectedRows.map(({ label }) => label);

describe('TBL-15 where one is', () => {
  test('Enter goes to the cell that was below, though the sort puts the written row elsewhere', () => {
    const table = vendors(sorted);
    table.goTo('Bee', 'vendor');
    table.type('Zoo');
    expect(table.rows().slice(0, 5)).toEqual(['Ant', 'Cat', 'Dog', 'Elk', 'Bee']);
    expect(table.focus()).toEqual(['Cat', 'vendor']);
    table.model.controller.open();
    table.model.controller.commit({ text: 'Aa' }, 'up');
    expect(table.focus()).toEqual(['Ant', 'vendor']);
    table.goTo('Dog', 'vendor');
    table.model.controller.open();
    table.model.controller.commit({ text: 'Zz' }, 'right');
    expect(table.focus()).toEqual(['Dog', 'hosting']);
  });

  test('what is pasted stays selected where its rows stay together, over headings too; otherwise one cell is', () => {
    const table = vendors(sorted);
    table.goTo('Bee', 'vendor');
    table.model.controller.paste([['Zoo'], ['Abc']]);
    expect(table.rows().slice(0, 5)).toEqual(['Cat', 'Ant', 'Dog', 'Elk', 'Bee']);
    expect(inBlock(table)).toEqual(['Bee']);
    const grouped = vendors({ group: 'vendor' });
    grouped.goTo('Bee', 'region');
    grouped.model.controller.paste([['EU'], ['US'], ['EU']]);
    expect(inBlock(grouped)).toEqual(['Bee', 'Cat', 'Dog']);
    expect(grouped.focus()).toEqual(['Bee', 'region']);
    const plain = vendors();
    plain.goTo('Elk', 'name');
    plain.model.controller.paste([['Elks'], ['Fox'], ['Gnu']]);
    expect(inBlock(plain)).toEqual(['Elks', 'Fox', 'Gnu']);
  });

  test('a block does not grow over what a sort or somebody else puts between', () => {
    const table = vendors({ sort: { column: 'name', descending: false } });
    table.goTo('Ant', 'vendor');
    table.press('Shift+ArrowDown');
    createNamed.run(table.map, { kind: 'systems', name: 'Ape' });
    table.model.controller.settle();
    expect(table.rows().slice(0, 3)).toEqual(['Ant', 'Ape', 'Bee']);
    expect(inBlock(table)).toEqual(['Bee']);
    table.goTo('Cat', 'vendor');
    table.press('Shift+ArrowDown', 'Mod+D');
    expect(inBlock(table)).toEqual(['Cat', 'Dog']);
  });

  test('Delete takes whole rows away where they were asked for; everything selected is emptied, in one step', () => {
    const table = vendors();
    table.press('Mod+A', 'Delete');
    expect(table.rows()).toHaveLength(6);
    expect(table.text('Without a name', 'vendor')).toBe('');
    undo.run(table.map);
    expect(table.rows()[0]).toBe('Ant');
    table.goTo('Bee', 'kind');
    table.press('Shift+ArrowDown', 'Shift+Space', 'Delete');
    expect(table.rows()).toEqual(['Ant', 'Dog', 'Elk', 'New system']);
    expect(notices.current().at(-1)).toMatchObject({ text: 'Deleted 2 rows', action: { label: 'Undo' } });
    notices.current().at(-1)?.action?.onSelect();
    expect(table.rows()).toHaveLength(6);
  });

  test('where nothing can be written, pasting and Enter say so', () => {
    const table = openTable('touchpoints', (m) => m.touchpoint('Pay'));
    const locked = 'Nothing of what is selected can be changed here.';
    const ways = [() => void table.model.controller.paste([['Get it']]), () => table.press('Enter')];
    for (const way of ways) {
      notices.current().forEach(({ id }) => notices.dismiss(id));
      table.goTo('Pay', 'stages');
      way();
      expect(notices.current().map(({ text }) => text)).toEqual([locked]);
    }
  });
});

test('a block that is drawn beyond the edge grows towards the pointer, quicker the farther it is', () => {
  const box = { left: 200, top: 100, right: 800, bottom: 600 };
  expect(keysBeyond(500, 300, box)).toEqual([]);
  expect(keysBeyond(500, 601, box)).toEqual(['Shift+ArrowDown']);
  expect(keysBeyond(150, 700, box)).toEqual([
    ...Array.from({ length: 3 }, () => 'Shift+ArrowDown'),
    'Shift+ArrowLeft',
    'Shift+ArrowLeft',
  ]);
  expect(keysBeyond(850, 99, box)).toEqual(['Shift+ArrowUp', 'Shift+ArrowRight', 'Shift+ArrowRight']);
});

test('an input method or a waiting accent opens the cell before its letter is there', () => {
  const key = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  expect(['Process', 'Dead', 'a', 'Shift'].map((name) => beginsLetter({ ...key, key: name }))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(beginsLetter({ ...key, key: 'Dead', ctrlKey: true })).toBe(false);
  const table = vendors();
  table.goTo('Bee', 'vendor');
  table.model.controller.open(undefined, '');
  expect(table.model.controller.state.open).toMatchObject({ typed: '', startText: 'Bee' });
});
