import type { Palette } from './inks';
import { paintScene } from './paintScene';
import { PixelBuffer } from './pixelBuffer';
import type { PictureView, Scene } from './scene';
import { writeTexts, type PictureContext } from './writeTexts';

/** What is asked of whoever draws. */
export type PictureRequest =
  | { readonly kind: 'scene'; readonly scene: Scene }
  | { readonly kind: 'palette'; readonly palette: Palette }
  | { readonly kind: 'draw'; readonly view: PictureView };

/** A picture, and what it shows. */
export interface DrawnPicture {
  readonly bitmap: ImageBitmap;
  readonly view: PictureView;
}

/** Draws pictures of the scene it was given last; one memory of pixels is used for all of the same size. */
export class PictureArtist {
  #scene: Scene | null = null;
  #palette: Palette | null = null;
  #pixels = new PixelBuffer(1, 1);

  takeScene(scene: Scene): void {
    this.#scene = scene;
  }

  takePalette(palette: Palette): void {
    this.#palette = palette;
  }

  /** Draws on a context of the view's size. Nothing before there is a scene and a palette: then it returns false. */
  *draw(context: PictureContext, view: PictureView): Generator<undefined, boolean> {
    const scene = this.#scene;
    const palette = this.#palette;
    if (!scene || !palette) return false;
    if (this.#pixels.width !== view.width || this.#pixels.height !== view.height)
      this.#pixels = new PixelBuffer(view.width, view.height);
    yield* paintScene(this.#pixels, scene, palette, view);
    context.putImageData(new ImageData(this.#pixels.bytes, view.width, view.height), 0, 0);
    yield;
    writeTexts(context, scene, palette, view);
    return true;
  }
}
