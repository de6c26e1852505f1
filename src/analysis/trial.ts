import { readRecord } from '../model/defineRecord';
import type { Kind } from '../model/kinds';
import { patchedMap } from '../model/patchedMap';
import { dataFlowDefinition } from '../model/records/dataFlow';
import { resolve, type Journey } from '../model/resolve';
import type { Tables } from '../model/tables';
import type { Analysis } from './analyse';
import type { Finding } from './finding';
import type { Score } from './score';
import { knownVerdicts, type KnownVerdict, type Verdict } from './verdict';

/** A flow that is only sketched for a trial: no record of the map. */
export interface TrialFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly dataObjects: readonly string[];
}

/** What is tried out: systems and data flows that are taken as switched off, as live, or as there. */
export interface Trial {
  /** Ids. */
  readonly off: readonly string[];
  /** Ids. */
  readonly on: readonly string[];
  readonly added?: readonly TrialFlow[];
}

/**
 * The journey as it would be (WHAT-1): what is switched off counts as retired, what is switched on as live, what is
 * sketched as a live flow. Nothing is deleted and no document changes; what the trial does not touch keeps its identity.
 * Ids of other records, of records that are gone, and sketched flows between such are passed over. An id in both lists is
 * off.
 */
export function withTrial(journey: Journey, trial: Trial): Journey {
  const changed = {
    ...changedTable(journey, 'systems', 'lifecycle', trial),
    ...changedTable(journey, 'dataFlows', 'status', trial),
  };
  if (Object.keys(changed).length === 0) return journey;
  return resolve({ ...journey.tables, ...changed } as Tables, journey);
}

function changedTable(
  journey: Journey,
  kind: 'systems' | 'dataFlows',
  field: 'lifecycle' | 'status',
  { off, on, added = [] }: Trial,
): Partial<Record<Kind, unknown>> {
  const changes = new Map<string, unknown>();
  const change = (id: string, to: 'retired' | 'live'): void => {
    const record = journey.tables[kind].get(id);
    if (!record || (record as unknown as Record<string, unknown>)[field] === to) return;
    changes.set(id, { ...record, [field]: to });
  };
  const switchedOff = new Set(off);
  for (const id of on) if (!switchedOff.has(id)) change(id, 'live');
  for (const id of switchedOff) change(id, 'retired');
  const isEnd = (id: string): boolean => journey.systems.byId.has(id) || journey.touchpoints.byId.has(id);
  for (const { id, ...flow } of kind === 'dataFlows' ? added : []) {
    if (journey.tables[kind].has(id) || !isEnd(flow.from) || !isEnd(flow.to)) continue;
    changes.set(id, readRecord(dataFlowDefinition, id, { ...flow, status: 'live' }));
  }
  return changes.size > 0 ? { [kind]: patchedMap<unknown>(journey.tables[kind], changes) } : {};
}

/** The part of a trial that still means something: records that are there, sketched flows whose ends are. */
export function livingTrial(journey: Journey, { off, on, added = [] }: Trial): Trial {
  const isThere = (id: string): boolean => journey.systems.byId.has(id) || journey.dataFlows.byId.has(id);
  const isEnd = (id: string): boolean => journey.systems.byId.has(id) || journey.touchpoints.byId.has(id);
  return {
    off: off.filter(isThere),
    on: on.filter(isThere),
    added: added.filter((flow) => isEnd(flow.from) && isEnd(flow.to)),
  };
}

/** Whether nothing is tried. */
export function isEmptyTrial({ off, on, added = [] }: Trial): boolean {
  return off.length + on.length + added.length === 0;
}

/**
 * The map as it is meant to become (FUT-1): everything planned and proposed is live, what is phasing out is retired.
 * Empty when nothing is on its way.
 */
export function futureOf({ systems, dataFlows }: Pick<Journey, 'systems' | 'dataFlows'>): Trial {
  const idsOf = (records: readonly { readonly id: string }[]): readonly string[] =>
    records.map(({ id }) => id);
  return {
    off: idsOf(systems.all.filter(({ lifecycle }) => lifecycle === 'phasing-out')),
    on: [
      ...idsOf(systems.all.filter(({ lifecycle }) => lifecycle === 'planned')),
      ...idsOf(dataFlows.all.filter(({ status }) => status === 'planned' || status === 'proposed')),
    ],
  };
}

/** A step whose verdict is another one. */
export interface VerdictChange {
  readonly transition: string;
  readonly before: Verdict;
  readonly after: Verdict;
}

/**
 * Which way a verdict changed (WHAT-5). Nothing known any more is worse than carried, late or by hand, and the reverse
 * better; between unknown and broken, and with steps that are not counted, there is no better.
 */
export function directionOf({ before, after }: VerdictChange): 'better' | 'worse' | 'other' {
  const [a, b] = [rankOf(before), rankOf(after)];
  if (a === null || b === null || a === b) return 'other';
  return b < a ? 'better' : 'worse';
}

function rankOf(verdict: Verdict): number | null {
  if (verdict === 'not-counted') return null;
  // As far from good as broken is, but no accusation.
  return knownVerdicts.indexOf(verdict === 'unknown' ? 'broken' : (verdict satisfies KnownVerdict));
}

/** What two analyses of (mostly) the same records differ in. */
export interface AnalysisDifference {
  readonly before: Score;
  readonly after: Score;
  /** Difference of the scores' values, −1 to 1; null when either has none. */
  readonly value: number | null;
  /** Steps in both whose verdict changed, in the order of the second journey. */
  readonly verdicts: readonly VerdictChange[];
  /** Findings that only the second has, in its order of rank. */
  readonly appeared: readonly Finding[];
  /** Findings that only the first has, in its order of rank. */
  readonly gone: readonly Finding[];
}

/** Compares a journey as it is with a trial of it, or today's with a future state (WHAT-2). */
export function compareAnalyses(before: Analysis, after: Analysis): AnalysisDifference {
  const verdicts: VerdictChange[] = [];
  for (const [transition, { verdict }] of after.continuity.judgements) {
    const was = before.continuity.judgements.get(transition)?.verdict;
    if (was !== undefined && was !== verdict) verdicts.push({ transition, before: was, after: verdict });
  }
  const a = before.continuity.score;
  const b = after.continuity.score;
  return {
    before: a,
    after: b,
    value: a.value === null || b.value === null ? null : b.value - a.value,
    verdicts,
    appeared: without(after.findings, before.findings),
    gone: without(before.findings, after.findings),
  };
}

function without(findings: readonly Finding[], known: readonly Finding[]): readonly Finding[] {
  if (findings === known) return [];
  const ids = new Set(known.map(({ id }) => id));
  return findings.filter(({ id }) => !ids.has(id));
}
