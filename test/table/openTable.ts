import type { OpenMap } from '../../src/store/openMap';
import { tableStoreOf } from '../../src/store/tableStore';
import { placeIn, readCell } from '../../src/table/grid/gridView';
import { createTableModel, type TableModel } from '../../src/table/tableModel';
import type { TableName } from '../../src/table/tableSource';
import { openTestMap } from '../canvas/openTestMap';
import type { MapBuilder } from '../support/mapBuilder';

/** A table of a map without a page, worked by keys, and what a test asks about it. */
export interface OpenTable {
  readonly map: OpenMap;
  readonly built: MapBuilder;
  readonly model: TableModel;
  /** Columns whose menu was opened, and how often the menu of a cell was. */
  readonly menus: string[];
  /** Presses keys by their names; a single letter types. */
  readonly press: (...keys: readonly string[]) => void;
  /** Goes to a cell by the name of its row (`new` is the empty one) and the id of its column. */
  readonly goTo: (row: string, column: string) => void;
  /** Opens the cell one is on, types and ends with Enter. */
  readonly type: (text: string) => void;
  /** Text of a cell by the name of its row and the id of its column. */
  readonly text: (row: string, column: string) => string | undefined;
  /** Names of the rows in sight, in order. */
  readonly rows: () => readonly string[];
  /** Name of the row and id of the column that has the focus. */
  readonly focus: () => readonly [string, string];
}

/** Opens a table on a map written in the words of the domain. */
export function openTable(name: TableName, write: (m: MapBuilder) => void): OpenTable {
  const { map, built } = openTestMap(write);
  return onMap(map, built, name);
}

/** Another table of the same map. */
export function onMap(map: OpenMap, built: MapBuilder, name: TableName): OpenTable {
  const menus: string[] = [];
  const model = createTableModel(map, name, {
    openColumnMenu: (column) => menus.push(column),
    openCellMenu: () => menus.push('cell'),
    pageRows: () => 5,
  });
  tableStoreOf(map.mirror).setState({ sheet: name });
  const { controller, view } = model;
  const idOf = (row: string): string =>
    view().rows.find(({ label, id }) => label === row || id === row)?.id ?? row;
  return {
    map,
    built,
    model,
    menus,
    press: (...keys) => {
      for (const key of keys) controller.key(key, [...key].length === 1 ? key : null);
      controller.settle();
    },
    goTo: (row, column) => controller.goTo({ row: idOf(row), column }),
    type: (text) => {
      controller.open();
      controller.commit({ text }, 'down');
    },
    text: (row, column) => {
      const at = placeIn(view(), { row: idOf(row), column });
      return (at && readCell(view(), at.row, at.column)?.text) ?? undefined;
    },
    rows: () => view().rows.map(({ label }) => label),
    focus: () => {
      const { row, column } = controller.state.focus;
      return [view().rows.find(({ id }) => id === row)?.label ?? row, column];
    },
  };
}
