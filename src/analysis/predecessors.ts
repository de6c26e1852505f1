import type { Journey } from '../model/resolve';

/**
 * The touchpoints to judge as A for a transition that leaves `touchpoint` (CON-5): itself, or when it needs no system
 * the nearest ones behind it that are not marked so. Drop-outs lead nowhere and are not followed; loops end the search.
 */
export function touchpointsBehind(journey: Journey, touchpoint: string): readonly string[] {
  if (journey.touchpoints.byId.get(touchpoint)?.noSystemNeeded !== true) return [touchpoint];
  const found: string[] = [];
  const seen = new Set([touchpoint]);
  const open = [touchpoint];
  for (const id of open) {
    if (journey.touchpoints.byId.get(id)?.noSystemNeeded !== true) {
      found.push(id);
      continue;
    }
    for (const { from, kind } of journey.relations.transitionsTo.get(id) ?? []) {
      if (from === null || kind === 'drop-out' || seen.has(from)) continue;
      seen.add(from);
      open.push(from);
    }
  }
  return found;
}
