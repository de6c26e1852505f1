import { useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import type { ClipboardEvent, FocusEvent, KeyboardEvent, PointerEvent, MouseEvent } from 'react';
import { isLeftOut } from '../../store/filterRecords';
import type { SheetSettings } from '../../store/tableStore';
import { t } from '../../ui/i18n/t';
import { notices } from '../../ui/notices';
import {
  fromTabText,
  mostPastedCells,
  toHtmlTable,
  toTabText,
  type CellTexts,
} from '../../interchange/clipboard/clipboardText';
import type { GridController } from './gridController';
import { growBeyond } from './dragBeyond';
import { GridHeader, type DraggedEdge } from './GridHeader';
import { headerHeightPx, startsOf } from './gridGeometry';
import { GridLine } from './GridLine';
import { beginsLetter, keyOf, letterOf } from './gridKeys';
import { headerRowId } from './gridSource';
import { placeIn, type GridView } from './gridView';
import { parseHtmlTable } from '../../interchange/clipboard/parseHtmlTable';
import { useGridWindow } from './useGridWindow';
import './grid.css';

export interface GridProps {
  readonly view: GridView;
  readonly controller: GridController;
  readonly settings: SheetSettings;
  readonly canEdit: boolean;
  /** Names of others by the record they have selected. */
  readonly peers: ReadonlyMap<string, readonly string[]>;
  /** Ids of what a filter of the map lets through; null while nothing is filtered. */
  readonly matching: ReadonlySet<string> | null;
  readonly onCopied: (texts: CellTexts) => void;
  readonly onWidth: (column: string, widthPx: number) => void;
  /** Makes a column as wide as what is in it. */
  readonly onFit: (column: string) => void;
}

/** Widest first column where the grid is narrow, as a share of its width; and where somebody made it wider. */
const narrowShare = 0.42;
const setShare = 0.7;

/** Rows and columns worked as a spreadsheet. One tab stop: the arrow keys go from cell to cell. */
export function Grid(props: GridProps) {
  const { view, controller, settings, canEdit, peers, matching, onCopied, onWidth, onFit } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const revealed = useRef('');
  const state = useSyncExternalStore(
    (listener) => controller.subscribe(listener),
    () => controller.state,
  );
  const { rows, source } = view;
  const [dragged, setDragged] = useState<DraggedEdge | null>(null);
  const plainStarts = useMemo(() => startsOf(view.columns.map(({ widthPx }) => widthPx)), [view.columns]);
  const shown = useGridWindow(scroller, rows.length, source.rowHeightPx, plainStarts);
  const widths = useMemo(
    () =>
      view.columns.map(({ id, widthPx: setPx }, index) => {
        const isSet = settings.widths[id] !== undefined;
        const widthPx = id === dragged?.column ? dragged.widthPx : setPx;
        const share = index === 0 && (isSet || dragged?.column === id) ? setShare : narrowShare;
        const first = Math.max(110, Math.round(shown.widthPx * share));
        // No column is wider than the room beside the first one: a cell can always be seen whole.
        return Math.min(widthPx, index === 0 ? first : Math.max(110, shown.widthPx - first));
      }),
    [view.columns, shown.widthPx, dragged, settings.widths],
  );
  const starts = useMemo(() => startsOf(widths), [widths]);
  const focusAt = placeIn(view, state.focus);
  const range = controller.range;

  useLayoutEffect(() => controller.settle());
  useLayoutEffect(() => {
    const place = focusAt ? `${focusAt.row} ${focusAt.column}` : '';
    // Only when the place changes: whoever scrolls away from the cell is not pulled back.
    if (!focusAt || !scroller.current || place === revealed.current) return;
    revealed.current = place;
    reveal(scroller.current, focusAt.row, focusAt.column, {
      widths,
      starts,
      rowHeightPx: source.rowHeightPx,
    });
  });
  useEffect(() => {
    if (controller.hasKeyboard && !state.open) focusCell(scroller.current);
  });

  const lines = linesIn(shown.top, shown.bottom, rows.length, focusAt?.row ?? -1);
  const columns = linesIn(Math.max(1, shown.left), shown.right, view.columns.length, focusAt?.column ?? -1);
  const shownColumns = view.columns.length > 0 ? [0, ...columns.filter((index) => index > 0)] : [];
  const total = (starts.at(-1) ?? 0) + (widths.at(-1) ?? 0);
  const geometry = { widths, starts, columns: shownColumns };
  const handlers = gridHandlers(controller, onCopied, view);
  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      aria-label={source.label}
      aria-rowcount={rows.length + 1}
      aria-colcount={view.columns.length}
      aria-multiselectable
      aria-readonly={!canEdit}
      data-row-height={source.rowHeightPx > 40 ? 'tall' : undefined}
      {...handlers}
    >
      <div
        className="grid-sheet"
        role="rowgroup"
        style={{ width: total, height: headerHeightPx + rows.length * source.rowHeightPx }}
      >
        <GridHeader
          view={view}
          geometry={geometry}
          settings={settings}
          focus={state.focus}
          controller={controller}
          onDrag={setDragged}
          onWidth={onWidth}
          onFit={onFit}
        />
        {lines.map((index) => {
          const row = rows[index];
          return row ? (
            <GridLine
              key={row.id}
              row={row}
              index={index}
              view={view}
              geometry={geometry}
              state={state}
              range={range}
              controller={controller}
              peers={row.record ? peers.get(row.record.id) : undefined}
              isDimmed={row.record !== null && isLeftOut(matching, row.record)}
            />
          ) : null;
        })}
      </div>
      {rows.length === 0 && <p className="visually-hidden">{t('table.rows', { count: 0 })}</p>}
    </div>
  );
}

/** Indices from one end to the other, and the one that has the focus wherever it is: focus never falls out of the page. */
function linesIn(from: number, to: number, count: number, focus: number): readonly number[] {
  const indices: number[] = [];
  for (let index = from; index <= Math.min(to, count - 1); index++) indices.push(index);
  if (focus >= 0 && focus < count && (focus < from || focus > to)) indices.push(focus);
  return indices;
}

function reveal(
  scroller: HTMLElement,
  row: number,
  column: number,
  {
    widths,
    starts,
    rowHeightPx,
  }: { widths: readonly number[]; starts: readonly number[]; rowHeightPx: number },
): void {
  const top = row * rowHeightPx;
  const heightPx = scroller.clientHeight - headerHeightPx;
  if (row >= 0 && top < scroller.scrollTop) scroller.scrollTop = top;
  else if (row >= 0 && top + rowHeightPx > scroller.scrollTop + heightPx)
    scroller.scrollTop = top + rowHeightPx - heightPx;
  if (column <= 0) {
    if (column === 0 && row >= 0 && scroller.scrollLeft > 0) scroller.scrollLeft = 0;
    return;
  }
  const [left, width, fixed] = [starts[column] ?? 0, widths[column] ?? 0, widths[0] ?? 0];
  if (left - fixed < scroller.scrollLeft) scroller.scrollLeft = left - fixed;
  else if (left + width > scroller.scrollLeft + scroller.clientWidth)
    scroller.scrollLeft = left + width - scroller.clientWidth;
}

function focusCell(scroller: HTMLElement | null): void {
  const cell = scroller?.querySelector<HTMLElement>('[data-focus="true"]');
  if (cell && cell !== document.activeElement) cell.focus({ preventScroll: true });
}

/** Of tall rows the cell with the keyboard shows all of its text, and may reach further down than its row. */
function showGrown(scroller: HTMLElement, cell: Element): void {
  if (scroller.dataset['rowHeight'] !== 'tall') return;
  const end = scroller.getBoundingClientRect().top + scroller.clientHeight;
  scroller.scrollTop += Math.max(0, cell.getBoundingClientRect().bottom - end);
}

/** The cell an event came from, by the ids its element carries. */
function placeOf(target: EventTarget | null): { row: string; column: string } | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  const column = cell?.dataset['column'];
  const row = cell?.dataset['row'];
  return row !== undefined && column !== undefined ? { row, column } : null;
}

function isEditor(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.cell-editor') !== null;
}

function gridHandlers(controller: GridController, onCopied: GridProps['onCopied'], view: GridView) {
  const put = (event: ClipboardEvent, texts: CellTexts): void => {
    if (texts.length === 0) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', toTabText(texts));
    event.clipboardData.setData('text/html', toHtmlTable(texts));
    onCopied(texts);
  };
  return {
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isEditor(event.target)) return;
      if (beginsLetter(event)) {
        // Drawn at once: what is composed goes to the field that has the keyboard when this event is over.
        flushSync(() => controller.open(controller.state.focus, ''));
        return;
      }
      if (!controller.key(keyOf(event), letterOf(event))) return;
      event.preventDefault();
      event.stopPropagation();
    },
    onFocus: (event: FocusEvent<HTMLElement>): void => {
      controller.keepKeyboard(true);
      showGrown(event.currentTarget, event.target);
      const place = placeOf(event.target);
      const { focus } = controller.state;
      const isElsewhere = place && (place.row !== focus.row || place.column !== focus.column);
      if (isElsewhere && !isEditor(event.target) && !controller.isDragging) controller.goTo(place);
    },
    onBlur: (event: FocusEvent<HTMLElement>): void => {
      const next = event.relatedTarget;
      if (next instanceof Node && !event.currentTarget.contains(next)) controller.keepKeyboard(false);
    },
    onPointerDown: (event: PointerEvent<HTMLElement>): void => {
      const place = placeOf(event.target);
      if (!place || isEditor(event.target) || (event.target as Element).closest('button')) return;
      // What is being typed is written before another cell is entered.
      if (controller.state.open && document.activeElement instanceof HTMLElement)
        document.activeElement.blur();
      controller.keepKeyboard(true);
      if (event.button !== 0) return;
      const { focus } = controller.state;
      const isAgain = place.row === focus.row && place.column === focus.column && !event.shiftKey;
      if (isAgain && event.pointerType === 'touch') controller.key('Enter', null);
      else controller.goTo(place, event.shiftKey);
      if (event.pointerType !== 'mouse') return;
      controller.drag(true);
      growBeyond(event.currentTarget, controller);
    },
    onPointerOver: (event: PointerEvent<HTMLElement>): void => {
      const place = controller.isDragging && event.buttons === 1 ? placeOf(event.target) : null;
      if (place && !controller.state.open) controller.goTo(place, true);
    },
    onDoubleClick: (event: MouseEvent): void => {
      if (placeOf(event.target) && !isEditor(event.target)) controller.key('Enter', null);
    },
    onContextMenu: (event: MouseEvent): void => {
      const place = placeOf(event.target);
      if (!place || isEditor(event.target)) return;
      event.preventDefault();
      const at = placeIn(view, place);
      const { range } = controller;
      const isInside =
        at &&
        range &&
        at.row >= range.top &&
        at.row <= range.bottom &&
        at.column >= range.left &&
        at.column <= range.right;
      if (!isInside) controller.goTo(place);
      controller.key(place.row === headerRowId ? 'Alt+ArrowDown' : 'ContextMenu', null);
    },
    onCopy: (event: ClipboardEvent): void => {
      if (!isEditor(event.target)) put(event, controller.copy());
    },
    onCut: (event: ClipboardEvent): void => {
      if (!isEditor(event.target)) put(event, controller.cut());
    },
    onPaste: (event: ClipboardEvent): void => {
      if (isEditor(event.target)) return;
      event.preventDefault();
      const texts = textsIn(event.clipboardData);
      if (texts.length * (texts[0]?.length ?? 0) <= mostPastedCells) controller.paste(texts);
      else notices.show({ id: 'table-too-much', text: t('table.said.tooMuch'), tone: 'late' });
    },
  };
}

/** The cells on the clipboard: tab-separated text where there is any, else a table in HTML, else plain lines. */
function textsIn(data: DataTransfer): CellTexts {
  const text = data.getData('text/plain');
  const table = text.includes('\t') ? null : parseHtmlTable(data.getData('text/html'));
  if (table !== null && table.length > 0) return table;
  return text === '' ? [] : fromTabText(text);
}
