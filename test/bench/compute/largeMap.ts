import type { Journey } from '../../../src/model/resolve';
import { syntheticJourney } from '../syntheticMap';

/** A large map with the landscape of a large company. */
export const large = { touchpoints: 20_000, systems: 2_000, flows: 10_000, hubs: 20 } as const;

/** That map; the same in every thread. */
export function largeJourney(): Journey {
  return syntheticJourney(large.touchpoints, 1, large);
}
