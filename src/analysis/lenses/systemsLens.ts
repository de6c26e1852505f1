import type { DataFlow } from '../../model/records/dataFlow';
import type { System } from '../../model/records/system';
import { isLiveFlow, isLiveSystem } from '../liveness';
import { byHandRank, latencyOfFlow, rankOfLatency } from '../latency';
import { says, type LensKind, type LensMark, type LensSays, type LensWorld } from './lens';

/** How much technology hangs together here, and how well IT stands behind it (LENS-11, LENS-12). */
export function systemsLens(world: LensWorld, kind: LensKind, id: string): LensSays {
  switch (kind) {
    case 'touchpoints':
      return ofTouchpoint(world, id);
    case 'systems':
      return ofSystem(world, id);
    case 'dataFlows':
      return ofFlow(world, id);
    case 'transitions':
      return says('nothing');
  }
}

function ofTouchpoint({ journey }: LensWorld, id: string): LensSays {
  const { usagesByTouchpoint } = journey.relations;
  const systems = (usagesByTouchpoint.get(id) ?? []).flatMap(({ system }) => {
    const found = system === null ? undefined : journey.systems.byId.get(system);
    return found ? [found] : [];
  });
  const flows = new Set<string>();
  for (const end of [id, ...systems.map((system) => system.id)]) addFlows(journey, end, flows);
  const load = { count: systems.length, more: flows.size };
  if (systems.length === 0 && flows.size === 0) {
    const isRight = journey.touchpoints.byId.get(id)?.noSystemNeeded ?? false;
    return isRight ? says('none-needed', { emphasis: 'dim' }) : says('no-system', { emphasis: 'strong' });
  }
  const isAtRisk = systems.some((system) => isDoubtful(system));
  return isAtRisk ? says('systems-at-risk', { ...load, emphasis: 'strong' }) : says('systems', load);
}

function isDoubtful(system: System): boolean {
  return system.standing === 'shadow' || system.standing === 'tolerated' || !isLiveSystem(system);
}

function addFlows({ relations }: LensWorld['journey'], end: string, flows: Set<string>): void {
  for (const flow of relations.flowsFrom.get(end) ?? []) if (isLiveFlow(flow)) flows.add(flow.id);
  for (const flow of relations.flowsTo.get(end) ?? []) if (isLiveFlow(flow)) flows.add(flow.id);
}

function ofSystem({ journey }: LensWorld, id: string): LensSays {
  const system = journey.systems.byId.get(id);
  if (!system) return says('nothing');
  const flows = new Set<string>();
  addFlows(journey, id, flows);
  const served = journey.relations.usagesBySystem.get(id)?.length ?? 0;
  const { lifecycle } = system;
  const aside = lifecycle === 'live' ? null : lifecycle;
  const load = { aside, count: flows.size, more: served };
  const mark = standingMark(system);
  if (isDoubtful(system) || aside) return says(mark, { ...load, emphasis: 'strong' });
  if (served === 0 && flows.size === 0) return says('unused', { ...load, emphasis: 'dim' });
  return says(mark, load);
}

function standingMark({ standing }: System): LensMark {
  return standing === null || standing === 'unknown' ? 'standing-unknown' : standing;
}

const daily = rankOfLatency('daily');

function ofFlow({ journey }: LensWorld, id: string): LensSays {
  const flow = journey.dataFlows.byId.get(id);
  if (!flow) return says('nothing');
  const value = latencyOfFlow(flow);
  if (!isLiveFlow(flow)) return says('sketched', { value, emphasis: retired(flow) ? 'dim' : 'plain' });
  const rank = rankOfLatency(value);
  if (rank === byHandRank) return says('by-hand', { value, emphasis: 'strong' });
  return rank >= daily ? says('slow', { value, emphasis: 'strong' }) : says('quick', { value });
}

function retired({ status }: DataFlow): boolean {
  return status === 'retired';
}
