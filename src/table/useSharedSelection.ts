import { useEffect, useRef } from 'react';
import type { RecordRef } from '../model/kinds';
import { useOpenMap } from '../store/openMap';
import { tableStoreOf } from '../store/tableStore';
import { placeIn } from './grid/gridView';
import { hasSheet } from './sheets/sheets';
import type { TableModel } from './tableModel';

/** Most records that selecting rows selects elsewhere: beyond that it is a range of cells, not a choice of records. */
const mostShared = 500;

/**
 * One selection for table and canvas: the rows one is on are selected on the canvas and shown in the inspector; what is selected
 * elsewhere is gone to here, in the sheet of its kind. Beside the canvas, the canvas follows.
 */
export function useSharedSelection(model: TableModel): void {
  const openMap = useOpenMap();
  const shared = useRef<readonly RecordRef[] | null>(null);
  useEffect(() => {
    const { view } = openMap;
    const table = tableStoreOf(openMap.mirror);
    const share = (): void => {
      const rows = model.controller.selectedRows;
      const refs = rows.length > mostShared ? [] : rows.flatMap(({ record }) => record ?? []);
      const now = view.getState().selection;
      if (refs.length === now.length && refs.every(({ id }, index) => id === now[index]?.id)) return;
      shared.current = refs;
      const last = refs.at(-1);
      const isBeside = view.getState().mode === 'split' && last !== undefined;
      view.setState({
        selection: refs,
        ...(isBeside ? { cameraRequest: { kind: 'record', record: last } } : {}),
      });
    };
    const follow = (selection: readonly RecordRef[]): void => {
      if (selection === shared.current) return;
      shared.current = selection;
      const record = selection.at(-1);
      if (!record || model.controller.selectedRows.some((row) => row.record?.id === record.id)) return;
      if (goToRow(model, record) || !hasSheet(record.kind)) return;
      table.setState({ sheet: record.kind, goTo: { record, field: null, withKeyboard: false } });
    };
    const arrive = (): void => {
      const { goTo, sheet } = table.getState();
      if (!goTo || sheet !== model.name) return;
      table.setState({ goTo: null });
      if (goTo.withKeyboard) model.controller.keepKeyboard(true);
      goToRow(model, goTo.record, goTo.field);
      share();
    };
    arrive();
    follow(view.getState().selection);
    const stops = [
      model.controller.subscribe(share),
      table.subscribe(arrive),
      view.subscribe((state, before) => state.selection !== before.selection && follow(state.selection)),
    ];
    return () => stops.forEach((stop) => stop());
  }, [openMap, model]);
}

/** Goes to a record's row, in the column one is in or that of a field. False when the table has no such row in sight. */
function goToRow({ controller, view }: TableModel, record: RecordRef, field: string | null = null): boolean {
  const now = view();
  const row = now.rows.find((one) => one.kind === 'record' && one.record?.id === record.id);
  if (!row) return false;
  const column = field !== null && now.columnIndex.has(field) ? field : controller.state.focus.column;
  const place = { row: row.id, column };
  controller.goTo(placeIn(now, place) ? place : { row: row.id, column: now.columns[0]?.id ?? '' });
  return true;
}
