import { headerRowId, isNewRow, newRowId, type GridRow } from './gridSource';
import {
  cellAt,
  edgeFrom,
  placeIn,
  rangeOf,
  readCell,
  type CellPlace,
  type CellRange,
  type GridView,
} from './gridView';
import type { CellValue } from '../cells/cellType';

/** A cell that is open: what was in it when it opened, and what was typed first, if that is what opened it. */
export interface OpenCell extends CellPlace {
  /** The letter that opened it and takes the place of what was there; null keeps what was there. */
  readonly typed: string | null;
  readonly startText: string;
  readonly startValue: CellValue;
}

/** Where the keyboard is in a grid. */
export interface GridState {
  readonly focus: CellPlace;
  /** The other corner of the selected block. */
  readonly anchor: CellPlace;
  readonly open: OpenCell | null;
  /** Whether whole rows were asked for, not cells that happen to reach from side to side. */
  readonly isOfRows?: boolean;
}

/** Where to go once a cell was written. */
export type AfterWriting = 'down' | 'up' | 'right' | 'left' | 'stay';

interface Step {
  readonly row: number;
  readonly column: number;
}

/** Where one is in a grid, and all ways to get elsewhere. All places are by id, so that rows may come, go and move. */
export class GridCursor {
  readonly #view: () => GridView;
  readonly #pageRows: () => number;
  readonly #listeners = new Set<() => void>();
  #state: GridState;
  /** Column in which a run of Tab began: Enter goes back below it. */
  #runColumn: string | null = null;
  /** Rows of the selected block as they stood when they were last looked at; null after the block changed. */
  #block: { readonly rows: GridView['rows']; readonly ids: readonly string[] } | null = null;
  /** Where the focus was, for when its row goes away. */
  #last = { row: 0, column: 0 };

  /** @param pageRows how many rows a page is */
  constructor(view: () => GridView, pageRows: () => number) {
    this.#view = view;
    this.#pageRows = pageRows;
    const first = cellAt(view(), 0, 0) ?? { row: newRowId, column: '' };
    this.#state = { focus: first, anchor: first, open: null };
  }

  get state(): GridState {
    return this.#state;
  }

  /** Calls back after every change of the state. Returns the way to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  set(state: GridState): void {
    this.#state = state;
    this.#block = null;
    for (const listener of this.#listeners) listener();
  }

  /** Goes to a cell; with `extend` the block grows or shrinks to it. */
  goTo(place: CellPlace, extend = false): void {
    const at = placeIn(this.#view(), place);
    if (at) this.#last = at;
    const { anchor, isOfRows = false } = this.#state;
    this.set({ focus: place, anchor: extend ? anchor : place, open: null, isOfRows: extend && isOfRows });
  }

  /** The selected block. */
  get range(): CellRange | null {
    return rangeOf(this.#view(), this.#state.anchor, this.#state.focus);
  }

  /** Rows of the selected block that are records or drafts. */
  get selectedRows(): readonly GridRow[] {
    const { range } = this;
    if (!range) return [];
    return this.#view()
      .rows.slice(Math.max(0, range.top), range.bottom + 1)
      .filter(({ kind }) => kind === 'record' || kind === 'draft');
  }

  /** What is where the focus is. */
  focused() {
    const view = this.#view();
    const at = placeIn(view, this.#state.focus);
    return { view, row: at ? view.rows[at.row] : undefined, cell: at && readCell(view, at.row, at.column) };
  }

  /** Selects from one corner to the other; whole rows where they were asked for. */
  select(anchor: CellPlace | null | undefined, focus: CellPlace | null | undefined, isOfRows = false): void {
    if (anchor && focus) this.set({ anchor, focus, open: null, isOfRows });
  }

  /**
   * Selects the rows that were just written, from a column on so many wide, and stands on their first cell. Where a sort has
   * put others between them, only that cell: what one does next must not reach what one did not select (TBL-15).
   */
  selectBlock(ids: readonly string[], left: number, width: number): void {
    const view = this.#view();
    const places = ids.flatMap((id) => view.rowIndex.get(id) ?? []);
    const [top, bottom] = [Math.min(...places), Math.max(...places)];
    const written = new Set(ids);
    const isTogether = view.rows
      .slice(top, bottom + 1)
      .every(({ id, kind }) => kind === 'group' || written.has(id));
    const first = cellAt(view, view.rowIndex.get(ids[0] ?? '') ?? top, left);
    if (isTogether) this.select(cellAt(view, bottom, left + width - 1), cellAt(view, top, left));
    else this.select(first, first);
  }

  /** Selects all cells. */
  selectAll(): void {
    const view = this.#view();
    this.select(cellAt(view, 0, 0), cellAt(view, view.rows.length - 1, view.columns.length - 1));
  }

  /** Selects the row or the column one is in. */
  selectLine(line: 'row' | 'column'): void {
    const view = this.#view();
    const at = placeIn(view, this.#state.focus);
    if (!at) return;
    const isRow = line === 'row';
    const { range } = this;
    const [top, bottom] = isRow ? [range?.top ?? at.row, range?.bottom ?? at.row] : [0, view.rows.length - 1];
    this.select(
      cellAt(view, top, isRow ? 0 : at.column),
      cellAt(view, bottom, isRow ? view.columns.length - 1 : at.column),
      isRow,
    );
  }

  /** Called when rows or columns changed: whoever stood on one that is gone goes on where it was. */
  settle(): void {
    const view = this.#view();
    const at = placeIn(view, this.#state.focus);
    if (at) {
      this.#last = at;
      const isTornApart = !placeIn(view, this.#state.anchor) || this.#hasForeignRows(view);
      if (isTornApart) this.set({ ...this.#state, anchor: this.#state.focus, isOfRows: false });
      this.#rememberBlock(view);
      return;
    }
    const next = cellAt(view, Math.min(this.#last.row, view.rows.length - 1), this.#last.column);
    if (next) this.goTo(next);
  }

  /** Whether rows came into the block that nobody selected: by a sort, or because somebody made one there (TBL-15). */
  #hasForeignRows(view: GridView): boolean {
    if (!this.#block || this.#block.rows === view.rows) return false;
    const known = new Set(this.#block.ids);
    return this.#idsInBlock(view).some((id) => !known.has(id));
  }

  #rememberBlock(view: GridView): void {
    if (this.#block?.rows !== view.rows) this.#block = { rows: view.rows, ids: this.#idsInBlock(view) };
  }

  #idsInBlock(view: GridView): readonly string[] {
    const { range } = this;
    return range ? view.rows.slice(Math.max(0, range.top), range.bottom + 1).map(({ id }) => id) : [];
  }

  /**
   * Goes on from a cell that was written.
   *
   * @param made the record that its row has become, if it was none before
   * @param beside the row that was next to it when it was written: a sort may have moved its own away since (TBL-15)
   */
  goOn(place: CellPlace, made: string | undefined, then: AfterWriting, beside: string | null = null): void {
    // Whoever fills one row after the other goes on in the next empty one, wherever the new record was sorted to.
    const isListing = isNewRow(place.row) && then === 'down';
    const here = { ...place, row: isListing ? newRowId : (made ?? place.row) };
    if (isListing) {
      this.goTo({ ...here, column: this.#runColumn ?? here.column });
      return;
    }
    if (then === 'right' || then === 'left') this.#runColumn ??= place.column;
    const column = then === 'down' && this.#runColumn !== null ? this.#runColumn : here.column;
    if (then === 'down' || then === 'up') this.#runColumn = null;
    if (beside !== null && beside !== made && this.#view().rowIndex.has(beside)) {
      this.goTo({ row: beside, column });
      return;
    }
    this.goTo({ ...here, column });
    if (then !== 'stay') this.#move(stepOf[then], false);
  }

  /** The row above or below a place as rows stand now; null where there is none, or one does not go there. */
  rowBeside({ row }: CellPlace, then: AfterWriting): string | null {
    const { rowIndex, rows } = this.#view();
    const at = rowIndex.get(row);
    if (at === undefined || (then !== 'down' && then !== 'up')) return null;
    return rows[at + (then === 'down' ? 1 : -1)]?.id ?? null;
  }

  /** In a run of Tab the next cell is beside; otherwise Tab leaves the grid, which is one stop. Returns which it was. */
  runOn(way: 'right' | 'left'): boolean {
    if (this.#runColumn === null) return false;
    this.#move(stepOf[way], false);
    return true;
  }

  /** Ends a run of Tab: whoever goes elsewhere begins anew. */
  endRun(): void {
    this.#runColumn = null;
  }

  /** Ends a run of Tab and lets go of the block. Returns whether there was either. */
  escape(): boolean {
    const { anchor, focus } = this.#state;
    const isAlone = this.#runColumn === null && anchor.row === focus.row && anchor.column === focus.column;
    this.#runColumn = null;
    this.set({ ...this.#state, anchor: focus });
    return !isAlone;
  }

  /** A key that goes elsewhere, by its name. Returns whether it was one. */
  moveKey(name: string): boolean {
    const parts = name.split('+');
    const step = arrowSteps[parts.at(-1) ?? ''];
    const extend = parts.includes('Shift');
    const mod = parts.includes('Mod');
    if (parts.includes('Alt')) return false;
    if (step) {
      this.#runColumn = null;
      if (mod) this.#jumpToEdge(step, extend);
      else this.#move(step, extend);
      return true;
    }
    const page = this.#pageRows();
    const far = Number.MAX_SAFE_INTEGER;
    const last = parts.at(-1);
    if (last === 'PageDown') this.#move({ row: page, column: 0 }, extend);
    else if (last === 'PageUp') this.#move({ row: -page, column: 0 }, extend);
    else if (last === 'Home') this.#move({ row: mod ? -far : 0, column: -far }, extend);
    else if (last === 'End') this.#move({ row: mod ? far : 0, column: far }, extend);
    else return false;
    return true;
  }

  /** Whether one is in the row of names. */
  get isInHeader(): boolean {
    return this.#state.focus.row === headerRowId;
  }

  #move(step: Step, extend: boolean): void {
    const view = this.#view();
    const at = placeIn(view, this.#state.focus) ?? this.#last;
    // Only a plain arrow up leads into the header; a page or the beginning is the first row.
    const lowest = step.row === -1 && !extend ? -1 : 0;
    const row = at.row < 0 && step.row <= 0 ? at.row : Math.max(lowest, at.row + step.row);
    const next = cellAt(view, row, at.column + step.column);
    if (next) this.goTo(next, extend);
  }

  #jumpToEdge(step: Step, extend: boolean): void {
    const view = this.#view();
    const at = placeIn(view, this.#state.focus) ?? this.#last;
    const { row, column } = edgeFrom(view, at, step);
    const next = cellAt(view, row, column);
    if (next) this.goTo(next, extend);
  }
}

const stepOf: Readonly<Record<Exclude<AfterWriting, 'stay'>, Step>> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
};

const arrowSteps: Readonly<Record<string, Step>> = {
  ArrowUp: stepOf.up,
  ArrowDown: stepOf.down,
  ArrowLeft: stepOf.left,
  ArrowRight: stepOf.right,
};
