import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { createJourneyDocument } from '../../src/doc/seed';
import { newMapId } from '../../src/model/ids';
import { createSessionStore } from '../../src/store/session';
import { LocalStore } from '../../src/sync/localStore';
import type { Batch } from '../../src/sync/storedBatch';
import { MapSession } from '../../src/sync/mapSession';
import type { MapRow, UnsentRow } from '../../src/sync/storeDatabase';
import { FakeServer } from './support/fakeServer';
import { ManualScheduler, mira, seededEntropy, TestLines, TestPage } from './support/device';

/** A store whose writes end when, and as, the test says. Holds what a disk would hold. */
class StagedStore extends LocalStore {
  updates: Uint8Array[] = [];
  readonly unsent = new Map<string, UnsentRow>();
  #writes: ((ok: boolean) => void)[] = [];

  override appendUpdate(batch: Batch): ReturnType<LocalStore['appendUpdate']> {
    return new Promise((resolve) =>
      this.#writes.push((ok) => {
        if (!ok) return resolve({ ok: false, reason: 'storage-full' });
        this.updates.push(batch.bytes);
        if (batch.unsent) this.unsent.set(batch.unsent.tab, batch.unsent);
        resolve({ ok: true, value: { wasGone: false } });
      }),
    );
  }

  override settleUnsent(
    current: UnsentRow,
    confirmed: readonly UnsentRow[],
  ): ReturnType<LocalStore['settleUnsent']> {
    return new Promise((resolve) =>
      this.#writes.push((ok) => {
        if (!ok) return resolve({ ok: false, reason: 'storage-full' });
        if (current.count > 0) this.unsent.set(current.tab, current);
        else this.unsent.delete(current.tab);
        for (const { tab } of confirmed) this.unsent.delete(tab);
        resolve({ ok: true, value: null });
      }),
    );
  }

  override async compactMap(): Promise<void> {
    this.updates = [Y.mergeUpdates(this.updates)];
  }

  /** Ends the oldest write. */
  end(ok: boolean): void {
    this.#writes.shift()?.(ok);
  }

  /** The machine stops: writes under way never happen. */
  crash(): void {
    this.#writes = [];
  }
}

/** Everything somebody could see of a document. */
function contentOf(ydoc: Y.Doc): Record<string, unknown> {
  return { ...(ydoc.getMap('touchpoints').toJSON() as object), title: ydoc.getMap('map').get('title') };
}

function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const ydoc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(ydoc, update);
  return ydoc;
}

/** One device, one server, and all that can happen between them, one thing at a time. */
class World {
  readonly entropy = seededEntropy();
  readonly server = new FakeServer();
  readonly session = createSessionStore(mira);
  scheduler = new ManualScheduler();
  page = new TestPage();
  readonly store = new StagedStore({
    entropy: this.entropy,
    openChannel: new TestLines().open,
    tryLock: async (_name, work) => void (await work()),
    askPersistence: async () => true,
    indexedDb: {
      indexedDB: null as unknown as IDBFactory,
      IDBKeyRange: null as unknown as typeof IDBKeyRange,
    },
  });
  readonly row: MapRow;
  /** What was made on this device, by record id: the promise is about these. */
  readonly own = new Set<string>();
  /** Set while the device runs; made anew by a reload. */
  map: MapSession;
  #edits = 0;

  constructor() {
    const seeded = createJourneyDocument({ entropy: this.entropy, actor: 'a' });
    this.store.updates = [seeded.encode()];
    Y.applyUpdate(this.server.committed, seeded.encode());
    this.row = {
      id: newMapId(this.entropy),
      title: '',
      createdAt: 0,
      changedAt: 0,
      changedBy: null,
      owner: true,
      shared: true,
      thumbnail: null,
      deletedAt: null,
      epoch: 0,
      counts: { touchpoints: 0, stages: 0, systems: 0 },
    };
    this.map = this.open();
  }

  open(): MapSession {
    return new MapSession(
      {
        store: this.store,
        session: this.session,
        entropy: this.entropy,
        actor: 'a',
        scheduler: this.scheduler,
        page: this.page,
        server: this.server,
      },
      {
        row: this.row,
        ydoc: documentOf([Y.mergeUpdates(this.store.updates)]),
        unsent: [...this.store.unsent.values()],
        crowd: { rows: 0, bytes: 0 },
      },
    );
  }

  edit(): void {
    const made = this.map.document.change('make', (writer) =>
      writer.create('touchpoints', { title: `edit ${this.#edits++}` }),
    );
    if (made.ok) this.own.add(made.value);
  }

  /** Clears a field, which removes a key and makes nothing: state vectors do not show it. */
  unset(): void {
    const id = [...this.own].at(-1);
    if (id !== undefined)
      this.map.document.change('clear', (writer) => writer.update('touchpoints', id, { title: '' }));
  }

  /** The process dies and starts again from what is on disk. */
  reload(): void {
    this.store.crash();
    this.map.discard();
    this.server.drop();
    this.scheduler = new ManualScheduler();
    this.page = new TestPage();
    this.map = this.open();
    const there = contentOf(this.map.document.ydoc);
    for (const id of this.own) if (!(id in there)) this.own.delete(id);
  }

  check(): void {
    const { save } = this.session.getState();
    const here = contentOf(this.map.document.ydoc);
    const stored = contentOf(documentOf(this.store.updates));
    const onServer = contentOf(this.server.committed);
    for (const id of this.own) {
      if (save.kind === 'saved') expect(onServer[id], 'called saved, not on the server').toEqual(here[id]);
      if (save.kind === 'saved' || save.kind === 'saved-here')
        expect(stored[id], `called ${save.kind}, not on this device`).toEqual(here[id]);
    }
  }
}

const steps = {
  edit: (world: World) => world.edit(),
  unset: (world: World) => world.unset(),
  'time passes': (world: World) => {
    world.scheduler.advance(120);
    vi.advanceTimersByTime(120);
  },
  'much time passes': (world: World) => {
    world.scheduler.advance(31_000);
    vi.advanceTimersByTime(31_000);
  },
  'a write succeeds': (world: World) => world.store.end(true),
  'a write fails': (world: World) => world.store.end(false),
  compact: (world: World) => world.scheduler.runIdle(),
  'socket answered': (world: World) => world.server.answer(),
  'server reads': (world: World) => world.server.read(),
  'server commits': (world: World) => world.server.commit(),
  'line cut': (world: World) => world.server.drop(),
  'server gone': (world: World) => {
    world.server.isUp = false;
    world.server.drop();
  },
  'server back': (world: World) => {
    world.server.isUp = true;
    world.page.emit('online');
  },
  'page hidden': (world: World) => world.page.emit('hide'),
  'page shown': (world: World) => world.page.emit('show'),
  'somebody writes': (world: World) =>
    world.server.write((ydoc) =>
      ydoc.getMap('map').set('title', String(ydoc.getMap('map').get('title')) + '.'),
    ),
  reload: (world: World) => world.reload(),
} as const satisfies Record<string, (world: World) => void>;

type Step = keyof typeof steps;

/** Lets promises run that are due. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function run(world: World, script: readonly Step[]): Promise<void> {
  // The first ticket is on its way.
  await settle();
  for (const step of script) {
    steps[step](world);
    world.check();
    await settle();
    world.check();
  }
}

/** Connects: the client asks for the state, shows itself, and hands in what the server lacks. */
const joining: readonly Step[] = [
  'socket answered',
  'server reads',
  'server reads',
  'server reads',
  'server commits',
];

/** Everything works again: whatever is left to do gets done. */
const recovery: readonly Step[] = [
  'server back',
  'page shown',
  ...Array.from({ length: 12 }, () => [
    'much time passes' as const,
    'a write succeeds' as const,
    'socket answered' as const,
    'server reads' as const,
    'server reads' as const,
    'server reads' as const,
    'server commits' as const,
    'a write succeeds' as const,
  ]).flat(),
];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the save indicator', () => {
  it('LOC-3 never claims what is not so, in any order of events, and ends at “saved” when all works again', async () => {
    const step = fc.constantFrom(...(Object.keys(steps) as Step[]));
    const often = fc.oneof(
      { weight: 3, arbitrary: step },
      {
        weight: 4,
        arbitrary: fc.constantFrom<Step[]>(
          'edit',
          'time passes',
          'a write succeeds',
          'server reads',
          'server commits',
        ),
      },
      { weight: 1, arbitrary: fc.constant<Step>('socket answered') },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(often, { minLength: 5, maxLength: 60 }),
        async (joined, script) => {
          const world = new World();
          if (joined) await run(world, joining);
          await run(world, script);
          await run(world, recovery);
          expect(world.session.getState().save).toEqual({ kind: 'saved' });
          expect(contentOf(world.server.committed)).toEqual(contentOf(world.map.document.ydoc));
          expect([...world.store.unsent.values()].map(({ count }) => count)).toEqual([]);
          world.map.discard();
        },
      ),
      { numRuns: 80 },
    );
  });

  it('LOC-3 does not take the acknowledgement of one frame for that of the next', async () => {
    const world = new World();
    await run(world, [
      ...joining,
      'edit',
      'time passes',
      'edit',
      'time passes',
      'a write succeeds',
      'a write succeeds',
    ]);
    await run(world, ['server reads', 'server reads', 'server reads', 'server commits', 'line cut']);
    expect(world.session.getState().save).toEqual({ kind: 'saved-here', waiting: 1, shared: true });
    world.map.discard();
  });

  it('LOC-4 counts each change that waits, and what waited before a reload', async () => {
    const world = new World();
    await run(world, [
      'socket answered',
      'server reads',
      'server reads',
      'server commits',
      'edit',
      'time passes',
    ]);
    await run(world, ['a write succeeds', 'server gone', 'edit', 'edit', 'time passes', 'a write succeeds']);
    expect(world.session.getState().save).toEqual({ kind: 'saved-here', waiting: 3, shared: true });
    await run(world, ['reload']);
    expect(world.session.getState().save).toEqual({ kind: 'saved-here', waiting: 3, shared: true });
  });
});
