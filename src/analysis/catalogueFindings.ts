import type { RecordRef } from '../model/kinds';
import type { System } from '../model/records/system';
import type { Journey } from '../model/resolve';
import { finding, type Finding } from './finding';
import { flowExists, isLiveSystem } from './liveness';
import { touchpointsUsing } from './standingFindings';
import type { SystemNetwork } from './systemNetwork';

/** Official systems that serve no touchpoint (STA-2), and used ones that the imported catalogue does not know (STA-3). */
export function catalogueFindings(journey: Journey, network: SystemNetwork): readonly Finding[] {
  return [...notUsed(journey, network), ...notInCatalogue(journey)];
}

function notUsed(journey: Journey, network: SystemNetwork): readonly Finding[] {
  if (journey.usages.all.length === 0) return [];
  const serving = servingSystems(journey, network);
  return journey.systems.all
    .filter((system) => system.standing === 'sanctioned' && isLiveSystem(system) && !serving.has(system.id))
    .map(({ id }) => finding('not-used', 'low', [{ kind: 'systems', id }], { system: id }));
}

/** Systems that touchpoints use, and whatever hangs together with these by flows or as parts of one another. */
function servingSystems(journey: Journey, { otherEnds }: SystemNetwork): ReadonlySet<string> {
  const { usagesBySystem, flowsFrom, flowsTo } = journey.relations;
  const parts = new Map<string, string[]>();
  for (const { id, parent } of journey.systems.all) {
    if (parent === null) continue;
    const known = parts.get(parent);
    if (known) known.push(id);
    else parts.set(parent, [id]);
  }
  const serving = new Set<string>(usagesBySystem.keys());
  for (const id of otherEnds) {
    if (!journey.touchpoints.byId.has(id)) continue;
    for (const flow of flowsFrom.get(id) ?? [])
      if (flowExists(flow, 'upcoming') && flow.to) serving.add(flow.to);
    for (const flow of flowsTo.get(id) ?? [])
      if (flowExists(flow, 'upcoming') && flow.from) serving.add(flow.from);
  }
  // A set that grows while it is walked is walked to its end.
  for (const id of serving) {
    const system = journey.systems.byId.get(id);
    if (!system) continue;
    if (system.parent !== null) serving.add(system.parent);
    for (const part of parts.get(id) ?? []) serving.add(part);
    for (const flow of flowsFrom.get(id) ?? [])
      if (flowExists(flow, 'upcoming') && flow.to) serving.add(flow.to);
    for (const flow of flowsTo.get(id) ?? [])
      if (flowExists(flow, 'upcoming') && flow.from) serving.add(flow.from);
  }
  return serving;
}

function notInCatalogue(journey: Journey): readonly Finding[] {
  const isCatalogued = ({ reference }: System): boolean => reference !== null && reference.trim() !== '';
  const wasImported = journey.systems.all.some((system) => isCatalogued(system) && system.source !== null);
  if (!wasImported) return [];
  const findings: Finding[] = [];
  for (const system of journey.systems.all) {
    if (!isLiveSystem(system) || isKnownThere(journey, system, isCatalogued)) continue;
    const touchpoints = touchpointsUsing(journey, system.id);
    if (touchpoints.length === 0) continue;
    const records: readonly RecordRef[] = [
      { kind: 'systems', id: system.id },
      ...touchpoints.map((id): RecordRef => ({ kind: 'touchpoints', id })),
    ];
    findings.push(finding('not-in-catalogue', 'low', records, { system: system.id, touchpoints }));
  }
  return findings;
}

/** Whether the catalogue knows a system or something it is part of; `resolve` has broken loops of parents. */
function isKnownThere(journey: Journey, system: System, isCatalogued: (system: System) => boolean): boolean {
  for (let up: System | undefined = system; up; up = journey.systems.byId.get(up.parent ?? ''))
    if (isCatalogued(up)) return true;
  return false;
}
