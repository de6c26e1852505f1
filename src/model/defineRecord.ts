import * as z from 'zod';
import { extField, momentField, optionalTextField, type Field } from './field';

/** Where an imported record came from, so that a second import updates it instead of doubling it. */
export interface ImportSource {
  readonly format: string;
  readonly file: string;
  readonly pointer: string;
  readonly importedAt: number;
}

const sourceField: Field<ImportSource | null> = {
  schema: z
    .object({ format: z.string(), file: z.string(), pointer: z.string(), importedAt: z.number() })
    .nullable()
    .describe('Where the record was imported from, if it was'),
  empty: null,
  storage: 'value',
};

const commonFields = {
  createdAt: momentField('When the record was made, ms since 1970'),
  createdBy: optionalTextField('Who made it: an opaque actor id'),
  deletedAt: momentField('When it was deleted, ms since 1970; null while it is alive'),
  deletedBy: optionalTextField('Who deleted it: an opaque actor id'),
  source: sourceField,
  ext: extField('Keys of foreign formats that have no field here, by format'),
} as const;

type Fields = Readonly<Record<string, Field<unknown>>>;
type FieldValue<F> = F extends Field<infer T> ? T : never;
type Values<F extends Fields> = { readonly [K in keyof F]: FieldValue<F[K]> };

/**
 * One kind of record: its names, its fields, and which fields are stored as one value because they only make sense
 * together (a place is `[at, offset]`: as two keys every move would make the document grow for ever).
 */
export interface RecordDefinition<F extends Fields = Fields> {
  /** Singular, as in code and sentences: `touchpoint`. */
  readonly name: string;
  /** Plural, as the name of its array in files and of its map in the document: `touchpoints`. */
  readonly plural: string;
  readonly fields: F & typeof commonFields;
  /** Document key → the fields that are stored under it, in order. */
  readonly packed: Readonly<Record<string, readonly string[]>>;
}

/** The record as every reader sees it: an id and every field, none undefined. */
export type RecordOf<D> =
  D extends RecordDefinition<infer F>
    ? { readonly id: string } & Values<F> & Values<typeof commonFields>
    : never;

/** Defines a kind of record; the common fields (creation, deletion, origin) are added to its own. */
export function defineRecord<const F extends Fields>(definition: {
  name: string;
  plural: string;
  fields: F;
  packed?: Readonly<Record<string, readonly (keyof F & string)[]>>;
}): RecordDefinition<F> {
  return {
    name: definition.name,
    plural: definition.plural,
    fields: { ...commonFields, ...definition.fields },
    packed: { tombstone: ['deletedAt', 'deletedBy'], ...definition.packed },
  };
}

/** Keys that are refused at every boundary because they reach into JavaScript's own machinery. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

/**
 * Reads one field leniently: a value that does not fit the field's shape reads as the field's empty value.
 * What is stored stays as it is; nobody repairs while reading.
 */
export function readField<T>(field: Field<T>, value: unknown): T {
  if (value === undefined) return field.empty;
  if (field.fits) return field.fits(value) ? (value as T) : field.empty;
  const parsed = field.schema.safeParse(value);
  return parsed.success ? parsed.data : field.empty;
}

const emptyRecords = new WeakMap<RecordDefinition, Readonly<Record<string, unknown>>>();

/** A record of a kind in which nothing is stated; `readInto` states it. */
export function blankRecord(definition: RecordDefinition, id: string): Record<string, unknown> {
  let empty = emptyRecords.get(definition);
  if (!empty) {
    const fields = Object.entries(definition.fields).map(([name, field]) => [name, field.empty] as const);
    // Made at once: engines copy an object that was grown field by field some seventy times slower.
    emptyRecords.set(definition, (empty = Object.fromEntries([['id', ''], ...fields])));
  }
  // Copied whole: a large map has a hundred thousand fields, of which most say nothing.
  return { ...empty, id };
}

/** Reads one value leniently into a record of a kind; what is no field of the kind is left out. */
export function readInto(
  record: Record<string, unknown>,
  { fields }: RecordDefinition,
  name: string,
  value: unknown,
): void {
  if (Object.hasOwn(fields, name)) record[name] = readField(fields[name] as Field<unknown>, value);
}

/** Reads a whole record leniently from plain values (as in a file, or unpacked from the document). */
export function readRecord<D extends RecordDefinition>(
  definition: D,
  id: string,
  values: Readonly<Record<string, unknown>>,
): RecordOf<D> {
  const record = blankRecord(definition, id);
  for (const name of Object.keys(values)) readInto(record, definition, name, values[name]);
  return record as RecordOf<D>;
}

/** Why a field was refused: which one, and what is wrong with its value. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
  /** What the schema says; null when there is no such field. */
  readonly issue: z.core.$ZodIssue | null;
}

/** Checks values strictly: every given field must exist and fit. Returns the problems, none when all is well. */
export function checkFields(
  definition: RecordDefinition,
  values: Readonly<Record<string, unknown>>,
): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const [name, value] of Object.entries(values)) {
    const field = Object.hasOwn(definition.fields, name) ? definition.fields[name] : undefined;
    if (!field) {
      problems.push({ field: name, message: `a ${definition.name} has no field “${name}”`, issue: null });
      continue;
    }
    if (field.fits?.(value)) continue;
    const parsed = field.schema.safeParse(value);
    const issue = parsed.error?.issues[0];
    if (issue) problems.push({ field: name, message: issue.message, issue });
  }
  return problems;
}
