import { onDemand } from '../ui/onDemand';
import { Opening } from './Opening';

/** The page of a map, the heavy part of the app. */
const MapPage = onDemand(async () => (await import('./map/MapPage')).MapPage, Opening);

/** Fetches the map's page before it is shown. Rejects when the network does not deliver it. */
export const fetchMapPage = MapPage.fetch;

/** The page of a map, once it has been fetched. */
export function MapRoute({ mapId }: { readonly mapId: string }) {
  return <MapPage key={mapId} mapId={mapId} />;
}
