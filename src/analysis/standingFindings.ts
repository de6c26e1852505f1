import type { RecordRef } from '../model/kinds';
import type { Journey } from '../model/resolve';
import { finding, type Finding } from './finding';
import { isLiveFlow, isLiveSystem } from './liveness';

/** Live systems that IT does not stand behind and that touchpoints depend on, those with most touchpoints first (STA-1). */
export function standingFindings(journey: Journey): readonly Finding[] {
  const findings: { readonly found: Finding; readonly reach: number }[] = [];
  const placeOf = new Map(journey.touchpoints.all.map(({ id }, place) => [id, place]));
  for (const system of journey.systems.all) {
    const { id, standing } = system;
    if ((standing !== 'shadow' && standing !== 'tolerated') || !isLiveSystem(system)) continue;
    const touchpoints = touchpointsUsing(journey, id, placeOf);
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
export function touchpointsUsing(
  journey: Journey,
  system: string,
  placeOf: ReadonlyMap<string, number>,
): readonly string[] {
  const { usagesBySystem, flowsFrom, flowsTo } = journey.relations;
  const ends = [
    ...(usagesBySystem.get(system) ?? []).map((usage) => usage.touchpoint),
    ...(flowsFrom.get(system) ?? []).filter(isLiveFlow).map((flow) => flow.to),
    ...(flowsTo.get(system) ?? []).filter(isLiveFlow).map((flow) => flow.from),
  ];
  const touchpoints = new Set(ends.filter((end): end is string => end !== null && placeOf.has(end)));
  return [...touchpoints].sort((a, b) => (placeOf.get(a) ?? 0) - (placeOf.get(b) ?? 0));
}
