import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRecord } from '../../src/model/defineRecord';
import { kinds, recordDefinitions, type AnyRecord, type Kind } from '../../src/model/kinds';
import { patchedMap } from '../../src/model/patchedMap';
import { resolve, type Journey } from '../../src/model/resolve';
import { emptyTables, type Tables } from '../../src/model/tables';

/** Few ids per kind, so that records meet: ends that go, equal relations, loops of parents. */
function idOf(kind: Kind): fc.Arbitrary<string> {
  return fc.nat({ max: 4 }).map((number) => `${kind}${number}`);
}
const subject = fc.oneof(
  ...(['touchpoints', 'systems', 'dataFlows', 'transitions', 'requirements', 'parties'] as const).map(idOf),
  fc.constantFrom('map', null),
);
const end = fc.oneof(idOf('touchpoints'), idOf('systems'));
const word = fc.constantFrom('', 'a', 'b', 'c');
const place = fc.nat({ max: 3 });
const named = { name: word, order: word };

const fields: { readonly [K in Kind]?: Record<string, fc.Arbitrary<unknown>> } = {
  touchpoints: { title: word, at: place, offset: place },
  stages: { name: word, start: place, end: place },
  systems: { ...named, parent: fc.option(idOf('systems')) },
  parties: { ...named, parent: fc.option(idOf('parties')) },
  dataObjects: named,
  personas: named,
  transitions: {
    from: idOf('touchpoints'),
    to: fc.option(idOf('touchpoints')),
    kind: fc.constantFrom('next', 'drop-out'),
  },
  usages: { touchpoint: idOf('touchpoints'), system: idOf('systems') },
  dataFlows: { from: end, to: end, latency: fc.constantFrom(null, 'daily') },
  requirements: { subject, title: word },
  assignments: { party: idOf('parties'), subject, role: fc.constantFrom('accountable', 'informed') },
  ballots: { title: word },
  votes: { ballot: idOf('ballots') },
  commentThreads: { subject },
  comments: { thread: idOf('commentThreads') },
};

const edit = fc.constantFrom(...(Object.keys(fields) as Kind[])).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    id: idOf(kind),
    /** Null takes the record out of its table, as an undone creation does. */
    values: fc.option(
      fc.record({
        ...fields[kind],
        createdAt: fc.constantFrom(null, 1, 2),
        deletedAt: fc.constantFrom(null, null, null, 1),
      }),
      { freq: 8 },
    ),
  }),
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function edited(tables: Tables, edits: readonly Edit[]): Tables {
  const next: Record<string, unknown> = { ...tables };
  for (const { kind, id, values } of edits) {
    const record = values === null ? undefined : readRecord(recordDefinitions[kind], id, values);
    next[kind] = patchedMap(
      next[kind] as ReadonlyMap<string, AnyRecord>,
      new Map([[id, record as AnyRecord]]),
    );
  }
  return next as unknown as Tables;
}

function expectSame(kept: Journey, fresh: Journey): void {
  for (const kind of kinds) {
    expect(kept[kind].all).toEqual(fresh[kind].all);
    expect(new Map<string, unknown>(kept[kind].byId)).toEqual(new Map<string, unknown>(fresh[kind].byId));
    expect(kept[kind].dangling).toEqual(fresh[kind].dangling);
    expect(kept[kind].doubles).toEqual(fresh[kind].doubles);
  }
  expect(kept.dangling).toEqual(fresh.dangling);
  expect([...kept.relations.ownersBySubject.keys()]).toEqual([...fresh.relations.ownersBySubject.keys()]);
  for (const [name, groups] of Object.entries(fresh.relations)) {
    const ofKept = kept.relations[name as keyof Journey['relations']];
    expect([name, new Map<string, unknown>(ofKept)]).toEqual([name, new Map<string, unknown>(groups)]);
  }
}

/** What changed may be new; what did not must be the same object. */
function expectKept(before: Journey, after: Journey): void {
  for (const kind of kinds) {
    const shown = before[kind].all as readonly AnyRecord[];
    const same =
      shown.length === after[kind].all.length && shown.every((one, i) => one === after[kind].all[i]);
    if (same) expect(after[kind].all).toBe(shown);
    for (const record of shown) {
      const isStoredAsBefore = before.tables[kind].get(record.id) === after.tables[kind].get(record.id);
      const now: AnyRecord | undefined = after[kind].byId.get(record.id);
      if (isStoredAsBefore && now && JSON.stringify(now) === JSON.stringify(record)) expect(now).toBe(record);
    }
  }
  for (const [name, groups] of Object.entries(before.relations)) {
    const now = after.relations[name as keyof Journey['relations']];
    for (const [key, list] of groups as ReadonlyMap<string, readonly unknown[]>) {
      const listNow = now.get(key) as readonly unknown[] | undefined;
      if (listNow?.length === list.length && list.every((one, i) => one === listNow[i]))
        expect(listNow).toBe(list);
    }
  }
}

test('DOC-9 after any edits the journey is the one made from nothing, and what they did not touch is kept', () => {
  fc.assert(
    fc.property(
      fc.array(edit, { maxLength: 60 }),
      fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
      (first, steps) => {
        let journey = resolve(edited(emptyTables(), first));
        for (const step of steps) {
          const before = journey;
          journey = resolve(edited(journey.tables, step), before);
          expectSame(journey, resolve(journey.tables));
          // A journey without a record has nothing worth keeping.
          if (kinds.some((kind) => before.tables[kind].size > 0)) expectKept(before, journey);
        }
        expectSame(resolve(edited(emptyTables(), first), journey), resolve(edited(emptyTables(), first)));
      },
    ),
    { numRuns: 150 },
  );
});
