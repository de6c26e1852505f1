import { flow } from './metrics';

interface Span {
  readonly top: number;
  readonly bottom: number;
}

/** The last thing in a column, those before it and how many all of them are. */
interface Taken {
  readonly span: Span;
  readonly before: Taken | undefined;
  readonly count: number;
}

/**
 * What is taken of a plane that is divided into narrow columns. A column with very many things in it counts as full, so
 * that asking is constant work however much people pile up in one place.
 */
export class ColumnOccupancy {
  readonly #columns = new Map<number, Taken>();

  take(left: number, right: number, top: number, bottom: number): void {
    const span: Span = { top, bottom };
    const last = columnOf(right);
    for (let column = columnOf(left); column <= last; column++) {
      const before = this.#columns.get(column);
      const count = (before?.count ?? 0) + 1;
      if (count <= flow.columnDepth + 1) this.#columns.set(column, { span, before, count });
    }
  }

  isFree(left: number, right: number, top: number, bottom: number): boolean {
    const last = columnOf(right);
    for (let column = columnOf(left); column <= last; column++) {
      let taken = this.#columns.get(column);
      if (taken && taken.count > flow.columnDepth) return false;
      for (; taken; taken = taken.before)
        if (taken.span.top < bottom && top < taken.span.bottom) return false;
    }
    return true;
  }
}

function columnOf(x: number): number {
  return Math.floor(x / flow.column);
}
