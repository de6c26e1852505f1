import type { DataFlow } from '../model/records/dataFlow';
import type { System } from '../model/records/system';

/** What is taken as existing: `now` only what is live; `upcoming` also what is planned or proposed (never what is retired). */
export type Reality = 'now' | 'upcoming';

/** Whether a system exists today: live, phasing out, or not stated (CON-1). */
export function isLiveSystem(system: System): boolean {
  return system.lifecycle === null || system.lifecycle === 'live' || system.lifecycle === 'phasing-out';
}

/** Whether a flow exists today: live or not stated (CON-1). */
export function isLiveFlow(flow: DataFlow): boolean {
  return flow.status === null || flow.status === 'live';
}

/** Whether a system counts in a reality (CON-1, CON-17). */
export function systemExists(system: System, reality: Reality): boolean {
  return isLiveSystem(system) || (reality === 'upcoming' && system.lifecycle === 'planned');
}

/** Whether a flow counts in a reality (CON-1, CON-17). */
export function flowExists(flow: DataFlow, reality: Reality): boolean {
  return isLiveFlow(flow) || (reality === 'upcoming' && flow.status !== 'retired');
}
