import { derivedOf } from '../store/derived';
import type { OpenMap } from '../store/openMap';
import { settingsOf, tableStoreOf, type SheetSettings } from '../store/tableStore';
import { withWidths } from './grid/columnWidths';
import { arrangeRows } from './grid/arrangeRows';
import type { GridRow, GridSource } from './grid/gridSource';
import { searchTable } from './grid/searchTable';
import { GridController } from './grid/gridController';
import { makeView, type GridView } from './grid/gridView';
import { tableHost, type TablePage } from './tableHost';
import { tableSource, type TableInput, type TableName } from './tableSource';

/** One table of an open map: what it shows now, and the keyboard on it. Works without a page, so that tests can press its keys. */
export interface TableModel {
  readonly name: TableName;
  /** What the table shows right now; the same object until something changed. */
  readonly view: () => GridView;
  readonly settings: () => SheetSettings;
  readonly controller: GridController;
}

/** What the page does for a table. */
export type TableMenus = Pick<TablePage, 'openColumnMenu' | 'openCellMenu' | 'pageRows'>;

/**
 * Makes the table of a name. It follows every edit, one's own and others'. While a cell is open its rows keep their order, so
 * that a colleague's edit never moves what one is typing in (TBL-8).
 */
export function createTableModel(openMap: OpenMap, name: TableName, menus: TableMenus): TableModel {
  const store = tableStoreOf(openMap.mirror);
  const derived = derivedOf(openMap.mirror).store;
  let last: { readonly key: readonly unknown[]; readonly view: GridView } | null = null;
  let kept: { readonly settings: SheetSettings; readonly rows: Set<string> } | null = null;
  let order: ReadonlyMap<string, number> | null = null;

  const settings = (): SheetSettings => settingsOf(store.getState(), name);
  const keptRows = (): Set<string> => {
    const now = settings();
    const isSame = kept?.settings.query === now.query && kept.settings.filters === now.filters;
    if (!kept || !isSame) kept = { settings: now, rows: new Set() };
    return kept.rows;
  };
  let made: { readonly key: readonly unknown[]; readonly source: GridSource } | null = null;
  const sourceOf = (input: TableInput): GridSource => {
    const { journey, analysis, table, isReadOnly } = input;
    const key = [journey, analysis, table.drafts, table.refused, isReadOnly];
    if (!made || !isSameKey(made.key, key)) made = { key, source: tableSource(openMap, name, input) };
    return made.source;
  };
  /** The row one types in stays when somebody deletes it: the next letters must not fall into its neighbour (TBL-8). */
  const withOpenRow = (rows: readonly GridRow[], isOpen: boolean): readonly GridRow[] => {
    const open = isOpen ? model?.controller.state.open : null;
    const at = open ? last?.view.rowIndex.get(open.row) : undefined;
    const row = last?.view.rows[at ?? -1];
    if (at === undefined || row?.kind !== 'record' || rows.some(({ id }) => id === row.id)) return rows;
    return rows.toSpliced(at, 0, row);
  };
  const make = (input: TableInput, isOpen: boolean): GridView => {
    const source = sourceOf(input);
    const { hidden, query } = settings();
    if (!isOpen) order = null;
    else if (last) order ??= placesOf(last.view);
    const rows = withOpenRow(arrangeRows(source, settings(), keptRows(), order), isOpen);
    const { hasColumn } = searchTable(source, query);
    const isHidden = new Set(hidden);
    const columns = source.columns.filter(
      (column, index) => index === 0 || (!isHidden.has(column.id) && hasColumn(column)),
    );
    return makeView(source, rows, withWidths(columns, settings()));
  };
  const view = (): GridView => {
    const { journey, readOnly } = openMap.mirror.store.getState();
    const { analysis } = derived.getState();
    const table = store.getState();
    const { drafts, refused } = table;
    const isOpen = model?.controller.state.open !== null && model !== null;
    const key = [journey, readOnly, analysis, drafts, refused, settings(), isOpen];
    if (last && isSameKey(last.key, key)) return last.view;
    last = { key, view: make({ journey, analysis, table, isReadOnly: readOnly }, isOpen) };
    return last.view;
  };
  let model: TableModel | null = null;
  const host = tableHost(openMap, {
    ...menus,
    view,
    keep: (rows) => {
      for (const row of rows) keptRows().add(row);
    },
  });
  model = { name, view, settings, controller: new GridController(host) };
  return model;
}

function isSameKey(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.every((part, index) => part === b[index]);
}

function placesOf(view: GridView): ReadonlyMap<string, number> {
  return new Map(view.rows.filter(({ kind }) => kind === 'record').map(({ id }, index) => [id, index]));
}
