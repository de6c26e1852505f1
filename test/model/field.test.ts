import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapDefinition } from '../../src/model/records/map';
import { recordDefinitions } from '../../src/model/kinds';

const definitions = [mapDefinition, ...Object.values(recordDefinitions)];

/** Values of every sort, the words that fields know among them. */
const anyValue = fc.oneof(
  fc.anything(),
  fc.double(),
  fc.integer({ min: -3, max: 6 }),
  fc.constantFrom(
    'live',
    'next',
    'marketing',
    'accountable',
    'both',
    'as-is',
    'orange',
    'yellow',
    'team',
    'open',
  ),
  fc.constant('x'.repeat(65_537)),
  fc.array(fc.oneof(fc.string(), fc.integer())),
);

test('DOC-10 the quick look at a plain value says the same as the field’s schema', () => {
  const fields = definitions
    .flatMap(({ fields }) => Object.values(fields))
    .filter(({ fits }) => fits !== undefined);
  expect(fields.length).toBeGreaterThan(150);
  fc.assert(
    fc.property(anyValue, (value) => {
      for (const { fits, schema } of fields) expect(fits?.(value)).toBe(schema.safeParse(value).success);
    }),
    { numRuns: 300 },
  );
});
