import { flow } from './metrics';

interface Taken {
  readonly top: number;
  readonly bottom: number;
}

/**
 * What is taken of a plane that is divided into narrow columns. A column with very many things in it counts as full, so
 * that asking is constant work however much people pile up in one place.
 */
export class ColumnOccupancy {
  readonly #columns = new Map<number, Taken[]>();

  take(left: number, right: number, top: number, bottom: number): void {
    const span: Taken = { top, bottom };
    const last = columnOf(right);
    for (let column = columnOf(left); column <= last; column++) {
      const taken = this.#columns.get(column);
      if (!taken) this.#columns.set(column, [span]);
      else if (taken.length <= flow.columnDepth) taken.push(span);
    }
  }

  isFree(left: number, right: number, top: number, bottom: number): boolean {
    const last = columnOf(right);
    for (let column = columnOf(left); column <= last; column++) {
      const taken = this.#columns.get(column);
      if (!taken) continue;
      if (taken.length > flow.columnDepth) return false;
      for (const span of taken) if (span.top < bottom && top < span.bottom) return false;
    }
    return true;
  }
}

function columnOf(x: number): number {
  return Math.floor(x / flow.column);
}
