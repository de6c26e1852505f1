import { useEffect } from 'react';
import { recordsOnPaths } from '../../analysis/paths';
import type { OpenMap } from '../../store/openMap';

/** Keeps `ViewState.onPath` in step with the personas that are shown and with the map, and forgets personas that are gone. */
export function usePathKeeper({ view, mirror }: OpenMap): void {
  useEffect(() => {
    const keep = (): void => {
      const { personas, onPath } = view.getState();
      if (personas.length === 0 && onPath === null) return;
      const { journey } = mirror.store.getState();
      const known = personas.filter((id) => journey.personas.byId.has(id));
      view.setState({
        onPath: recordsOnPaths(journey, known),
        ...(known.length < personas.length ? { personas: known } : {}),
      });
    };
    keep();
    const stops = [
      mirror.store.subscribe(({ journey }, before) => {
        if (journey !== before.journey) keep();
      }),
      view.subscribe(({ personas }, before) => {
        if (personas !== before.personas) keep();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [view, mirror]);
}
