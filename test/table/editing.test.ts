import { describe, expect, test } from 'vitest';
import { undo } from '../../src/commands/undoRedo';
import { updateRecord } from '../../src/commands/updateRecord';
import { deleteRecords } from '../../src/commands/deleteRecords';
import { changeSettings, tableStoreOf } from '../../src/store/tableStore';
import { notices } from '../../src/ui/notices';
import { onMap, openTable, type OpenTable } from './openTable';

function shop(): OpenTable {
  return openTable('systems', (m) => {
    m.party('Platform', 'it');
    m.system('CRM', { vendor: 'Acme', order: 'a', owner: 'Platform', lifecycle: 'live' });
    m.system('ERP', { vendor: 'Big', order: 'b', lifecycle: 'planned' });
    m.system('Till', { order: 'c', region: 'EU' });
    m.touchpoint('Pay').uses('ERP', 'writes');
  });
}

const problemAt = (table: OpenTable, row: string, column: string): string | null => {
  const view = table.model.view();
  const gridRow = view.rows.find(({ label }) => label === row);
  const gridColumn = view.columns.find(({ id }) => id === column);
  return gridRow && gridColumn ? view.source.cell(gridRow, gridColumn).problem : null;
};

describe('the keyboard goes as in a spreadsheet', () => {
  test('arrows, Home and End, pages, edges, into the header and back', () => {
    const table = shop();
    expect(table.focus()).toEqual(['CRM', 'name']);
    table.press('ArrowDown', 'ArrowRight');
    expect(table.focus()).toEqual(['ERP', 'kind']);
    table.press('End');
    expect(table.focus()[1]).toBe('description');
    table.press('Home', 'Mod+ArrowDown');
    expect(table.focus()).toEqual(['Till', 'name']);
    table.press('ArrowDown');
    expect(table.focus()).toEqual(['New system', 'name']);
    table.press('Mod+Home', 'ArrowUp');
    expect(table.focus()).toEqual(['header', 'name']);
    table.press('Enter', 'ArrowRight', 'Alt+ArrowDown', 'ArrowDown', 'ContextMenu');
    expect(table.menus).toEqual(['name', 'kind', 'cell']);
    expect(table.focus()).toEqual(['CRM', 'kind']);
    table.press('PageDown');
    expect(table.focus()).toEqual(['New system', 'kind']);
  });

  test('Shift grows the block, Escape shrinks it, whole rows and columns, everything', () => {
    const { press, model } = shop();
    press('Shift+ArrowDown', 'Shift+ArrowRight');
    expect(model.controller.range).toEqual({ top: 0, bottom: 1, left: 0, right: 1 });
    press('Escape');
    expect(model.controller.range).toEqual({ top: 1, bottom: 1, left: 1, right: 1 });
    press('Mod+Space');
    expect(model.controller.range).toMatchObject({ top: 0, bottom: 3, left: 1, right: 1 });
    press('Mod+A');
    expect(model.controller.range).toMatchObject({ top: 0, bottom: 3, left: 0 });
  });

  test('Tab fills a row cell by cell, Enter goes back below where it began; otherwise Tab leaves the grid', () => {
    const table = shop();
    const { model, press, focus, map } = table;
    expect(model.controller.key('Tab', null)).toBe(false);
    model.controller.startNewRow();
    model.controller.commit({ text: 'Post' }, 'right');
    expect(focus()).toEqual(['Post', 'kind']);
    press('Tab', 'Tab');
    expect(focus()).toEqual(['Post', 'usedAt']);
    model.controller.open();
    model.controller.commit({ text: 'Pay' }, 'down');
    expect(focus()).toEqual(['New system', 'name']);
    expect(map.journey().usages.all).toHaveLength(2);
    press('Escape');
    expect(model.controller.key('Tab', null)).toBe(false);
    // Whoever goes elsewhere in between begins anew.
    table.goTo('ERP', 'kind');
    model.controller.open();
    model.controller.commit({ text: 'Suite' }, 'right');
    table.goTo('CRM', 'vendor');
    table.type('Acme & Co');
    expect(focus()).toEqual(['ERP', 'vendor']);
  });
});

describe('TBL-2 relations are cells', () => {
  test('an owner that is typed is made and made accountable; taking one away leaves the rest of the relation', () => {
    const table = shop();
    table.goTo('Till', 'owner');
    table.type('platform; Stores');
    expect(table.text('Till', 'owner')).toBe('Platform; Stores');
    expect(table.map.journey().parties.all.map(({ name }) => name)).toEqual(['Platform', 'Stores']);
    undo.run(table.map);
    expect(table.text('Till', 'owner')).toBe('');
    expect(table.map.journey().parties.all).toHaveLength(1);
    table.goTo('ERP', 'usedAt');
    table.type('Pay');
    expect(table.map.journey().usages.all[0]?.access).toBe('writes');
    table.press('ArrowUp', 'Delete');
    expect(table.map.journey().usages.all).toEqual([]);
  });
});

describe('TBL-5 nothing typed is lost', () => {
  test('what does not fit stays in its cell with the reason, changes nothing, and goes once it is mended or cleared', () => {
    const table = shop();
    table.goTo('CRM', 'lifecycle');
    table.type('dead');
    expect(table.text('CRM', 'lifecycle')).toBe('dead');
    expect(problemAt(table, 'CRM', 'lifecycle')).toContain('none of the choices');
    expect(table.map.journey().systems.all[0]?.lifecycle).toBe('live');
    table.goTo('CRM', 'lifecycle');
    table.type('retired');
    expect(problemAt(table, 'CRM', 'lifecycle')).toBeNull();
    expect(table.map.journey().systems.all[0]?.lifecycle).toBe('retired');
    table.goTo('ERP', 'standing');
    table.type('nonsense');
    table.goTo('ERP', 'standing');
    table.press('Delete');
    expect(problemAt(table, 'ERP', 'standing')).toBeNull();
    const personas = onMap(table.map, table.built, 'personas');
    personas.goTo('new', 'initials');
    personas.type('far too long');
    expect(personas.text('Without a name', 'initials')).toBe('far too long');
  });

  test('a flow waits until both its ends are there, and is then made with all that was typed', () => {
    const { map, built } = shop();
    const flows = onMap(map, built, 'dataFlows');
    flows.goTo('new', 'purpose');
    flows.type('Fulfil');
    flows.goTo('draft 1', 'from');
    flows.type('CRM');
    expect(map.journey().dataFlows.all).toEqual([]);
    expect(flows.text('draft 1', 'purpose')).toBe('Fulfil');
    flows.goTo('draft 1', 'to');
    flows.type('Brand-new store');
    expect(map.journey().dataFlows.all).toMatchObject([{ purpose: 'Fulfil', from: built.id('CRM') }]);
    expect(map.journey().systems.all.at(-1)?.name).toBe('Brand-new store');
    expect(flows.rows()).toHaveLength(2);
    flows.press('Mod+Home');
    flows.goTo(flows.rows()[0] ?? '', 'from');
    flows.press('Delete');
    expect(map.journey().dataFlows.all).toHaveLength(1);
    const steps = onMap(map, built, 'transitions');
    steps.goTo('new', 'from');
    steps.type('Pay');
    steps.goTo('draft 1', 'kind');
    steps.type('Drop-out');
    expect(map.journey().transitions.all).toMatchObject([{ kind: 'drop-out', to: null }]);
    steps.goTo(steps.rows()[0] ?? '', 'kind');
    steps.type('Next');
    expect(map.journey().transitions.all).toHaveLength(1);
  });
});

describe('TBL-7 a block is pasted, filled, cleared and deleted as one step', () => {
  test('a paste changes, makes and refuses at once, and one undo takes it back', () => {
    const table = shop();
    table.goTo('Till', 'name');
    table.model.controller.paste([
      ['Tills', 'POS', 'Stores'],
      ['Post', 'Messaging', 'stores'],
      ['Door', '', 'Platform'],
    ]);
    expect(table.rows()).toEqual(['CRM', 'ERP', 'Tills', 'Post', 'Door', 'New system']);
    expect(table.text('Post', 'owner')).toBe('Stores');
    expect(table.map.journey().parties.all).toHaveLength(2);
    undo.run(table.map);
    expect(table.rows()).toEqual(['CRM', 'ERP', 'Till', 'New system']);
    expect(table.map.journey().parties.all).toHaveLength(1);
    table.goTo('CRM', 'lifecycle');
    table.model.controller.paste([['Retired'], ['no such word']]);
    expect(table.text('CRM', 'lifecycle')).toBe('Retired');
    expect(problemAt(table, 'ERP', 'lifecycle')).not.toBeNull();
    expect(table.map.journey().systems.all[1]?.lifecycle).toBe('planned');
  });

  test('one text fills the block, a pattern is repeated, what is derived is passed over', () => {
    const table = shop();
    table.goTo('CRM', 'vendor');
    table.press('Shift+ArrowDown', 'Shift+ArrowDown');
    table.model.controller.paste([['One']]);
    expect(['CRM', 'ERP', 'Till'].map((row) => table.text(row, 'vendor'))).toEqual(['One', 'One', 'One']);
    expect(table.model.controller.copy()).toEqual([['One'], ['One'], ['One']]);
    const touchpoints = onMap(table.map, table.built, 'touchpoints');
    touchpoints.goTo('Pay', 'title');
    touchpoints.model.controller.paste([['Pay now', 'a stage', 'Web']]);
    expect(touchpoints.text('Pay now', 'channels')).toBe('Web');
    expect(touchpoints.text('Pay now', 'stages')).toBe('');
  });

  test('fill down, from above for one row, from the first for several; cut; delete rows', () => {
    const table = shop();
    table.goTo('ERP', 'vendor');
    table.press('Mod+D');
    expect(table.text('ERP', 'vendor')).toBe('Acme');
    table.goTo('CRM', 'owner');
    table.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Mod+D');
    expect(table.text('Till', 'owner')).toBe('Platform');
    undo.run(table.map);
    expect(table.text('Till', 'owner')).toBe('');
    table.goTo('CRM', 'vendor');
    expect(table.model.controller.cut()).toEqual([['Acme']]);
    expect(table.text('CRM', 'vendor')).toBe('');
    table.press('Shift+Space', 'Delete');
    expect(table.rows()).toEqual(['ERP', 'Till', 'New system']);
    undo.run(table.map);
    table.goTo('ERP', 'kind');
    table.press('Shift+ArrowDown', 'Mod+Backspace');
    expect(table.rows()).toEqual(['CRM', 'New system']);
  });
});

test('a draft is filled from a draft with what was typed there', () => {
  const { map, built } = shop();
  const flows = onMap(map, built, 'dataFlows');
  flows.goTo('new', 'from');
  flows.model.controller.paste([['CRM'], ['']]);
  flows.goTo('new', 'purpose');
  flows.model.controller.paste([['Fulfil']]);
  flows.goTo('draft 1', 'from');
  flows.press('Shift+ArrowDown', 'Mod+D');
  expect(flows.text('draft 2', 'from')).toBe('CRM');
});

describe('TBL-8 others’ edits', () => {
  test('while a cell is open no row moves; afterwards they stand where they belong', () => {
    const table = shop();
    changeSettings(tableStoreOf(table.map.mirror), 'systems', {
      sort: { column: 'name', descending: false },
    });
    table.goTo('ERP', 'vendor');
    table.model.controller.open();
    table.model.view();
    const till = table.built.id('Till');
    updateRecord.run(table.map, { kind: 'systems', id: till, patch: { name: 'A till' } });
    expect(table.rows()).toEqual(['CRM', 'ERP', 'A till', 'New system']);
    expect(table.model.controller.state.open?.row).toBe(table.built.id('ERP'));
    table.model.controller.commit({ text: 'Mine' }, 'stay');
    expect(table.rows()).toEqual(['A till', 'CRM', 'ERP', 'New system']);
    expect(table.text('ERP', 'vendor')).toBe('Mine');
  });

  test('what one did not change is not written; a focus whose row goes away stays at its place', () => {
    const table = shop();
    const erp = table.built.id('ERP');
    table.goTo('ERP', 'vendor');
    table.model.controller.open();
    updateRecord.run(table.map, { kind: 'systems', id: erp, patch: { vendor: 'Theirs' } });
    table.model.controller.commit({ text: 'Big' }, 'stay');
    expect(table.text('ERP', 'vendor')).toBe('Theirs');
    deleteRecords.run(table.map, { records: [{ kind: 'systems', id: erp }] });
    table.model.controller.settle();
    expect(table.focus()).toEqual(['Till', 'vendor']);
  });
});

test('TBL-8: a row that somebody deletes while one types in it stays till one is done, and comes back with what was written', () => {
  const table = shop();
  const erp = table.built.id('ERP');
  table.goTo('ERP', 'vendor');
  table.model.controller.open();
  table.model.view();
  deleteRecords.run(table.map, { records: [{ kind: 'systems', id: erp }] });
  table.model.controller.settle();
  expect(table.rows()).toEqual(['CRM', 'ERP', 'Till', 'New system']);
  expect(table.model.controller.state.open?.row).toBe(erp);
  expect(table.text('ERP', 'name')).toBe('ERP');
  table.model.controller.commit({ text: 'Bigger' }, 'down');
  table.model.controller.settle();
  expect(table.rows()).toEqual(['CRM', 'Till', 'New system']);
  expect(table.focus()).toEqual(['Till', 'vendor']);
  expect(table.text('Till', 'vendor')).toBe('');
  const offer = notices.current().at(-1);
  expect(offer?.text).toContain('“ERP” was deleted');
  offer?.action?.onSelect();
  expect(table.text('ERP', 'vendor')).toBe('Bigger');
  expect(table.text('ERP', 'lifecycle')).toBe('Planned');
});

describe('TBL-6 sort, filter, group', () => {
  test('empty cells last both ways; choices by rank; equal ones in natural order', () => {
    const table = shop();
    const store = tableStoreOf(table.map.mirror);
    const sorted = (column: string, descending: boolean): readonly string[] => {
      changeSettings(store, 'systems', { sort: { column, descending } });
      return table.rows().slice(0, 3);
    };
    expect(sorted('vendor', false)).toEqual(['CRM', 'ERP', 'Till']);
    expect(sorted('vendor', true)).toEqual(['ERP', 'CRM', 'Till']);
    expect(sorted('lifecycle', false)).toEqual(['ERP', 'CRM', 'Till']);
    expect(sorted('standing', true)).toEqual(['CRM', 'ERP', 'Till']);
  });

  test('filters and words narrow; what one made stays until they change; groups fold', () => {
    const table = shop();
    const store = tableStoreOf(table.map.mirror);
    changeSettings(store, 'systems', { filters: [{ column: 'owner', test: 'empty', text: '' }] });
    expect(table.rows()).toEqual(['ERP', 'Till', 'New system']);
    table.goTo('ERP', 'owner');
    table.type('Platform');
    expect(table.rows()).toEqual(['ERP', 'Till', 'New system']);
    changeSettings(store, 'systems', { filters: [{ column: 'owner', test: 'has', text: 'PLAT' }] });
    expect(table.rows()).toEqual(['CRM', 'ERP', 'New system']);
    changeSettings(store, 'systems', { filters: [], query: 'eu' });
    expect(table.rows()).toEqual(['Till', 'New system']);
    changeSettings(store, 'systems', { query: '', group: 'owner' });
    expect(table.rows()).toEqual(['Platform', 'CRM', 'ERP', 'Owner: nothing stated', 'Till', 'New system']);
    table.press('Mod+Home', 'Enter');
    expect(table.rows()).toEqual(['Platform', 'Owner: nothing stated', 'Till', 'New system']);
  });
});

describe('matrices', () => {
  test('Space goes through the uses of a system, letters set one, Delete takes it away', () => {
    const { map, built } = shop();
    const matrix = onMap(map, built, 'usageMatrix');
    const crm = built.id('CRM');
    matrix.goTo('Pay', crm);
    const seen = ['Space', 'Space', 'Space', 'Space', 'Space', 'w'].map((key) => {
      matrix.press(key);
      return matrix.text('Pay', crm);
    });
    expect(seen).toEqual(['U', 'R', 'W', 'RW', '', 'W']);
    matrix.press('Delete');
    expect(map.journey().usages.all).toHaveLength(1);
  });

  test('R, A, C and I set and take roles; two accountable are both shown and marked', () => {
    const { map, built } = shop();
    const owners = onMap(map, built, 'systemOwners');
    const platform = built.id('Platform');
    owners.goTo('CRM', platform);
    owners.press('r', 'i');
    expect(owners.text('CRM', platform)).toBe('A R I');
    owners.press('A');
    expect(owners.text('CRM', platform)).toBe('R I');
    undo.run(map);
    expect(owners.text('CRM', platform)).toBe('A R I');
    owners.model.controller.paste([['C'], ['nobody']]);
    expect(owners.text('CRM', platform)).toBe('C');
    expect(owners.text('ERP', platform)).toBe('nobody');
    expect(onMap(map, built, 'raci').text('ERP', platform)).toBe('');
  });
});

test('a record that leaves something open leads to the cell where it can be said', () => {
  const table = openTable('processing', (m) => {
    m.dataObject('Order', { personal: true });
    m.touchpoint('Pay').uses('Till', 'writes').captures('Order');
  });
  table.goTo(table.rows()[0] ?? '', 'transfers');
  expect(table.text(table.rows()[0] ?? '', 'transfers')).toBe('Not stated for Till');
  table.press('Enter');
  expect(tableStoreOf(table.map.mirror).getState()).toMatchObject({
    sheet: 'systems',
    goTo: { record: { kind: 'systems', id: table.built.id('Till') }, field: 'region' },
  });
});

test('NOTE-4: notes made in the table lie side by side above the first row', () => {
  const table = openTable('notes', (m) => void m.touchpoint('Pay'));
  for (const text of ['Ask Jon', 'Ask Mia', 'Call']) {
    table.goTo('new', 'text');
    table.type(text);
  }
  const { notes } = table.map.journey();
  expect(notes.all.map(({ at }) => at).toSorted((a, b) => a - b)).toEqual([0, 2, 4]);
  expect(notes.all.every(({ offset }) => offset < -1)).toBe(true);
});
