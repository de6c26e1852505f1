import type { ProfileStorage } from '../sync/identity';
import { readStored, writeStored } from './map/viewStorage';

/** Where the canvas lies in a window when a map opens: how far from its edges, CSS pixels. */
export interface StagePlace {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** The window it was measured in. Another width may have another arrangement. */
  readonly windowWidth: number;
}

const key = 'throughline.stage';

/** Remembers where the canvas of this page lies. */
export function rememberStage(storage: ProfileStorage, stage: Element): void {
  const { left, top, right, bottom } = stage.getBoundingClientRect();
  writeStored(storage, key, {
    left,
    top,
    right: innerWidth - right,
    bottom: innerHeight - bottom,
    windowWidth: innerWidth,
  } satisfies StagePlace);
}

/** Where the canvas will lie in a window of this width; null when that is not known. */
export function readStage(storage: ProfileStorage, windowWidth: number): StagePlace | null {
  const place = readStored(storage, key) as Partial<StagePlace> | null;
  if (place?.windowWidth !== windowWidth) return null;
  const edges = [place.left, place.top, place.right, place.bottom];
  return edges.every((edge) => Number.isFinite(edge) && Number(edge) >= 0) ? (place as StagePlace) : null;
}
