import { expect, test } from 'vitest';
import { readRecord } from '../../src/model/defineRecord';
import { recordDefinitions, type Kind, type RecordOfKind } from '../../src/model/kinds';
import { resolve, stagesAt } from '../../src/model/resolve';
import { emptyTables, type Tables } from '../../src/model/tables';

function tables(records: { readonly [K in Kind]?: Record<string, Partial<RecordOfKind<K>>> }): Tables {
  const made: Record<string, unknown> = { ...emptyTables() };
  for (const [kind, byId] of Object.entries(records)) {
    const definition = recordDefinitions[kind as Kind];
    made[kind] = new Map(
      Object.entries(byId).map(([id, values]) => [id, readRecord(definition, id, values)]),
    );
  }
  return made as unknown as Tables;
}

test('DOC-7 a relation whose end is gone is hidden and listed, and comes back with its end', () => {
  const gone = tables({
    touchpoints: { a: { title: 'A' }, b: { title: 'B', deletedAt: 1 } },
    transitions: { t: { from: 'a', to: 'b' } },
    usages: { u: { touchpoint: 'b', system: 's' } },
    systems: { s: { name: 'CRM' } },
  });
  const journey = resolve(gone);
  expect(journey.transitions.all).toEqual([]);
  expect(journey.dangling).toEqual([
    { kind: 'transitions', id: 't' },
    { kind: 'usages', id: 'u' },
  ]);
  const b = gone.touchpoints.get('b');
  if (!b) throw new Error('b is missing');
  const back = resolve(
    { ...gone, touchpoints: new Map(gone.touchpoints).set('b', { ...b, deletedAt: null }) },
    journey,
  );
  expect(back.transitions.all.map(({ id }) => id)).toEqual(['t']);
  expect(back.usages.all.map(({ id }) => id)).toEqual(['u']);
  expect(back.dangling).toEqual([]);
});

test('DOC-7 the same usage made twice at once counts once', () => {
  const journey = resolve(
    tables({
      touchpoints: { a: {} },
      systems: { s: {} },
      usages: { u2: { touchpoint: 'a', system: 's' }, u1: { touchpoint: 'a', system: 's' } },
    }),
  );
  expect(journey.usages.all.map(({ id }) => id)).toEqual(['u1']);
});

test('DOC-7 a loop of parents is broken at the smallest id', () => {
  const { systems } = resolve(
    tables({ systems: { a: { parent: 'c' }, b: { parent: 'a' }, c: { parent: 'b' }, d: { parent: 'a' } } }),
  );
  expect(Object.fromEntries(systems.all.map(({ id, parent }) => [id, parent]))).toEqual({
    a: null,
    b: 'a',
    c: 'b',
    d: 'a',
  });
});

test('DOC-7 two accountable parties are both kept', () => {
  const { relations } = resolve(
    tables({
      systems: { s: {} },
      parties: { p: { name: 'Ana' }, q: { name: 'Jon' } },
      assignments: {
        x: { subject: 's', party: 'q', role: 'accountable' },
        y: { subject: 's', party: 'p', role: 'accountable' },
      },
    }),
  );
  expect(relations.ownersBySubject.get('s')?.map(({ name }) => name)).toEqual(['Ana', 'Jon']);
});

test('DOC-8 which stages a touchpoint lies in follows from its place: several, or none', () => {
  const journey = resolve(
    tables({ stages: { s: { name: 'Decide', start: 1, end: 3 }, t: { name: 'Buy', start: 3, end: 4 } } }),
  );
  expect(stagesAt(journey, 3).map(({ name }) => name)).toEqual(['Decide', 'Buy']);
  expect(stagesAt(journey, 4.5)).toEqual([]);
});

test('DOC-9 what did not change keeps its identity', () => {
  const before = tables({
    touchpoints: { a: { title: 'A', at: 1 }, b: { title: 'B', at: 2 } },
    transitions: { t: { from: 'a', to: 'b' } },
    systems: { s: {} },
  });
  const first = resolve(before);
  const a = before.touchpoints.get('a');
  if (!a) throw new Error('a is missing');
  const second = resolve(
    { ...before, touchpoints: new Map(before.touchpoints).set('a', { ...a, title: 'A2' }) },
    first,
  );
  expect(second.transitions).toBe(first.transitions);
  expect(second.relations.transitionsFrom).toBe(first.relations.transitionsFrom);
  expect(second.systems).toBe(first.systems);
  expect(second.touchpoints.byId.get('b')).toBe(first.touchpoints.byId.get('b'));
});

test('DOC-10 a bad field reads as not stated; the others of the record are read', () => {
  const touchpoint = readRecord(recordDefinitions.touchpoints, 'a', {
    title: 'Pay',
    emotion: 'furious',
    at: Number.NaN,
    initiator: 'robot',
    channels: 'Web',
  });
  expect(touchpoint).toMatchObject({ title: 'Pay', emotion: null, at: 0, initiator: null, channels: [] });
});
