import { expect, test } from 'vitest';
import { joinBundles } from '../../src/interchange/joinBundles';
import { emptyBundle, type BundleDraft } from '../../src/model/bundle';
import { joiningWords } from '../../src/interchange/words/en/joiningWords';

function part(from: string, fill: (bundle: BundleDraft) => void) {
  const bundle = emptyBundle();
  fill(bundle);
  return { bundle, from };
}

function messages({ report }: ReturnType<typeof joinBundles>): readonly string[] {
  return report.map(({ level, message }) => `${level}: ${message}`);
}

test.each([
  ['first', 1, null],
  ['second', null, 1],
])('INT-6: a record deleted in the %s file stays apart from a living one of its name', (_, here, there) => {
  const joined = joinBundles(
    [
      part('a.json', (bundle) => bundle.systems.push({ id: 'a', name: 'CRM', deletedAt: here })),
      part('b.yaml', (bundle) => {
        bundle.systems.push({ id: 'b', name: 'crm', deletedAt: there });
        bundle.usages.push({ id: 'u', touchpoint: 't', system: 'b' });
      }),
    ],
    joiningWords,
  );
  expect(joined.bundle.systems.map(({ id, deletedAt }) => [id, deletedAt])).toEqual([
    ['a', here],
    ['b', there],
  ]);
  expect(joined.bundle.usages[0]?.system).toBe('b');
  expect(joined.report).toEqual([]);
});

test('INT-6: the living twin of a deleted record takes its place', () => {
  const deleted = part('old.json', (bundle) =>
    bundle.systems.push({ id: 'crm', name: 'CRM', deletedAt: 1, vendor: 'Old' }),
  );
  const living = part('new.json', (bundle) => bundle.systems.push({ id: 'crm', name: 'CRM' }));
  for (const parts of [
    [deleted, living],
    [living, deleted],
  ]) {
    const joined = joinBundles(parts, joiningWords);
    expect(joined.bundle.systems).toEqual([{ id: 'crm', name: 'CRM' }]);
    expect(messages(joined)).toEqual([
      'merged: The system “CRM” is deleted in old.json and not in new.json; that of new.json was kept.',
    ]);
  }
  const third = part('c.yaml', (bundle) => bundle.systems.push({ id: 'c', name: 'crm', kind: 'CRM' }));
  expect(joinBundles([deleted, living, third], joiningWords).bundle.systems).toEqual([
    { id: 'crm', name: 'CRM', kind: 'CRM' },
  ]);
});

test('INT-7: a team and a person of one name are kept apart, and it is said', () => {
  const joined = joinBundles(
    [
      part('a.json', (bundle) => bundle.parties.push({ id: 'a', name: 'Kim', type: 'team' })),
      part('b.json', (bundle) => bundle.parties.push({ id: 'b', name: 'Kim', type: 'person' })),
      part('c.json', (bundle) =>
        bundle.parties.push({ id: 'c', name: 'kim', type: 'person', contact: '@kim' }),
      ),
    ],
    joiningWords,
  );
  expect(joined.bundle.parties).toMatchObject([
    { id: 'a', type: 'team' },
    { id: 'b', type: 'person', contact: '@kim' },
  ]);
  expect([...joined.mergedIds]).toEqual([['c', 'b']]);
  expect(messages(joined)).toEqual([
    expect.stringMatching(/^guessed: “Kim”.*both were kept/),
    expect.stringMatching(/^merged: “kim”.*one record/),
  ]);
});

test.each([
  [{ name: 'Shop', kind: 'Website' }, { name: 'Shop', kind: 'Database' }, 2],
  [{ name: 'Shop', kind: 'Website' }, { name: 'Shop', kind: 'website ' }, 1],
  [{ name: 'Shop', kind: 'Website' }, { name: 'Shop' }, 1],
  // What runs is a service to a catalogue, whatever else it is.
  [{ name: 'CRM', kind: 'CRM' }, { name: 'CRM', kind: 'Service' }, 1],
])('INT-7: %j and %j', (one, other, count) => {
  const { bundle } = joinBundles(
    [
      part('a', (draft) => draft.systems.push({ id: 'a', ...one })),
      part('b', (draft) => draft.systems.push({ id: 'b', ...other })),
    ],
    joiningWords,
  );
  expect(bundle.systems).toHaveLength(count);
});

test('INT-7: two records of one name in one file stay two', () => {
  const { bundle } = joinBundles(
    [
      part('a', (draft) => draft.systems.push({ id: 'a', name: 'Payments' })),
      part('b', (draft) =>
        draft.systems.push({ id: 'b', name: 'Payments' }, { id: 'c', name: 'Payments', parent: 'b' }),
      ),
    ],
    joiningWords,
  );
  expect(bundle.systems.map(({ id, parent }) => [id, parent])).toEqual([
    ['a', undefined],
    ['c', 'a'],
  ]);
});

test('INT-8: a record that two files have is reported, with what was kept when they differ', () => {
  const joined = joinBundles(
    [
      part('a.json', (bundle) =>
        bundle.touchpoints.push({ id: 'x', title: 'Pay', at: 1 }, { id: 'y', title: 'Go', at: 2 }),
      ),
      part('b.json', (bundle) =>
        bundle.touchpoints.push(
          { id: 'x', title: 'Pay', at: 1, description: 'Till' },
          { id: 'y', title: 'Leave', at: 2 },
        ),
      ),
    ],
    joiningWords,
  );
  expect(joined.bundle.touchpoints).toMatchObject([
    { id: 'x', title: 'Pay', description: 'Till' },
    { id: 'y', title: 'Go' },
  ]);
  expect(messages(joined)).toEqual([
    'merged: The touchpoint “Pay” is in a.json and b.json; it was taken once.',
    'merged: The touchpoint “Go” differs between a.json and b.json (title); that of a.json was kept.',
  ]);
});
