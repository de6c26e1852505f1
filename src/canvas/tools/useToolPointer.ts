import { useMemo, type MouseEvent, type PointerEvent } from 'react';
import { createNote } from '../../commands/createNote';
import { freePlace } from '../../layout/freePlace';
import type { Point } from '../../layout/geometry';
import { card, cardsTop } from '../../layout/metrics';
import { atOfX, offsetOfY, snapPlace } from '../../layout/timelineScale';
import { derivedOf } from '../../store/derived';
import type { OpenMap } from '../../store/openMap';
import type { CanvasActions } from '../canvasActions';
import { endAt } from '../connect/hitTest';
import { startTouchpoint } from '../editing/touchpointChain';
import { followPointer } from '../followPointer';
import { select } from '../selection';

/** What the pointer does on empty canvas: double-click makes a touchpoint, tools make what they are for. */
export function useToolPointer(openMap: OpenMap, actions: CanvasActions) {
  return useMemo(() => {
    const { view, document } = openMap;
    const onPointerDownCapture = (event: PointerEvent<HTMLElement>): void => {
      delete event.currentTarget.dataset['byKeyboard'];
      const { tool } = view.getState();
      const isPlain = event.button === 0 && !document.isReadOnly && isOnSurface(event.target);
      if (!isPlain || tool === 'select' || tool === 'hand') return;
      event.preventDefault();
      event.stopPropagation();
      applyTool(openMap, actions, event);
    };
    return {
      onPointerDownCapture,
      // d3 listens to mouse events of its own: what a tool takes is not to move the view as well.
      onMouseDownCapture: (event: MouseEvent): void => {
        const { tool } = view.getState();
        const takes = tool !== 'select' && tool !== 'hand' && event.button === 0 && isOnSurface(event.target);
        if (takes) event.stopPropagation();
      },
      onDoubleClick: (event: MouseEvent): void => {
        if (!isPane(event.target) || view.getState().tool === 'hand') return;
        placeTouchpoint(openMap, actions.toCanvas({ x: event.clientX, y: event.clientY }));
      },
    };
  }, [openMap, actions]);
}

function applyTool(openMap: OpenMap, actions: CanvasActions, event: PointerEvent): void {
  const point = { x: event.clientX, y: event.clientY };
  const at = actions.toCanvas(point);
  const onClick = (run: () => void): void => {
    followPointer(event, justClick(run));
  };
  switch (openMap.view.getState().tool) {
    case 'touchpoint':
      return onClick(() => placeTouchpoint(openMap, at));
    case 'note':
      return onClick(() => placeNote(openMap, at));
    case 'system':
      openMap.view.setState({ tool: 'select' });
      return onClick(() => actions.openPicker({ purpose: { kind: 'system' }, point, at }));
    case 'stage':
      return actions.startStage(event);
    case 'flow': {
      const from = endAt(derivedOf(openMap.mirror).store.getState().shown, at);
      if (from !== null) actions.startConnection(event, from);
    }
  }
}

/** Something that happens on letting go, wherever that is: a trembling hand still clicks. */
function justClick(run: () => void) {
  return { move: () => undefined, drop: run, click: run, cancel: () => undefined };
}

function placeTouchpoint(openMap: OpenMap, { x, y }: Point): void {
  const wanted = snapPlace({ at: atOfX(x), offset: offsetOfY(y - card.height / 2) });
  startTouchpoint(
    openMap,
    freePlace(openMap.journey(), wanted.at, Math.min(wanted.offset, lowestRow(openMap) + 1)),
  );
}

/** Far below the cards is where systems are: a touchpoint made there goes below the last row, not among the tracks. */
function lowestRow(openMap: OpenMap): number {
  return openMap
    .journey()
    .touchpoints.all.reduce((lowest, { offset }) => Math.max(lowest, Math.round(offset)), 0);
}

function placeNote(openMap: OpenMap, { x, y }: Point): void {
  const made = createNote.run(openMap, { at: atOfX(x), offset: (y - cardsTop) / card.rowPitch });
  if (!made.ok) return;
  const record = { kind: 'notes', id: made.value } as const;
  select(openMap.view, [record]);
  openMap.view.setState({ editing: { ...record, fresh: true }, tool: 'select' });
}

function isOnSurface(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.canvas-surface') !== null;
}

function isPane(target: EventTarget | null): boolean {
  return target instanceof Element && target.classList.contains('react-flow__pane');
}
