import { dependentsOf, type Dependent } from '../../analysis/impact';
import { lineageOf } from '../../analysis/lineage';
import { isPersonal } from '../../analysis/retentionFindings';
import { namesIn } from '../../analysis/sentences';
import type { RecordRef } from '../../model/kinds';
import type { Journey } from '../../model/resolve';
import type { Reach } from '../../store/reach';
import { spokenSentences } from '../../store/spokenSentences';
import { formatList } from '../../ui/i18n/format';
import { t } from '../../ui/i18n/t';

/** One line of the list. */
export interface ReachRow {
  readonly record: RecordRef;
  readonly name: string;
  /** How it is reached, or what it does there. */
  readonly detail: string;
  /** Ids that are lit while it is looked at: the way from what was asked about to it. */
  readonly path: readonly string[];
  /** Personal data, and on which ground it travels. */
  readonly mark: 'personal' | 'no-basis' | null;
}

export interface ReachGroup {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly ReachRow[];
}

/** What depends on something, or the way of a data object, as it is listed and lit. */
export interface ReachList {
  /** The whole in a sentence. */
  readonly summary: string;
  readonly groups: readonly ReachGroup[];
  /** Everything that is lit, what was asked about included (LIT-5). */
  readonly lit: ReadonlySet<string>;
}

/** Lists a reach on the map as it is; null when what was asked about is gone. */
export function reachOf(journey: Journey, { record, mode }: Reach): ReachList | null {
  if (!journey[record.kind].byId.has(record.id)) return null;
  return mode === 'lineage' ? wayOf(journey, record.id) : dependentsList(journey, record);
}

function dependentsList(journey: Journey, record: Reach['record']): ReachList {
  const { touchpoints, systems, flows, dataObjects, personas, kpis } = dependentsOf(journey, record);
  const names = namesIn(journey, spokenSentences());
  const nameOf = ({ kind, id }: RecordRef): string =>
    kind === 'dataFlows' ? flowName(journey, id) : names.of(id);
  const all = [...flows, ...systems, ...dataObjects, ...touchpoints, ...personas];
  const wayTo = ({ path }: Dependent): string => {
    const between = path.slice(1, -1);
    // A flow without a name of its own says nothing that its two ends do not say.
    const named = between.filter(
      ({ kind, id }) => kind !== 'dataFlows' || journey.dataFlows.byId.get(id)?.name,
    );
    if (between.length === 0) return t('reach.directly');
    return named.length === 0 ? t('reach.overFlow') : t('reach.via', { way: named.map(nameOf).join(' → ') });
  };
  const rowOf = (one: Dependent): ReachRow => {
    return {
      record: { kind: one.kind, id: one.id },
      name: nameOf(one),
      detail: wayTo(one),
      path: one.path.map(({ id }) => id),
      mark: null,
    };
  };
  const distances = [...new Set(all.map(({ distance }) => distance))].sort((a, b) => a - b);
  const groups = distances.map((distance) => ({
    id: String(distance),
    title: t('reach.stepsAway', { count: distance }),
    rows: all.filter((one) => one.distance === distance).map(rowOf),
  }));
  const kpiRows = kpis.map(({ touchpoint, name }): ReachRow => {
    const path = touchpoints.find(({ id }) => id === touchpoint)?.path ?? [];
    return {
      record: { kind: 'touchpoints', id: touchpoint },
      name: name.trim() || t('reach.unnamedKpi'),
      detail: t('reach.kpiAt', { name: names.of(touchpoint) }),
      path: path.map(({ id }) => id),
      mark: null,
    };
  });
  const counted = [
    touchpoints.length > 0 && t('reach.touchpoints', { count: touchpoints.length }),
    systems.length > 0 && t('reach.systems', { count: systems.length }),
    flows.length > 0 && t('reach.flows', { count: flows.length }),
    dataObjects.length > 0 && t('reach.dataObjects', { count: dataObjects.length }),
    personas.length > 0 && t('reach.personas', { count: personas.length }),
    kpis.length > 0 && t('reach.kpis', { count: kpis.length }),
  ].filter((part) => part !== false);
  return {
    summary:
      counted.length === 0
        ? ''
        : t('reach.summary', { what: formatList(counted), count: distances.at(-1) ?? 0 }),
    groups:
      kpiRows.length === 0 ? groups : [...groups, { id: 'kpis', title: t('reach.kpiTitle'), rows: kpiRows }],
    lit: withSteps(journey, [record.id, ...all.map(({ id }) => id)]),
  };
}

/** The way of a data object, in the order of the journey (LIN-1, LIN-2). */
function wayOf(journey: Journey, id: string): ReachList | null {
  const lineage = lineageOf(journey, id);
  const item = journey.dataObjects.byId.get(id);
  if (!lineage || !item) return null;
  const { capturedAt, neededAt, holders, records } = lineage;
  const names = namesIn(journey, spokenSentences());
  const touchpointRow = (touchpoint: string): ReachRow => ({
    record: { kind: 'touchpoints', id: touchpoint },
    name: names.of(touchpoint),
    detail: formatList(
      (journey.touchpoints.byId.get(touchpoint)?.channels ?? []).filter((one) => one !== ''),
    ),
    path: [id, touchpoint],
    mark: null,
  });
  const flowIds = [...new Set(holders.flatMap(({ arrivesBy, leavesBy }) => [...arrivesBy, ...leavesBy]))];
  const flowRow = (flow: string): ReachRow => {
    const { lawfulBasis = null, from = null, to = null } = journey.dataFlows.byId.get(flow) ?? {};
    const ends = `${names.of(from ?? '')} → ${names.of(to ?? '')}`;
    const basis =
      lawfulBasis === null
        ? t('reach.noBasis')
        : t('reach.basis', { basis: t(`model.lawfulBasis.${lawfulBasis}`) });
    return {
      record: { kind: 'dataFlows', id: flow },
      name: flowName(journey, flow),
      detail: isPersonal(item) ? `${ends} · ${basis}` : ends,
      path: [id, flow, from, to].filter((one) => one !== null),
      mark: !isPersonal(item) ? null : lawfulBasis === null ? 'no-basis' : 'personal',
    };
  };
  const groups: readonly ReachGroup[] = [
    { id: 'captured', title: t('reach.captured'), rows: capturedAt.map(touchpointRow) },
    {
      id: 'held',
      title: t('reach.held'),
      rows: holders.map(({ system, distance, isSystemOfRecord, arrivesBy, leavesBy }) => ({
        record: { kind: 'systems', id: system },
        name: names.of(system),
        detail: [
          distance === 0 ? t('reach.first') : t('reach.hops', { count: distance }),
          ...(isSystemOfRecord ? [t('reach.systemOfRecord')] : []),
        ].join(' · '),
        path: [id, system, ...arrivesBy, ...leavesBy],
        mark: null,
      })),
    },
    { id: 'travels', title: t('reach.travels'), rows: flowIds.map(flowRow) },
    { id: 'needed', title: t('reach.needed'), rows: neededAt.map(touchpointRow) },
  ];
  return {
    summary: waySummary(capturedAt.map(names.of), neededAt.map(names.of)),
    groups: groups.filter(({ rows }) => rows.length > 0),
    lit: withSteps(
      journey,
      records.map((one) => one.id),
    ),
  };
}

function waySummary(captured: readonly string[], needed: readonly string[]): string {
  const [first] = captured;
  const last = needed.at(-1);
  if (first !== undefined && last !== undefined) return t('reach.fromTo', { first, last });
  if (first !== undefined) return t('reach.neverUsed', { first });
  return last === undefined ? '' : t('reach.neverCaptured', { last });
}

/** Steps between two touchpoints that are lit belong to what is lit. */
function withSteps(journey: Journey, ids: readonly string[]): ReadonlySet<string> {
  const lit = new Set(ids);
  for (const { id, from, to } of journey.transitions.all)
    if (from !== null && to !== null && lit.has(from) && lit.has(to)) lit.add(id);
  return lit;
}

/** What a flow is called in a list: its name as it stands, or its two ends. */
export function flowName(journey: Journey, id: string): string {
  return journey.dataFlows.byId.get(id)?.name.trim() || namesIn(journey, spokenSentences()).flow(id);
}
