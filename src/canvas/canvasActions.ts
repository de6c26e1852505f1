import { createContext, useContext, type MouseEvent, type PointerEvent } from 'react';
import type { Point, Rect } from '../layout/geometry';
import type { RecordRef } from '../model/kinds';
import type { PickerRequest } from './connect/pickerRequest';

/** What parts of the canvas ask of the whole. The object is the same for as long as the canvas is open. */
export interface CanvasActions {
  /** Gives the keyboard to the canvas, at what is selected. */
  readonly focusCanvas: () => void;
  /** Opens the menu of a record, selecting it unless it is part of the selection. */
  readonly openMenu: (event: MouseEvent, record: RecordRef) => void;
  /** Opens the menu of what is selected, beside it. */
  readonly openSelectionMenu: () => void;
  /** Begins to draw a connection from a touchpoint or system. */
  readonly startConnection: (event: PointerEvent, from: string) => void;
  /** Begins to span a stage. */
  readonly startStage: (event: PointerEvent) => void;
  /** Asks for a touchpoint or system: to connect, to attach, to make. */
  readonly openPicker: (request: PickerRequest) => void;
  readonly fit: () => void;
  /** Brings a part of the canvas into view, moving as little as possible. */
  readonly reveal: (rect: Rect) => void;
  readonly zoomTo: (zoom: number) => void;
  readonly zoomBy: (factor: number) => void;
  readonly zoomToRect: (rect: Rect) => void;
  /** Shows a place of the canvas in the middle, at a zoom. */
  readonly goTo: (centre: Point, zoom: number) => void;
  readonly panBy: (by: Point) => void;
  /** The middle of what is in view, on the canvas. */
  readonly centre: () => Point;
  /** Where a place of the canvas is in the window. */
  readonly toScreen: (point: Point) => Point;
  readonly toCanvas: (point: Point) => Point;
}

export const CanvasActionsContext = createContext<CanvasActions | null>(null);

/** What the canvas around this component can do. */
export function useCanvasActions(): CanvasActions {
  const actions = useContext(CanvasActionsContext);
  if (!actions) throw new Error('not inside a canvas');
  return actions;
}
