import type { DataObject } from '../../model/records/dataObject';
import type { DataFlow } from '../../model/records/dataFlow';
import type { Journey } from '../../model/resolve';
import type { FindingKind } from '../finding';
import { isLiveFlow } from '../liveness';
import { isPersonal } from '../retentionFindings';
import { findingAbout, says, type LensKind, type LensSays, type LensWorld } from './lens';

/** What is amiss with personal data on a flow, the gravest first; the same kinds are the gaps of the systems it ends in. */
const gapsOfFlows = [
  'no-lawful-basis',
  'into-not-sanctioned',
  'not-cleared',
  'other-region',
  'no-purpose',
] as const satisfies readonly FindingKind[];
const gapsInto: readonly FindingKind[] = ['into-not-sanctioned', 'not-cleared', 'other-region'];

/** Personal data along the journey: where it is, on what basis it travels, who may hold it, and what is missing (LENS-15 … LENS-17). */
export function privacyLens(world: LensWorld, kind: LensKind, id: string): LensSays {
  switch (kind) {
    case 'touchpoints':
      return ofTouchpoint(world, id);
    case 'systems':
      return ofSystem(world, id);
    case 'dataFlows':
      return ofFlow(world, id);
    case 'transitions':
      return says('nothing', { emphasis: 'dim' });
  }
}

const none = says('no-personal', { emphasis: 'dim' });

function ofTouchpoint({ journey, ...world }: LensWorld, id: string): LensSays {
  const touchpoint = journey.touchpoints.byId.get(id);
  if (!touchpoint) return none;
  const { flowsFrom, flowsTo } = journey.relations;
  const ids = new Set([...touchpoint.dataCaptured, ...touchpoint.dataNeeded]);
  for (const flow of [...(flowsFrom.get(id) ?? []), ...(flowsTo.get(id) ?? [])])
    if (isLiveFlow(flow)) for (const item of flow.dataObjects) ids.add(item);
  const items = personalAmong(journey, [...ids]);
  const [first] = items;
  if (!first) return none;
  const about = {
    name: first.name,
    count: items.length,
    more: items.length - 1,
    emphasis: 'strong',
  } as const;
  if (first.specialCategory) return says('special', about);
  const kept = items.find((item) => findingAbout({ journey, ...world }, item.id, ['no-retention']));
  return kept ? says('no-retention', { ...about, name: kept.name }) : says('personal', about);
}

/** Personal items among these, special categories first, then as they were given. */
function personalAmong(journey: Journey, ids: readonly string[]): readonly DataObject[] {
  const items = ids.flatMap((id) => {
    const item = journey.dataObjects.byId.get(id);
    return item && isPersonal(item) ? [item] : [];
  });
  return items.toSorted((a, b) => Number(b.specialCategory) - Number(a.specialCategory));
}

function carriesPersonal(journey: Journey, flow: DataFlow): boolean {
  return flow.dataObjects.some((id) => {
    const item = journey.dataObjects.byId.get(id);
    return item !== undefined && isPersonal(item);
  });
}

function ofSystem(world: LensWorld, id: string): LensSays {
  const { journey } = world;
  const system = journey.systems.byId.get(id);
  if (!system || !holdsPersonal(journey, id)) return none;
  const name = system.region.trim();
  for (const flow of journey.relations.flowsTo.get(id) ?? []) {
    const gap = findingAbout(world, flow.id, gapsInto);
    if (gap) return says('privacy-gap', { value: gap.kind, name, emphasis: 'strong' });
  }
  const { clearedFor } = system;
  return clearedFor === null
    ? says('clearance-unknown', { name, emphasis: 'strong' })
    : says('cleared', { name, value: clearedFor, emphasis: 'strong' });
}

/** Whether the map says that personal data is in a system: its record is there, it travels there or from there, or a touchpoint writes it there. */
function holdsPersonal(journey: Journey, system: string): boolean {
  const { flowsFrom, flowsTo, usagesBySystem } = journey.relations;
  const flows = [...(flowsFrom.get(system) ?? []), ...(flowsTo.get(system) ?? [])];
  if (flows.some((flow) => isLiveFlow(flow) && carriesPersonal(journey, flow))) return true;
  const isWritten = (usagesBySystem.get(system) ?? []).some(({ touchpoint, access }) => {
    const captured = journey.touchpoints.byId.get(touchpoint ?? '')?.dataCaptured ?? [];
    return access !== 'reads' && personalAmong(journey, captured).length > 0;
  });
  return (
    isWritten || journey.dataObjects.all.some((item) => item.systemOfRecord === system && isPersonal(item))
  );
}

function ofFlow(world: LensWorld, id: string): LensSays {
  const flow = world.journey.dataFlows.byId.get(id);
  if (!flow || !carriesPersonal(world.journey, flow)) return none;
  const gap = findingAbout(world, id, gapsOfFlows);
  if (gap) return says('privacy-gap', { value: gap.kind, emphasis: 'strong' });
  return flow.lawfulBasis === null
    ? says('personal', { emphasis: 'plain' })
    : says('basis', { value: flow.lawfulBasis, emphasis: 'strong' });
}
