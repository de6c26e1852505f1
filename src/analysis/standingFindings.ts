import type { RecordRef } from '../model/kinds';
import type { Touchpoint } from '../model/records/touchpoint';
import type { Journey } from '../model/resolve';
import { orderOf } from '../model/resolving/kindOrder';
import { finding, type Finding } from './finding';
import { isLiveFlow, isLiveSystem } from './liveness';

/** Live systems that IT does not stand behind and that touchpoints depend on, those with most touchpoints first (STA-1). */
export function standingFindings(journey: Journey): readonly Finding[] {
  const findings: { readonly found: Finding; readonly reach: number }[] = [];
  for (const system of journey.systems.all) {
    const { id, standing } = system;
    if ((standing !== 'shadow' && standing !== 'tolerated') || !isLiveSystem(system)) continue;
    const touchpoints = touchpointsUsing(journey, id);
    if (touchpoints.length === 0) continue;
    const records: readonly RecordRef[] = [
      { kind: 'systems', id },
      ...touchpoints.map((touchpoint): RecordRef => ({ kind: 'touchpoints', id: touchpoint })),
    ];
    const severity = standing === 'shadow' ? 'medium' : 'low';
    const found = finding('not-sanctioned', severity, records, { system: id, standing, touchpoints });
    findings.push({ found, reach: touchpoints.length });
  }
  return findings.toSorted((a, b) => b.reach - a.reach).map(({ found }) => found);
}

/** Touchpoints that use a system directly or by a live flow, in the order of the journey. */
export function touchpointsUsing(journey: Journey, system: string): readonly string[] {
  const { usagesBySystem, flowsFrom, flowsTo } = journey.relations;
  const touchpoints = new Set<Touchpoint>();
  const add = (end: string | null): void => {
    const touchpoint = end === null ? undefined : journey.touchpoints.byId.get(end);
    if (touchpoint) touchpoints.add(touchpoint);
  };
  for (const usage of usagesBySystem.get(system) ?? []) add(usage.touchpoint);
  for (const flow of flowsFrom.get(system) ?? []) if (isLiveFlow(flow)) add(flow.to);
  for (const flow of flowsTo.get(system) ?? []) if (isLiveFlow(flow)) add(flow.from);
  return [...touchpoints].sort(orderOf('touchpoints')).map(({ id }) => id);
}
