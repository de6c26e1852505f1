import { useCallback, useLayoutEffect, useState, type RefObject } from 'react';

/** The part of a grid that is drawn: rows and columns, ends included, and the size of what is in sight. */
export interface GridWindow {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Rows and columns drawn beyond what is in sight, so that a quick scroll meets no blank. */
const rowsBeyond = 8;
const columnsBeyond = 2;

/**
 * Which rows and columns are in sight of a scrolling element. All rows are equally high and all columns have known widths, so
 * nothing is measured but the element itself: ten thousand rows cost what forty do.
 */
export function useGridWindow(
  scroller: RefObject<HTMLElement | null>,
  rowCount: number,
  rowHeightPx: number,
  starts: readonly number[],
): GridWindow {
  const [shown, setShown] = useState<GridWindow>({
    top: 0,
    bottom: 40,
    left: 0,
    right: 12,
    widthPx: 800,
    heightPx: 600,
  });
  const look = useCallback((): void => {
    const element = scroller.current;
    if (!element) return;
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = element;
    const firstBeyond = starts.findIndex((start) => start > scrollLeft + clientWidth);
    const firstIn = starts.findLastIndex((start) => start <= scrollLeft);
    const next: GridWindow = {
      top: Math.max(0, Math.floor(scrollTop / rowHeightPx) - rowsBeyond),
      bottom: Math.min(rowCount - 1, Math.ceil((scrollTop + clientHeight) / rowHeightPx) + rowsBeyond),
      left: Math.max(0, firstIn - columnsBeyond),
      right: firstBeyond < 0 ? starts.length - 1 : Math.min(starts.length - 1, firstBeyond + columnsBeyond),
      widthPx: clientWidth,
      heightPx: clientHeight,
    };
    setShown((now) => (isSame(now, next) ? now : next));
  }, [scroller, rowCount, rowHeightPx, starts]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    // It looks once when it begins to watch, before anything is painted.
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [look, scroller]);
  return shown;
}

function isSame(a: GridWindow, b: GridWindow): boolean {
  return (Object.keys(a) as (keyof GridWindow)[]).every((key) => a[key] === b[key]);
}
