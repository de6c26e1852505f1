import type { Bundle } from '../model/bundle';
import { isAlive } from './sameRecords';

/** The farthest place anything alive takes on the timeline; null when nothing stands on it. */
export function lastPlace({ touchpoints, stages }: Pick<Bundle, 'touchpoints' | 'stages'>): number | null {
  let last: number | null = null;
  for (const { at = 0 } of touchpoints.filter(isAlive)) last = Math.max(last ?? at, at);
  for (const { end = 0 } of stages.filter(isAlive)) last = Math.max(last ?? end, end);
  return last;
}

/** The nearest place anything alive takes on the timeline; null when nothing stands on it. */
function firstPlace({ touchpoints, stages }: Pick<Bundle, 'touchpoints' | 'stages'>): number | null {
  let first: number | null = null;
  for (const { at = 0 } of touchpoints.filter(isAlive)) first = Math.min(first ?? at, at);
  for (const { start = 0 } of stages.filter(isAlive)) first = Math.min(first ?? start, start);
  return first;
}

/**
 * Moves what is new along the timeline so that it begins one place after `last`, keeping its own distances.
 *
 * @param isNew which records may be moved; the others stay where they are
 */
export function placeAfter(bundle: Bundle, last: number | null, isNew: (id: string) => boolean): Bundle {
  const fresh = {
    touchpoints: bundle.touchpoints.filter(({ id }) => isNew(id)),
    stages: bundle.stages.filter(({ id }) => isNew(id)),
  };
  const first = firstPlace(fresh);
  if (last === null || first === null || first > last) return bundle;
  const by = last + 1 - first;
  return {
    ...bundle,
    touchpoints: bundle.touchpoints.map((t) => (isNew(t.id) ? { ...t, at: (t.at ?? 0) + by } : t)),
    stages: bundle.stages.map((s) =>
      isNew(s.id) ? { ...s, start: (s.start ?? 0) + by, end: (s.end ?? 0) + by } : s,
    ),
    notes: bundle.notes.map((n) => (isNew(n.id) ? { ...n, at: (n.at ?? 0) + by } : n)),
  };
}
