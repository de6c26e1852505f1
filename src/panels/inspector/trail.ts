import type { RecordRef } from '../../model/kinds';

/** A record, or the map as a whole. */
export type Place = RecordRef | null;

/** The way one took from record to record inside the panel. */
export interface Trail {
  /** Where one was, the last place last. */
  readonly steps: readonly Place[];
  /** Where the way led. Once something else is selected, on the canvas say, the way is forgotten. */
  readonly at: Place;
}

export const noTrail: Trail = { steps: [], at: null };

function isSame(a: Place, b: Place): boolean {
  return a?.id === b?.id;
}

/** The steps that lead to where one is; none when one did not come by this way. */
export function stepsTo(trail: Trail, here: Place): readonly Place[] {
  return isSame(trail.at, here) ? trail.steps : [];
}

/** The way after going on from here. */
export function goOn(trail: Trail, here: Place, next: Place): Trail {
  return { steps: [...stepsTo(trail, here), here], at: next };
}

/** The way after going the last step back; unchanged where there is none. */
export function goBack(trail: Trail): Trail {
  const at = trail.steps.at(-1);
  return at === undefined ? trail : { steps: trail.steps.slice(0, -1), at };
}
