import type { Journey } from '../../model/resolve';
import { align, alignments, distributeRows, type Alignment } from './align';
import type { Arrangement } from './arrangement';
import { orderTracks } from './orderTracks';
import { spread } from './spread';
import { spreadNotes } from './spreadNotes';
import { untangle } from './untangle';

/** The ways of tidying up that work on a selection and on the whole map. */
export const tidyWays = ['evenly', 'time', 'untangle', 'tracks'] as const;
/** The ways of lining up what is selected. */
export const alignWays = [...alignments, 'rows'] as const;
export type ArrangeWay = (typeof tidyWays)[number] | (typeof alignWays)[number];

/** What a way of arranging works on; null is the whole map. */
export function subjectsOf(
  journey: Journey,
  selected: readonly string[],
  way: ArrangeWay,
): ReadonlySet<string> | null {
  const { touchpoints, systems, notes } = journey;
  const isAligning = (alignWays as readonly string[]).includes(way);
  const chosen = selected.filter((id) =>
    way === 'tracks'
      ? systems.byId.has(id)
      : touchpoints.byId.has(id) || (isAligning && way !== 'rows' && notes.byId.has(id)),
  );
  const chosenNotes =
    way === 'evenly' && chosen.length === 0 ? selected.filter((id) => notes.byId.has(id)) : [];
  if (chosenNotes.length > 1) return new Set(chosenNotes);
  return isAligning || chosen.length > 1 ? new Set(chosen) : null;
}

/** Whether what is worked on are notes, and nothing else. */
export function areNotes(
  { notes }: Journey,
  subjects: ReadonlySet<string> | null,
): subjects is ReadonlySet<string> {
  return subjects !== null && subjects.size > 0 && [...subjects].every((id) => notes.byId.has(id));
}

/**
 * What tidying up would change (`docs/spec/tidy.md`). Pure: the same journey and selection give the same arrangement, and
 * where nothing has to change it is empty.
 *
 * @param selected ids of what is selected; two or more touchpoints (systems for tracks) are arranged alone, else two or more
 *   notes are spread evenly, else all of the map is arranged
 */
export function tidyPlan(journey: Journey, selected: readonly string[], way: ArrangeWay): Arrangement {
  const subjects = subjectsOf(journey, selected, way);
  switch (way) {
    case 'evenly':
      return areNotes(journey, subjects) ? spreadNotes(journey, subjects) : spread(journey, subjects, way);
    case 'time':
      return spread(journey, subjects, way);
    case 'untangle':
      return untangle(journey, subjects);
    case 'tracks':
      return orderTracks(journey, subjects);
    case 'rows':
      return distributeRows(journey, subjects ?? new Set());
    default:
      return align(journey, subjects ?? new Set(), way satisfies Alignment);
  }
}

/** Whether an arrangement changes nothing. */
export function isTidy({ places, stages, tracks }: Arrangement): boolean {
  return places.length + stages.length + tracks.length === 0;
}
