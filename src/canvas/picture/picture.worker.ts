/// <reference lib="webworker" />
import interUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import { PictureArtist, type DrawnPicture, type PictureRequest } from './drawPicture';
import { runToEnd } from '../../layout/runToEnd';

/** Draws the map's picture away from the page. One canvas for all pictures of a size; each goes to the page as a bitmap. */
const artist = new PictureArtist();
let canvas = new OffscreenCanvas(1, 1);

// The page's fonts are not a worker's: until it has come, and where it never does, the system's is written.
const inter = new FontFace('Inter Variable', `url(${interUrl})`, { weight: '100 900' });
void inter.load().then(
  (face) => (self as unknown as { fonts?: FontFaceSet }).fonts?.add(face),
  () => undefined,
);

self.addEventListener('message', ({ data }: MessageEvent<PictureRequest>) => {
  if (data.kind === 'scene') return artist.takeScene(data.scene);
  if (data.kind === 'palette') return artist.takePalette(data.palette);
  const { view } = data;
  if (canvas.width !== view.width || canvas.height !== view.height)
    canvas = new OffscreenCanvas(view.width, view.height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context || !runToEnd(artist.draw(context, view))) return undefined;
  const bitmap = canvas.transferToImageBitmap();
  const picture: DrawnPicture = { bitmap, view };
  self.postMessage(picture, [bitmap]);
});
