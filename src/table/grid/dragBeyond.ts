import type { GridController } from './gridController';

/** A box that a point is beside, CSS pixels from the window's corner. */
type Box = Readonly<Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>>;

/** How many more rows or columns a step takes for each so many pixels that the pointer is beyond the edge. */
const hurryPx = 40;
/** Least time between two steps. */
const stepMs = 40;

/**
 * The keys that let a block grow towards a pointer beyond the edge of the cells: one for each row or column of a step, more
 * the farther it is. None while the pointer is among them.
 */
export function keysBeyond(x: number, y: number, box: Box): readonly string[] {
  const times = (beyondPx: number, key: string): readonly string[] =>
    beyondPx <= 0 ? [] : Array.from({ length: 1 + Math.floor(beyondPx / hurryPx) }, () => `Shift+${key}`);
  return [
    ...times(y - box.bottom, 'ArrowDown'),
    ...times(box.top - y, 'ArrowUp'),
    ...times(x - box.right, 'ArrowRight'),
    ...times(box.left - x, 'ArrowLeft'),
  ];
}

/** Lets a block that is drawn with the pointer grow, and the grid scroll, while the pointer is beyond its edge. Ends with the press. */
export function growBeyond(scroller: HTMLElement, controller: GridController): void {
  let pointer: { readonly x: number; readonly y: number } | null = null;
  let lastMs = 0;
  const step = (nowMs: number): void => {
    if (!controller.isDragging) return;
    frame = requestAnimationFrame(step);
    if (!pointer || nowMs - lastMs < stepMs) return;
    lastMs = nowMs;
    for (const key of keysBeyond(pointer.x, pointer.y, cellsBox(scroller))) controller.key(key, null);
  };
  const follow = ({ clientX, clientY }: PointerEvent): void => {
    pointer = { x: clientX, y: clientY };
  };
  const stop = (): void => {
    controller.drag(false);
    cancelAnimationFrame(frame);
    window.removeEventListener('pointermove', follow);
    window.removeEventListener('pointerup', stop);
    window.removeEventListener('pointercancel', stop);
  };
  let frame = requestAnimationFrame(step);
  window.addEventListener('pointermove', follow);
  window.addEventListener('pointerup', stop);
  window.addEventListener('pointercancel', stop);
}

/** Where cells are seen: the row of names and the column of names stay where they are. */
function cellsBox(scroller: HTMLElement): Box {
  const { left, top } = scroller.getBoundingClientRect();
  const header = scroller.querySelector('.grid-header')?.getBoundingClientRect();
  return {
    left: scroller.scrollLeft > 0 ? left + firstWidth(scroller) : left,
    top: header?.bottom ?? top,
    right: left + scroller.clientWidth,
    bottom: top + scroller.clientHeight,
  };
}

function firstWidth(scroller: HTMLElement): number {
  return scroller.querySelector('.grid-heading[data-first]')?.getBoundingClientRect().width ?? 0;
}
