import type { DataObject } from '../model/records/dataObject';
import type { Journey } from '../model/resolve';
import { finding, type Finding } from './finding';
import { isLiveFlow } from './liveness';

/** Personal data that the journey captures, moves or keeps without saying for how long (PRI-7). */
export function retentionFindings(journey: Journey): readonly Finding[] {
  const open = journey.dataObjects.all.filter((item) => isPersonal(item) && item.retention.trim() === '');
  if (open.length === 0) return [];
  const kept = new Set<string>();
  for (const { dataCaptured } of journey.touchpoints.all) for (const item of dataCaptured) kept.add(item);
  for (const flow of journey.dataFlows.all) {
    if (isLiveFlow(flow)) for (const item of flow.dataObjects) kept.add(item);
  }
  return open
    .filter(({ id, systemOfRecord }) => kept.has(id) || journey.systems.byId.has(systemOfRecord ?? ''))
    .map(({ id }) => finding('no-retention', 'low', [{ kind: 'dataObjects', id }], { item: id }));
}

/** Personal data in the sense of PRI-1. */
export function isPersonal(item: DataObject): boolean {
  return item.personal || item.specialCategory;
}
