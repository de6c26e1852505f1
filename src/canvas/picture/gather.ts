import type { Rect } from '../../layout/geometry';
import { inkPlace, type Ink } from './inks';
import type { Boxes, Lines, Spots } from './scene';

/** How one figure looks. */
export interface Look {
  readonly ink: Ink;
  readonly lensInk?: Ink;
  readonly flags?: number;
  readonly text?: string;
}

/** Gathers rectangles one by one. */
export class BoxGatherer {
  readonly #ids: string[] = [];
  readonly #texts: string[] = [];
  readonly #rects: number[] = [];
  readonly #inks: number[] = [];
  readonly #lensInks: number[] = [];
  readonly #flags: number[] = [];

  add(id: string, { x, y, width, height }: Rect, { ink, lensInk = ink, flags = 0, text = '' }: Look): void {
    this.#ids.push(id);
    this.#texts.push(text);
    this.#rects.push(x, y, width, height);
    this.#inks.push(inkPlace(ink));
    this.#lensInks.push(inkPlace(lensInk));
    this.#flags.push(flags);
  }

  boxes(): Boxes {
    return {
      ids: this.#ids,
      texts: this.#texts,
      rects: new Float32Array(this.#rects),
      inks: new Uint8Array(this.#inks),
      lensInks: new Uint8Array(this.#lensInks),
      flags: new Uint8Array(this.#flags),
    };
  }
}

/** Gathers lines one by one. */
export class LineGatherer {
  readonly #points: ArrayLike<number>[] = [];
  readonly #starts: number[] = [0];
  readonly #inks: number[] = [];
  readonly #flags: number[] = [];

  /** @param points x and y in turn */
  add(points: ArrayLike<number>, { ink, flags = 0 }: Look): void {
    this.#points.push(points);
    this.#starts.push((this.#starts.at(-1) ?? 0) + points.length);
    this.#inks.push(inkPlace(ink));
    this.#flags.push(flags);
  }

  lines(): Lines {
    const points = new Float32Array(this.#starts.at(-1) ?? 0);
    for (const [index, line] of this.#points.entries()) points.set(line, this.#starts[index]);
    return {
      points,
      starts: new Uint32Array(this.#starts),
      inks: new Uint8Array(this.#inks),
      flags: new Uint8Array(this.#flags),
    };
  }
}

/** Gathers points one by one. */
export class SpotGatherer {
  readonly #points: number[] = [];
  readonly #inks: number[] = [];

  add(x: number, y: number, ink: Ink): void {
    this.#points.push(x, y);
    this.#inks.push(inkPlace(ink));
  }

  spots(): Spots {
    return { points: new Float32Array(this.#points), inks: new Uint8Array(this.#inks) };
  }
}
