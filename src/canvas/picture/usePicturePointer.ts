import { useStoreApi } from '@xyflow/react';
import { useMemo, useRef, type MouseEvent, type PointerEvent } from 'react';
import { flushSync } from 'react-dom';
import { visibleIds } from '../../layout/visibleIds';
import type { RecordRef } from '../../model/kinds';
import { derivedOf } from '../../store/derived';
import { useOpenMap } from '../../store/openMap';
import { useCanvasActions } from '../canvasActions';
import { clickRecord, select } from '../selection';
import { figureAt } from './figureAt';
import { usePictureState } from './pictureState';

/** A rectangle on the screen, from the canvas's upper left. */
interface Band {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface DrawnBand {
  /** As it was seen last. */
  last: Band | null;
  readonly before: readonly RecordRef[];
  stop: () => void;
}

/** A press of a button, as React or the browser tells it. */
type Press = MouseEvent | globalThis.MouseEvent;

/**
 * The pointer over a picture (PIC-5). What it points at becomes an element before it is pressed, so that clicking, dragging
 * and menus are those of elements; lines are clicked on the picture itself, and a rubber band takes what is in it.
 */
export function usePicturePointer() {
  const openMap = useOpenMap();
  const flow = useStoreApi();
  const actions = useCanvasActions();
  const picture = usePictureState();
  const band = useRef<DrawnBand | null>(null);
  return useMemo(() => {
    const { view, mirror } = openMap;
    const recordAt = (event: Press): RecordRef | null => {
      if (picture.level() !== 'picture') return null;
      const point = actions.toCanvas({ x: event.clientX, y: event.clientY });
      const { geometry } = derivedOf(mirror).store.getState();
      return figureAt(geometry, point, flow.getState().transform[2]);
    };
    return {
      /** Makes an element of what is pointed at. */
      onPointerMove: (event: PointerEvent): void => {
        if (event.buttons !== 0 || !isPane(event.target)) return;
        const record = recordAt(event);
        if (record?.id === view.getState().hover?.id) return;
        if (picture.level() === 'picture') flushSync(() => view.setState({ hover: record }));
      },
      /** Clicks what is in the picture at the pointer; whether there is something. */
      click: (event: MouseEvent, selected: readonly RecordRef[]): boolean => {
        const record = recordAt(event);
        if (record) clickRecord(view, record, event, selected);
        return record !== null;
      },
      /** Opens the menu of what is in the picture at the pointer. */
      openMenu: (event: Press): void => {
        const record = recordAt(event);
        if (record) actions.openMenu(event as MouseEvent, record);
      },
      startBand: (before: readonly RecordRef[]): void => {
        band.current?.stop();
        band.current = null;
        if (picture.level() !== 'picture') return;
        const drawn: DrawnBand = { last: null, before, stop: () => undefined };
        drawn.stop = flow.subscribe(({ userSelectionRect }) => {
          if (userSelectionRect) drawn.last = userSelectionRect;
        });
        band.current = drawn;
      },
      /** Selects what is in the band, and what was selected before. */
      endBand: (): void => {
        const drawn = band.current;
        band.current = null;
        drawn?.stop();
        if (!drawn?.last) return;
        const [x, y, zoom] = flow.getState().transform;
        const found = visibleIds(derivedOf(mirror).store.getState().geometry, {
          x: (drawn.last.x - x) / zoom,
          y: (drawn.last.y - y) / zoom,
          width: drawn.last.width / zoom,
          height: drawn.last.height / zoom,
        });
        const kinds = {
          stages: found.stages,
          systems: found.tracks,
          touchpoints: found.cards,
          notes: found.notes,
        };
        const inside = Object.entries(kinds).flatMap(([kind, ids]) =>
          [...ids].map((id) => ({ kind: kind as keyof typeof kinds, id })),
        );
        const known = new Set(inside.map(({ id }) => id));
        select(view, [...drawn.before.filter(({ id }) => !known.has(id)), ...inside]);
      },
    };
  }, [openMap, flow, actions, picture]);
}

function isPane(target: EventTarget | null): boolean {
  return target instanceof Element && target.classList.contains('react-flow__pane');
}
