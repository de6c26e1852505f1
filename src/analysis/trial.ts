import type { Kind } from '../model/kinds';
import { resolve, type Journey } from '../model/resolve';
import type { Tables } from '../model/tables';
import type { Analysis } from './analyse';
import type { Finding } from './finding';
import type { Score } from './score';
import type { Verdict } from './verdict';

/** What is tried out: ids of systems and data flows that are taken as switched off, or as live. */
export interface Trial {
  readonly off: readonly string[];
  readonly on: readonly string[];
}

/**
 * The journey as it would be (WHAT-1): what is switched off counts as retired, what is switched on as live. Nothing is
 * deleted and no document changes; what the trial does not touch keeps its identity. Ids of other records, and of records
 * that are gone, are passed over. An id in both lists is off.
 */
export function withTrial(journey: Journey, trial: Trial): Journey {
  const off = new Set(trial.off);
  const on = new Set(trial.on);
  const state = (id: string): 'retired' | 'live' | null =>
    off.has(id) ? 'retired' : on.has(id) ? 'live' : null;
  const touched = [...new Set([...off, ...on])];
  const changed: Partial<Record<Kind, unknown>> = {};
  const change = (kind: 'systems' | 'dataFlows', field: 'lifecycle' | 'status'): void => {
    const table = new Map<string, unknown>(journey.tables[kind]);
    let isChanged = false;
    for (const id of touched) {
      const record = journey.tables[kind].get(id);
      const to = state(id);
      if (!record || to === null || (record as unknown as Record<string, unknown>)[field] === to) continue;
      table.set(id, { ...record, [field]: to });
      isChanged = true;
    }
    if (isChanged) changed[kind] = table;
  };
  change('systems', 'lifecycle');
  change('dataFlows', 'status');
  if (Object.keys(changed).length === 0) return journey;
  return resolve({ ...journey.tables, ...changed } as Tables, journey);
}

/** A step whose verdict is another one. */
export interface VerdictChange {
  readonly transition: string;
  readonly before: Verdict;
  readonly after: Verdict;
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
