import type { ViewMode, ViewStore } from '../../store/view';

/** Narrower windows have no room for a picture one can work on: a map opens as a table there, CSS pixels. */
const narrowPx = 480;

/** The view an address asks for (`?view=table`); where it asks for none, what the window has room for. */
export function viewModeOf(search: string, widthPx: number): ViewMode {
  const asked = new URLSearchParams(search).get('view');
  if (asked === 'canvas' || asked === 'table' || asked === 'split') return asked;
  return widthPx < narrowPx ? 'table' : 'canvas';
}

/** Keeps the address saying which view is shown, so that reloading and a copied address show the same. Returns the way to stop. */
export function keepInAddress(view: ViewStore): () => void {
  return view.subscribe(({ mode }, before) => {
    if (mode === before.mode) return;
    const address = new URL(location.href);
    address.searchParams.set('view', mode);
    history.replaceState(history.state, '', address);
  });
}
