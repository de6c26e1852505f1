import { Check, ChevronDown, ChevronRight, Plus, TriangleAlert } from 'lucide-react';
import { t } from '../../ui/i18n/t';
import { CellEditor } from './CellEditor';
import type { GridController } from './gridController';
import type { GridState } from './gridCursor';
import { newRowId, type GridCell, type GridRow } from './gridSource';
import { headerHeightPx, type GridGeometry } from './gridGeometry';
import type { CellRange, GridView } from './gridView';

interface GridLineProps {
  readonly row: GridRow;
  readonly index: number;
  readonly view: GridView;
  readonly geometry: GridGeometry;
  readonly state: GridState;
  readonly range: CellRange | null;
  readonly controller: GridController;
  readonly peers: readonly string[] | undefined;
  /** Whether a filter of the map leaves its record out. */
  readonly isDimmed: boolean;
}

/** One row, with the cells that are in sight. */
export function GridLine(props: GridLineProps) {
  const { row, index, view, geometry, range, isDimmed } = props;
  const { rowHeightPx } = view.source;
  const isInRange = range !== null && index >= range.top && index <= range.bottom;
  return (
    <div
      className="grid-row"
      role="row"
      aria-rowindex={index + 2}
      aria-expanded={row.group ? !row.group.isFolded : undefined}
      data-kind={row.kind}
      data-odd={index % 2 === 1 || undefined}
      data-current={isInRange || undefined}
      data-dimmed={isDimmed || undefined}
      style={{ top: headerHeightPx + index * rowHeightPx, height: rowHeightPx }}
    >
      {row.group ? (
        <GroupCell {...props} />
      ) : (
        geometry.columns.map((column) => <Cell key={view.columns[column]?.id} {...props} column={column} />)
      )}
    </div>
  );
}

function GroupCell({ row, view, state }: GridLineProps) {
  const [first] = view.columns;
  if (!first || !row.group) return null;
  const isFocus = state.focus.row === row.id;
  const Fold = row.group.isFolded ? ChevronRight : ChevronDown;
  return (
    <div
      className="grid-group"
      role="gridcell"
      aria-colindex={1}
      aria-colspan={view.columns.length}
      tabIndex={isFocus ? 0 : -1}
      data-row={row.id}
      data-column={isFocus ? state.focus.column : first.id}
      data-focus={isFocus || undefined}
    >
      <span className="grid-group-text">
        <Fold size={14} aria-hidden />
        <strong>{row.label}</strong>
        <span className="quiet-text">{t('table.rows', { count: row.group.count })}</span>
      </span>
    </div>
  );
}

function Cell(props: GridLineProps & { readonly column: number }) {
  const { row, index, view, geometry, state, range, controller, column: at, peers, isDimmed } = props;
  const column = view.columns[at];
  if (!column) return null;
  const cell = view.source.cell(row, column);
  const isFocus = state.focus.row === row.id && state.focus.column === column.id;
  const isOpen = state.open?.row === row.id && state.open.column === column.id;
  const isSelected =
    range !== null && index >= range.top && index <= range.bottom && at >= range.left && at <= range.right;
  return (
    <div
      className="grid-cell"
      role={at === 0 ? 'rowheader' : 'gridcell'}
      aria-colindex={at + 1}
      aria-selected={isSelected}
      aria-readonly={!cell.canEdit}
      aria-invalid={cell.problem !== null || undefined}
      tabIndex={isFocus && !isOpen ? 0 : -1}
      data-row={row.id}
      data-column={column.id}
      data-focus={isFocus || undefined}
      data-first={at === 0 || undefined}
      data-selected={(isSelected && !isFocus) || undefined}
      data-type={cell.type.kind}
      data-new={row.id === newRowId || undefined}
      data-problem={cell.problem !== null || undefined}
      data-tone={cell.tone}
      data-locked={!cell.canEdit || undefined}
      style={{ width: geometry.widths[at], insetInlineStart: at === 0 ? 0 : geometry.starts[at] }}
    >
      {isOpen && state.open ? (
        <CellEditor
          key={`${row.id} ${column.id}`}
          open={state.open}
          cell={cell}
          label={t('table.editor.label', { column: column.label, row: row.label })}
          columnLabel={column.label}
          controller={controller}
        />
      ) : (
        <CellContent
          cell={cell}
          isFirst={at === 0}
          row={row}
          peers={at === 0 ? peers : undefined}
          isDimmed={at === 0 && isDimmed}
        />
      )}
    </div>
  );
}

interface CellContentProps {
  readonly cell: GridCell;
  readonly isFirst: boolean;
  readonly row: GridRow;
  readonly peers: readonly string[] | undefined;
  readonly isDimmed: boolean;
}

function CellContent({ cell, isFirst, row, peers, isDimmed }: CellContentProps) {
  const { text, problem, note, placeholder, type, value } = cell;
  const said = problem ?? note;
  return (
    <>
      {row.id === newRowId && isFirst && text === '' && <Plus size={14} aria-hidden />}
      {said !== undefined && <TriangleAlert className="grid-cell-alert" size={14} aria-hidden />}
      {type.kind === 'flag' && value === true && problem === null ? (
        <>
          <Check size={16} aria-hidden />
          <span className="visually-hidden">{text}</span>
        </>
      ) : text === '' && placeholder !== undefined ? (
        <span className="grid-cell-text grid-cell-placeholder">{placeholder}</span>
      ) : (
        <span className="grid-cell-text">{text}</span>
      )}
      {said !== undefined && <span className="visually-hidden">{said}</span>}
      {isDimmed && <span className="visually-hidden">{t('table.dimmed')}</span>}
      {peers?.map((name) => (
        <span key={name} className="grid-peer" title={t('table.peer', { name })}>
          <span className="visually-hidden">{t('table.peer', { name })}</span>
        </span>
      ))}
    </>
  );
}
