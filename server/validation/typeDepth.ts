import * as Y from 'yjs';
import type { Struct, UpdateIndex } from './updateIndex';

/** Measures how deep shared types would be nested. Never recursive: the depth is what an attacker chooses. */
export class TypeDepth {
  readonly #index: UpdateIndex;
  readonly #containerDepth = new Map<Struct, number>();

  constructor(index: UpdateIndex) {
    this.#index = index;
  }

  /**
   * Depth of the container a piece goes into: 1 for a map at the top, 2 for a record, 3 for a record's text.
   * Infinite when the pieces refer to each other in a circle.
   */
  containerOf(item: Y.Item): number {
    const path: { struct: Struct; deeper: number }[] = [];
    const visited = new Set<Struct>();
    let current: Struct = item;
    let depth: number | undefined;
    while (depth === undefined) {
      if (visited.has(current)) return Number.POSITIVE_INFINITY;
      visited.add(current);
      const step = this.#step(current);
      if (typeof step === 'number') {
        path.push({ struct: current, deeper: 0 });
        depth = step;
      } else {
        path.push({ struct: current, deeper: step.deeper });
        depth = this.#containerDepth.get(step.next);
        current = step.next;
      }
    }
    for (const { struct, deeper } of path.reverse()) {
      depth += deeper;
      this.#containerDepth.set(struct, depth);
    }
    return depth;
  }

  /** The container's depth where it is known at once, else the piece to ask next and how much deeper this one is. */
  #step(struct: Struct): number | { readonly next: Struct; readonly deeper: number } {
    if (!(struct instanceof Y.Item)) return 1;
    const parent = struct.parent as unknown;
    if (typeof parent === 'string') return 1;
    if (parent instanceof Y.AbstractType) return storedDepth(parent);
    const isInside = parent !== null;
    const id = (parent ?? struct.origin ?? struct.rightOrigin) as Y.ID | null;
    const next = id && this.#index.find(id);
    return next ? { next, deeper: isInside ? 1 : 0 } : 1;
  }
}

function storedDepth(type: Y.AbstractType<unknown>): number {
  let depth = 1;
  let holder = type._item;
  while (holder) {
    depth += 1;
    const parent = holder.parent as unknown;
    holder = parent instanceof Y.AbstractType ? parent._item : null;
  }
  return depth;
}
