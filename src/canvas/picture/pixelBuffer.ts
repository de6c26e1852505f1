/**
 * A picture that is written pixel by pixel: rectangles and lines with soft edges. Writing into memory costs no call of the
 * canvas per thing, which is what makes tens of thousands of them cheap, also where there is no graphics card.
 * Everything in pixels of the picture; colours as in a `Palette`; what lies outside is left out.
 */
export class PixelBuffer {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel, as an `ImageData` wants them; opaque throughout. */
  readonly bytes: Uint8ClampedArray<ArrayBuffer>;
  readonly #pixels: Uint32Array<ArrayBuffer>;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    const memory = new ArrayBuffer(width * height * 4);
    this.bytes = new Uint8ClampedArray(memory);
    this.#pixels = new Uint32Array(memory);
  }

  /** Covers whole rows with a colour. */
  fillRows(from: number, to: number, color: number): void {
    const first = clamp(Math.round(from), 0, this.height) * this.width;
    const last = clamp(Math.round(to), 0, this.height) * this.width;
    this.#pixels.fill(opaque(color), first, last);
  }

  /** Fills a rectangle; pixels that it covers in part get as much of the colour. @param alpha 0 … 1 */
  fillRect(x: number, y: number, width: number, height: number, color: number, alpha = 1): void {
    const left = Math.max(0, x);
    const top = Math.max(0, y);
    const right = Math.min(this.width, x + width);
    const bottom = Math.min(this.height, y + height);
    if (left >= right || top >= bottom) return;
    const firstColumn = Math.floor(left);
    const lastColumn = Math.ceil(right) - 1;
    const leftShare = Math.min(right, firstColumn + 1) - left;
    const rightShare = right - Math.max(left, lastColumn);
    for (let row = Math.floor(top); row < bottom; row++) {
      const share = (Math.min(bottom, row + 1) - Math.max(top, row)) * alpha;
      const start = row * this.width;
      this.#blend(start + firstColumn, color, share * leftShare);
      if (lastColumn === firstColumn) continue;
      this.#run(start + firstColumn + 1, start + lastColumn, color, share);
      this.#blend(start + lastColumn, color, share * rightShare);
    }
  }

  /** Draws the edge of a rectangle, inside of it. */
  strokeRect(
    x: number,
    y: number,
    width: number,
    height: number,
    stroke: number,
    color: number,
    alpha = 1,
  ): void {
    this.fillRect(x, y, width, stroke, color, alpha);
    this.fillRect(x, y + height - stroke, width, stroke, color, alpha);
    this.fillRect(x, y + stroke, stroke, height - 2 * stroke, color, alpha);
    this.fillRect(x + width - stroke, y + stroke, stroke, height - 2 * stroke, color, alpha);
  }

  /** Draws a line of a breadth. Far thinner ones than a pixel grow faint, as they do on paper. */
  line(x0: number, y0: number, x1: number, y1: number, breadth: number, color: number, alpha = 1): void {
    const half = breadth / 2;
    if (Math.abs(x1 - x0) < 0.01) {
      this.fillRect(x0 - half, Math.min(y0, y1), breadth, Math.abs(y1 - y0), color, alpha);
    } else if (Math.abs(y1 - y0) < 0.01) {
      this.fillRect(Math.min(x0, x1), y0 - half, Math.abs(x1 - x0), breadth, color, alpha);
    } else this.#slanted(x0, y0, x1, y1, breadth, color, alpha);
  }

  /** Fills a disc. */
  disc(x: number, y: number, radius: number, color: number, alpha = 1): void {
    const top = Math.max(0, Math.floor(y - radius));
    const bottom = Math.min(this.height, Math.ceil(y + radius));
    const left = Math.max(0, Math.floor(x - radius));
    const right = Math.min(this.width, Math.ceil(x + radius));
    for (let row = top; row < bottom; row++) {
      for (let column = left; column < right; column++) {
        const distance = Math.hypot(column + 0.5 - x, row + 0.5 - y);
        const share = clamp(radius - distance + 0.5, 0, 1);
        if (share > 0) this.#blend(row * this.width + column, color, share * alpha);
      }
    }
  }

  /** Step by step along the longer way, with a span of the line's breadth across it. */
  #slanted(
    x0: number,
    y0: number,
    x1: number,
    y1: number,
    breadth: number,
    color: number,
    alpha: number,
  ): void {
    const isFlat = Math.abs(x1 - x0) >= Math.abs(y1 - y0);
    const [from, to, across, slope] = isFlat
      ? x0 < x1
        ? [x0, x1, y0, (y1 - y0) / (x1 - x0)]
        : [x1, x0, y1, (y0 - y1) / (x0 - x1)]
      : y0 < y1
        ? [y0, y1, x0, (x1 - x0) / (y1 - y0)]
        : [y1, y0, x1, (x0 - x1) / (y0 - y1)];
    const span = breadth * Math.hypot(1, slope);
    const end = Math.min(to, isFlat ? this.width : this.height);
    for (let at = Math.max(0, Math.floor(from)); at < end; at++) {
      const begin = Math.max(from, at);
      const length = Math.min(to, at + 1) - begin;
      const middle = across + slope * (begin + length / 2 - from);
      if (isFlat) this.fillRect(begin, middle - span / 2, length, span, color, alpha);
      else this.fillRect(middle - span / 2, begin, span, length, color, alpha);
    }
  }

  /** The same share of a colour for every pixel from `from` up to `to`. */
  #run(from: number, to: number, color: number, share: number): void {
    if (share >= 0.997) this.#pixels.fill(opaque(color), from, to);
    else for (let at = from; at < to; at++) this.#blend(at, color, share);
  }

  #blend(at: number, color: number, share: number): void {
    const part = share >= 1 ? 256 : (share * 256) | 0;
    if (part <= 0) return;
    const before = this.#pixels[at] ?? 0;
    const red = (before & 255) + ((((color & 255) - (before & 255)) * part) >> 8);
    const green = ((before >> 8) & 255) + (((((color >> 8) & 255) - ((before >> 8) & 255)) * part) >> 8);
    const blue = ((before >> 16) & 255) + (((((color >> 16) & 255) - ((before >> 16) & 255)) * part) >> 8);
    this.#pixels[at] = opaque(red | (green << 8) | (blue << 16));
  }
}

function opaque(color: number): number {
  return (color | 0xff000000) >>> 0;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** A colour between two: `share` of the second. */
export function mixColors(first: number, second: number, share: number): number {
  const part = (shift: number): number => {
    const a = (first >> shift) & 255;
    const b = (second >> shift) & 255;
    return Math.round(a + (b - a) * share) << shift;
  };
  return part(0) | part(8) | part(16);
}
