import type { MouseEvent } from 'react';
import type { Kind } from '../../model/kinds';
import { useOpenMap } from '../../store/openMap';
import { useCanvasActions } from '../canvasActions';
import { clickRecord, unhover } from '../selection';

/** What a line does when it is clicked: selects, opens its menu, opens its text. */
export function useLineGestures(kind: Kind, id: string) {
  const openMap = useOpenMap();
  const actions = useCanvasActions();
  return {
    className: 'nopan',
    onClick: (event: MouseEvent): void => {
      event.stopPropagation();
      clickRecord(openMap.view, { kind, id }, event);
      actions.focusCanvas();
    },
    onContextMenu: (event: MouseEvent): void => actions.openMenu(event, { kind, id }),
    onPointerEnter: (): void => openMap.view.setState({ hover: { kind, id } }),
    onPointerLeave: (): void => unhover(openMap.view, id),
  };
}
