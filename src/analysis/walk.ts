import type { Transition } from '../model/records/transition';
import type { Journey } from '../model/resolve';
import { isForPersona, pathOf } from './paths';

/** One place of a walk: a touchpoint, or out of the journey (null), and the transition that led there (none: the start). */
export interface WalkStep {
  readonly touchpoint: string | null;
  readonly by: string | null;
}

/** A walk through the journey as the customer: everywhere one has been, the present place last. Never empty. */
export interface Walk {
  /** Whose path is walked; null: everybody's. */
  readonly persona: string | null;
  readonly trail: readonly WalkStep[];
}

/**
 * Begins a walk (WALK-1): at the given touchpoint when it is on the path, else at the first one, by the timeline, that no
 * other leads to. Where everything is led to (a circle), at the earliest. Null on a path without touchpoints.
 */
export function beginWalk(journey: Journey, persona: string | null, from: string | null = null): Walk | null {
  const { touchpoints, transitions } = pathOf(journey, persona);
  const onPath = journey.touchpoints.all.filter(({ id }) => touchpoints.has(id));
  const isLedTo = (id: string): boolean =>
    (journey.relations.transitionsTo.get(id) ?? []).some(
      (one) => one.kind !== 'loop' && one.from !== id && transitions.has(one.id),
    );
  const start = onPath.find(({ id }) => id === from) ?? onPath.find(({ id }) => !isLedTo(id)) ?? onPath[0];
  return start ? { persona, trail: [{ touchpoint: start.id, by: null }] } : null;
}

/** Where one is. */
export function placeOf({ trail }: Walk): WalkStep {
  return trail.at(-1) ?? { touchpoint: null, by: null };
}

/** The ways on from where one is (WALK-2): the likeliest first, those without a share after those with one, drop-outs last. */
export function waysOn(journey: Journey, walk: Walk): readonly Transition[] {
  const { touchpoint } = placeOf(walk);
  if (touchpoint === null) return [];
  const rank = ({ kind }: Transition): number => (kind === 'drop-out' ? 2 : kind === 'loop' ? 1 : 0);
  const isOpen = ({ personas, to }: Transition): boolean =>
    isForPersona(journey, personas, walk.persona) &&
    (to === null || isForPersona(journey, journey.touchpoints.byId.get(to)?.personas ?? [], walk.persona));
  return (journey.relations.transitionsFrom.get(touchpoint) ?? [])
    .filter(isOpen)
    .toSorted((a, b) => rank(a) - rank(b) || (b.share ?? -1) - (a.share ?? -1));
}

/** The walk after one way on. A drop-out leads out of the journey, wherever its line ends. */
export function stepOn(walk: Walk, { id, to, kind }: Transition): Walk {
  const touchpoint = kind === 'drop-out' ? null : to;
  return { ...walk, trail: [...walk.trail, { touchpoint, by: id }] };
}

/** The walk one step earlier; the same at its start. */
export function stepBack(walk: Walk): Walk {
  return walk.trail.length > 1 ? { ...walk, trail: walk.trail.slice(0, -1) } : walk;
}

/** The walk after the map changed under it (WALK-3): back to the last place that is still there; null when none is. */
export function mendedWalk(journey: Journey, walk: Walk): Walk | null {
  if (walk.persona !== null && !journey.personas.byId.has(walk.persona)) return null;
  const isThere = ({ touchpoint, by }: WalkStep): boolean =>
    (touchpoint === null || journey.touchpoints.byId.has(touchpoint)) &&
    (by === null || journey.transitions.byId.has(by));
  const gone = walk.trail.findIndex((step) => !isThere(step));
  if (gone < 0) return walk;
  return gone === 0 ? null : { ...walk, trail: walk.trail.slice(0, gone) };
}
