import { useEffect, useState, type ReactElement } from 'react';
import { Opening } from './Opening';

type RenderMap = (mapId: string) => ReactElement;

let renderMap: RenderMap | null = null;

/** Fetches the map's page, the heavy part of the app. Rejects when the network does not deliver it. */
export async function fetchMapPage(): Promise<RenderMap> {
  const { MapPage } = await import('./map/MapPage');
  renderMap = (mapId) => <MapPage key={mapId} mapId={mapId} />;
  return renderMap;
}

/**
 * The page of a map, once it has been fetched. Not `lazy`: React shows what `Suspense` waited for 0.3 s after the fallback
 * at the earliest (`FALLBACK_THROTTLE_MS`), which was a quarter of the time until a stored map was seen.
 */
export function MapRoute({ mapId }: { readonly mapId: string }) {
  const [arrival, setArrival] = useState<{ readonly render: RenderMap } | { readonly error: unknown } | null>(
    renderMap && { render: renderMap },
  );
  useEffect(() => {
    if (arrival) return;
    fetchMapPage().then(
      (render) => setArrival({ render }),
      (error: unknown) => setArrival({ error }),
    );
  }, [arrival]);
  if (!arrival) return <Opening />;
  // The error screen around the app says it and offers to try again.
  if ('error' in arrival) throw arrival.error;
  return arrival.render(mapId);
}
