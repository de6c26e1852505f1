import { ArrowDown, ArrowUp, ChevronDown, Filter } from 'lucide-react';
import type { SheetSettings } from '../../store/tableStore';
import { t } from '../../ui/i18n/t';
import type { GridGeometry } from './gridGeometry';
import type { GridController } from './gridController';
import { headerRowId } from './gridSource';
import type { CellPlace, GridView } from './gridView';

interface GridHeaderProps {
  readonly view: GridView;
  readonly geometry: GridGeometry;
  readonly settings: SheetSettings;
  readonly focus: CellPlace;
  readonly controller: GridController;
}

/** The names of the columns; each opens what can be done with its column. */
export function GridHeader({ view, geometry, settings, focus, controller }: GridHeaderProps) {
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
          </div>
        );
      })}
    </div>
  );
}
