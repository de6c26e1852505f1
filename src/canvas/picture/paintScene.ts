import { inkPlace, type Ink, type Palette } from './inks';
import { mixColors, type PixelBuffer } from './pixelBuffer';
import { flag, type Boxes, type Lines, type PictureView, type Scene, type Spots } from './scene';

/** From these zooms on, in CSS pixels per map pixel, the parts of a figure can be told apart. */
export const detail = { edges: 0.06, words: 0.12, heads: 0.2, titles: 0.3 } as const;

/**
 * Paints what a view shows of a scene, from the ground up, in the order of the elements. What is smaller than a pixel
 * fades rather than flickers; what cannot be read is not written (PIC-3). Layer by layer, for those who paint on the
 * page's own thread and have to let go of it in between.
 */
export function* paintScene(
  pixels: PixelBuffer,
  scene: Scene,
  palette: Palette,
  view: PictureView,
): Generator<undefined, void> {
  const painter = new Painter(pixels, palette, view);
  const y = view.y * view.density + scene.lineY * painter.scale;
  pixels.fillRows(0, y, painter.color('paper'));
  pixels.fillRows(y, view.height, painter.color('below'));
  for (let x = 0; x < view.width; x += 4 * view.density)
    pixels.fillRect(x, y, 2 * view.density, 2 * view.density, painter.color('edge'));
  painter.stages(scene.stages);
  yield;
  painter.rows(scene);
  painter.dropLines(scene.dropLines);
  yield;
  painter.lines(scene.emotions, 2.4, 0.9);
  painter.ribbons(scene.ribbons);
  yield;
  painter.lines(scene.transitions, 2.2, 0.7);
  yield;
  painter.tracks(scene.tracks);
  painter.stations(scene.stations);
  painter.feelings(scene.feelings);
  yield;
  painter.cards(scene.cards);
  yield;
  painter.flows(scene.flows);
  painter.notes(scene.notes);
}

class Painter {
  readonly scale: number;
  readonly #zoom: number;
  readonly #pixels: PixelBuffer;
  readonly #palette: Palette;
  readonly #x: number;
  readonly #y: number;
  readonly #density: number;

  constructor(pixels: PixelBuffer, palette: Palette, { x, y, zoom, density }: PictureView) {
    this.#pixels = pixels;
    this.#palette = palette;
    this.#zoom = zoom;
    this.#density = density;
    this.#x = x * density;
    this.#y = y * density;
    this.scale = zoom * density;
  }

  color(ink: Ink): number {
    return this.#palette[inkPlace(ink)] ?? 0;
  }

  /**
   * How thin a line may become, CSS pixels: where there are many in every pixel they would be one slab.
   * @param pixels as long as each is seen by itself @param breadth at zoom 1, where they cannot be told apart
   */
  #least(pixels: number, breadth: number): number {
    return Math.min(pixels, breadth * this.#zoom);
  }

  dropLines(lines: Lines): void {
    this.lines(lines, 1.2, this.#least(0.35, 12), 0.6);
  }

  flows(lines: Lines): void {
    this.lines(lines, 1.7, this.#least(0.6, 60));
  }

  rows({ rows, left, right }: Scene): void {
    const x = this.#x + left * this.scale;
    const width = (right - left) * this.scale;
    const breadth = Math.max(this.scale, this.#least(0.25, 8));
    const color = this.color('line');
    for (const row of rows) this.#pixels.fillRect(x, this.#y + row * this.scale, width, breadth, color);
  }

  stages({ rects, inks, flags }: Boxes): void {
    this.#eachBox(rects, (index, x, y, width, height) => {
      const color = this.#palette[inks[index] ?? 0] ?? 0;
      this.#pixels.fillRect(x, y, width, height, color, 0.22);
      if ((flags[index] ?? 0) & flag.selected) this.#outline(x, y, width, height, this.color('focus'));
    });
  }

  tracks({ rects, inks, lensInks, flags }: Boxes): void {
    const ground = this.color('below');
    this.#eachBox(rects, (index, x, y, width, height) => {
      const marks = flags[index] ?? 0;
      const tone = this.#palette[inks[index] ?? 0] ?? 0;
      const lens = this.#palette[lensInks[index] ?? 0] ?? 0;
      const isDim = (marks & flag.dim) !== 0;
      const edge = isDim
        ? this.color('dim-line')
        : marks & flag.strong
          ? lens
          : mixColors(ground, tone, 0.55);
      const fill = isDim
        ? ground
        : mixColors(ground, marks & flag.strong ? lens : tone, marks & flag.strong ? 0.34 : 0.2);
      this.#framed(x, y, width, Math.max(height, this.#density), fill, edge);
      this.#marked(marks, x, y, width, height);
    });
  }

  cards({ rects, inks, lensInks, flags }: Boxes): void {
    const panel = this.color('panel');
    const paper = this.color('paper');
    this.#eachBox(rects, (index, x, y, width, height) => {
      const marks = flags[index] ?? 0;
      const isDim = (marks & flag.dim) !== 0;
      const tone = isDim ? this.color('dim-line') : (this.#palette[inks[index] ?? 0] ?? 0);
      const lens = this.#palette[lensInks[index] ?? 0] ?? 0;
      if (this.#zoom < detail.edges) {
        const ground = marks & flag.strong ? lens : tone;
        this.#pixels.fillRect(x, y, width, height, mixColors(panel, ground, isDim ? 0.3 : 0.6));
      } else {
        const warns = (marks & flag.warns) !== 0 && !isDim;
        const fill = isDim ? paper : marks & flag.strong ? mixColors(panel, lens, 0.09) : panel;
        const edge = isDim
          ? tone
          : warns
            ? this.color('danger')
            : marks & flag.strong
              ? lens
              : this.color('line');
        this.#framed(x, y, width, height, fill, edge);
        if (!isDim && !warns)
          this.#pixels.fillRect(x, y, width, Math.max(this.#density, 3 * this.scale), tone);
        if (this.#zoom >= detail.words && this.#zoom < detail.titles) this.#hintWords(x, y, width, tone);
      }
      this.#marked(marks, x, y, width, height);
    });
  }

  notes({ rects, inks, flags }: Boxes): void {
    this.#eachBox(rects, (index, x, y, width, height) => {
      this.#framed(x, y, width, height, this.#palette[inks[index] ?? 0] ?? 0, this.color('line'));
      this.#marked(flags[index] ?? 0, x, y, width, height);
    });
  }

  stations({ points, inks }: Spots): void {
    const radius = 6 * this.scale;
    if (radius < 0.5) return;
    this.#eachSpot(points, radius, (index, x, y) => {
      const color = this.#palette[inks[index] ?? 0] ?? 0;
      if (radius < 1.6) this.#pixels.fillRect(x - radius, y - radius, 2 * radius, 2 * radius, color);
      else {
        this.#pixels.disc(x, y, radius, color);
        this.#pixels.disc(x, y, radius / 3, this.color('paper'));
      }
    });
  }

  feelings({ points, inks }: Spots): void {
    const radius = 6.5 * this.scale;
    if (radius < 0.6) return;
    this.#eachSpot(points, radius, (index, x, y) => {
      this.#pixels.disc(x, y, radius, this.#palette[inks[index] ?? 0] ?? 0);
      if (radius >= 1.6) this.#pixels.disc(x, y, radius * 0.58, this.color('paper'));
    });
  }

  ribbons(lines: Lines): void {
    this.lines(lines, 10, 2.4);
  }

  /** @param breadth at zoom 1 @param least breadth on the screen, CSS pixels @param alpha 0 … 1 */
  lines({ points, starts, inks, flags }: Lines, breadth: number, least: number, alpha = 1): void {
    const { width, height } = this.#pixels;
    for (let index = 0; index < inks.length; index++) {
      const marks = flags[index] ?? 0;
      const color = this.#palette[inks[index] ?? 0] ?? 0;
      const isDim = (marks & flag.dim) !== 0 && alpha === 1;
      const factor = marks & flag.strong ? 1.4 : isDim || marks & flag.thin ? 0.6 : 1;
      const wide = Math.max(breadth * factor * this.scale, least * factor * this.#density);
      const ink = isDim ? this.color('dim-line') : color;
      const stands = (marks & (flag.selected | flag.lit)) !== 0;
      const end = (starts[index + 1] ?? 0) - 2;
      for (let at = starts[index] ?? 0; at < end; at += 2) {
        const x0 = this.#x + (points[at] ?? 0) * this.scale;
        const y0 = this.#y + (points[at + 1] ?? 0) * this.scale;
        const x1 = this.#x + (points[at + 2] ?? 0) * this.scale;
        const y1 = this.#y + (points[at + 3] ?? 0) * this.scale;
        if ((x0 < 0 && x1 < 0) || (x0 > width && x1 > width)) continue;
        if ((y0 < 0 && y1 < 0) || (y0 > height && y1 > height)) continue;
        if (stands)
          this.#pixels.line(
            x0,
            y0,
            x1,
            y1,
            wide + 4 * this.#density,
            this.color(marks & flag.selected ? 'focus' : 'lit'),
            0.4,
          );
        if (marks & flag.dashed && this.#zoom >= detail.edges) this.#dashed(x0, y0, x1, y1, wide, ink, alpha);
        else this.#pixels.line(x0, y0, x1, y1, wide, ink, alpha);
      }
      if (this.#zoom >= detail.edges && marks & flag.badge)
        this.#badge(points, starts[index] ?? 0, end, isDim ? ink : color);
    }
  }

  /** Strokes and gaps of a few pixels each, so that a pattern stays one however far away. */
  #dashed(
    x0: number,
    y0: number,
    x1: number,
    y1: number,
    breadth: number,
    color: number,
    alpha: number,
  ): void {
    const length = Math.hypot(x1 - x0, y1 - y0);
    const dash = Math.max(2 * this.#density, 5 * this.scale);
    for (let from = 0; from < length; from += 2 * dash) {
      const start = from / length;
      const end = Math.min(1, (from + dash) / length);
      this.#pixels.line(
        x0 + (x1 - x0) * start,
        y0 + (y1 - y0) * start,
        x0 + (x1 - x0) * end,
        y0 + (y1 - y0) * end,
        breadth,
        color,
        alpha,
      );
    }
  }

  /** The round sign in the middle of a transition; what it means is read nearer. */
  #badge(points: Lines['points'], start: number, end: number, color: number): void {
    const middle = start + 2 * Math.floor((end - start) / 4);
    const x = this.#x + (((points[middle] ?? 0) + (points[middle + 2] ?? 0)) / 2) * this.scale;
    const y = this.#y + (((points[middle + 1] ?? 0) + (points[middle + 3] ?? 0)) / 2) * this.scale;
    const radius = Math.max(11 * this.scale, 1.4 * this.#density);
    this.#pixels.disc(x, y, radius + this.scale * 2, this.color('paper'));
    this.#pixels.disc(x, y, radius, color);
  }

  /** A bar where a title stands that could not be read. */
  #hintWords(x: number, y: number, width: number, tone: number): void {
    const { scale } = this;
    const words = this.color('words');
    this.#pixels.fillRect(x + 11 * scale, y + 12 * scale, width * 0.35, 6 * scale, words, 0.3);
    this.#pixels.fillRect(x + 11 * scale, y + 31 * scale, width * 0.7, 9 * scale, words, 0.55);
    this.#pixels.fillRect(x + 11 * scale, y + 74 * scale, width * 0.45, 6 * scale, tone, 0.5);
  }

  #framed(x: number, y: number, width: number, height: number, fill: number, edge: number): void {
    this.#pixels.fillRect(x, y, width, height, fill);
    const stroke = Math.min(Math.max(this.#density * 0.7, this.scale), height / 2);
    this.#pixels.strokeRect(x, y, width, height, stroke, edge);
  }

  #marked(marks: number, x: number, y: number, width: number, height: number): void {
    if (marks & flag.selected) this.#outline(x, y, width, height, this.color('focus'));
    else if (marks & flag.lit) this.#outline(x, y, width, height, this.color('lit'));
  }

  #outline(x: number, y: number, width: number, height: number, color: number): void {
    const stroke = Math.max(1.2 * this.#density, 2 * this.scale);
    this.#pixels.strokeRect(x - stroke, y - stroke, width + 2 * stroke, height + 2 * stroke, stroke, color);
  }

  #eachBox(
    rects: Float32Array,
    visit: (index: number, x: number, y: number, width: number, height: number) => void,
  ): void {
    const { width: right, height: bottom } = this.#pixels;
    for (let at = 0; at < rects.length; at += 4) {
      const x = this.#x + (rects[at] ?? 0) * this.scale;
      const y = this.#y + (rects[at + 1] ?? 0) * this.scale;
      const width = (rects[at + 2] ?? 0) * this.scale;
      const height = (rects[at + 3] ?? 0) * this.scale;
      if (x > right + 4 || y > bottom + 4 || x + width < -4 || y + height < -4) continue;
      visit(at / 4, x, y, width, height);
    }
  }

  #eachSpot(
    points: Float32Array,
    radius: number,
    visit: (index: number, x: number, y: number) => void,
  ): void {
    const { width, height } = this.#pixels;
    for (let at = 0; at < points.length; at += 2) {
      const x = this.#x + (points[at] ?? 0) * this.scale;
      const y = this.#y + (points[at + 1] ?? 0) * this.scale;
      if (x > -radius && y > -radius && x < width + radius && y < height + radius) visit(at / 2, x, y);
    }
  }
}
