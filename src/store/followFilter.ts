import { filterRecords, type Filtered } from './filterRecords';
import { derivedOf } from './derived';
import type { OpenMap } from './openMap';
import { dimAllBut } from './view';

/**
 * Keeps what the filter leaves out dimmed while the map, its findings and the filter change, and the counts with it.
 * Returns the way to stop.
 */
export function followFilter({ mirror, view }: Pick<OpenMap, 'mirror' | 'view'>): () => void {
  const derived = derivedOf(mirror).store;
  let last: { readonly inputs: readonly unknown[]; readonly filtered: Filtered | null } | null = null;
  const follow = (): void => {
    const { filter } = view.getState();
    const { journey, analysis } = derived.getState();
    const isAsked = filter.some(({ values }) => values.length > 0);
    const inputs = isAsked ? [filter, journey, analysis] : [];
    if (
      last?.inputs.length === inputs.length &&
      inputs.every((input, index) => input === last?.inputs[index])
    )
      return;
    const filtered = isAsked ? filterRecords(filter, journey, analysis) : null;
    const before = last?.filtered ?? null;
    const shown = filtered && before && hasSame(filtered, before) ? before : filtered;
    // Remembered first: what is set below comes back here.
    last = { inputs, filtered: shown };
    if (shown === before) return;
    view.setState({ filtered: shown });
    dimAllBut(view, shown?.matching ?? null);
  };
  follow();
  const stops = [view.subscribe(follow), derived.subscribe(follow)];
  return () => stops.forEach((stop) => stop());
}

function hasSame(a: Filtered, b: Filtered): boolean {
  if (a.count !== b.count || a.of !== b.of || a.matching.size !== b.matching.size) return false;
  for (const id of a.matching) if (!b.matching.has(id)) return false;
  return true;
}
