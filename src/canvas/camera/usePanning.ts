import { useEffect, useRef, type RefObject } from 'react';
import type { Viewport } from '../../store/view';
import { useViewportEffect } from './useViewportEffect';

/** Without a move for so long the view is at rest, ms. */
const restMs = 150;

/**
 * Says on an element whether the view is being panned (`data-panning`): what moves as a whole is then drawn once and only
 * shifted. Not while zooming, which would show it blurred; at rest it is drawn as sharp as ever.
 */
export function usePanning(element: RefObject<HTMLElement | null>): void {
  const last = useRef<Viewport | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useViewportEffect((viewport) => {
    const before = last.current;
    last.current = viewport;
    clearTimeout(timer.current);
    if (!before) return;
    element.current?.toggleAttribute('data-panning', viewport.zoom === before.zoom);
    timer.current = setTimeout(() => element.current?.removeAttribute('data-panning'), restMs);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}
