import { useEffect, useRef, type RefObject } from 'react';

/** For a panel that opens on demand: takes the focus when it opens and gives it back to what opened it. */
export function useReturningFocus(): RefObject<HTMLDivElement | null> {
  const panelRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const panel = panelRef.current;
    const opener = document.activeElement;
    panel?.focus();
    return () => {
      const isLost = document.activeElement === document.body || panel?.contains(document.activeElement);
      if (isLost && opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return panelRef;
}
