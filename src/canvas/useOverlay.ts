import { useCallback, useRef, useState } from 'react';
import type { Overlay } from './CanvasOverlays';

export interface ShownOverlay {
  readonly overlay: Overlay | null;
  /** Shows something over the canvas, in place of what is there. */
  readonly show: (overlay: Overlay | null) => void;
  /** Takes away what is of this kind; false when something else has taken its place already. */
  readonly close: (kind: Overlay['kind']) => boolean;
}

/** What is open over the canvas. A menu whose line opened a picker closes after that, and must not close the picker. */
export function useOverlay(): ShownOverlay {
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const latest = useRef<Overlay | null>(null);
  const show = useCallback((next: Overlay | null): void => {
    latest.current = next;
    setOverlay(next);
  }, []);
  const close = useCallback(
    (kind: Overlay['kind']): boolean => {
      if (latest.current?.kind !== kind) return false;
      show(null);
      return true;
    },
    [show],
  );
  return { overlay, show, close };
}
