import type { CellValue } from '../cells/cellType';
import { isSameValue } from '../cells/cellType';
import type { CellTexts } from '../../interchange/clipboard/clipboardText';
import { clearEdits, cornersOf, fillDownEdits, pasteEdits, textsOf } from './blockEdits';
import { headerRowId, isNewRow, newRowId, type CellEdit, type GridJump, type GridRow } from './gridSource';
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
}

/** What the grid asks of what is around it. */
export interface GridHost {
  readonly view: () => GridView;
  readonly edit: (edits: readonly CellEdit[]) => ReadonlyMap<string, string>;
  readonly duplicate: (rows: readonly GridRow[]) => void;
  readonly jump: (to: GridJump) => void;
  readonly toggleGroup: (text: string) => void;
  readonly openColumnMenu: (column: string) => void;
  readonly openCellMenu: (place: CellPlace) => void;
  /** Says something that was done; `count` cells or rows. */
  readonly say: (what: 'pasted' | 'filled' | 'cleared' | 'deleted', count: number) => void;
  /** How many rows a page is. */
  readonly pageRows: () => number;
}

/** Where to go once a cell was written. */
export type AfterWriting = 'down' | 'up' | 'right' | 'left' | 'stay';

/** The keyboard and the clipboard of a grid, whatever draws it. All places are by id, so that rows may come, go and move. */
export class GridController {
  readonly #host: GridHost;
  readonly #listeners = new Set<() => void>();
  #state: GridState;
  /** Column in which a run of Tab began: Enter goes back below it. */
  #runColumn: string | null = null;
  /** Where the focus was, for when its row goes away. */
  #last = { row: 0, column: 0 };

  /** Whether the keyboard is in the grid, so that a cell that is drawn anew gets it back. */
  #hasKeyboard = false;
  #isDragging = false;

  constructor(host: GridHost) {
    this.#host = host;
    const first = cellAt(host.view(), 0, 0) ?? { row: newRowId, column: '' };
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

  get hasKeyboard(): boolean {
    return this.#hasKeyboard;
  }

  keepKeyboard(isHere: boolean): void {
    this.#hasKeyboard = isHere;
  }

  /** Whether a pressed pointer draws a block. */
  get isDragging(): boolean {
    return this.#isDragging;
  }

  drag(isDragging: boolean): void {
    this.#isDragging = isDragging;
  }

  /** Goes to a cell; with `extend` the block grows or shrinks to it. */
  goTo(place: CellPlace, extend = false): void {
    const at = placeIn(this.#host.view(), place);
    if (at) this.#last = at;
    this.#set({ focus: place, anchor: extend ? this.#state.anchor : place, open: null });
  }

  /** The selected block. */
  get range(): CellRange | null {
    const view = this.#host.view();
    return rangeOf(view, this.#state.anchor, this.#state.focus);
  }

  /** Rows of the selected block that are records or drafts. */
  get selectedRows(): readonly GridRow[] {
    const { range } = this;
    if (!range) return [];
    return this.#host
      .view()
      .rows.slice(Math.max(0, range.top), range.bottom + 1)
      .filter(({ kind }) => kind === 'record' || kind === 'draft');
  }

  /** Called when rows or columns changed: whoever stood on one that is gone goes on where it was. */
  settle(): void {
    const view = this.#host.view();
    const at = placeIn(view, this.#state.focus);
    if (at) {
      this.#last = at;
      if (!placeIn(view, this.#state.anchor)) this.#set({ ...this.#state, anchor: this.#state.focus });
      return;
    }
    const next = cellAt(view, Math.min(this.#last.row, view.rows.length - 1), this.#last.column);
    if (next) this.goTo(next);
  }

  /** Opens a cell to type in; what cannot be edited stays closed. Returns whether it opened. */
  open(place: CellPlace = this.#state.focus, typed: string | null = null): boolean {
    const view = this.#host.view();
    const at = placeIn(view, place);
    const cell = at && readCell(view, at.row, at.column);
    if (!cell?.canEdit || cell.type.kind === 'letters' || cell.type.kind === 'flag') return false;
    const open = { ...place, typed, startText: cell.text, startValue: cell.value };
    this.#set({ focus: place, anchor: place, open });
    return true;
  }

  /** Closes the open cell and leaves it as it was. */
  cancel(): void {
    this.#set({ ...this.#state, open: null });
  }

  /** Writes the open cell, when it holds something else than at its opening, and goes on. */
  commit(input: CellEdit['input'], then: AfterWriting): void {
    const { open } = this.#state;
    if (!open) return;
    const place: CellPlace = { row: open.row, column: open.column };
    const isSame =
      'text' in input ? input.text === open.startText : isSameValue(input.value, open.startValue);
    this.#set({ ...this.#state, open: null });
    const rows = isSame ? new Map<string, string>() : this.#host.edit([{ ...place, input }]);
    this.#goOn(place, rows, then);
  }

  #goOn(place: CellPlace, rows: ReadonlyMap<string, string>, then: AfterWriting): void {
    const made = rows.get(place.row);
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
    this.goTo({ ...here, column });
    if (then !== 'stay') this.#move(stepOf[then], false);
  }

  /** The texts of the selected block, for the clipboard. */
  copy(): CellTexts {
    const { range } = this;
    return range ? textsOf(this.#host.view(), range) : [];
  }

  /** Copies and empties the selected block. */
  cut(): CellTexts {
    const texts = this.copy();
    this.clear();
    return texts;
  }

  /** Puts a block of texts where the selection begins; one text fills the whole selection. Returns how many cells were meant. */
  paste(texts: CellTexts): number {
    const view = this.#host.view();
    const { range } = this;
    if (!range) return 0;
    const { edits, target } = pasteEdits(view, range, texts);
    if (edits.length === 0) return 0;
    this.#host.edit(edits);
    const [from, to] = cornersOf(view, target);
    if (from && to) this.#set({ anchor: from, focus: to, open: null });
    this.#host.say('pasted', edits.length);
    return edits.length;
  }

  /** Empties the selected cells. */
  clear(): void {
    const view = this.#host.view();
    const edits = this.range ? clearEdits(view, this.range) : [];
    if (edits.length === 0) return;
    this.#host.edit(edits);
    this.#host.say('cleared', edits.length);
  }

  /** Gives all rows of the block what its first one has; a single row takes what stands above it. */
  fillDown(): void {
    const edits = this.range ? fillDownEdits(this.#host.view(), this.range) : [];
    if (edits.length === 0) return;
    this.#host.edit(edits);
    this.#host.say('filled', edits.length);
  }

  /** Deletes the rows of the block. */
  removeRows(): void {
    const view = this.#host.view();
    const rows = this.selectedRows;
    if (!view.source.removeRows || rows.length === 0) return;
    view.source.removeRows(rows);
    this.#host.say('deleted', rows.length);
  }

  duplicateRows(): void {
    this.#host.duplicate(this.selectedRows);
  }

  /** Goes to the empty row at the end and opens its first cell. */
  startNewRow(): void {
    const view = this.#host.view();
    const [first] = view.columns;
    if (first && view.rowIndex.has(newRowId)) this.open({ row: newRowId, column: first.id });
  }

  /** Selects all cells. */
  selectAll(): void {
    const view = this.#host.view();
    const from = cellAt(view, 0, 0);
    const to = cellAt(view, view.rows.length - 1, view.columns.length - 1);
    if (from && to) this.#set({ anchor: from, focus: to, open: null });
  }

  /** A key by its name (`ArrowDown`, `Shift+ArrowDown`, `Mod+D`, `F2`) or the letter typed. Returns whether it was one of the grid’s. */
  key(name: string, letter: string | null): boolean {
    if (this.#state.open) return false;
    if (this.#moveKey(name)) return true;
    const command = this.#commands[name];
    if (command) return command() !== false;
    return letter !== null && this.#type(letter);
  }

  readonly #commands: Readonly<Record<string, () => boolean | void>> = {
    Enter: () => this.#enter(),
    F2: () => void this.open(),
    Space: () => this.#step(),
    Delete: () => (this.#hasWholeRows() ? this.removeRows() : this.clear()),
    Backspace: () => (this.#hasWholeRows() ? this.removeRows() : this.clear()),
    'Mod+D': () => this.fillDown(),
    'Mod+A': () => this.selectAll(),
    'Mod+Enter': () => this.startNewRow(),
    'Mod+Backspace': () => this.removeRows(),
    'Mod+Delete': () => this.removeRows(),
    'Mod+Shift+D': () => this.duplicateRows(),
    'Shift+Space': () => this.#selectLine('row'),
    'Mod+Space': () => this.#selectLine('column'),
    'Alt+Enter': () => this.#jump(),
    'Alt+ArrowDown': () => this.#host.openColumnMenu(this.#state.focus.column),
    ContextMenu: () => this.#host.openCellMenu(this.#state.focus),
    'Shift+F10': () => this.#host.openCellMenu(this.#state.focus),
    Tab: () => this.#runOn('right'),
    'Shift+Tab': () => this.#runOn('left'),
    Escape: () => this.#escape(),
  };

  #moveKey(name: string): boolean {
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
    const page = this.#host.pageRows();
    const far = Number.MAX_SAFE_INTEGER;
    const last = parts.at(-1);
    if (last === 'PageDown') this.#move({ row: page, column: 0 }, extend);
    else if (last === 'PageUp') this.#move({ row: -page, column: 0 }, extend);
    else if (last === 'Home') this.#move({ row: mod ? -far : 0, column: -far }, extend);
    else if (last === 'End') this.#move({ row: mod ? far : 0, column: far }, extend);
    else return false;
    return true;
  }

  #move(step: { readonly row: number; readonly column: number }, extend: boolean): void {
    const view = this.#host.view();
    const at = placeIn(view, this.#state.focus) ?? this.#last;
    // Only a plain arrow up leads into the header; a page or the beginning is the first row.
    const lowest = step.row === -1 && !extend ? -1 : 0;
    const row = at.row < 0 && step.row <= 0 ? at.row : Math.max(lowest, at.row + step.row);
    const next = cellAt(view, row, at.column + step.column);
    if (next) this.goTo(next, extend);
  }

  #jumpToEdge(step: { readonly row: number; readonly column: number }, extend: boolean): void {
    const view = this.#host.view();
    const at = placeIn(view, this.#state.focus) ?? this.#last;
    const { row, column } = edgeFrom(view, at, step);
    const next = cellAt(view, row, column);
    if (next) this.goTo(next, extend);
  }

  #focused() {
    const view = this.#host.view();
    const at = placeIn(view, this.#state.focus);
    return { view, row: at ? view.rows[at.row] : undefined, cell: at && readCell(view, at.row, at.column) };
  }

  #enter(): boolean {
    const { row, cell } = this.#focused();
    if (this.#state.focus.row === headerRowId) this.#host.openColumnMenu(this.#state.focus.column);
    else if (row?.group) this.#host.toggleGroup(row.group.text);
    else if (cell && !cell.canEdit && cell.jump) this.#host.jump(cell.jump);
    else if (!this.#step()) this.open();
    return true;
  }

  /** What Space does: yes and no, the next letter of a matrix, folding a group. False where it opens the cell. */
  #step(): boolean {
    const { row, cell } = this.#focused();
    if (row?.group) {
      this.#host.toggleGroup(row.group.text);
      return true;
    }
    if (!cell?.canEdit) return false;
    const { type, value } = cell;
    if (type.kind === 'flag') this.#write(value !== true);
    else if (type.kind === 'letters') {
      const now = Array.isArray(value) ? type.letters.findIndex((one) => one.value === value[0]) : -1;
      const next = type.letters[now + 1];
      this.#write(next ? [next.value] : []);
    } else return false;
    return true;
  }

  #type(letter: string): boolean {
    const { cell } = this.#focused();
    if (!cell?.canEdit) return false;
    const { type, value } = cell;
    if (type.kind !== 'letters') return this.open(this.#state.focus, letter);
    const found = type.letters.find(({ key }) => key === letter.toUpperCase());
    if (!found) return false;
    const now = Array.isArray(value) ? (value as readonly string[]) : [];
    const others = type.exclusive ? [] : now.filter((one) => one !== found.value);
    const wanted = new Set(now.includes(found.value) ? others : [...others, found.value]);
    this.#write(type.letters.map((one) => one.value).filter((one) => wanted.has(one)));
    return true;
  }

  #write(value: CellValue): void {
    const { row, column } = this.#state.focus;
    const rows = this.#host.edit([{ row, column, input: { value } }]);
    this.goTo({ row: rows.get(row) ?? row, column });
  }

  #jump(): boolean {
    const { cell } = this.#focused();
    if (cell?.jump) this.#host.jump(cell.jump);
    return true;
  }

  #selectLine(line: 'row' | 'column'): void {
    const view = this.#host.view();
    const at = placeIn(view, this.#state.focus);
    if (!at) return;
    const isRow = line === 'row';
    const from = cellAt(view, isRow ? at.row : 0, isRow ? 0 : at.column);
    const to = cellAt(
      view,
      isRow ? at.row : view.rows.length - 1,
      isRow ? view.columns.length - 1 : at.column,
    );
    if (from && to) this.#set({ anchor: from, focus: to, open: null });
  }

  #hasWholeRows(): boolean {
    const { range } = this;
    const view = this.#host.view();
    const isWide = view.columns.length > 1 && range?.left === 0 && range.right === view.columns.length - 1;
    return isWide && view.source.removeRows !== null;
  }

  /** In a run of Tab the next cell is beside; otherwise Tab leaves the grid, which is one stop. */
  #runOn(way: 'right' | 'left'): boolean {
    if (this.#runColumn === null) return false;
    this.#move(stepOf[way], false);
    return true;
  }

  #escape(): boolean {
    const isAlone = this.#runColumn === null && isSamePlace(this.#state.anchor, this.#state.focus);
    this.#runColumn = null;
    this.#set({ ...this.#state, anchor: this.#state.focus });
    return !isAlone;
  }

  #set(state: GridState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

const arrowSteps: Readonly<Record<string, { row: number; column: number }>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

const stepOf = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
} as const;

function isSamePlace(a: CellPlace, b: CellPlace): boolean {
  return a.row === b.row && a.column === b.column;
}
