import { useLayoutEffect, useState, type CSSProperties, type RefObject } from 'react';

/** Room the list wants, CSS pixels. */
const wanted = { widthPx: 240, heightPx: 264 } as const;
const gap = 4;

/** Where the list of an open cell stands: below its field, above where there is no room below, always inside the window. */
export function usePopupPlace(field: RefObject<HTMLElement | null>): CSSProperties {
  const [place, setPlace] = useState<CSSProperties>({ visibility: 'hidden' });
  useLayoutEffect(() => {
    const look = (): void => {
      const cell = field.current?.closest('.grid-cell')?.getBoundingClientRect();
      if (!cell) return;
      const below = window.innerHeight - cell.bottom - gap;
      const isAbove = below < wanted.heightPx && cell.top > below;
      const width = Math.min(Math.max(wanted.widthPx, cell.width), window.innerWidth - 2 * gap);
      setPlace({
        left: Math.max(gap, Math.min(cell.left, window.innerWidth - width - gap)),
        width,
        maxHeight: Math.min(wanted.heightPx, (isAbove ? cell.top : below) - gap),
        ...(isAbove ? { bottom: window.innerHeight - cell.top + gap } : { top: cell.bottom + gap }),
      });
    };
    look();
    window.addEventListener('resize', look);
    window.addEventListener('scroll', look, true);
    return () => {
      window.removeEventListener('resize', look);
      window.removeEventListener('scroll', look, true);
    };
  }, [field]);
  return place;
}
