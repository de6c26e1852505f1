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
export function rememberStage(storage: Pick<Storage, 'setItem'>, stage: Element): void {
  const { left, top, right, bottom } = stage.getBoundingClientRect();
  const place: StagePlace = {
    left,
    top,
    right: innerWidth - right,
    bottom: innerHeight - bottom,
    windowWidth: innerWidth,
  };
  try {
    storage.setItem(key, JSON.stringify(place));
  } catch {
    // Then nothing is shown before the map is there.
  }
}

/** Where the canvas will lie in a window of this width; null when that is not known. */
export function readStage(stored: string | null, windowWidth: number): StagePlace | null {
  try {
    const place = JSON.parse(stored ?? 'null') as Partial<StagePlace> | null;
    if (place?.windowWidth !== windowWidth) return null;
    const edges = [place.left, place.top, place.right, place.bottom];
    return edges.every((edge) => Number.isFinite(edge) && Number(edge) >= 0) ? (place as StagePlace) : null;
  } catch {
    return null;
  }
}
