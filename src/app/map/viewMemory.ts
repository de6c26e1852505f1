import { lenses, type Lens } from '../../analysis/lenses/lens';
import type { ViewState, ViewStore } from '../../store/view';
import type { ProfileStorage } from '../../sync/identity';

/** The part of a map's view that this device remembers. */
export type RememberedView = Pick<ViewState, 'lens' | 'legends'>;

const keyOf = (mapId: string): string => `throughline.view.${mapId}`;

/** How one last looked at a map on this device; what is not stored, or is nonsense, is left out. */
export function readView(storage: ProfileStorage, mapId: string): Partial<RememberedView> {
  let stored: unknown;
  try {
    stored = JSON.parse(storage.getItem(keyOf(mapId)) ?? 'null');
  } catch {
    return {};
  }
  if (typeof stored !== 'object' || stored === null) return {};
  const { lens, legends } = stored as Record<string, unknown>;
  const known = lenses.find((one) => one === lens);
  return { ...(known ? { lens: known } : {}), legends: readLegends(legends) };
}

function readLegends(value: unknown): RememberedView['legends'] {
  if (typeof value !== 'object' || value === null) return {};
  const opened: [Lens, boolean][] = [];
  for (const lens of lenses) {
    const one = (value as Record<string, unknown>)[lens];
    if (typeof one === 'boolean') opened.push([lens, one]);
  }
  return Object.fromEntries(opened);
}

/** Remembers how a map is looked at whenever that changes; returns the way to stop. */
export function rememberView(view: ViewStore, storage: ProfileStorage, mapId: string): () => void {
  return view.subscribe(({ lens, legends }, before) => {
    if (lens === before.lens && legends === before.legends) return;
    try {
      storage.setItem(keyOf(mapId), JSON.stringify({ lens, legends }));
    } catch {
      // A browser that remembers nothing opens the map as if for the first time.
    }
  });
}
