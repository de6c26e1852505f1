import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Kind, RecordRef } from '../model/kinds';

/** What the pointer does on the canvas. */
export type Tool = 'select' | 'touchpoint' | 'stage' | 'system' | 'flow' | 'note' | 'hand';

/** What is being typed in place: the record whose title is open, and whether it was just made. */
export interface Editing {
  readonly kind: Kind;
  readonly id: string;
  /** Made by this very gesture: Escape without a letter typed removes it again. */
  readonly fresh: boolean;
}

/** Where the view is: screen = flow × zoom + (x, y), in CSS pixels. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** What concerns this tab alone: nothing of it is stored in the map or told to others. */
export interface ViewState {
  readonly selection: readonly RecordRef[];
  readonly tool: Tool;
  readonly editing: Editing | null;
  readonly hover: RecordRef | null;
  readonly inspectorOpen: boolean;
  readonly minimapOpen: boolean;
  readonly viewport: Viewport;
  /** Something asked the canvas to move; it does so once and clears it. */
  readonly cameraRequest: CameraRequest | null;
}

export type CameraRequest =
  | { readonly kind: 'fit' }
  | { readonly kind: 'selection' }
  | { readonly kind: 'record'; readonly record: RecordRef }
  | { readonly kind: 'zoom'; readonly zoom: number }
  | { readonly kind: 'zoom-by'; readonly factor: number };

export type ViewStore = StoreApi<ViewState>;

export const initialView: ViewState = {
  selection: [],
  tool: 'select',
  editing: null,
  hover: null,
  inspectorOpen: true,
  minimapOpen: false,
  viewport: { x: 0, y: 0, zoom: 1 },
  cameraRequest: null,
};

/** The view of one tab onto one map, as it begins or with parts of it set otherwise. */
export function createViewStore(start: Partial<ViewState> = {}): ViewStore {
  return createStore<ViewState>(() => ({ ...initialView, ...start }));
}

/** Whether a record is selected. */
export function isSelected(view: ViewState, id: string): boolean {
  return view.selection.some((record) => record.id === id);
}
