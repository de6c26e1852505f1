/** What can be said of a figure beside its colour; each is one bit. */
export const flag = {
  dim: 1,
  strong: 2,
  lit: 4,
  selected: 8,
  /** A card without an owner; a track that is not sanctioned. */
  warns: 16,
  dashed: 32,
  /** A transition with a sign on it. */
  badge: 64,
  /** A data flow or transition that is thinner than others. */
  thin: 128,
} as const;

/** Rectangles with their looks: cards, tracks, stages, notes. */
export interface Boxes {
  readonly ids: readonly string[];
  /** Left, top, width, height of one after the other, in pixels at zoom 1. */
  readonly rects: Float32Array<ArrayBuffer>;
  /** Place of each one's ink in the palette. */
  readonly inks: Uint8Array<ArrayBuffer>;
  /** Place of the ink that the lens gives it. */
  readonly lensInks: Uint8Array<ArrayBuffer>;
  readonly flags: Uint8Array<ArrayBuffer>;
  /** What is written on each, where it is large enough to be read. */
  readonly texts: readonly string[];
}

/** Lines of several points: transitions, data flows, the emotion curve, drop-lines. */
export interface Lines {
  /** x and y of one point after the other, of one line after the other. */
  readonly points: Float32Array<ArrayBuffer>;
  /** Where in `points` each line begins; one more at the end. */
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly inks: Uint8Array<ArrayBuffer>;
  readonly flags: Uint8Array<ArrayBuffer>;
}

/** Points with a colour: stations, emotions. */
export interface Spots {
  /** x and y of one after the other. */
  readonly points: Float32Array<ArrayBuffer>;
  readonly inks: Uint8Array<ArrayBuffer>;
}

/**
 * Everything there is to draw, in a form that goes to a worker in one piece. Made of the same geometry, the same lenses and
 * the same emphasis as the elements.
 */
export interface Scene {
  /** Where the line of visibility runs. */
  readonly lineY: number;
  /** How far lines across the map reach. */
  readonly left: number;
  readonly right: number;
  /** y of the lines across the map. */
  readonly rows: Float32Array<ArrayBuffer>;
  readonly stages: Boxes;
  readonly dropLines: Lines;
  readonly emotions: Lines;
  readonly feelings: Spots;
  readonly ribbons: Lines;
  readonly transitions: Lines;
  readonly tracks: Boxes;
  readonly stations: Spots;
  readonly cards: Boxes;
  readonly flows: Lines;
  readonly notes: Boxes;
}

/** The part of the map that a picture shows: screen = map × zoom + (x, y), in pixels of the picture. */
export interface PictureView {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture per CSS pixel. */
  readonly density: number;
}

/** The memory of a scene, which is handed over rather than copied. */
export function memoryOf(scene: Scene): ArrayBuffer[] {
  const found: ArrayBuffer[] = [scene.rows.buffer];
  for (const { rects, inks, lensInks, flags } of [scene.stages, scene.tracks, scene.cards, scene.notes])
    found.push(rects.buffer, inks.buffer, lensInks.buffer, flags.buffer);
  for (const { points, starts, inks, flags } of [
    scene.dropLines,
    scene.emotions,
    scene.ribbons,
    scene.transitions,
    scene.flows,
  ])
    found.push(points.buffer, starts.buffer, inks.buffer, flags.buffer);
  for (const { points, inks } of [scene.feelings, scene.stations]) found.push(points.buffer, inks.buffer);
  return found;
}
