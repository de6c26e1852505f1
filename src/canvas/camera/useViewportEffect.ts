import { useStoreApi } from '@xyflow/react';
import { useEffectEvent, useLayoutEffect } from 'react';
import type { Viewport } from '../../store/view';

/** Runs with every move of the view, and once at the start, without rendering anything. */
export function useViewportEffect(follow: (viewport: Viewport) => void): void {
  const store = useStoreApi();
  const onMove = useEffectEvent(follow);
  useLayoutEffect(() => {
    let last: readonly number[] = [];
    const update = (): void => {
      const { transform } = store.getState();
      if (transform === last) return;
      last = transform;
      onMove({ x: transform[0], y: transform[1], zoom: transform[2] });
    };
    update();
    return store.subscribe(update);
  }, [store]);
}
