import { beginWalk, placeOf, stepBack, stepOn, type Walk } from '../../analysis/walk';
import type { Transition } from '../../model/records/transition';
import type { OpenMap } from '../../store/openMap';
import { light } from '../../store/view';
import { announcements } from '../../ui/announcements';
import { t } from '../../ui/i18n/t';

/** Begins a walk at the touchpoint that is selected, or where the journey begins: of several none is meant. */
export function startWalk(openMap: OpenMap, persona: string | null): void {
  const { view, journey } = openMap;
  const [only, another] = view.getState().selection;
  const from = only?.kind === 'touchpoints' && !another ? only.id : null;
  const walk = beginWalk(journey(), persona, from);
  if (walk) goTo(openMap, walk);
  else announcements.announce(t('walk.nothing'));
}

/** Begins the same walk anew. */
export function walkAgain(openMap: OpenMap, walk: Walk): void {
  const again = beginWalk(openMap.journey(), walk.persona, walk.trail[0]?.touchpoint ?? null);
  if (again) goTo(openMap, again);
}

export function walkOn(openMap: OpenMap, walk: Walk, way: Transition): void {
  goTo(openMap, stepOn(walk, way));
}

export function walkBack(openMap: OpenMap, walk: Walk): void {
  goTo(openMap, stepBack(walk));
}

/** Ends the walk; what one stood on stays selected, so that work goes on from there. */
export function endWalk({ view }: OpenMap): void {
  if (view.getState().walk === null) return;
  view.setState({ walk: null });
  light(view, 'walk', null);
  announcements.announce(t('walk.ended'));
}

/** Stands at the last place of a walk: selects and lights it, with the way that led there, and moves the view along. */
export function goTo(openMap: OpenMap, walk: Walk): void {
  const { view, journey } = openMap;
  const { touchpoint, by } = placeOf(walk);
  const last = walk.trail.findLast((step) => step.touchpoint !== null)?.touchpoint ?? null;
  const usages = journey().relations.usagesByTouchpoint.get(touchpoint ?? '') ?? [];
  const lit = [touchpoint, by, ...usages.map(({ system }) => system)];
  const ids = new Set(lit.filter((id): id is string => id !== null));
  light(view, 'walk', { ids, dimsRest: true });
  const record = last === null ? null : { kind: 'touchpoints' as const, id: last };
  view.setState({
    walk,
    ...(record ? { selection: [record], cameraRequest: { kind: 'follow', record } } : {}),
  });
}

/** Ends the walk that is under way, or begins one as the persona whose path alone is shown. */
export function toggleWalk(openMap: OpenMap): void {
  const { walk, personas } = openMap.view.getState();
  if (walk) endWalk(openMap);
  else startWalk(openMap, personas.length === 1 ? (personas[0] ?? null) : null);
}
