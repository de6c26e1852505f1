import { isSameValue, type CellValue } from '../cells/cellType';
import type { CellTexts } from '../../interchange/clipboard/clipboardText';
import { clearEdits, fillDownEdits, pasteEdits, textsOf } from './blockEdits';
import { GridCursor, type AfterWriting, type GridState } from './gridCursor';
import { newRowId, type CellEdit, type GridJump, type GridRow } from './gridSource';
import { placeIn, readCell, type CellPlace, type CellRange, type GridView } from './gridView';

/** What the grid asks of what is around it. */
export interface GridHost {
  readonly view: () => GridView;
  readonly edit: (edits: readonly CellEdit[]) => ReadonlyMap<string, string>;
  readonly duplicate: (rows: readonly GridRow[]) => void;
  readonly jump: (to: GridJump) => void;
  readonly toggleGroup: (text: string) => void;
  readonly openColumnMenu: (column: string) => void;
  readonly openCellMenu: (place: CellPlace) => void;
  /** Makes a column wider, or narrower by less than nothing, CSS pixels. */
  readonly widen: (column: string, byPx: number) => void;
  /** Says something that was done; `count` cells or rows. */
  readonly say: (what: 'pasted' | 'filled' | 'cleared' | 'deleted', count: number) => void;
  /** Says that nothing of what is selected can be changed here. */
  readonly sayLocked: () => void;
  /** Takes back the last edit if it changed nothing in the map. Returns whether it was one. */
  readonly undoKept: () => boolean;
  /** How many rows a page is. */
  readonly pageRows: () => number;
}

/** The keyboard and the clipboard of a grid, whatever draws it. */
export class GridController {
  readonly #host: GridHost;
  readonly #cursor: GridCursor;
  /** Whether the keyboard is in the grid, so that a cell that is drawn anew gets it back. */
  #hasKeyboard = false;
  #isDragging = false;

  constructor(host: GridHost) {
    this.#host = host;
    this.#cursor = new GridCursor(host.view, host.pageRows);
  }

  get state(): GridState {
    return this.#cursor.state;
  }

  /** Calls back after every change of the state. Returns the way to stop. */
  subscribe(listener: () => void): () => void {
    return this.#cursor.subscribe(listener);
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
    this.#cursor.endRun();
    this.#cursor.goTo(place, extend);
  }

  /** The selected block. */
  get range(): CellRange | null {
    return this.#cursor.range;
  }

  /** Rows of the selected block that are records or drafts. */
  get selectedRows(): readonly GridRow[] {
    return this.#cursor.selectedRows;
  }

  /** Called when rows or columns changed: whoever stood on one that is gone goes on where it was. */
  settle(): void {
    this.#cursor.settle();
  }

  /** Opens a cell to type in; what cannot be edited stays closed. Returns whether it opened. */
  open(place: CellPlace = this.state.focus, typed: string | null = null): boolean {
    const view = this.#host.view();
    const at = placeIn(view, place);
    const cell = at && readCell(view, at.row, at.column);
    if (!cell?.canEdit || cell.type.kind === 'letters' || cell.type.kind === 'flag') return false;
    const open = { ...place, typed, startText: cell.text, startValue: cell.value };
    this.#cursor.set({ focus: place, anchor: place, open });
    return true;
  }

  /** Closes the open cell and leaves it as it was. */
  cancel(): void {
    this.#cursor.set({ ...this.state, open: null });
  }

  /** Writes the open cell, when it holds something else than at its opening, and goes on. */
  commit(input: CellEdit['input'], then: AfterWriting): void {
    const { open } = this.state;
    if (!open) return;
    const place: CellPlace = { row: open.row, column: open.column };
    const isSame =
      'text' in input ? input.text === open.startText : isSameValue(input.value, open.startValue);
    const beside = this.#cursor.rowBeside(place, then);
    this.#cursor.set({ ...this.state, open: null });
    const rows = isSame ? new Map<string, string>() : this.#host.edit([{ ...place, input }]);
    this.#cursor.goOn(place, rows.get(place.row), then, beside);
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
    if (!range || texts.length === 0) return 0;
    const { edits, rows, width } = pasteEdits(view, range, texts);
    if (edits.length === 0) {
      this.#host.sayLocked();
      return 0;
    }
    const made = this.#host.edit(edits);
    this.#cursor.selectBlock(
      rows.map((row) => made.get(row) ?? row),
      range.left,
      width,
    );
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
    this.#cursor.selectAll();
  }

  /** A key by its name (`ArrowDown`, `Shift+ArrowDown`, `Mod+D`, `F2`) or the letter typed. Returns whether it was one of the grid’s. */
  key(name: string, letter: string | null): boolean {
    if (this.state.open) return false;
    if (this.#cursor.moveKey(name)) return true;
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
    'Mod+Z': () => this.#host.undoKept(),
    'Mod+Enter': () => this.startNewRow(),
    'Mod+Backspace': () => this.removeRows(),
    'Mod+Delete': () => this.removeRows(),
    'Mod+Shift+D': () => this.duplicateRows(),
    'Shift+Space': () => this.#cursor.selectLine('row'),
    'Mod+Space': () => this.#cursor.selectLine('column'),
    'Alt+Enter': () => this.#jump(),
    'Alt+ArrowDown': () => this.#host.openColumnMenu(this.state.focus.column),
    ContextMenu: () => this.#host.openCellMenu(this.state.focus),
    'Shift+F10': () => this.#host.openCellMenu(this.state.focus),
    Tab: () => this.#cursor.runOn('right'),
    'Shift+Tab': () => this.#cursor.runOn('left'),
    Escape: () => this.#cursor.escape(),
    'Alt+ArrowRight': () => this.#widen(widthStepPx),
    'Alt+ArrowLeft': () => this.#widen(-widthStepPx),
  };

  #enter(): boolean {
    const { row, cell } = this.#cursor.focused();
    if (this.#cursor.isInHeader) this.#host.openColumnMenu(this.state.focus.column);
    else if (row?.group) this.#host.toggleGroup(row.group.text);
    else if (cell && !cell.canEdit && cell.jump) this.#host.jump(cell.jump);
    else if (!this.#step() && !this.open() && cell) this.#host.sayLocked();
    return true;
  }

  /** What Space does: yes and no, the next letter of a matrix, folding a group. False where it opens the cell. */
  #step(): boolean {
    const { row, cell } = this.#cursor.focused();
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
    const { cell } = this.#cursor.focused();
    if (!cell?.canEdit) return false;
    const { type, value } = cell;
    if (type.kind !== 'letters') return this.open(this.state.focus, letter);
    const found = type.letters.find(({ key }) => key === letter.toUpperCase());
    if (!found) return false;
    const now = Array.isArray(value) ? (value as readonly string[]) : [];
    const others = type.exclusive ? [] : now.filter((one) => one !== found.value);
    const wanted = new Set(now.includes(found.value) ? others : [...others, found.value]);
    this.#write(type.letters.map((one) => one.value).filter((one) => wanted.has(one)));
    return true;
  }

  #write(value: CellValue): void {
    const { row, column } = this.state.focus;
    const rows = this.#host.edit([{ row, column, input: { value } }]);
    this.#cursor.goTo({ row: rows.get(row) ?? row, column });
  }

  #jump(): boolean {
    const { cell } = this.#cursor.focused();
    if (cell?.jump) this.#host.jump(cell.jump);
    return true;
  }

  #hasWholeRows(): boolean {
    const { range } = this;
    const { columns, source } = this.#host.view();
    const isWide = range?.left === 0 && range.right === columns.length - 1;
    return this.state.isOfRows === true && isWide && source.removeRows !== null;
  }

  /** Makes the column of the header one is in wider or narrower; elsewhere the keys are not the grid’s. */
  #widen(byPx: number): boolean {
    if (!this.#cursor.isInHeader) return false;
    this.#host.widen(this.state.focus.column, byPx);
    return true;
  }
}

/** How much wider a column gets by one press of a key, CSS pixels. */
const widthStepPx = 16;
