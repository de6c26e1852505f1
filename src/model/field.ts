import * as z from 'zod';

// Strict content-security policies forbid code made at run time; zod would otherwise probe for it.
z.config({ jitless: true });

/**
 * How a field lies in the shared document. It decides what two people can change at once without losing a side:
 * - `value`: one key, the last writer wins (titles, choices, numbers)
 * - `text`: a collaborative text that several people type in at once (long descriptions)
 * - `set`: one key a member, so that two people adding at once both succeed
 * - `list`: one key an item, ordered by the item's order key
 */
export type FieldStorage = 'value' | 'text' | 'set' | 'list';

/** One field of a record: its shape, what it is when nothing (or nonsense) is stored, and how it is stored. */
export interface Field<T> {
  readonly schema: z.ZodType<T>;
  readonly empty: T;
  readonly storage: FieldStorage;
  /** For lists: the shape of one item, without `id` and `order`. */
  readonly item?: z.ZodObject;
  /**
   * Whether the schema accepts a value as it is; exactly `schema.safeParse(value).success`. Reading a large map asks this
   * for tens of thousands of plain values, where the general way takes ten times as long.
   */
  readonly fits?: (value: unknown) => boolean;
}

/** Longest string that may be stored, in UTF-16 code units (promises: string 64 KB). */
export const maxStringLength = 65_536;

/** Longest order key that is taken; keys of ten thousand insertions in one place stay below. */
const maxOrderKeyLength = 256;

const line = z.string().max(maxStringLength);

const isLine = (value: unknown): boolean => typeof value === 'string' && value.length <= maxStringLength;
const isLineOrNull = (value: unknown): boolean => value === null || isLine(value);
const isFlag = (value: unknown): boolean => typeof value === 'boolean';

function isBetween(min: number, max: number): (value: unknown) => boolean {
  return (value) => typeof value === 'number' && value >= min && value <= max;
}

function isOneOf(values: readonly string[]): (value: unknown) => boolean {
  const known: ReadonlySet<unknown> = new Set(values);
  return (value) => known.has(value);
}

function orNull(fits: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => value === null || fits(value);
}

/** A short text that is replaced as a whole; empty when not stated. */
export function textField(meaning: string): Field<string> {
  return { schema: line.describe(meaning), empty: '', storage: 'value', fits: isLine };
}

/** A long text that several people may type in at once. */
export function longTextField(meaning: string): Field<string> {
  return { schema: line.describe(meaning), empty: '', storage: 'text', fits: isLine };
}

/** A number within `[min, max]`, or null when not stated. Absent is not zero. */
export function numberField(meaning: string, min: number, max: number): Field<number | null> {
  return {
    schema: z.number().min(min).max(max).nullable().describe(meaning),
    empty: null,
    storage: 'value',
    fits: orNull(isBetween(min, max)),
  };
}

/** How far from the origin anything may lie, in units of the timeline. */
const farthest = 1e7;

/** A finite number that always has a value. */
export function coordinateField(meaning: string): Field<number> {
  return {
    schema: z.number().min(-farthest).max(farthest).describe(meaning),
    empty: 0,
    storage: 'value',
    fits: isBetween(-farthest, farthest),
  };
}

/** Yes or no; no when not stated. */
export function flagField(meaning: string): Field<boolean> {
  return { schema: z.boolean().describe(meaning), empty: false, storage: 'value', fits: isFlag };
}

/** One of a closed set of words, or null when not stated (or written by a newer program). */
export function choiceField<const T extends string>(meaning: string, values: readonly T[]): Field<T | null> {
  return {
    schema: z.enum(values).nullable().describe(meaning),
    empty: null,
    storage: 'value',
    fits: orNull(isOneOf(values)),
  };
}

/** One of a closed set of words that always has a value. */
export function requiredChoiceField<const T extends string>(
  meaning: string,
  values: readonly T[],
  empty: NoInfer<T>,
): Field<T> {
  return { schema: z.enum(values).describe(meaning), empty, storage: 'value', fits: isOneOf(values) };
}

/** The id of another record, or null. What it points at may be gone: readers must cope. */
export function referenceField(meaning: string): Field<string | null> {
  return { schema: line.nullable().describe(meaning), empty: null, storage: 'value', fits: isLineOrNull };
}

/** A text or null; null means "not stated". */
export function optionalTextField(meaning: string): Field<string | null> {
  return { schema: line.nullable().describe(meaning), empty: null, storage: 'value', fits: isLineOrNull };
}

/** A moment in milliseconds since 1970 (UTC), or null. */
export function momentField(meaning: string): Field<number | null> {
  return {
    schema: z.number().nullable().describe(meaning),
    empty: null,
    storage: 'value',
    fits: orNull(Number.isFinite),
  };
}

/** An order key (see `orderKeys.ts`); records without one sort last by id. */
export function orderField(meaning: string): Field<string> {
  return {
    schema: z.string().max(maxOrderKeyLength).describe(meaning),
    empty: '',
    storage: 'value',
    fits: (value) => typeof value === 'string' && value.length <= maxOrderKeyLength,
  };
}

/** A set of words or ids. Sorted, without duplicates. */
export function setField(meaning: string): Field<readonly string[]> {
  return {
    schema: z.array(line).readonly().describe(meaning),
    empty: [],
    storage: 'set',
    fits: (value) => Array.isArray(value) && value.every(isLine),
  };
}

/** Foreign data that is kept and handed back untouched, by format. */
export function extField(meaning: string): Field<Readonly<Record<string, unknown>> | null> {
  return {
    schema: z.record(z.string(), z.unknown()).nullable().describe(meaning),
    empty: null,
    storage: 'value',
  };
}

/** An item of a list field: a stable id and an order key beside its content. */
export type ListItem<T> = Readonly<T> & { readonly id: string; readonly order: string };

/** An ordered list of small items that people add, edit and remove independently. */
export function listField<S extends z.ZodRawShape>(
  meaning: string,
  shape: S,
): Field<readonly ListItem<z.infer<z.ZodObject<S>>>[]> {
  const item = z.object(shape);
  // Loose: keys of a newer program inside an item travel along.
  const full = z.looseObject({ id: z.string(), order: z.string().max(maxOrderKeyLength), ...shape });
  type Items = readonly ListItem<z.infer<z.ZodObject<S>>>[];
  return {
    // The spread shape is inferred too loosely by the compiler; the runtime shape is exactly `Items`.
    schema: z.array(full).readonly().describe(meaning) as unknown as z.ZodType<Items>,
    empty: [],
    storage: 'list',
    item: item as unknown as z.ZodObject,
  };
}

/** A short line inside a list item. */
export const itemLine = line;
/** A number inside a list item; null when not stated. */
export const itemNumber = z.number().nullable();
/** A reference to another record inside a list item; null when none. */
export const itemReference = line.nullable();
