import { useStoreApi, type ReactFlowState } from '@xyflow/react';
import { useEffect, useState } from 'react';
import type { Placed, Rect } from '../../layout/geometry';
import { holds, touches } from '../../layout/rectangles';

/** How much more than the screen is kept drawn on each side, as a part of the screen. */
const overscan = 0.5;

/**
 * The part of the canvas whose lines are drawn: the screen and half a screen more on each side. It changes only when
 * the screen leaves it or is much smaller than it, so panning renders nothing most of the time.
 */
export function useVisibleWindow(): Rect {
  const store = useStoreApi();
  const [area, setArea] = useState<Rect>(() => around(onScreen(store.getState())));
  useEffect(() => {
    const update = (state: ReactFlowState): void => {
      const screen = onScreen(state);
      setArea((current) => (isServed(screen, current) ? current : around(screen)));
    };
    update(store.getState());
    return store.subscribe(update);
  }, [store]);
  return area;
}

/** Members that share a point with the area. */
export function within<T extends Placed>(members: readonly T[], area: Rect): readonly T[] {
  return members.filter(({ bounds }) => touches(bounds, area));
}

function onScreen({ transform: [x, y, zoom], width, height }: ReactFlowState): Rect {
  return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
}

function around({ x, y, width, height }: Rect): Rect {
  return {
    x: x - width * overscan,
    y: y - height * overscan,
    width: width * (1 + 2 * overscan),
    height: height * (1 + 2 * overscan),
  };
}

function isServed(screen: Rect, area: Rect): boolean {
  return holds(area, screen) && area.width <= screen.width * (1 + 2 * overscan) * 2;
}
