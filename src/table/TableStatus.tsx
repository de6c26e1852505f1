import { useSyncExternalStore } from 'react';
import { t } from '../ui/i18n/t';
import { placeIn, readCell, type GridView } from './grid/gridView';
import type { TableModel } from './tableModel';

interface TableStatusProps {
  readonly model: TableModel;
  readonly view: GridView;
}

/** The line below the grid: what the cell is about or what is wrong with it, and how much there is. */
export function TableStatus({ model, view }: TableStatusProps) {
  const state = useSyncExternalStore(
    (listener) => model.controller.subscribe(listener),
    () => model.controller.state,
  );
  const at = placeIn(view, state.focus);
  const cell = at && readCell(view, at.row, at.column);
  const column = at ? view.columns[at.column] : undefined;
  const problem = cell?.problem ?? cell?.note;
  const { range } = model.controller;
  const count = range ? (range.bottom - Math.max(0, range.top) + 1) * (range.right - range.left + 1) : 0;
  const all = view.source.rows.filter(({ kind }) => kind === 'record').length;
  const shown = view.rows.filter(({ kind }) => kind === 'record').length;
  return (
    <div className="table-status">
      <p className="table-status-text" data-problem={problem !== undefined || undefined}>
        {problem ?? hintOf(model, column)}
      </p>
      {count > 1 && <p className="table-status-count">{t('table.selected', { count })}</p>}
      <p className="table-status-count">
        {shown >= all ? t('table.rows', { count: all }) : t('table.rowsOf', { shown, all })}
      </p>
    </div>
  );
}

function hintOf(
  { name }: TableModel,
  column: { readonly label: string; readonly hint: string } | undefined,
): string {
  if (name === 'usageMatrix') return t('table.matrix.usageKeys');
  if (name === 'raci' || name === 'systemOwners') return t('table.matrix.raciKeys');
  if (name === 'processing') return t('table.processing.note');
  return column ? [column.label, column.hint].filter(Boolean).join(': ') : '';
}
