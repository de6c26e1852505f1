import type { Rect } from './geometry';
import { touches } from './rectangles';

const finestCell = 256;
const levels = 24;
/** Cells are numbered from this far left and above, so that keys are positive integers. */
const origin = 2 ** 23;
const stride = 2 ** 24;

/**
 * Finds rectangles near a place. Every rectangle lies in exactly one cell: that of its centre, on the level whose
 * cells are at least as large as it is. Inserting is constant, asking costs what is found and a little per level
 * (a loose quadtree: T. Ulrich, "Loose Octrees", Game Programming Gems, 2000).
 */
export class LooseGrid<T> {
  readonly #levels: Map<number, { readonly rect: Rect; readonly item: T }[]>[] = Array.from(
    { length: levels },
    () => new Map(),
  );

  insert(rect: Rect, item: T): void {
    const extent = Math.max(rect.width, rect.height);
    const level = extent <= finestCell ? 0 : Math.min(levels - 1, Math.ceil(Math.log2(extent / finestCell)));
    const size = finestCell * 2 ** level;
    const column = Math.floor((rect.x + rect.width / 2) / size);
    const row = Math.floor((rect.y + rect.height / 2) / size);
    const key = (column + origin) * stride + row + origin;
    const cells = this.#levels[level];
    const cell = cells?.get(key);
    if (cell) cell.push({ rect, item });
    else cells?.set(key, [{ rect, item }]);
  }

  /** Visits everything that shares a point with `area`, until `visit` returns true. Whether it did. */
  find(area: Rect, visit: (item: T) => boolean): boolean {
    for (let level = 0; level < levels; level++) {
      const cells = this.#levels[level];
      if (!cells || cells.size === 0) continue;
      const size = finestCell * 2 ** level;
      const left = Math.floor((area.x - size / 2) / size);
      const right = Math.floor((area.x + area.width + size / 2) / size);
      const top = Math.floor((area.y - size / 2) / size);
      const bottom = Math.floor((area.y + area.height + size / 2) / size);
      const look = (cell: readonly { readonly rect: Rect; readonly item: T }[] | undefined): boolean =>
        cell?.some(({ rect, item }) => touches(rect, area) && visit(item)) ?? false;
      if ((right - left + 1) * (bottom - top + 1) > cells.size) {
        for (const cell of cells.values()) if (look(cell)) return true;
        continue;
      }
      for (let column = left; column <= right; column++) {
        for (let row = top; row <= bottom; row++) {
          if (look(cells.get((column + origin) * stride + row + origin))) return true;
        }
      }
    }
    return false;
  }
}
