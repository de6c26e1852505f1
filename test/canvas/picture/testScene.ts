import { makeScene } from '../../../src/canvas/picture/makeScene';
import { PixelBuffer } from '../../../src/canvas/picture/pixelBuffer';
import { paintScene } from '../../../src/canvas/picture/paintScene';
import { runToEnd } from '../../../src/layout/runToEnd';
import type { PictureView, Scene } from '../../../src/canvas/picture/scene';
import { derivedOf } from '../../../src/store/derived';
import type { OpenMap } from '../../../src/store/openMap';

/** The scene of an open map as it is looked at now. */
export function sceneOf(map: OpenMap): Scene {
  return runToEnd(makeScene({ world: derivedOf(map.mirror).store.getState(), view: map.view.getState() }));
}

/** A palette in which every ink has a colour of its own, so that a pixel tells what it belongs to. */
export const testPalette = Uint32Array.from({ length: 64 }, (_, place) => (place + 1) * 0x030507);

/** A picture of a scene from its origin at a zoom, and what colour a place of the map has in it. */
export function paintedAt(scene: Scene, zoom: number, origin: { readonly x: number; readonly y: number }) {
  const view: PictureView = {
    x: -origin.x * zoom,
    y: -origin.y * zoom,
    zoom,
    width: 600,
    height: 600,
    density: 1,
  };
  const pixels = new PixelBuffer(view.width, view.height);
  runToEnd(paintScene(pixels, scene, testPalette, view));
  return (x: number, y: number): number => {
    const column = Math.floor((x - origin.x) * zoom);
    const row = Math.floor((y - origin.y) * zoom);
    const at = (row * view.width + column) * 4;
    const [red = 0, green = 0, blue = 0] = pixels.bytes.subarray(at, at + 3);
    return red | (green << 8) | (blue << 16);
  };
}
