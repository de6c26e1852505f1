import type { RecordRef } from '../../model/kinds';
import type { CellType, CellValue } from '../cells/cellType';

/** A column as a grid shows it. */
export interface GridColumn {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly widthPx: number;
}

/** A row as a grid shows it. */
export interface GridRow {
  readonly id: string;
  /** `new` is the empty one at the end, `draft` one that cannot be a record yet, `group` a heading. */
  readonly kind: 'record' | 'draft' | 'new' | 'group';
  /** What it is called when it is spoken of. */
  readonly label: string;
  /** What is selected with it. */
  readonly record: RecordRef | null;
  /** For headings: how many rows it has, and whether they are folded. */
  readonly group?: { readonly text: string; readonly count: number; readonly isFolded: boolean };
}

/** Where the keyboard goes from a cell that speaks of another record. */
export interface GridJump {
  readonly record: RecordRef;
  readonly field: string | null;
}

/** A cell as it is now. */
export interface GridCell {
  readonly text: string;
  readonly value: CellValue;
  readonly type: CellType;
  readonly canEdit: boolean;
  /** What is wrong with the cell, in a sentence; its text is then what was typed. */
  readonly problem: string | null;
  /** Shown quietly in place of nothing: what a row is called by, what is still needed. */
  readonly placeholder?: string | undefined;
  readonly jump?: GridJump | undefined;
  /** Whether its record was deleted since the row was shown. */
  readonly isGone?: boolean;
  /** Said of the cell beside its text: what is wrong with the row. */
  readonly note?: string | undefined;
  readonly tone?: 'danger' | 'late' | 'it' | 'marketing' | 'neutral' | undefined;
}

/** What shall be in a cell: a text to be understood, or a value as it is. */
export interface CellEdit {
  readonly row: string;
  readonly column: string;
  readonly input: { readonly text: string } | { readonly value: CellValue };
}

/** What came of an edit. */
export interface EditOutcome {
  /** Row ids that became other ones: the new row and drafts, once they are records. */
  readonly rows: ReadonlyMap<string, string>;
  /** Cells that could not be understood and keep their text, marked. */
  readonly refused: number;
}

/** What a grid shows and how it is changed: a sheet, a matrix, a record. */
export interface GridSource {
  readonly id: string;
  readonly label: string;
  readonly columns: readonly GridColumn[];
  /** In their natural order; drafts last. */
  readonly rows: readonly GridRow[];
  /** What the row at the end says; null where none can be made. */
  readonly newLabel: string | null;
  readonly rowHeightPx: number;
  /** Whether its cells hold letters: words are then looked for in the names of its rows and columns. */
  readonly isMatrix?: boolean;
  readonly cell: (row: GridRow, column: GridColumn) => GridCell;
  /** All of it is one step of undo. */
  readonly edit: (edits: readonly CellEdit[]) => EditOutcome;
  /** Deletes records and drafts as one step. Null where rows cannot be deleted. */
  readonly removeRows: ((rows: readonly GridRow[]) => void) | null;
}

/** Whether there is nothing to show and nothing to make: no rows, or a matrix with nothing to set them against. */
export function isEmptySource({ rows, columns, newLabel, isMatrix = false }: GridSource): boolean {
  return (rows.length === 0 && newLabel === null) || (isMatrix && columns.length < 2);
}

/** The row that makes a new record. Several new ones, as a paste makes, are numbered. */
export const newRowId = 'new';
/** The row of the columns’ names. */
export const headerRowId = 'header';

/** Id of the nth row to be made by one edit. */
export function newRowNumber(index: number): string {
  return index === 0 ? newRowId : `${newRowId} ${index}`;
}

/** Whether an id stands for a row that is to be made. */
export function isNewRow(id: string): boolean {
  return id === newRowId || id.startsWith(`${newRowId} `);
}
