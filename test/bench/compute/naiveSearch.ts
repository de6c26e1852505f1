import type { Transition } from '../../../src/model/records/transition';
import type { Journey } from '../../../src/model/resolve';

/** In a large map one transition in so many is searched for; the time for all is reckoned from these. */
export const naiveSample = 500;

/**
 * How one would judge continuity at first: for every transition a search of its own, which looks through all usages for
 * its systems and through all flows for the ways on. Gives how many transitions have a way. It leaves out much of what the
 * program judges (latency, data, touchpoints that need no system), so the program does more in its time.
 */
export function naiveReachable(
  journey: Journey,
  transitions: readonly Transition[] = journey.transitions.all,
): number {
  return transitions.filter(({ from, to }) => {
    const goals = systemsOf(journey, to, 'writes');
    const reached = systemsOf(journey, from, 'reads');
    const queue = [...reached];
    for (let system = queue.shift(); system !== undefined; system = queue.shift()) {
      if (goals.has(system)) return true;
      for (const flow of journey.dataFlows.all) {
        if (flow.from !== system || flow.to === null || reached.has(flow.to)) continue;
        reached.add(flow.to);
        queue.push(flow.to);
      }
    }
    return false;
  }).length;
}

/** Systems a touchpoint uses in more than the way that is left out. */
function systemsOf(journey: Journey, touchpoint: string | null, but: 'reads' | 'writes'): Set<string> {
  const systems = new Set<string>();
  for (const usage of journey.usages.all) {
    if (usage.touchpoint === touchpoint && usage.access !== but && usage.system !== null)
      systems.add(usage.system);
  }
  return systems;
}
