import { useMemo, useRef, type MouseEvent, type RefObject } from 'react';
import type { RecordRef } from '../model/kinds';
import { useOpenMap } from '../store/openMap';
import { kindOfNode, type CanvasNode } from './adaptor/canvasNodes';
import { useCanvasActions } from './canvasActions';
import type { usePicturePointer } from './picture/usePicturePointer';
import { clickRecord, isAdding, select, unhover } from './selection';

/** What is told of a rubber band. */
interface Band {
  readonly startBand: (before: readonly RecordRef[]) => void;
  readonly endBand: () => void;
}

const refOf = ({ type, id }: CanvasNode): RecordRef => ({ kind: kindOfNode[type ?? 'note'], id });

/**
 * What clicks, the pointer's coming and going and a rubber band do. The same functions for as long as the map is open:
 * with other ones React Flow would render every node again.
 */
export function useSurfaceHandlers(band: Band, picture: ReturnType<typeof usePicturePointer>) {
  const { view } = useOpenMap();
  const actions = useCanvasActions();
  // React Flow selects before it tells of the click; what counts is what was selected before.
  const pressedWith: RefObject<readonly RecordRef[]> = useRef([]);
  const { startBand, endBand } = band;
  return useMemo(
    () => ({
      onPointerDownCapture: () => {
        pressedWith.current = view.getState().selection;
      },
      onNodeClick: (event: MouseEvent, node: CanvasNode) => {
        clickRecord(view, refOf(node), event, pressedWith.current);
        actions.focusCanvas();
      },
      onNodeDoubleClick: (_event: MouseEvent, node: CanvasNode) =>
        view.setState({ editing: { ...refOf(node), fresh: false } }),
      onNodeContextMenu: (event: MouseEvent, node: CanvasNode) => actions.openMenu(event, refOf(node)),
      onNodeMouseEnter: (_event: MouseEvent, node: CanvasNode) => view.setState({ hover: refOf(node) }),
      onNodeMouseLeave: (_event: MouseEvent, node: CanvasNode) => unhover(view, node.id),
      onPaneClick: (event: MouseEvent) => {
        if (!picture.click(event, pressedWith.current) && !isAdding(event)) select(view, []);
        actions.focusCanvas();
      },
      onSelectionStart: (event: MouseEvent) => {
        const before = isAdding(event) ? pressedWith.current : [];
        startBand(before);
        picture.startBand(before);
      },
      onSelectionEnd: () => {
        endBand();
        picture.endBand();
        actions.focusCanvas();
      },
    }),
    [view, actions, picture, startBand, endBand],
  );
}
