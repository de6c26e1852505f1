import type { RecordRef } from '../model/kinds';
import type { DataFlow } from '../model/records/dataFlow';
import { classifications, type DataObject } from '../model/records/dataObject';
import type { Journey } from '../model/resolve';
import { finding, orSameList, type Finding } from './finding';
import { mapKept, type Keeper, type KeptMap } from './keep';
import { isLiveFlow } from './liveness';
import { isOtherRegion } from './regions';
import { isPersonal } from './retentionFindings';

/** Personal data on live flows: on what basis, for what, and whether it reaches a place it may be in (PRI-1 … PRI-4, PRI-6). */
export function privacyFindings(journey: Journey, kept: Keeper): readonly (readonly Finding[])[] {
  const items = kept.members(
    'personal items',
    journey.dataObjects.all,
    (a, b) => isPersonal(a) === isPersonal(b) && a.classification === b.classification,
  );
  const systems = kept.members(
    'places of data',
    journey.systems.all,
    (a, b) => a.standing === b.standing && a.clearedFor === b.clearedFor && a.region === b.region,
  );
  type Made = { readonly inputs: readonly unknown[]; readonly list: KeptMap<DataFlow, readonly Finding[]> };
  const inputs = [items, systems];
  const { list } = kept.keep<Made>('privacy', [journey.dataFlows, ...inputs], (before) => ({
    inputs,
    list: mapKept<DataFlow, readonly Finding[]>(
      before?.list,
      journey.dataFlows.all,
      (flow, was) => orSameList(findingsOf(journey, flow), was),
      before && inputs.every((one, index) => one === before.inputs[index]) ? undefined : () => true,
    ),
  }));
  return list.values;
}

const nothing: readonly Finding[] = [];

function findingsOf(journey: Journey, flow: DataFlow): readonly Finding[] {
  if (flow.dataObjects.length === 0 || !isLiveFlow(flow)) return nothing;
  const personal: DataObject[] = [];
  for (const id of flow.dataObjects) {
    const item = journey.dataObjects.byId.get(id);
    if (item && isPersonal(item)) personal.push(item);
  }
  if (personal.length === 0) return nothing;
  const about: readonly RecordRef[] = [{ kind: 'dataFlows', id: flow.id }, ...personal.map(refOf)];
  const facts = { flow: flow.id, items: personal.map((item) => item.id) };
  const findings: Finding[] = [];
  if (flow.lawfulBasis === null) findings.push(finding('no-lawful-basis', 'high', about, facts));
  if (flow.purpose.trim() === '') findings.push(finding('no-purpose', 'medium', about, facts));

  const target = flow.to === null ? undefined : journey.systems.byId.get(flow.to);
  if (!target) return findings;
  const into: RecordRef = { kind: 'systems', id: target.id };
  if (target.standing === 'shadow' || target.standing === 'tolerated') {
    findings.push(finding('into-not-sanctioned', 'high', [...about, into], { ...facts, system: target.id }));
  }
  const origin = flow.from === null || target.region === '' ? null : journey.systems.byId.get(flow.from);
  if (origin && isOtherRegion(origin.region, target.region)) {
    const regions = { fromRegion: origin.region.trim(), toRegion: target.region.trim() };
    const where = { ...facts, ...regions, system: target.id };
    findings.push(finding('other-region', 'medium', [...about, into], where));
  }
  const { clearedFor } = target;
  if (clearedFor === null) return findings;
  const tooSensitive = personal.filter(
    ({ classification }) =>
      classification !== null &&
      classifications.indexOf(classification) > classifications.indexOf(clearedFor),
  );
  if (tooSensitive.length > 0) {
    const records: readonly RecordRef[] = [
      { kind: 'dataFlows', id: flow.id },
      ...tooSensitive.map(refOf),
      into,
    ];
    const items = tooSensitive.map((item) => item.id);
    findings.push(finding('not-cleared', 'high', records, { flow: flow.id, items, system: target.id }));
  }
  return findings;
}

function refOf(item: DataObject): RecordRef {
  return { kind: 'dataObjects', id: item.id };
}
