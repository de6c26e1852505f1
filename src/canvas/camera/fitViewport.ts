import type { Geometry, Rect } from '../../layout/geometry';
import { gutterWidth } from '../../layout/metrics';
import type { Viewport } from '../../store/view';
import { rectOfContent } from '../recordRect';

const minimumZoom = 0.1;
/** No map is longer than this can show. */
const leastZoom = 0.0005;
export const maximumZoom = 2;

/** Size of the canvas on the screen, in CSS pixels. */
export interface ScreenSize {
  readonly width: number;
  readonly height: number;
}

/** How far a map reaches: all that is drawn with a little air around it (null for an empty map), and what it is laid out in. */
export interface Extent {
  readonly content: Rect | null;
  readonly bounds: Rect;
}

export function extentOf(geometry: Geometry): Extent {
  return { content: rectOfContent(geometry), bounds: geometry.bounds };
}

/** What lies over the canvas and must not cover what is fitted: the strip at the bottom, air elsewhere. */
const insets = { top: 12, right: 16, bottom: 76 } as const;
const narrowestGutter = 140;

/** Width of the gutter on the screen: it shrinks with the map, more slowly, to where names are still of use. */
export function gutterWidthAt(zoom: number): number {
  return Math.round(Math.min(gutterWidth, Math.max(narrowestGutter, gutterWidth * (0.5 + 0.5 * zoom))));
}

/** A zoom within what the canvas allows; of a long map it allows to see all. */
export function clampZoom(zoom: number, least = minimumZoom): number {
  return Math.min(maximumZoom, Math.max(least, zoom));
}

/** How far one can zoom out of a map: until all of it is in view, and to a tenth at least. */
export function minimumZoomOf({ bounds }: Pick<Geometry, 'bounds'>, screen: ScreenSize): number {
  const free = freeArea(screen, 0);
  const whole = Math.min(free.width / bounds.width, free.height / bounds.height);
  return Math.max(leastZoom, Math.min(minimumZoom, whole * 0.9));
}

/** The part of the screen that is free: right of the gutter, above the strip. */
export function freeArea({ width, height }: ScreenSize, zoom: number): Rect {
  const left = gutterWidthAt(zoom);
  return {
    x: left,
    y: insets.top,
    width: Math.max(80, width - left - insets.right),
    height: Math.max(80, height - insets.top - insets.bottom),
  };
}

/** The view that shows all of a rectangle beside the gutter, from its upper left; never larger than `maximum`. */
export function fitViewport(rect: Rect, screen: ScreenSize, maximum = 1, least?: number): Viewport {
  const zoomIn = (free: Rect): number =>
    Math.min(maximum, clampZoom(Math.min(free.width / rect.width, free.height / rect.height), least));
  const zoom = largestFitting((candidate) => zoomIn(freeArea(screen, candidate)));
  const free = freeArea(screen, zoom);
  return { x: free.x - rect.x * zoom, y: free.y - rect.y * zoom, zoom };
}

/**
 * The largest zoom that leaves the room it needs: the gutter grows with the zoom, and takes that room away.
 * @param fitting the zoom that would fit if the gutter were as wide as it is at the given one
 */
function largestFitting(fitting: (zoom: number) => number): number {
  let fits = fitting(1);
  let tooLarge = fitting(fits);
  for (let step = 0; step < 8 && tooLarge > fits; step++) {
    const middle = (fits + tooLarge) / 2;
    if (fitting(middle) >= middle) fits = middle;
    else tooLarge = middle;
  }
  return fits;
}

/** The view that shows the whole map; an empty one in full size, from its beginning. */
export function wholeViewport(geometry: Geometry, screen: ScreenSize): Viewport {
  return viewportOfAll(extentOf(geometry), screen);
}

function viewportOfAll({ content, bounds }: Extent, screen: ScreenSize): Viewport {
  if (content) return fitViewport(content, screen, 1, minimumZoomOf({ bounds }, screen));
  const free = freeArea(screen, 1);
  return { x: free.x - bounds.x, y: free.y - bounds.y, zoom: 1 };
}

/** Below this zoom no title can be read. */
const legibleZoom = 0.3;
const beginningZoom = 0.6;

/** The view a map opens with for the first time: all of it, or its beginning where all of it would be dust. */
export function openingViewport(extent: Extent, screen: ScreenSize): Viewport {
  const whole = viewportOfAll(extent, screen);
  const { content } = extent;
  if (!content || whole.zoom >= legibleZoom) return whole;
  const free = freeArea(screen, beginningZoom);
  return {
    x: free.x - content.x * beginningZoom,
    y: free.y - content.y * beginningZoom,
    zoom: beginningZoom,
  };
}

/** The view a map opens with: the one it was left with, as long as that shows something of it (PIC-12). */
export function startingViewport(left: Viewport | null, extent: Extent, screen: ScreenSize): Viewport {
  return left && isOfUse(left, extent, screen) ? left : openingViewport(extent, screen);
}

function isOfUse({ x, y, zoom }: Viewport, { content, bounds }: Extent, screen: ScreenSize): boolean {
  if (zoom > maximumZoom || zoom < minimumZoomOf({ bounds }, screen)) return false;
  if (!content) return true;
  const left = x + content.x * zoom;
  const top = y + content.y * zoom;
  const isBeside = left > screen.width || left + content.width * zoom < 0;
  return !isBeside && top <= screen.height && top + content.height * zoom >= 0;
}

/** The view that shows a rectangle in the middle of what is free. */
export function centreViewport(rect: Rect, screen: ScreenSize, maximum = 1): Viewport {
  const fitted = fitViewport(rect, screen, maximum);
  const free = freeArea(screen, fitted.zoom);
  return {
    x: fitted.x + (free.width - rect.width * fitted.zoom) / 2,
    y: fitted.y + (free.height - rect.height * fitted.zoom) / 2,
    zoom: fitted.zoom,
  };
}

/** Moves a view as little as needed to show a rectangle; the same view when it is shown already. */
export function revealViewport(viewport: Viewport, rect: Rect, screen: ScreenSize): Viewport {
  const { zoom } = viewport;
  const free = freeArea(screen, zoom);
  const x = shift(rect.x * zoom + viewport.x, rect.width * zoom, free.x, free.width);
  const y = shift(rect.y * zoom + viewport.y, rect.height * zoom, free.y, free.height);
  return x === 0 && y === 0 ? viewport : { x: viewport.x + x, y: viewport.y + y, zoom };
}

const air = 24;

/** How far a stretch must move to lie within another; one that is too long shows its beginning. */
function shift(start: number, length: number, from: number, room: number): number {
  if (start < from || length > room) return start === from ? 0 : from + Math.min(air, room / 10) - start;
  if (start + length > from + room) return from + room - Math.min(air, room / 10) - start - length;
  return 0;
}
