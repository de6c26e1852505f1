import type { Rect } from './geometry';
import { touches } from './rectangles';

const finestCell = 256;
const levels = 24;
/** A cell's key is a small integer: keys of far-apart cells may meet, which costs a look and never a wrong answer. */
const stride = 4093;

interface Entry<T> {
  readonly rect: Rect;
  readonly item: T;
}
type Cells<T> = Map<number, Entry<T>[]>;

/**
 * Finds rectangles near a place. Every rectangle lies in exactly one cell: that of its centre, on the level whose
 * cells are at least as large as it is. Inserting is constant, asking costs what is found and a little per level
 * (a loose quadtree: T. Ulrich, "Loose Octrees", Game Programming Gems, 2000).
 */
export class LooseGrid<T> {
  readonly #levels: (Cells<T> | undefined)[] = [];

  insert(rect: Rect, item: T): void {
    const extent = Math.max(rect.width, rect.height);
    const level = extent <= finestCell ? 0 : Math.min(levels - 1, Math.ceil(Math.log2(extent / finestCell)));
    const size = finestCell * 2 ** level;
    const column = Math.floor((rect.x + rect.width / 2) / size);
    const row = Math.floor((rect.y + rect.height / 2) / size);
    const key = keyOf(column, row);
    const cells = (this.#levels[level] ??= new Map());
    const cell = cells.get(key);
    if (cell) cell.push({ rect, item });
    else cells.set(key, [{ rect, item }]);
  }

  /** Visits everything that shares a point with `area`, until `visit` returns true. Whether it did. */
  find(area: Rect, visit: (item: T) => boolean): boolean {
    for (let level = 0; level < this.#levels.length; level++) {
      const cells = this.#levels[level];
      if (cells && findIn(cells, finestCell * 2 ** level, area, visit)) return true;
    }
    return false;
  }
}

function findIn<T>(cells: Cells<T>, size: number, area: Rect, visit: (item: T) => boolean): boolean {
  const left = Math.floor(area.x / size - 0.5);
  const right = Math.floor((area.x + area.width) / size + 0.5);
  const top = Math.floor(area.y / size - 0.5);
  const bottom = Math.floor((area.y + area.height) / size + 0.5);
  if ((right - left + 1) * (bottom - top + 1) > cells.size) {
    for (const cell of cells.values()) if (visitCell(cell, area, visit)) return true;
    return false;
  }
  for (let column = left; column <= right; column++) {
    for (let row = top; row <= bottom; row++) {
      const cell = cells.get(keyOf(column, row));
      if (cell && visitCell(cell, area, visit)) return true;
    }
  }
  return false;
}

function visitCell<T>(cell: readonly Entry<T>[], area: Rect, visit: (item: T) => boolean): boolean {
  for (const { rect, item } of cell) if (touches(rect, area) && visit(item)) return true;
  return false;
}

function keyOf(column: number, row: number): number {
  return (column * stride + row) | 0;
}
