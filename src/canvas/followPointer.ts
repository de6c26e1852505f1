import type { PointerEvent } from 'react';

/** What a gesture does with the pointer; places are those of the window. */
export interface PointerGesture {
  readonly move: (clientX: number, clientY: number) => void;
  readonly drop: (clientX: number, clientY: number) => void;
  /** Escape, or the browser took the pointer away. */
  readonly cancel: () => void;
  /** Let go without having moved: a click. Left out, clicks are nobody's business here. */
  readonly click?: () => void;
}

/** How far, in screen pixels, a pointer may tremble before it counts as dragging. */
const dragThreshold = 3;

/**
 * Follows a pointer from here until it is let go. Stops listening by itself whichever way that ends; returns the way to
 * stop earlier, without a word to the gesture.
 */
export function followPointer(down: PointerEvent, gesture: PointerGesture): () => void {
  const { clientX: startX, clientY: startY, pointerId } = down;
  let isDragging = false;
  const stop = new AbortController();
  const { signal } = stop;
  const mine = (event: globalThis.PointerEvent): boolean => event.pointerId === pointerId;
  const cancel = (): void => {
    stop.abort();
    if (isDragging) gesture.cancel();
  };
  window.addEventListener(
    'pointermove',
    (event) => {
      if (!mine(event)) return;
      isDragging ||= Math.hypot(event.clientX - startX, event.clientY - startY) > dragThreshold;
      if (isDragging) gesture.move(event.clientX, event.clientY);
    },
    { signal },
  );
  window.addEventListener(
    'pointerup',
    (event) => {
      if (!mine(event)) return;
      stop.abort();
      if (isDragging) gesture.drop(event.clientX, event.clientY);
      else gesture.click?.();
    },
    { signal },
  );
  window.addEventListener('pointercancel', (event) => mine(event) && cancel(), { signal });
  window.addEventListener('blur', cancel, { signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !isDragging) return;
      event.stopPropagation();
      cancel();
    },
    { signal, capture: true },
  );
  return () => stop.abort();
}
