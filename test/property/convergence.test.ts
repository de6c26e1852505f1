import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { kinds } from '../../src/model/kinds';
import { resolve, type Journey } from '../../src/model/resolve';
import { randomCommand, runRandomCommand, type RandomCommand } from '../support/randomCommands';
import { TestNetwork, type TestClient } from '../support/testNetwork';

type Action =
  | { readonly do: 'command'; readonly who: number; readonly command: RandomCommand }
  | { readonly do: 'deliver'; readonly who: number; readonly which: number }
  | { readonly do: 'online'; readonly who: number; readonly online: boolean };

const who = fc.nat(3);
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('command' as const),
      who,
      command: randomCommand({ history: true }),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('deliver' as const), who, which: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('online' as const), who, online: fc.boolean() }) },
);

function contextOf(client: TestClient) {
  return { document: client.document, journey: () => client.mirror.store.getState().journey };
}

/** What must hold on every device after every step, however little it has heard of the others. */
function expectInvariants(client: TestClient): void {
  const { journey } = client.mirror.store.getState();
  expect(journey.tables).toEqual(client.document.readTables());
  // An incrementally kept journey is the journey made from scratch.
  const fresh = resolve(client.document.readTables());
  for (const kind of kinds) expect(journey[kind].all).toEqual(fresh[kind].all);
  expect(journey.relations).toEqual(fresh.relations);
  expectWhole(journey);
}

function expectWhole(journey: Journey): void {
  for (const { from, to, kind } of journey.transitions.all) {
    expect(journey.touchpoints.byId.has(from ?? '')).toBe(true);
    expect(journey.touchpoints.byId.has(to ?? '') || (to === null && kind === 'drop-out')).toBe(true);
  }
  for (const { touchpoint, system } of journey.usages.all) {
    expect(journey.touchpoints.byId.has(touchpoint ?? '')).toBe(true);
    expect(journey.systems.byId.has(system ?? '')).toBe(true);
  }
  for (const { start, end } of journey.stages.all) expect(start).toBeLessThanOrEqual(end);
}

test('DOC-1 clients converge whatever the order of delivery, and every mirror equals its document after every step', () => {
  fc.assert(
    fc.property(
      fc.array(action, { minLength: 10, maxLength: 60 }),
      fc.integer({ min: 1, max: 1_000_000 }),
      (actions, seed) => {
        const network = new TestNetwork(4, seed);
        for (const step of actions) {
          const client = network.clients[step.who];
          if (!client) continue;
          if (step.do === 'command') runRandomCommand(contextOf(client), step.command);
          else if (step.do === 'deliver') network.deliver(client, step.which);
          else client.online = step.online;
          expectInvariants(client);
        }
        network.settle();
        const [first, ...others] = network.clients;
        for (const other of others) {
          expectInvariants(other);
          expect(other.document.readTables()).toEqual(first?.document.readTables());
          expect(other.document.ydoc.store.pendingStructs).toBeNull();
        }
        network.close();
      },
    ),
    { numRuns: 150 },
  );
});

test('DOC-2 taking back everything one did leaves the map as it was, when nobody else wrote', () => {
  fc.assert(
    fc.property(
      fc.array(randomCommand({ history: false }), { minLength: 1, maxLength: 30 }),
      fc.array(randomCommand({ history: false }), { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 1, max: 1_000_000 }),
      (before, mine, seed) => {
        const network = new TestNetwork(2, seed);
        const [me, other] = network.clients;
        if (!me || !other) return;
        for (const command of before) runRandomCommand(contextOf(other), command);
        network.settle();
        const start = alive(me);
        for (const command of mine) runRandomCommand(contextOf(me), command);
        const end = alive(me);
        while (me.document.undo() !== null);
        expect(alive(me)).toEqual(start);
        while (me.document.redo() !== null);
        expect(alive(me)).toEqual(end);
        network.close();
      },
    ),
    { numRuns: 200 },
  );
});

test('DOC-3 undo never takes away what a colleague wrote since', () => {
  fc.assert(
    fc.property(
      fc.array(randomCommand({ history: false }), { minLength: 1, maxLength: 15 }),
      fc.array(randomCommand({ history: false }), { minLength: 1, maxLength: 15 }),
      fc.integer({ min: 1, max: 1_000_000 }),
      (mine, theirs, seed) => {
        const network = new TestNetwork(2, seed);
        const [me, colleague] = network.clients;
        if (!me || !colleague) return;
        for (const command of mine) runRandomCommand(contextOf(me), command);
        network.settle();
        const before = me.document.readTables();
        for (const command of theirs) runRandomCommand(contextOf(colleague), command);
        network.settle();
        const after = me.document.readTables();
        const seen = resolve(after);
        while (me.document.undo() !== null);
        const undone = me.document.readTables();
        const still = resolve(undone);
        for (const kind of kinds) {
          for (const [id, record] of after[kind]) {
            const earlier = before[kind].get(id) as Record<string, unknown> | undefined;
            const now = undone[kind].get(id) as Record<string, unknown> | undefined;
            const changed = Object.entries(record).filter(
              ([field, value]) => JSON.stringify(value) !== JSON.stringify(earlier?.[field]),
            );
            // Long texts are taken back letter by letter and lists item by item: what is asserted there is in DOC-4.
            for (const [field, value] of changed) {
              if (field === 'description' || Array.isArray(value)) continue;
              expect(now?.[field]).toEqual(value);
            }
            // What a colleague wrote in does not vanish from view.
            if (changed.length > 0 && record.deletedAt === null) expect(now?.['deletedAt']).toBeNull();
            // Nor does what they hung on a record of mine: it keeps its ends.
            if (!earlier && seen[kind].byId.has(id)) expect(still[kind].byId.has(id)).toBe(true);
          }
        }
        network.close();
      },
    ),
    { numRuns: 300 },
  );
});

test('DOC-4 in a long text undo takes back one’s own letters and leaves the colleague’s', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.string({ minLength: 1, maxLength: 20 }), (mine, theirs) => {
      const network = new TestNetwork(2, 5);
      const [me, colleague] = network.clients;
      if (!me || !colleague) return;
      const made = me.document.change('make', (writer) =>
        writer.create('touchpoints', { description: 'Base. ' }),
      );
      const id = made.ok ? made.value : '';
      network.settle();
      me.document.change(
        'type',
        (writer) => writer.update('touchpoints', id, { description: `Base. ${mine}` }),
        'typing',
      );
      network.settle();
      const text = me.document.read('touchpoints', id)?.description ?? '';
      colleague.document.change('type', (writer) =>
        writer.update('touchpoints', id, { description: `${theirs}${text}` }),
      );
      network.settle();
      if (mine !== '') me.document.undo();
      expect(me.document.read('touchpoints', id)?.description).toBe(`${theirs}Base. `);
      network.close();
    }),
  );
});

test('DOC-5 restoring a deleted record brings back everything that hung on it', () => {
  fc.assert(
    fc.property(
      fc.array(randomCommand({ history: false }), { minLength: 5, maxLength: 40 }),
      fc.nat(50),
      fc.integer({ min: 1, max: 1_000_000 }),
      (commands, which, seed) => {
        const network = new TestNetwork(1, seed);
        const [me] = network.clients;
        if (!me) return;
        for (const command of commands) runRandomCommand(contextOf(me), command);
        const { touchpoints } = me.mirror.store.getState().journey;
        const target = touchpoints.all[which % Math.max(1, touchpoints.all.length)];
        if (!target) return;
        const start = alive(me);
        runRandomCommand(contextOf(me), { name: 'removeTouchpoint', a: 0, b: which, text: '' });
        expect(me.mirror.store.getState().journey.touchpoints.byId.has(target.id)).toBe(false);
        me.document.change('restore', (writer) => writer.restore('touchpoints', target.id));
        expect(alive(me)).toEqual(start);
        network.close();
      },
    ),
    { numRuns: 150 },
  );
});

/** What is to be seen: alive records of every kind without their deletion marks, and the map's fields. */
function alive(client: TestClient): unknown {
  const { journey } = client.mirror.store.getState();
  return [journey.map, ...kinds.map((kind) => journey[kind].all)];
}
