import type { System } from '../model/records/system';
import type { Journey } from '../model/resolve';
import { compareByName } from './compareByName';
import type { Continuity } from './judgeContinuity';
import { numbering } from './numbering';
import { systemNetwork } from './systemNetwork';
import { systemsOfTouchpoints } from './touchpointSystems';

/** The ends of a flow that would mend a broken transition. */
export interface MissingFlow {
  readonly from: string;
  readonly to: string;
}

/**
 * The flow that would mend a broken transition (CON-18): from a system that holds what is known at its start to one that
 * is looked into at its end; of several the sanctioned before the others, then systems of record, then those that serve
 * more touchpoints, then by name. Null when the transition is not broken, or when something planned or proposed will
 * mend it already.
 */
export function missingFlow(
  journey: Journey,
  continuity: Continuity,
  transition: string,
): MissingFlow | null {
  const judgement = continuity.judgements.get(transition);
  const to = journey.transitions.byId.get(transition)?.to;
  if (judgement?.verdict !== 'broken' || judgement.wouldBe || judgement.from === null || !to) return null;
  const network = systemNetwork(journey, 'now');
  const systemsOf = systemsOfTouchpoints(journey, network, 'now', numbering()).of;
  const idsOf = (systems: readonly number[]): readonly string[] =>
    Array.from(systems, (system) => network.ids[system] ?? '');
  return bestPair(journey, idsOf(systemsOf(judgement.from).writers), idsOf(systemsOf(to).readers));
}

/** Of systems on either side the two that a new flow should join (CON-18); null when a side has none. */
export function bestPair(
  journey: Journey,
  writers: readonly string[],
  readers: readonly string[],
): MissingFlow | null {
  const choose = (systems: readonly string[]): string | null => {
    const candidates = systems.map((system) => journey.systems.byId.get(system));
    const [best] = candidates.filter((system) => system !== undefined).sort(byFitness(journey));
    return best?.id ?? null;
  };
  const from = choose(writers);
  const to = choose(readers);
  return from === null || to === null ? null : { from, to };
}

function byFitness(journey: Journey): (a: System, b: System) => number {
  const fitness = (system: System): readonly number[] => [
    system.standing === 'shadow' ? 2 : system.standing === 'tolerated' ? 1 : 0,
    system.role === 'record' ? 0 : 1,
    -(journey.relations.usagesBySystem.get(system.id)?.length ?? 0),
  ];
  return (a, b) => {
    const left = fitness(a);
    const right = fitness(b);
    const first = left.findIndex((value, index) => value !== right[index]);
    return first === -1 ? compareByName(a, b) : (left[first] ?? 0) - (right[first] ?? 0);
  };
}
