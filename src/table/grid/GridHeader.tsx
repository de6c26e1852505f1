import { ArrowDown, ArrowUp, ChevronDown, Filter } from 'lucide-react';
import type { SheetSettings } from '../../store/tableStore';
import { t } from '../../ui/i18n/t';
import { boundedWidth } from './columnWidths';
import type { GridGeometry } from './gridGeometry';
import type { GridController } from './gridController';
import { headerRowId } from './gridSource';
import { HeadingEdge } from './HeadingEdge';
import type { CellPlace, GridView } from './gridView';

interface GridHeaderProps {
  readonly view: GridView;
  readonly geometry: GridGeometry;
  readonly settings: SheetSettings;
  readonly focus: CellPlace;
  readonly controller: GridController;
  /** Shows a width while the edge of a column is dragged; null once it is let go of. */
  readonly onDrag: (edge: DraggedEdge | null) => void;
  readonly onWidth: (column: string, widthPx: number) => void;
  readonly onFit: (column: string) => void;
}

/** A column whose edge is being dragged, and how wide it is by now, CSS pixels. */
export interface DraggedEdge {
  readonly column: string;
  readonly widthPx: number;
}

/** The names of the columns; each opens what can be done with its column. */
export function GridHeader(props: GridHeaderProps) {
  const { view, geometry, settings, focus, controller, onDrag, onWidth, onFit } = props;
  return (
    <div className="grid-header" role="row" aria-rowindex={1}>
      {geometry.columns.map((index) => {
        const column = view.columns[index];
        if (!column) return null;
        const isSorted = settings.sort?.column === column.id;
        const isDescending = isSorted && settings.sort?.descending === true;
        const isFiltered = settings.filters.some((filter) => filter.column === column.id);
        const isFocus = focus.row === headerRowId && focus.column === column.id;
        const Way = isDescending ? ArrowDown : ArrowUp;
        return (
          <div
            key={column.id}
            className="grid-heading"
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={isSorted ? (isDescending ? 'descending' : 'ascending') : undefined}
            aria-haspopup="menu"
            tabIndex={isFocus ? 0 : -1}
            title={column.hint === '' ? column.label : `${column.label}: ${column.hint}`}
            data-row={headerRowId}
            data-column={column.id}
            data-focus={isFocus || undefined}
            data-first={index === 0 || undefined}
            style={{
              width: geometry.widths[index],
              insetInlineStart: index === 0 ? 0 : geometry.starts[index],
            }}
          >
            <span className="grid-heading-text">{column.label}</span>
            {isSorted && <Way size={12} aria-hidden />}
            {isFiltered && <Filter size={12} aria-hidden />}
            <button
              type="button"
              className="grid-heading-menu"
              tabIndex={-1}
              aria-label={t('table.menu.column', { column: column.label })}
              onClick={() => {
                controller.goTo({ row: headerRowId, column: column.id });
                controller.key('Enter', null);
              }}
            >
              <ChevronDown size={14} aria-hidden />
            </button>
            <HeadingEdge
              widthPx={geometry.widths[index] ?? column.widthPx}
              onDrag={(widthPx) =>
                onDrag(widthPx === null ? null : { column: column.id, widthPx: boundedWidth(widthPx) })
              }
              onSet={(widthPx) => onWidth(column.id, widthPx)}
              onFit={() => onFit(column.id)}
            />
          </div>
        );
      })}
    </div>
  );
}
