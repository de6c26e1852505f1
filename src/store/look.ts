import { lenses } from '../analysis/lenses/lens';
import type { RecordFilter } from '../model/recordFilter';
import { readFilter } from '../model/recordFilter';
import type { View, ViewCamera } from '../model/records/view';
import type { ViewState, ViewStore } from './view';

/** How the map is looked at right now, as a view keeps it. */
export type LookNow = Pick<View, 'lens' | 'rulers' | 'personas' | 'filter' | 'camera'>;

/** How the map is looked at right now. @param camera where, if that is to be kept as well */
export function lookOf({ lens, filter }: ViewState, camera: ViewCamera | null): LookNow {
  return { lens, rulers: [], personas: [], filter: statedConditions(filter), camera };
}

/** Conditions that say something: one without a value is still being written. */
export function statedConditions(filter: RecordFilter): RecordFilter {
  return filter.filter(({ values }) => values.length > 0);
}

/** Looks at the map as a view says; what it says nothing about stays as it is. */
export function applyView(store: ViewStore, view: View): void {
  const { camera } = view;
  const lens = lenses.find((one) => one === view.lens);
  store.setState({
    filter: readFilter(view.filter),
    appliedView: view.id,
    ...(lens ? { lens } : {}),
    ...(camera ? { cameraRequest: { kind: 'place', ...camera } } : {}),
  });
}

/** Whether the map is still looked at as a view says, the place aside: moving about changes nothing of it. */
export function isLookOf(state: ViewState, view: View): boolean {
  const kept = { ...view, lens: view.lens ?? state.lens, filter: readFilter(view.filter) };
  const contentOf = ({ lens, rulers, personas, filter }: LookNow): string =>
    JSON.stringify([lens, rulers, personas, filter]);
  return contentOf(lookOf(state, null)) === contentOf(kept);
}
