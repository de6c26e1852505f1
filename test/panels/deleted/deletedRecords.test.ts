import { expect, test } from 'vitest';
import { createJourneyDocument } from '../../../src/doc/seed';
import { deletedRecords, searchDeleted } from '../../../src/panels/deleted/deletedRecords';
import { seededEntropy } from '../../support/testNetwork';

/** A map in which a touchpoint, its use of a system, and a stage were deleted, in this order. */
function mapWithDeleted() {
  let now = 1_000;
  const document = createJourneyDocument({
    entropy: { ...seededEntropy(1), now: () => (now += 1_000) },
    actor: 'ana',
  });
  document.change('make', (writer) => {
    writer.create('touchpoints', { title: 'Pay' }, 'pay');
    writer.create('touchpoints', { title: 'Unbox' }, 'unbox');
    writer.create('systems', { name: 'Till' }, 'till');
    writer.create('usages', { touchpoint: 'pay', system: 'till' }, 'use');
    writer.create('stages', { name: 'Get it', start: 0, end: 2 }, 'get');
  });
  document.change('delete', (writer) => writer.remove('touchpoints', 'pay'));
  document.change('delete', (writer) => writer.remove('usages', 'use'));
  document.change('delete', (writer) => writer.remove('stages', 'get'));
  return document;
}

test('lists what was deleted, last first, each by its name or its ends, and by whom', () => {
  const deleted = deletedRecords(mapWithDeleted().readTables());
  expect(deleted.map(({ name }) => name)).toEqual(['Get it', 'Pay → Till', 'Pay']);
  expect(deleted.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'stages get',
    'usages use',
    'touchpoints pay',
  ]);
  expect(deleted.every(({ deletedBy }) => deletedBy === 'ana')).toBe(true);
  expect(deleted.map(({ deletedAt }) => deletedAt).toSorted((a, b) => b - a)).toEqual(
    deleted.map(({ deletedAt }) => deletedAt),
  );
});

test('what is brought back is no longer listed', () => {
  const document = mapWithDeleted();
  document.change('restore', (writer) => writer.restore('touchpoints', 'pay'));
  expect(deletedRecords(document.readTables()).map(({ id }) => id)).toEqual(['get', 'use']);
});

test('is searched by name, whatever the case', () => {
  const deleted = deletedRecords(mapWithDeleted().readTables());
  expect(searchDeleted(deleted, ' PAY ').map(({ id }) => id)).toEqual(['use', 'pay']);
  expect(searchDeleted(deleted, 'nothing of the kind')).toEqual([]);
  expect(searchDeleted(deleted, '')).toBe(deleted);
});
