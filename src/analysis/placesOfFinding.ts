import type { RecordRef } from '../model/kinds';
import type { Journey } from '../model/resolve';
import type { Finding } from './finding';

/**
 * What on the map a finding is about (LIT-7): its records, with the two ends of a flow, what a requirement or a usage
 * hangs on, and the systems in which something does not arrive. Of data without any place, where it is captured and
 * needed, its system of record, and the flows that list it. Empty when nothing of it is drawn as a card, track or line.
 */
export function placesOfFinding(finding: Finding, journey: Journey): ReadonlySet<string> {
  const places = new Set<string>();
  for (const record of finding.records) addPlaces(places, record, journey);
  if (finding.kind === 'asked-again') for (const system of finding.facts.readers) places.add(system);
  if (places.size === 0)
    for (const { kind, id } of finding.records)
      if (kind === 'dataObjects') addDataPlaces(places, id, journey);
  return places;
}

function addPlaces(places: Set<string>, { kind, id }: RecordRef, journey: Journey): void {
  const add = (place: string | null | undefined): void => {
    if (isDrawn(place, journey)) places.add(place);
  };
  add(id);
  switch (kind) {
    case 'dataFlows': {
      const flow = journey.dataFlows.byId.get(id);
      add(flow?.from);
      return add(flow?.to);
    }
    case 'usages': {
      const usage = journey.usages.byId.get(id);
      add(usage?.touchpoint);
      return add(usage?.system);
    }
    case 'requirements':
      return add(journey.requirements.byId.get(id)?.subject);
    default:
  }
}

function addDataPlaces(places: Set<string>, item: string, journey: Journey): void {
  for (const { id, dataCaptured, dataNeeded } of journey.touchpoints.all)
    if (dataCaptured.includes(item) || dataNeeded.includes(item)) places.add(id);
  const home = journey.dataObjects.byId.get(item)?.systemOfRecord;
  if (isDrawn(home, journey)) places.add(home);
  for (const { id, dataObjects } of journey.dataFlows.all)
    if (dataObjects.includes(item)) addPlaces(places, { kind: 'dataFlows', id }, journey);
}

function isDrawn(id: string | null | undefined, journey: Journey): id is string {
  if (typeof id !== 'string') return false;
  return [journey.touchpoints, journey.systems, journey.dataFlows, journey.transitions].some(({ byId }) =>
    byId.has(id),
  );
}
