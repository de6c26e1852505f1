import { lenses, type Lens } from '../../analysis/lenses/lens';
import { initialView, type ViewState, type ViewStore } from '../../store/view';
import type { ProfileStorage } from '../../sync/identity';
import { leftViewport, viewKey } from './leftViewport';
import { isKeyed, readStored, readTexts, writeStored } from './viewStorage';

/** The part of a map's view that this device remembers. */
export type RememberedView = Pick<ViewState, (typeof remembered)[number]>;

const remembered = ['lens', 'legends', 'personas', 'hiddenRulers', 'viewport'] as const;

/** How one last looked at a map on this device; what is not stored, or is nonsense, is left out. */
export function readView(storage: ProfileStorage, mapId: string): Partial<RememberedView> {
  const stored = readStored(storage, viewKey(mapId));
  if (!isKeyed(stored)) return {};
  const lens = lenses.find((one) => one === stored['lens']);
  const viewport = leftViewport(stored);
  return {
    ...(lens ? { lens } : {}),
    legends: readLegends(stored['legends']),
    personas: readTexts(stored['personas']),
    hiddenRulers: readTexts(stored['hiddenRulers']),
    ...(viewport ? { viewport } : {}),
  };
}

function readLegends(value: unknown): RememberedView['legends'] {
  if (!isKeyed(value)) return {};
  const opened: [Lens, boolean][] = [];
  for (const lens of lenses) {
    const one = value[lens];
    if (typeof one === 'boolean') opened.push([lens, one]);
  }
  return Object.fromEntries(opened);
}

/** Remembers how a map is looked at whenever that changes; returns the way to stop. */
export function rememberView(view: ViewStore, storage: ProfileStorage, mapId: string): () => void {
  return view.subscribe((now, before) => {
    if (remembered.every((part) => now[part] === before[part])) return;
    // Nobody has moved yet: the map opens as for the first time.
    const parts = remembered.filter((part) => part !== 'viewport' || now.viewport !== initialView.viewport);
    writeStored(storage, viewKey(mapId), Object.fromEntries(parts.map((part) => [part, now[part]])));
  });
}
