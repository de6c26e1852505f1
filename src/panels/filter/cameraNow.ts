import type { ViewCamera } from '../../model/records/view';
import type { ViewState } from '../../store/view';

/** The place of the canvas in the middle of the screen; null where there is no canvas. */
export function cameraNow({ viewport: { x, y, zoom } }: ViewState): ViewCamera | null {
  const box = document.querySelector('.canvas-surface')?.getBoundingClientRect();
  if (!box) return null;
  return { x: (box.width / 2 - x) / zoom, y: (box.height / 2 - y) / zoom, zoom };
}
