import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, useMemo, useState } from 'react';
import type { Rect } from '../../layout/geometry';
import { inflate } from '../../layout/rectangles';
import { derivedOf } from '../../store/derived';
import { useOpenMap, useView, type OpenMap } from '../../store/openMap';
import type { CameraRequest, Viewport } from '../../store/view';
import type { CanvasActions } from '../canvasActions';
import { rectOfRecord, rectOfSelection, rectOfSpan } from '../recordRect';
import {
  centreViewport,
  clampZoom,
  freeArea,
  minimumZoomOf,
  revealViewport,
  wholeViewport,
} from './fitViewport';
import { Heading } from './heading';

/** The part of the canvas's actions that move the view. */
export type Camera = Pick<
  CanvasActions,
  | 'fit'
  | 'reveal'
  | 'zoomTo'
  | 'zoomBy'
  | 'zoomToRect'
  | 'goTo'
  | 'panBy'
  | 'centre'
  | 'toScreen'
  | 'toCanvas'
>;

const durationMs = 260;

/** Moves the view, gliding where the user does not mind motion. */
export function useCamera(): Camera {
  const flow = useReactFlow();
  const store = useStoreApi();
  const openMap = useOpenMap();
  const [heading] = useState(() => new Heading());
  useLeftWhenTaken(heading);
  return useMemo(() => {
    const screen = () => {
      const { width, height } = store.getState();
      return { width, height };
    };
    const go = (viewport: Viewport, glide = true): void => {
      const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
      if (glide && !calm) heading.set(viewport, flow.setViewport(viewport, { duration: durationMs }));
      else {
        heading.leave();
        void flow.setViewport(viewport);
      }
    };
    const bound = (): Viewport => heading.from(flow.getViewport());
    const withinLimits = (zoom: number): number =>
      clampZoom(zoom, minimumZoomOf(derivedOf(openMap.mirror).store.getState().geometry, screen()));
    const zoomTo = (zoom: number): void => {
      const now = bound();
      const next = withinLimits(zoom);
      const free = freeArea(screen(), next);
      const x = free.x + free.width / 2;
      const y = free.y + free.height / 2;
      const ratio = next / now.zoom;
      go({ x: x - (x - now.x) * ratio, y: y - (y - now.y) * ratio, zoom: next });
    };
    return {
      fit: () => go(wholeViewport(derivedOf(openMap.mirror).store.getState().geometry, screen())),
      reveal: (rect: Rect) => {
        const now = bound();
        const next = revealViewport(now, rect, screen());
        if (next !== now) go(next);
      },
      zoomTo,
      zoomBy: (factor: number) => zoomTo(bound().zoom * factor),
      zoomToRect: (rect: Rect) => go(centreViewport(rect, screen(), 1.25)),
      goTo: ({ x, y }, zoom) => {
        const { width, height } = screen();
        const next = withinLimits(zoom);
        go({ x: width / 2 - x * next, y: height / 2 - y * next, zoom: next });
      },
      panBy: ({ x, y }) => {
        const now = flow.getViewport();
        go({ x: now.x + x, y: now.y + y, zoom: now.zoom }, false);
      },
      centre: () => {
        const { x, y, zoom } = flow.getViewport();
        const free = freeArea(screen(), zoom);
        return { x: (free.x + free.width / 2 - x) / zoom, y: (free.y + free.height / 2 - y) / zoom };
      },
      toScreen: (point) => flow.flowToScreenPosition(point),
      toCanvas: (point) => flow.screenToFlowPosition(point, { snapToGrid: false }),
    };
  }, [flow, store, openMap, heading]);
}

/** A hand on the wheel or on the canvas stops a glide where it is. */
function useLeftWhenTaken(heading: Heading): void {
  const store = useStoreApi();
  useEffect(() => {
    const leave = ({ target }: Event): void => {
      if (target instanceof Node && store.getState().domNode?.contains(target)) heading.leave();
    };
    const listening = { capture: true, passive: true };
    window.addEventListener('wheel', leave, listening);
    window.addEventListener('pointerdown', leave, listening);
    return () => {
      window.removeEventListener('wheel', leave, listening);
      window.removeEventListener('pointerdown', leave, listening);
    };
  }, [heading, store]);
}

/**
 * Keeps the selected record in sight when the canvas gets smaller: a panel or the table opens beside it. What one had
 * panned away from before stays where it is.
 */
export function useSelectionKeptInView(camera: Camera): void {
  const openMap = useOpenMap();
  const flow = useReactFlow();
  const store = useStoreApi();
  useEffect(
    () =>
      store.subscribe((state, before) => {
        const isSmaller = state.width < before.width || state.height < before.height;
        const record = openMap.view.getState().selection.at(-1);
        if (!isSmaller || !record) return;
        const rect = rectOfRecord(derivedOf(openMap.mirror).store.getState().shown, record.id);
        const now = flow.getViewport();
        if (rect && revealViewport(now, rect, before) === now) camera.reveal(rect);
      }),
    [openMap, flow, store, camera],
  );
}

/** Answers requests of other features to move the view. */
export function useCameraRequests(camera: Camera): void {
  const openMap = useOpenMap();
  const request = useView((view) => view.cameraRequest);
  useEffect(() => {
    if (!request) return;
    openMap.view.setState({ cameraRequest: null });
    answer(openMap, camera, request);
  }, [request, camera, openMap]);
}

const roomAround = 60;
/** What is seen around a place one walks by, in canvas pixels. */
const roomToFollow = 260;

function answer(openMap: OpenMap, camera: Camera, request: CameraRequest): void {
  const { geometry } = derivedOf(openMap.mirror).store.getState();
  switch (request.kind) {
    case 'fit':
      return camera.fit();
    case 'zoom':
      return camera.zoomTo(request.zoom);
    case 'zoom-by':
      return camera.zoomBy(request.factor);
    case 'place':
      return camera.goTo(request, request.zoom);
    case 'selection': {
      const rect = rectOfSelection(geometry, openMap.view.getState().selection, roomAround);
      return rect ? camera.zoomToRect(rect) : camera.fit();
    }
    case 'span': {
      const rect = rectOfSpan(geometry, request.stage);
      return rect ? camera.zoomToRect(rect) : undefined;
    }
    case 'follow': {
      const rect = rectOfRecord(geometry, request.record.id);
      return rect ? camera.zoomToRect(inflate(rect, roomToFollow)) : undefined;
    }
    case 'record': {
      const rect = rectOfRecord(geometry, request.record.id);
      if (rect) camera.reveal(rect);
    }
  }
}
