/** What happens while something hangs on the pointer between one click and the next. */
export interface ClickGesture {
  readonly move: (clientX: number, clientY: number) => void;
  readonly drop: (clientX: number, clientY: number) => void;
  readonly cancel: () => void;
}

/**
 * Follows the pointer until the next click, for those who would rather click twice than drag. That click belongs to the
 * gesture alone. Returns the way to stop.
 */
export function followClick(gesture: ClickGesture): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true };
  // The click that began this is still to come.
  let isNext = false;
  const keep = (event: Event): void => {
    isNext = true;
    event.stopPropagation();
  };
  window.addEventListener('pointermove', (event) => gesture.move(event.clientX, event.clientY), options);
  window.addEventListener('pointerdown', keep, options);
  window.addEventListener('mousedown', keep, options);
  window.addEventListener(
    'click',
    (event) => {
      if (!isNext) return;
      event.stopPropagation();
      stop.abort();
      gesture.drop(event.clientX, event.clientY);
    },
    options,
  );
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      stop.abort();
      gesture.cancel();
    },
    options,
  );
  return () => stop.abort();
}
