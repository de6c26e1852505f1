import { useEffect } from 'react';
import { mapThumbnail } from '../home/mapThumbnail';
import { useServices } from '../services';
import type { PageMap } from './MapPage';

/** How long the map must rest before its picture for the home screen is drawn again. */
const restMs = 1_500;

/** Keeps the map's small picture on the home screen current: some time after the last change, and on leaving. */
export function useThumbnail(map: PageMap): void {
  const { store } = useServices();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let last: string | null = null;
    const draw = (): void => {
      timer = null;
      const picture = mapThumbnail(map.journey());
      if (picture === last) return;
      last = picture;
      void store.setThumbnail(map.id, picture);
    };
    const schedule = (): void => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(draw, restMs);
    };
    schedule();
    const stop = map.mirror.store.subscribe(schedule);
    return () => {
      stop();
      if (timer === null) return;
      clearTimeout(timer);
      draw();
    };
  }, [map, store]);
}
