import type { Journey } from '../model/resolve';
import { rankOfLatency } from './latency';
import { routesIn } from './routesIn';
import type { Judgement, Route } from './verdict';
import { worldToAsk } from './world';

/**
 * The best route of a step (CON-9); null unless it is carried, late or by hand.
 * @param journey what was judged
 */
export function routeOf(
  journey: Journey,
  { transition, verdict, from, tornRoute, slowestLatency }: Judgement,
): Route | null {
  const to = journey.transitions.byId.get(transition)?.to ?? null;
  if (verdict !== 'carried' || from === null || to === null || slowestLatency === null) return tornRoute;
  const world = worldToAsk(journey);
  const { writers } = world.systemsOf(from);
  const { readers } = world.systemsOf(to);
  return routesIn(world)(writers, readers, rankOfLatency(slowestLatency));
}
