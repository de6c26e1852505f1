import { useMemo } from 'react';
import type { Geometry, Placed, Rect } from '../../layout/geometry';
import { touches } from '../../layout/rectangles';
import { useDerived } from '../../store/derived';
import { movedOf } from '../../store/quickPreview';
import { within } from './useVisibleWindow';

/** Lists of lines that a drag changes in part. */
type LineKind = 'transitions' | 'dropLines';
type Line<K extends LineKind> = Geometry[K][number];

/**
 * The lines that are shown in an area. While something is dragged the whole map is not looked through again with every
 * move: what stays is known, and what moves is put in its place.
 */
export function useShownWithin<K extends LineKind>(kind: K, area: Rect): readonly Line<K>[] {
  const settled = useDerived(({ shown }) => linesOf(movedOf(shown)?.settled ?? shown, kind));
  const moved = useDerived(({ shown }) => movedLines(shown, kind));
  const near = useMemo(() => within(settled, area), [settled, area]);
  return useMemo(() => (moved ? withMoved(near, moved, area) : near), [near, moved, area]);
}

function linesOf<K extends LineKind>(geometry: Geometry, kind: K): readonly Line<K>[] {
  return geometry[kind];
}

function movedLines<K extends LineKind>(shown: Geometry, kind: K): ReadonlyMap<string, Line<K>> | null {
  const lines: ReadonlyMap<string, Line<K>> | undefined = movedOf(shown)?.[kind];
  return lines && lines.size > 0 ? lines : null;
}

/** What is near when some members are elsewhere; the same list when none of them was near or is. */
export function withMoved<T extends Placed>(
  near: readonly T[],
  moved: ReadonlyMap<string, T>,
  area: Rect,
): readonly T[] {
  const left = new Map([...moved].filter(([, { bounds }]) => touches(bounds, area)));
  const kept: T[] = [];
  let isSame = true;
  for (const one of near) {
    const instead = left.get(one.id);
    left.delete(one.id);
    if (instead) kept.push(instead);
    else if (!moved.has(one.id)) kept.push(one);
    isSame &&= kept.at(-1) === one;
  }
  return isSame && left.size === 0 ? near : [...kept, ...left.values()];
}
