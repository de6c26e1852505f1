import { PictureArtist, type DrawnPicture, type PictureRequest } from './drawPicture';
import type { Palette } from './inks';
import { runInSlices } from '../../store/runInSlices';
import { memoryOf, type PictureView, type Scene } from './scene';

/** Whoever draws the picture: a worker, or the page itself where there are none. */
export interface PictureDrawer {
  takeScene(scene: Scene): void;
  takePalette(palette: Palette): void;
  /** Draws the last scene; the picture comes to the listener some time later. One at a time. */
  draw(view: PictureView): void;
  stop(): void;
}

/** Starts to draw, in a worker if the browser has one that can; pictures go to the listener. */
export function startDrawing(onPicture: (picture: DrawnPicture) => void): PictureDrawer {
  const canWork = typeof Worker !== 'undefined' && typeof OffscreenCanvas !== 'undefined';
  return canWork ? workerDrawer(onPicture) : pageDrawer(onPicture);
}

function workerDrawer(onPicture: (picture: DrawnPicture) => void): PictureDrawer {
  const worker = new Worker(new URL('./picture.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<DrawnPicture>) => onPicture(data));
  const send = (request: PictureRequest, memory: Transferable[] = []): void =>
    worker.postMessage(request, memory);
  return {
    takeScene: (scene) => send({ kind: 'scene', scene }, memoryOf(scene)),
    takePalette: (palette) => send({ kind: 'palette', palette }),
    draw: (view) => send({ kind: 'draw', view }),
    stop: () => worker.terminate(),
  };
}

/** Draws on the page's own thread, a few milliseconds at a time. */
export function pageDrawer(onPicture: (picture: DrawnPicture) => void): PictureDrawer {
  const artist = new PictureArtist();
  let stop = (): void => undefined;
  return {
    takeScene: (scene) => artist.takeScene(scene),
    takePalette: (palette) => artist.takePalette(palette),
    draw(view) {
      stop();
      const canvas = document.createElement('canvas');
      canvas.width = view.width;
      canvas.height = view.height;
      const context = canvas.getContext('2d', { alpha: false });
      if (!context) return;
      stop = runInSlices(artist.draw(context, view), (isDrawn) => {
        if (isDrawn) void createImageBitmap(canvas).then((bitmap) => onPicture({ bitmap, view }));
      });
    },
    stop: () => stop(),
  };
}
