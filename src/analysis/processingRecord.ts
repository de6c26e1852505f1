import { normalisedName } from '../model/names';
import type { RecordRef } from '../model/kinds';
import type { DataFlow, LawfulBasis } from '../model/records/dataFlow';
import type { Classification, DataObject } from '../model/records/dataObject';
import type { System } from '../model/records/system';
import type { Touchpoint } from '../model/records/touchpoint';
import { ownersOf, type Journey } from '../model/resolve';
import { compareByName } from './compareByName';
import { isLiveFlow, isLiveSystem } from './liveness';
import { thirdCountriesIn } from './regions';
import { isPersonal } from './retentionFindings';

/** What the map does not say, and where it can be said. */
export interface NotStated {
  readonly record: RecordRef;
  /** The field of the record; `owner` and `systems` are relations of it. */
  readonly field: string;
}

/** One answer of the record: what the map says, and what it leaves open. Both may hold: some sources say it, some do not. */
export interface ProcessingAnswer<T = string> {
  readonly values: readonly T[];
  readonly notStated: readonly NotStated[];
}

/** How data is guarded in one system, as far as a map says it. */
export interface SecurityMeasure {
  readonly system: string;
  readonly hosting: string;
  readonly clearedFor: Classification | null;
}

/** One processing activity, in the words of GDPR Art. 30(1). */
export interface ProcessingActivity {
  readonly id: string;
  /** The flows, usages and touchpoints it was read from; the first is the one to jump to. */
  readonly sources: readonly RecordRef[];
  /** Letter a: who answers for it; owners of the sources, else the map's experience owner. */
  readonly answering: ProcessingAnswer;
  /** Letter b. */
  readonly purposes: ProcessingAnswer;
  /** Art. 6(1): not part of Art. 30, but asked for wherever the record is read. */
  readonly lawfulBases: ProcessingAnswer<LawfulBasis>;
  /** Letter c, first half: kinds of customers. */
  readonly dataSubjects: ProcessingAnswer;
  /** Letter c, second half: data objects with their category. */
  readonly data: ProcessingAnswer;
  /** Those of them that Art. 9 protects. */
  readonly specialCategories: readonly string[];
  /** Letter d: systems that hold or receive the data, with their vendor. */
  readonly recipients: ProcessingAnswer;
  /** Letter e: regions outside the European Economic Area, with the system there. */
  readonly transfers: ProcessingAnswer;
  /** Letter f. */
  readonly timeLimits: ProcessingAnswer;
  /** Letter g. */
  readonly measures: ProcessingAnswer<SecurityMeasure>;
}

/** Where personal data is processed: a flow that carries it, or a touchpoint (with one of its systems) that takes or needs it. */
interface Source {
  readonly record: RecordRef;
  /** Sources with the same key are one activity. */
  readonly key: string;
  readonly purpose: string;
  readonly flow: DataFlow | null;
  readonly owners: readonly string[];
  readonly items: readonly DataObject[];
  readonly systems: readonly System[];
  readonly touchpoints: readonly Touchpoint[];
}

/**
 * A draft of the record of processing activities (GDPR Art. 30(1)), read off the map (PRO-1 … PRO-8): one activity a
 * purpose, in the order in which the journey comes to it. What the map does not say is named, never guessed.
 */
export function processingRecord(journey: Journey): readonly ProcessingActivity[] {
  const groups = new Map<string, Source[]>();
  for (const source of [...touchpointSources(journey), ...flowSources(journey)]) {
    const group = groups.get(source.key);
    if (group) group.push(source);
    else groups.set(source.key, [source]);
  }
  return [...groups].map(([id, sources]) => activityOf(journey, id, sources));
}

function touchpointSources(journey: Journey): readonly Source[] {
  return journey.touchpoints.all.flatMap((touchpoint): readonly Source[] => {
    const items = personalItems(journey, [...touchpoint.dataCaptured, ...touchpoint.dataNeeded]);
    if (items.length === 0) return [];
    const shared = {
      flow: null,
      items,
      touchpoints: [touchpoint],
      owners: namesOfOwners(journey, touchpoint.id),
    };
    const usages = (journey.relations.usagesByTouchpoint.get(touchpoint.id) ?? []).flatMap((usage) => {
      const system = journey.systems.byId.get(usage.system ?? '');
      return system && isLiveSystem(system) ? [{ usage, system }] : [];
    });
    const ownKey = `touchpoint ${touchpoint.id}`;
    if (usages.length === 0) {
      const record: RecordRef = { kind: 'touchpoints', id: touchpoint.id };
      return [{ ...shared, record, key: ownKey, purpose: '', systems: [] }];
    }
    return usages.map(({ usage, system }) => ({
      ...shared,
      record: { kind: 'usages', id: usage.id },
      key: keyOf(usage.purpose) ?? ownKey,
      purpose: usage.purpose.trim(),
      systems: [system],
    }));
  });
}

function flowSources(journey: Journey): readonly Source[] {
  return journey.dataFlows.all.flatMap((flow): readonly Source[] => {
    const items = isLiveFlow(flow) ? personalItems(journey, flow.dataObjects) : [];
    if (items.length === 0) return [];
    const systems = [flow.to, flow.from].flatMap((end) => journey.systems.byId.get(end ?? '') ?? []);
    return [
      {
        record: { kind: 'dataFlows', id: flow.id },
        key: keyOf(flow.purpose) ?? `flow ${flow.id}`,
        purpose: flow.purpose.trim(),
        flow,
        owners: namesOfOwners(journey, flow.id),
        items,
        systems,
        touchpoints: touchpointsBehind(journey, flow, items),
      },
    ];
  });
}

/** Whose data a flow carries: the touchpoints at its ends, and those where what it carries became known (PRO-4). */
function touchpointsBehind(
  journey: Journey,
  flow: DataFlow,
  items: readonly DataObject[],
): readonly Touchpoint[] {
  const carried = new Set(items.map(({ id }) => id));
  return journey.touchpoints.all.filter(
    ({ id, dataCaptured }) =>
      id === flow.from || id === flow.to || dataCaptured.some((item) => carried.has(item)),
  );
}

function activityOf(journey: Journey, id: string, sources: readonly Source[]): ProcessingActivity {
  const items = unique(sources.flatMap((source) => source.items)).sort(compareByName);
  const systems = unique(sources.flatMap((source) => source.systems)).sort(compareByName);
  return {
    id,
    sources: sources.map(({ record }) => record),
    answering: answeringOf(journey, sources),
    purposes: answer(
      sources,
      ({ purpose }) => purpose,
      ({ record }) => purposeField(record),
    ),
    lawfulBases: lawfulBasesOf(sources),
    dataSubjects: dataSubjectsOf(journey, sources),
    data: { values: items.map(describeItem), notStated: [] },
    specialCategories: items.filter((item) => item.specialCategory).map(({ name }) => name),
    recipients: {
      values: systems.map(({ name, vendor }) => withDetail(name, vendor)),
      notStated: systems.length > 0 ? [] : sources.map(({ record }) => ({ record, field: 'systems' })),
    },
    transfers: {
      values: systems.flatMap(({ name, region }) =>
        thirdCountriesIn(region).map((country) => withDetail(country, name)),
      ),
      notStated: systems.filter(({ region }) => region.trim() === '').map(fieldOfSystem('region')),
    },
    timeLimits: {
      values: items
        .filter(({ retention }) => retention.trim() !== '')
        .map(({ name, retention }) => `${name}: ${retention.trim()}`),
      notStated: items
        .filter(({ retention }) => retention.trim() === '')
        .map((item) => ({ record: { kind: 'dataObjects', id: item.id }, field: 'retention' })),
    },
    measures: {
      values: systems
        .filter(({ hosting, clearedFor }) => hosting.trim() !== '' || clearedFor !== null)
        .map(({ name, hosting, clearedFor }) => ({ system: name, hosting: hosting.trim(), clearedFor })),
      notStated: systems.filter(({ clearedFor }) => clearedFor === null).map(fieldOfSystem('clearedFor')),
    },
  };
}

function answeringOf(journey: Journey, sources: readonly Source[]): ProcessingAnswer {
  const owners = [...new Set(sources.flatMap((source) => source.owners))];
  if (owners.length > 0) return { values: owners, notStated: [] };
  const experienceOwner = journey.parties.byId.get(journey.map.experienceOwner ?? '');
  if (experienceOwner) return { values: [experienceOwner.name], notStated: [] };
  return {
    values: [],
    notStated: sources.map(({ record }) => ({ record: owned(journey, record), field: 'owner' })),
  };
}

/** What has an owner for a source: a usage has none of its own, its touchpoint has. */
function owned(journey: Journey, record: RecordRef): RecordRef {
  const usage = record.kind === 'usages' ? journey.usages.byId.get(record.id) : undefined;
  return usage?.touchpoint ? { kind: 'touchpoints', id: usage.touchpoint } : record;
}

function lawfulBasesOf(sources: readonly Source[]): ProcessingAnswer<LawfulBasis> {
  const flows = sources.filter(({ flow }) => flow !== null);
  const values = new Set(flows.flatMap(({ flow }) => flow?.lawfulBasis ?? []));
  // Only flows have a basis: an activity without one leaves it open where it happens.
  const open = flows.length > 0 ? flows.filter(({ flow }) => flow?.lawfulBasis === null) : sources;
  return { values: [...values], notStated: open.map(({ record }) => ({ record, field: 'lawfulBasis' })) };
}

function dataSubjectsOf(journey: Journey, sources: readonly Source[]): ProcessingAnswer {
  const touchpoints = unique(sources.flatMap((source) => source.touchpoints));
  const isEverybody = touchpoints.some(({ personas }) => personas.length === 0);
  const named = new Set(touchpoints.flatMap(({ personas }) => personas));
  const values = journey.personas.all.filter(
    ({ id }) => (isEverybody && touchpoints.length > 0) || named.has(id),
  );
  if (values.length > 0) return { values: values.map(({ name }) => name), notStated: [] };
  const records = touchpoints.map(({ id }): RecordRef => ({ kind: 'touchpoints', id }));
  const open = records.length > 0 ? records : sources.map(({ record }) => record);
  return { values: [], notStated: open.map((record) => ({ record, field: 'personas' })) };
}

function answer(
  sources: readonly Source[],
  value: (source: Source) => string,
  fieldOf: (source: Source) => string,
): ProcessingAnswer {
  const values = [...new Set(sources.map(value).filter((text) => text !== ''))].slice(0, 1);
  const open = sources.filter((source) => value(source) === '');
  return { values, notStated: open.map((source) => ({ record: source.record, field: fieldOf(source) })) };
}

function purposeField(record: RecordRef): string {
  return record.kind === 'touchpoints' ? 'systems' : 'purpose';
}

function personalItems(journey: Journey, ids: readonly string[]): readonly DataObject[] {
  const items = [...new Set(ids)].flatMap((id) => journey.dataObjects.byId.get(id) ?? []);
  return items.filter(isPersonal);
}

function namesOfOwners(journey: Journey, subject: string): readonly string[] {
  return ownersOf(journey, subject).map(({ name, contact }) => withDetail(name, contact));
}

function describeItem({ name, category }: DataObject): string {
  return withDetail(name, category);
}

function withDetail(name: string, detail: string): string {
  return detail.trim() === '' ? name : `${name} (${detail.trim()})`;
}

function fieldOfSystem(field: string): (system: System) => NotStated {
  return ({ id }) => ({ record: { kind: 'systems', id }, field });
}

function keyOf(purpose: string): string | null {
  const key = normalisedName(purpose);
  return key === '' ? null : `purpose ${key}`;
}

function unique<T extends { readonly id: string }>(records: readonly T[]): T[] {
  return [...new Map(records.map((record) => [record.id, record])).values()];
}
