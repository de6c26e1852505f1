import type { Viewport } from '../../store/view';

/** Where this device remembers how a map is looked at. */
export function viewKey(mapId: string): string {
  return `throughline.view.${mapId}`;
}

/** The view a map was left with, out of what is remembered of it; null when that says nothing, or nonsense. */
export function leftViewport(stored: unknown): Viewport | null {
  const { viewport } = (stored ?? {}) as { readonly viewport?: unknown };
  if (typeof viewport !== 'object' || viewport === null) return null;
  const { x, y, zoom } = viewport as Record<string, unknown>;
  const isPlace = [x, y, zoom].every(Number.isFinite) && Number(zoom) > 0;
  return isPlace ? { x: Number(x), y: Number(y), zoom: Number(zoom) } : null;
}
