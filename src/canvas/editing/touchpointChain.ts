import { createTouchpoint } from '../../commands/createTouchpoint';
import { freePlace } from '../../layout/freePlace';
import type { Journey } from '../../model/resolve';
import type { OpenMap } from '../../store/openMap';
import { select } from '../selection';

/** The touchpoint that a customer comes to next, by the first transition that leads on. */
export function nextTouchpoint(journey: Journey, id: string): string | null {
  const leaving = journey.relations.transitionsFrom.get(id) ?? [];
  return leaving.find(({ to, kind }) => to !== null && to !== id && kind !== 'loop')?.to ?? null;
}

/** The touchpoint a customer comes from; without a transition the one before on the timeline. */
export function previousTouchpoint(journey: Journey, id: string): string | null {
  const arriving = journey.relations.transitionsTo.get(id) ?? [];
  const joined = arriving.find(({ from, kind }) => from !== id && kind !== 'loop')?.from;
  if (joined) return joined;
  const { all } = journey.touchpoints;
  return all[all.findIndex((touchpoint) => touchpoint.id === id) - 1]?.id ?? null;
}

/** Where the touchpoint after this one goes: one further on the timeline, on the other of two rows. */
export function placeAfter(
  journey: Journey,
  id: string | null,
): { readonly at: number; readonly offset: number } {
  const last = id === null ? undefined : journey.touchpoints.byId.get(id);
  if (!last) {
    const end = journey.touchpoints.all.at(-1);
    return end ? placeAfter(journey, end.id) : { at: 0, offset: 0 };
  }
  const row = Math.round(last.offset);
  return freePlace(journey, last.at + 1, row === 0 ? 1 : row - 1);
}

/** Makes a touchpoint at a place and opens its title. Nothing happens in a map that cannot be changed. */
export function startTouchpoint(
  openMap: OpenMap,
  place: { readonly at: number; readonly offset: number },
  after?: string,
): void {
  const made = createTouchpoint.run(openMap, { ...place, ...(after === undefined ? {} : { after }) });
  if (!made.ok) return;
  const record = { kind: 'touchpoints', id: made.value } as const;
  select(openMap.view, [record]);
  openMap.view.setState({ editing: { ...record, fresh: true }, tool: 'select' });
}

/** Makes the touchpoint that follows `after`, joined to it; without one, the first or one behind the last. */
export function startNextTouchpoint(openMap: OpenMap, after: string | null): void {
  startTouchpoint(openMap, placeAfter(openMap.journey(), after), after ?? undefined);
}
