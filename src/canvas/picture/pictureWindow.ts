import type { Viewport } from '../../store/view';
import type { ScreenSize } from '../camera/fitViewport';
import type { PictureView } from './scene';

/** How much more than the screen a picture shows on each side, as a part of the screen. */
const overscan = 0.25;
/** By how much the zoom may differ from a picture's while the view moves; at rest it is drawn anew for any difference. */
const tolerance = 1.15;
/** A picture that the screen has half left is drawn anew before the rest is left too. */
const margin = 0.08;

/** The picture to draw for what is on the screen: all of it and a quarter more on each side. */
export function viewToDraw(
  { x, y, zoom }: Viewport,
  { width, height }: ScreenSize,
  density: number,
): PictureView {
  const sideX = Math.round(width * overscan);
  const sideY = Math.round(height * overscan);
  return {
    x: x + sideX,
    y: y + sideY,
    zoom,
    width: Math.round((width + 2 * sideX) * density),
    height: Math.round((height + 2 * sideY) * density),
    density,
  };
}

/** Where a picture lies on the screen now: its left, its top and how much larger it is shown than it was drawn. */
export function placeOnScreen(picture: PictureView, { x, y, zoom }: Viewport): Viewport {
  const scale = zoom / picture.zoom;
  return { x: x - picture.x * scale, y: y - picture.y * scale, zoom: scale };
}

/** How well a picture serves a view: as it is, well enough while the view moves, or not. */
export function serves(
  picture: PictureView,
  viewport: Viewport,
  screen: ScreenSize,
): 'exactly' | 'roughly' | 'no' {
  const { x, y, zoom: scale } = placeOnScreen(picture, viewport);
  const width = (picture.width / picture.density) * scale;
  const height = (picture.height / picture.density) * scale;
  const sideX = screen.width * margin;
  const sideY = screen.height * margin;
  const covers =
    x <= -sideX && y <= -sideY && x + width >= screen.width + sideX && y + height >= screen.height + sideY;
  if (!covers || scale > tolerance || scale < 1 / tolerance) return 'no';
  return scale === 1 ? 'exactly' : 'roughly';
}
