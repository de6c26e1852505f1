import { useEffect } from 'react';

/** Bars beside the canvas whose buttons, pressed with the pointer, leave the keyboard where it is. */
const bars = '.tool-rail, .canvas-zoom, .lens-legend, .top-bar-lenses';

/**
 * Leaves the keyboard on the canvas when a tool, the zoom, a lens or the legend is pressed with the pointer (KEY-2): what is
 * selected goes on being worked on by key. Whoever comes to a button by key stays there, and what opens takes the keyboard.
 */
export function useKeyboardKept(): void {
  useEffect(() => {
    let before: Element | null = null;
    let frame = 0;
    const onPointerDown = (): void => {
      before = document.activeElement;
    };
    const onClick = ({ target, detail }: MouseEvent): void => {
      const canvas = before?.closest<HTMLElement>('[data-canvas-focus]');
      // Keys click too, without counting clicks.
      if (!canvas || detail === 0 || !(target instanceof Element && target.closest(bars))) return;
      cancelAnimationFrame(frame);
      // A label hands the focus on after its click.
      frame = requestAnimationFrame(() => {
        if (document.activeElement?.closest(bars)) canvas.focus({ preventScroll: true });
      });
    };
    window.addEventListener('pointerdown', onPointerDown, { capture: true });
    window.addEventListener('click', onClick);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('pointerdown', onPointerDown, { capture: true });
      window.removeEventListener('click', onClick);
    };
  }, []);
}
