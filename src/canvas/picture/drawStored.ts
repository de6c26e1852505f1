import type { Viewport } from '../../store/view';
import { startingViewport, type ScreenSize } from '../camera/fitViewport';
import { PictureArtist } from './drawPicture';
import { runToEnd } from '../../layout/runToEnd';
import { isStoredPicture, type StoredPicture } from './storedPicture';

/** How a stored picture is to be looked at. */
export interface StoredView {
  /** The view the map was left with; null for the one it opens with. */
  readonly viewport: Viewport | null;
  readonly screen: ScreenSize;
  /** Pixels per CSS pixel. */
  readonly density: number;
  readonly theme: keyof StoredPicture['palettes'];
}

/**
 * Draws what was stored of a map on a canvas, as the map will be seen when it has been read (PIC-11). On the page's own
 * thread: nothing else happens yet, and a worker would take longer to start. False for what this program cannot draw.
 */
export function drawStored(canvas: HTMLCanvasElement, stored: unknown, look: StoredView): boolean {
  if (!isStoredPicture(stored)) return false;
  const { screen, density } = look;
  canvas.width = Math.round(screen.width * density);
  canvas.height = Math.round(screen.height * density);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return false;
  const artist = new PictureArtist();
  artist.takeScene(stored.scene);
  artist.takePalette(stored.palettes[look.theme]);
  const { width, height } = canvas;
  const viewport = startingViewport(look.viewport, stored.extent, screen);
  return runToEnd(artist.draw(context, { ...viewport, width, height, density }));
}
