import type { OpenMap } from '../store/openMap';
import { derivedOf } from '../store/derived';
import { isSelected } from '../store/view';
import type { Camera } from './camera/useCamera';
import type { CanvasActions } from './canvasActions';
import type { Overlay } from './CanvasOverlays';
import { rectOfSelection } from './recordRect';
import { select } from './selection';

/** The part of the canvas's actions that open something over it, or give it the keyboard. */
export function overlayActions(
  openMap: OpenMap,
  camera: Camera,
  show: (overlay: Overlay | null) => void,
): Omit<CanvasActions, keyof Camera> {
  return {
    // After React has drawn what the same event selected.
    focusCanvas: () =>
      queueMicrotask(() => {
        if (openMap.view.getState().editing) return;
        document.querySelector<HTMLElement>('[data-canvas-focus="true"]')?.focus({ preventScroll: true });
      }),
    openMenu: (event, record) => {
      event.preventDefault();
      event.stopPropagation();
      if (!isSelected(openMap.view.getState(), record.id)) select(openMap.view, [record]);
      show({ kind: 'menu', point: { x: event.clientX, y: event.clientY } });
    },
    openSelectionMenu: () => {
      const { shown } = derivedOf(openMap.mirror).store.getState();
      const rect = rectOfSelection(shown, openMap.view.getState().selection, 0);
      if (!rect) return;
      show({ kind: 'menu', point: camera.toScreen({ x: rect.x + 12, y: rect.y + rect.height }) });
    },
    startConnection: (event, from) => {
      if (event.button !== 0 || openMap.document.isReadOnly) return;
      event.preventDefault();
      show({ kind: 'connection', from, down: event });
    },
    startStage: (event) => show({ kind: 'stage', down: event }),
    openPicker: (request) => show({ kind: 'picker', request }),
  };
}
