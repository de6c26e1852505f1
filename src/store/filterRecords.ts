import type { Analysis } from '../analysis/analyse';
import type { AnyRecord, Kind, RecordOfKind, RecordRef } from '../model/kinds';
import {
  noValue,
  type FilterCondition,
  type FilterFieldName,
  type RecordFilter,
} from '../model/recordFilter';
import { stagesAt, type Journey } from '../model/resolve';

/** Kinds that a filter can let through or leave out; the rest of the map is ground. */
export const filteredKinds = [
  'touchpoints',
  'systems',
  'transitions',
  'dataFlows',
] as const satisfies readonly Kind[];
export type FilteredKind = (typeof filteredKinds)[number];

/** Whether a filter leaves a record out, which is then dimmed wherever it is shown; records of other kinds are ground. */
export function isLeftOut(matching: ReadonlySet<string> | null, { kind, id }: RecordRef): boolean {
  return matching !== null && filteredKinds.some((one) => one === kind) && !matching.has(id);
}

/** What a filter lets through. */
export interface Filtered {
  /** Ids of all records that are not dimmed. */
  readonly matching: ReadonlySet<string>;
  /** How many records meet the conditions … */
  readonly count: number;
  /** … of how many that could. */
  readonly of: number;
}

/** What a record says about a field: ids or words; none at all is `noValue`. */
type Reader<K extends FilteredKind> = (record: RecordOfKind<K>, world: World) => readonly string[];
type Readers = { readonly [K in FilteredKind]?: Reader<K> };

interface World {
  readonly journey: Journey;
  readonly analysis: Analysis | null;
  /** Kinds of findings by the id of each record they are about. */
  readonly findings: ReadonlyMap<string, ReadonlySet<string>>;
}

type Owned = { readonly id: string };
const owners = ({ id }: Owned, { journey }: World): readonly string[] =>
  (journey.relations.ownersBySubject.get(id) ?? []).map((party) => party.id);
const functions = ({ id }: Owned, { journey }: World): readonly string[] =>
  (journey.relations.ownersBySubject.get(id) ?? []).map((party) => party.function ?? noValue);
const findings = ({ id }: Owned, world: World): readonly string[] => [...(world.findings.get(id) ?? [])];
const ifStated = (value: string | null): readonly string[] => (value === null || value === '' ? [] : [value]);
/** No persona chosen means all of them. */
const personas = (own: readonly string[], { journey }: World): readonly string[] =>
  own.length > 0 ? own : journey.personas.all.map(({ id }) => id);

/** How each field is read, by the kinds that have it. A condition says nothing about the other kinds. */
const readers: { readonly [F in FilterFieldName]: Readers } = {
  owner: { touchpoints: owners, systems: owners, dataFlows: owners },
  function: { touchpoints: functions, systems: functions, dataFlows: functions },
  stage: { touchpoints: ({ at }, { journey }) => stagesAt(journey, at).map(({ id }) => id) },
  channel: { touchpoints: ({ channels }) => channels },
  persona: {
    touchpoints: (record, world) => personas(record.personas, world),
    transitions: (record, world) => personas(record.personas, world),
  },
  system: {
    touchpoints: ({ id }, { journey }) =>
      (journey.relations.usagesByTouchpoint.get(id) ?? []).flatMap(({ system }) => system ?? []),
    dataFlows: ({ from, to }) => [from, to].flatMap((end) => end ?? []),
  },
  momentOfTruth: { touchpoints: ({ momentOfTruth }) => [momentOfTruth ? 'yes' : 'no'] },
  standing: { systems: ({ standing }) => ifStated(standing) },
  lifecycle: { systems: ({ lifecycle }) => ifStated(lifecycle) },
  systemKind: { systems: ({ kind }) => ifStated(kind) },
  tag: { systems: ({ tags }) => tags },
  status: { dataFlows: ({ status }) => ifStated(status) },
  verdict: {
    transitions: ({ id }, { analysis }) => ifStated(analysis?.continuity.judgements.get(id)?.verdict ?? null),
  },
  finding: { touchpoints: findings, systems: findings, transitions: findings, dataFlows: findings },
  kind: {
    touchpoints: () => ['touchpoints'],
    systems: () => ['systems'],
    transitions: () => ['transitions'],
    dataFlows: () => ['dataFlows'],
  },
};

/** What a condition's field can hold on this map, beside words of a closed set: channels, kinds of systems, labels. */
export function wordsInUse(journey: Journey, field: 'channel' | 'systemKind' | 'tag'): readonly string[] {
  const words = new Set<string>();
  if (field === 'channel')
    for (const { channels } of journey.touchpoints.all) channels.forEach((one) => words.add(one));
  if (field === 'systemKind') for (const { kind } of journey.systems.all) if (kind !== '') words.add(kind);
  if (field === 'tag') for (const { tags } of journey.systems.all) tags.forEach((one) => words.add(one));
  return [...words].toSorted((a, b) => a.localeCompare(b));
}

/**
 * Applies a filter: a record is let through when all conditions hold for it; one that has no value yet says nothing. Kinds that some condition says nothing about
 * are not judged (FILT-2): their steps and flows are let through where both ends are, their touchpoints and systems where
 * a judged step or flow that is let through ends.
 */
export function filterRecords(filter: RecordFilter, journey: Journey, analysis: Analysis | null): Filtered {
  const stated = filter.filter(({ values }) => values.length > 0);
  const world: World = { journey, analysis, findings: findingsByRecord(stated, analysis) };
  const judged = filteredKinds.filter((kind) => stated.every(({ field }) => readers[field][kind]));
  const matching = new Set<string>();
  let of = 0;
  for (const kind of judged) {
    const tests = stated.map((condition) => testOf(condition, kind, world));
    for (const record of journey[kind].all as readonly AnyRecord[]) {
      of += 1;
      if (tests.every((test) => test(record))) matching.add(record.id);
    }
  }
  const count = matching.size;
  addCompany(journey, new Set(judged), matching);
  return { matching, count, of };
}

function testOf(
  { field, not, values }: FilterCondition,
  kind: FilteredKind,
  world: World,
): (record: AnyRecord) => boolean {
  const read = readers[field][kind] as ((record: AnyRecord, world: World) => readonly string[]) | undefined;
  const wanted = new Set(values);
  return (record) => {
    const said = read?.(record, world) ?? [];
    const holds = said.length === 0 ? wanted.has(noValue) : said.some((value) => wanted.has(value));
    return holds !== not;
  };
}

function findingsByRecord(
  filter: RecordFilter,
  analysis: Analysis | null,
): ReadonlyMap<string, ReadonlySet<string>> {
  const byRecord = new Map<string, Set<string>>();
  if (!filter.some(({ field }) => field === 'finding')) return byRecord;
  for (const { kind, records } of analysis?.findings ?? []) {
    for (const { id } of records) {
      const known = byRecord.get(id);
      if (known) known.add(kind);
      else byRecord.set(id, new Set([kind]));
    }
  }
  return byRecord;
}

/** Lets through what belongs to what was let through, of kinds that the filter does not judge. */
function addCompany(journey: Journey, judged: ReadonlySet<Kind>, matching: Set<string>): void {
  const relations = [
    { kind: 'transitions', all: journey.transitions.all },
    { kind: 'dataFlows', all: journey.dataFlows.all },
  ] as const;
  const ends = new Set<string>();
  for (const { kind, all } of relations) {
    for (const { id, from, to } of all) {
      const both = [from, to].flatMap((end) => end ?? []);
      if (judged.has(kind)) {
        if (matching.has(id)) for (const end of both) ends.add(end);
      } else if (both.length > 0 && both.every((end) => matching.has(end))) matching.add(id);
    }
  }
  for (const end of ends) {
    const kind = journey.touchpoints.byId.has(end) ? 'touchpoints' : 'systems';
    if (!judged.has(kind)) matching.add(end);
  }
}
