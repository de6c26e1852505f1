import { useEffect, type RefObject } from 'react';

/**
 * Calls back when Escape is pressed inside an element. An open list of choices keeps its Escape, and what lies further
 * inside goes first.
 */
export function useEscape(elementRef: RefObject<HTMLElement | null>, onEscape: () => void): void {
  useEffect(() => {
    const element = elementRef.current;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !(event.target instanceof Element)) return;
      if (event.target.closest('[role=combobox][aria-expanded=true]')) return;
      // A field of the platform's own empties itself first.
      if (event.target.matches('input[type=search]:not(:placeholder-shown)')) return;
      event.stopPropagation();
      onEscape();
    };
    element?.addEventListener('keydown', onKey);
    return () => element?.removeEventListener('keydown', onKey);
  }, [elementRef, onEscape]);
}
