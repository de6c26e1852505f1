import { lenses } from '../analysis/lenses/lens';
import type { RecordFilter } from '../model/recordFilter';
import { readFilter } from '../model/recordFilter';
import type { View, ViewCamera } from '../model/records/view';
import type { Journey } from '../model/resolve';
import type { OpenMap } from './openMap';
import type { ViewState } from './view';

/** How the map is looked at right now, as a view keeps it. */
export type LookNow = Pick<View, 'lens' | 'rulers' | 'personas' | 'filter' | 'camera'>;

/** How the map is looked at right now. @param camera where, if that is to be kept as well */
export function lookOf(state: ViewState, journey: Journey, camera: ViewCamera | null): LookNow {
  const { lens, filter, personas, hiddenRulers } = state;
  const shown = journey.rulers.all.map(({ id }) => id).filter((id) => !hiddenRulers.includes(id));
  const rulers = shown.length === journey.rulers.all.length ? [] : shown.toSorted();
  return { lens, rulers, personas: personas.toSorted(), filter: statedConditions(filter), camera };
}

/** Conditions that say something: one without a value is still being written. */
export function statedConditions(filter: RecordFilter): RecordFilter {
  return filter.filter(({ values }) => values.length > 0);
}

/** Looks at the map as a view says; a lens or place it does not name stays as it is. */
export function applyView({ view: store, journey }: Pick<OpenMap, 'view' | 'journey'>, view: View): void {
  const { camera, personas, rulers } = view;
  const lens = lenses.find((one) => one === view.lens);
  const all = journey();
  const hidden = all.rulers.all.map(({ id }) => id).filter((id) => !rulers.includes(id));
  store.setState({
    filter: readFilter(view.filter),
    appliedView: view.id,
    personas: personas.filter((id) => all.personas.byId.has(id)),
    hiddenRulers: rulers.length === 0 ? [] : hidden,
    ...(lens ? { lens } : {}),
    ...(camera ? { cameraRequest: { kind: 'place', ...camera } } : {}),
  });
}

/** Whether the map is still looked at as a view says, the place aside: moving about changes nothing of it. */
export function isLookOf(state: ViewState, journey: Journey, view: View): boolean {
  const kept = { ...view, lens: view.lens ?? state.lens, filter: readFilter(view.filter) };
  const contentOf = ({ lens, rulers, personas, filter }: LookNow): string =>
    JSON.stringify([lens, rulers, personas, filter]);
  return contentOf(lookOf(state, journey, null)) === contentOf(kept);
}
