import type { Extent } from '../camera/fitViewport';
import type { Palette } from './inks';
import type { Scene } from './scene';

/** Counts up whenever a stored scene or the places of inks mean something else than before; others are not shown. */
export const pictureFormat = 1;

/** What is kept of a large map, to be shown before the map itself can be read (PIC-11). */
export interface StoredPicture {
  readonly format: typeof pictureFormat;
  readonly scene: Scene;
  /** The colours of both themes: it may be another one the next time. */
  readonly palettes: { readonly light: Palette; readonly dark: Palette };
  readonly extent: Extent;
}

/** Whether something that was stored is a picture this program can draw. */
export function isStoredPicture(value: unknown): value is StoredPicture {
  return (value as Partial<StoredPicture> | null)?.format === pictureFormat;
}
