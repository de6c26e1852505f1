import { createStore, type StoreApi } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { RecordRef } from '../model/kinds';
import type { Mirror } from './mirror';
import { useOpenMap } from './openMap';

/** Which cells of a column let their row through. */
export interface ColumnFilter {
  readonly column: string;
  readonly test: 'has' | 'is' | 'empty' | 'filled';
  /** What `has` and `is` compare with; case aside. */
  readonly text: string;
}

/** How one sheet is looked at. */
export interface SheetSettings {
  /** Words that a row must have somewhere. */
  readonly query: string;
  readonly sort: { readonly column: string; readonly descending: boolean } | null;
  readonly filters: readonly ColumnFilter[];
  readonly group: string | null;
  /** Groups that are folded, by their text. */
  readonly folded: readonly string[];
  readonly hidden: readonly string[];
  /** Columns that somebody made wider or narrower, CSS pixels. */
  readonly widths: Readonly<Record<string, number>>;
}

/** Shows everything in its natural order. */
export const plainSettings: SheetSettings = {
  query: '',
  sort: null,
  filters: [],
  group: null,
  folded: [],
  hidden: [],
  widths: {},
};

/** A row that cannot be a record yet: what was typed, by column. */
export interface DraftRow {
  readonly id: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** What was typed or pasted into a cell that does not fit there, kept until it is mended or taken away. */
export interface RefusedCell {
  readonly text: string;
  readonly problem: string;
}

/** The table view of one tab onto one map. Nothing of it is in the map. */
export interface TableState {
  /** Name of the sheet, matrix or record in sight. */
  readonly sheet: string;
  /** A record (and a field of it) that was asked for: the table goes there once and clears it. */
  readonly goTo: {
    readonly record: RecordRef;
    readonly field: string | null;
    /** Whether the keyboard goes along: one came from another sheet, not from the canvas beside. */
    readonly withKeyboard: boolean;
  } | null;
  readonly settings: Readonly<Record<string, SheetSettings>>;
  readonly drafts: Readonly<Record<string, readonly DraftRow[]>>;
  /** By `cellKey`. */
  readonly refused: ReadonlyMap<string, RefusedCell>;
}

export type TableStore = StoreApi<TableState>;

/** Names a cell among all rows of a map. */
export function cellKey(row: string, column: string): string {
  return `${row} ${column}`;
}

const byMirror = new WeakMap<Mirror, TableStore>();

/** The table view of an open map. It lives as long as the map is open, so that nothing typed is lost on the way. */
export function tableStoreOf(mirror: Mirror): TableStore {
  const known = byMirror.get(mirror);
  if (known) return known;
  const made = createStore<TableState>(() => ({
    sheet: 'touchpoints',
    goTo: null,
    settings: {},
    drafts: {},
    refused: new Map(),
  }));
  byMirror.set(mirror, made);
  return made;
}

/** Subscribes to a part of the open map’s table view. */
export function useTableStore<T>(select: (state: TableState) => T): T {
  return useStore(tableStoreOf(useOpenMap().mirror), select);
}

/** How a sheet is looked at. */
export function settingsOf(state: TableState, sheet: string): SheetSettings {
  return state.settings[sheet] ?? plainSettings;
}

/** Changes how a sheet is looked at. */
export function changeSettings(store: TableStore, sheet: string, change: Partial<SheetSettings>): void {
  const { settings } = store.getState();
  store.setState({
    settings: { ...settings, [sheet]: { ...(settings[sheet] ?? plainSettings), ...change } },
  });
}
