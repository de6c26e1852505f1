import { describe, expect, test } from 'vitest';
import { redo, undo } from '../../src/commands/undoRedo';
import { updateRecord } from '../../src/commands/updateRecord';
import { tableIntent } from '../../src/table/useTableIntents';
import { notices } from '../../src/ui/notices';
import { onMap, openTable, type OpenTable } from './openTable';

function shop(): OpenTable {
  return openTable('systems', (m) => {
    m.system('CRM', { lifecycle: 'live', order: 'a' }).system('ERP', { lifecycle: 'live', order: 'b' });
  });
}

/** Ctrl Z: the grid’s own where it has one, else the page’s. */
function pressUndo({ model, map }: OpenTable): void {
  if (!model.controller.key('Mod+Z', 'z')) undo.run(map);
}

describe('TBL-16 what does not fit is undone with the edit that brought it', () => {
  test('a paste goes as a whole, what was refused of it included; what was refused before comes back', () => {
    const table = shop();
    table.goTo('CRM', 'lifecycle');
    table.type('before');
    table.goTo('CRM', 'lifecycle');
    table.model.controller.paste([
      ['Retired', 'sanctioned'],
      ['soon', 'shadow'],
    ]);
    expect([table.text('CRM', 'lifecycle'), table.text('ERP', 'lifecycle')]).toEqual(['Retired', 'soon']);
    expect(notices.current().map(({ id }) => id)).toContain('table-refused');
    pressUndo(table);
    expect(notices.current().map(({ id }) => id)).not.toContain('table-refused');
    expect([table.text('CRM', 'lifecycle'), table.text('ERP', 'lifecycle')]).toEqual(['before', 'Live']);
    pressUndo(table);
    expect(table.text('CRM', 'lifecycle')).toBe('Live');
    expect(table.text('CRM', 'standing')).toBe('');
  });

  test('what was refused alone is a step of its own, and what came before it is left as it is', () => {
    const table = shop();
    table.goTo('CRM', 'vendor');
    table.type('Acme');
    table.goTo('CRM', 'lifecycle');
    table.type('soon');
    pressUndo(table);
    expect([table.text('CRM', 'lifecycle'), table.text('CRM', 'vendor')]).toEqual(['Live', 'Acme']);
    pressUndo(table);
    expect(table.text('CRM', 'vendor')).toBe('');
    redo.run(table.map);
    expect(table.text('CRM', 'vendor')).toBe('Acme');
  });

  test('a row that waits goes, and one that was taken away comes back', () => {
    const { map, built } = shop();
    const flows = onMap(map, built, 'dataFlows');
    flows.goTo('new', 'from');
    flows.type('CRM');
    flows.goTo('draft 1', 'purpose');
    flows.press('Mod+Backspace');
    expect(flows.rows()).toEqual(['New data flow']);
    tableIntent(map, flows.model, 'history.undo')?.();
    expect(flows.text('draft 1', 'from')).toBe('CRM');
    flows.goTo('draft 1', 'to');
    flows.type('ERP');
    expect(map.journey().dataFlows.all).toHaveLength(1);
    pressUndo(flows);
    expect(map.journey().dataFlows.all).toEqual([]);
    expect(flows.text('draft 1', 'from')).toBe('CRM');
    pressUndo(flows);
    expect(flows.rows()).toEqual(['New data flow']);
  });

  test('what one did elsewhere since is undone first, and takes nothing along', () => {
    const table = shop();
    table.goTo('CRM', 'lifecycle');
    table.model.controller.paste([['Retired'], ['soon']]);
    updateRecord.run(table.map, { kind: 'systems', id: table.built.id('CRM'), patch: { vendor: 'Acme' } });
    pressUndo(table);
    expect([table.text('CRM', 'vendor'), table.text('ERP', 'lifecycle')]).toEqual(['', 'soon']);
  });
});
