import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readField, readRecord, type RecordDefinition } from '../../src/model/defineRecord';
import { kinds, recordDefinitions } from '../../src/model/kinds';
import type { Field } from '../../src/model/field';

/** A record with every field read by itself. */
function fieldByField(definition: RecordDefinition, id: string, values: Record<string, unknown>): unknown {
  const fields: readonly [string, Field<unknown>][] = Object.entries(definition.fields);
  return { id, ...Object.fromEntries(fields.map(([name, field]) => [name, readField(field, values[name])])) };
}

test('a record has every field in order, whatever of it is stored and whatever else lies beside', () => {
  for (const kind of kinds) {
    const definition: RecordDefinition = recordDefinitions[kind];
    const names = [...Object.keys(definition.fields), 'id', 'unknown', 'toString'];
    const values = fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof(fc.string(), fc.constant(undefined), fc.anything()),
    );
    fc.assert(
      fc.property(values, (stored) => {
        const record = readRecord(definition, 'r1', stored);
        const expected = fieldByField(definition, 'r1', stored);
        expect(record).toStrictEqual(expected);
        expect(Object.keys(record)).toEqual(Object.keys(expected as object));
      }),
      { numRuns: 40 },
    );
  }
});
