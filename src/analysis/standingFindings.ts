import type { RecordRef } from '../model/kinds';
import type { Journey } from '../model/resolve';
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

function touchpointsUsing(journey: Journey, system: string): readonly string[] {
  const { usagesBySystem, flowsFrom, flowsTo } = journey.relations;
  const ends = [
    ...(usagesBySystem.get(system) ?? []).map((usage) => usage.touchpoint),
    ...(flowsFrom.get(system) ?? []).filter(isLiveFlow).map((flow) => flow.to),
    ...(flowsTo.get(system) ?? []).filter(isLiveFlow).map((flow) => flow.from),
  ];
  const using = new Set(ends);
  return journey.touchpoints.all.filter(({ id }) => using.has(id)).map(({ id }) => id);
}
