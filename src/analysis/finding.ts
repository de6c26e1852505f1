import type { RecordRef } from '../model/kinds';
import type { PartyFunction } from '../model/records/party';
import type { FlowLatency } from '../model/records/dataFlow';
import type { CustomerTime } from '../model/records/transition';
import type { WouldBe } from './verdict';

/** How much a finding matters, most first. */
export const severities = ['high', 'medium', 'low'] as const;
export type Severity = (typeof severities)[number];

/**
 * The facts a finding's sentence is made of, by kind of finding. Records are named by id, so that the sentence always
 * shows their present names and can be written in any language.
 */
export interface FindingFacts {
  readonly broken: {
    readonly from: string;
    readonly to: string;
    readonly writers: readonly string[];
    readonly readers: readonly string[];
    readonly wouldBe: WouldBe | null;
  };
  readonly late: {
    readonly from: string;
    readonly to: string;
    readonly systems: readonly string[];
    readonly latency: FlowLatency;
    readonly customerTime: CustomerTime | null;
    readonly wouldBe: WouldBe | null;
  };
  readonly 'by-hand': {
    readonly from: string;
    readonly to: string;
    readonly systems: readonly string[];
    readonly wouldBe: WouldBe | null;
  };
  readonly 'not-recognised': {
    readonly from: string;
    readonly to: string;
    readonly fromKey: string;
    readonly toKey: string;
  };
  readonly 'asked-again': {
    readonly item: string;
    readonly from: string;
    readonly to: string;
    readonly readers: readonly string[];
  };
  readonly 'asked-twice': { readonly item: string; readonly from: string; readonly to: string };
  readonly unavailable: { readonly item: string; readonly to: string };
  readonly 'no-owner': { readonly subject: RecordRef };
  readonly 'several-owners': {
    /** Null: the map as a whole. */ readonly subject: RecordRef | null;
    readonly parties: readonly string[];
  };
  readonly 'hand-over': {
    readonly from: string;
    readonly to: string;
    readonly fromFunctions: readonly PartyFunction[];
    readonly toFunctions: readonly PartyFunction[];
    readonly torn: 'broken' | 'late' | 'by-hand' | null;
  };
  readonly 'not-sanctioned': {
    readonly system: string;
    readonly standing: 'tolerated' | 'shadow';
    readonly touchpoints: readonly string[];
  };
  readonly 'no-lawful-basis': { readonly flow: string; readonly items: readonly string[] };
  readonly 'no-purpose': { readonly flow: string; readonly items: readonly string[] };
  readonly 'into-not-sanctioned': {
    readonly flow: string;
    readonly system: string;
    readonly items: readonly string[];
  };
  readonly 'not-cleared': {
    readonly flow: string;
    readonly system: string;
    readonly items: readonly string[];
  };
  readonly 'other-region': {
    readonly flow: string;
    readonly system: string;
    readonly fromRegion: string;
    readonly toRegion: string;
    readonly items: readonly string[];
  };
  readonly 'used-before-captured': {
    readonly item: string;
    readonly at: string;
    readonly capturedAt: string;
  };
  readonly 'no-retention': { readonly item: string };
  readonly 'no-it-owner': { readonly system: string; readonly parties: readonly string[] };
  readonly 'no-business-owner': { readonly system: string; readonly parties: readonly string[] };
  readonly 'not-used': { readonly system: string };
  readonly 'not-in-catalogue': { readonly system: string; readonly touchpoints: readonly string[] };
  readonly 'requirement-without-measure': { readonly requirement: string };
  readonly 'requirement-without-date': { readonly requirement: string };
  readonly 'requirement-unanswered': { readonly requirement: string; readonly answeredBy: string | null };
  readonly 'requirement-overdue': {
    readonly requirement: string;
    readonly dueOn: string;
    readonly answeredBy: string | null;
  };
  readonly 'end-deleted': {
    readonly relation: RecordRef;
    /** Deleted records that the relation joins. */
    readonly gone: readonly RecordRef[];
    /** What is left of it. */
    readonly left: readonly RecordRef[];
  };
}

export type FindingKind = keyof FindingFacts;

/** One thing the map shows to be amiss. Derived from the journey, never stored. */
export type Finding = { readonly [K in FindingKind]: FindingOf<K> }[FindingKind];

export interface FindingOf<K extends FindingKind> {
  /** Its kind and the records it hangs on: the same while the finding is the same. */
  readonly id: string;
  readonly kind: K;
  readonly severity: Severity;
  /** What it is about, the place to jump to first. */
  readonly records: readonly RecordRef[];
  readonly facts: FindingFacts[K];
}

/** Makes a finding; its id is made of the kind and the ids of the first `key` records. */
export function finding<K extends FindingKind>(
  kind: K,
  severity: Severity,
  records: readonly RecordRef[],
  facts: FindingFacts[K],
  key: number = 1,
): Finding {
  let id = `${kind}:${records[0]?.id ?? ''}`;
  for (let next = 1; next < key && next < records.length; next++) id += `:${records[next]?.id}`;
  return { id, kind, severity, records, facts } as FindingOf<K> as Finding;
}

/** The finding as it was, if nothing in it changed: whoever compares by reference sees what did. */
export function orSame(found: Finding | null, before: Finding | null | undefined): Finding | null {
  return found && before && isSameData(found, before) ? before : found;
}

/** Takes over findings of a list before by their id; the whole list if all of it is the same. */
export function orSameList(
  found: readonly Finding[],
  before: readonly Finding[] | undefined,
): readonly Finding[] {
  if (!before) return found;
  if (before.length === 0 || found.length === 0) return before.length === found.length ? before : found;
  const byId = new Map(before.map((one) => [one.id, one]));
  const kept = found.map((one) => orSame(one, byId.get(one.id)) ?? one);
  return kept.length === before.length && kept.every((one, index) => one === before[index]) ? before : kept;
}

/** Whether two plain values (facts, records) hold the same. */
function isSameData(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSameData((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
