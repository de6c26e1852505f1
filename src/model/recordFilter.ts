import * as z from 'zod';
import type { Field } from './field';

/** What a condition can be about, in the order in which it is offered. */
export const filterFields = [
  'owner',
  'function',
  'stage',
  'channel',
  'persona',
  'system',
  'momentOfTruth',
  'standing',
  'lifecycle',
  'systemKind',
  'tag',
  'status',
  'verdict',
  'finding',
  'kind',
] as const;
export type FilterFieldName = (typeof filterFields)[number];

/** Stands for “nobody”, “none”, “not stated” among the values of a condition. */
export const noValue = '';

/** One condition as it is stored; a newer program may know fields that this one does not. */
export interface StoredCondition {
  readonly field: string;
  /** Whether the field must have none of the values instead of one of them. */
  readonly not: boolean;
  /** Ids of records or words; any one of them will do. */
  readonly values: readonly string[];
}

/** One condition of a filter: “channel is Store or Phone”, “owner is not nobody”. */
export interface FilterCondition extends StoredCondition {
  readonly field: FilterFieldName;
}

/** All conditions hold at once. Without one, nothing is filtered. */
export type RecordFilter = readonly FilterCondition[];

const line = z.string().max(1_000);
const conditionSchema = z.looseObject({
  field: line,
  not: z.boolean(),
  values: z.array(line).max(1_000).readonly(),
});

/** The conditions of a stored filter that this program understands; the others stay stored. */
export function readFilter(stored: readonly StoredCondition[]): RecordFilter {
  return stored.filter((condition): condition is FilterCondition =>
    (filterFields as readonly string[]).includes(condition.field),
  );
}

/** A filter as a field of a record: one value, because its conditions only make sense together. */
export function filterField(meaning: string): Field<readonly StoredCondition[]> {
  return {
    schema: z.array(conditionSchema).max(100).readonly().describe(meaning),
    empty: [],
    storage: 'value',
  };
}
