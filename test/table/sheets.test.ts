import { describe, expect, test } from 'vitest';
import { recordDefinitions } from '../../src/model/kinds';
import { sheetKinds, sheetOf } from '../../src/table/sheets/sheets';

/** Fields that are no facts of a record: who made it and when, where it came from, its place in an order. */
const bookkeeping: ReadonlySet<string> = new Set([
  'createdAt',
  'createdBy',
  'deletedAt',
  'deletedBy',
  'source',
  'ext',
  'order',
]);

/** Lists of things with several parts, which the inspector beside the table edits, and a note’s place on the canvas. */
const editedBeside: Readonly<Record<string, readonly string[]>> = {
  touchpoints: ['kpis', 'evidence', 'pictures'],
  systems: ['links'],
  notes: ['at', 'offset'],
};

describe('TBL-1 every fact of a record has a column', () => {
  test.each(sheetKinds)('%s', (kind) => {
    const columns = sheetOf(kind).columns.map(({ id }) => id);
    const facts = Object.keys(recordDefinitions[kind].fields).filter((field) => !bookkeeping.has(field));
    const missing = facts.filter((field) => !columns.includes(field));
    expect(missing).toEqual(editedBeside[kind] ?? []);
    expect(new Set(columns).size).toBe(columns.length);
  });
});
