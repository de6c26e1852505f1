import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { StoreResult } from '../../src/sync/storageProblem';
import { flushAfterMs, UpdateLog } from '../../src/sync/updateLog';
import { ManualScheduler } from './support/device';

type Written = StoreResult<{ readonly wasGone: boolean }>;
const done: Written = { ok: true, value: { wasGone: false } };
const full: Written = { ok: false, reason: 'storage-full' };

let scheduler: ManualScheduler;
let ydoc: Y.Doc;
let log: UpdateLog;
let isHidden: boolean;
/** What was written: the keys each write sets, and whether it was the whole state. */
let writes: { readonly keys: readonly string[]; readonly whole: boolean }[];
let answers: Written[];

beforeEach(() => {
  scheduler = new ManualScheduler();
  ydoc = new Y.Doc();
  writes = [];
  answers = [];
  isHidden = false;
  log = new UpdateLog({
    scheduler,
    isHidden: () => isHidden,
    fullState: () => Y.encodeStateAsUpdate(ydoc),
    onChange: () => undefined,
    writeNow: () => undefined,
    write: async (bytes, whole) => {
      const { structs } = Y.decodeUpdate(bytes);
      const keys = structs.flatMap((struct) => (struct instanceof Y.Item ? String(struct.parentSub) : []));
      writes.push({ keys: keys.sort(), whole });
      return answers.shift() ?? done;
    },
  });
  ydoc.on('update', (update: Uint8Array, origin: unknown) => log.add(update, origin !== 'remote'));
});

function write(key: string, origin = 'own'): void {
  ydoc.transact(() => ydoc.getMap('m').set(key, true), origin);
}

/** Lets a write that has begun end. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function pass(ms: number): Promise<void> {
  scheduler.advance(ms);
  await settled();
}

describe('writing in batches', () => {
  it('LOC-2 makes one row of what is done within 100 ms, counted from the first', async () => {
    for (let i = 0; i < 10; i++) {
      write(`k${i}`);
      await pass(9);
    }
    expect(writes).toEqual([]);
    await pass(10);
    expect(writes).toHaveLength(1);
    expect(writes[0]?.keys).toHaveLength(10);
    expect(log.isStored).toBe(true);
  });

  it('LOC-2 lets what came from the server wait longer, longest where nobody looks', async () => {
    write('a', 'remote');
    await pass(flushAfterMs.remote - 1);
    expect(writes).toHaveLength(0);
    await pass(1);
    expect(writes).toHaveLength(1);
    isHidden = true;
    write('b', 'remote');
    await pass(flushAfterMs.remoteHidden - 1);
    expect(writes).toHaveLength(1);
    await pass(1);
    expect(writes).toHaveLength(2);
  });

  it('LOC-2 stores with an edit everything that came before it', async () => {
    isHidden = true;
    write('a', 'remote');
    write('b');
    await pass(flushAfterMs.own);
    expect(writes).toEqual([{ keys: ['a', 'b'], whole: false }]);
    await pass(flushAfterMs.remoteHidden);
    expect(writes).toHaveLength(1);
  });

  it('LOC-2 writes what came during a write, in a row of its own', async () => {
    write('a');
    const first = log.flush();
    write('b');
    expect(log.isStored).toBe(false);
    await first;
    expect(log.isStored).toBe(false);
    await pass(flushAfterMs.own);
    expect(writes.map(({ keys }) => keys)).toEqual([['a'], ['b']]);
    expect(log.isStored).toBe(true);
  });
});

describe('when a write fails', () => {
  it('LOC-5 writes the whole state after 1, 2, 4 … 30 s, and what came meanwhile with it', async () => {
    answers = Array.from({ length: 7 }, () => full);
    write('a');
    await pass(flushAfterMs.own);
    for (const seconds of [1, 2, 4, 8, 16, 30]) {
      expect(log.problem).toBe('storage-full');
      const before = writes.length;
      write(`during ${seconds}`);
      await pass(seconds * 1_000 - 1);
      expect(writes).toHaveLength(before);
      await pass(1);
      expect(writes).toHaveLength(before + 1);
    }
    await pass(30_000);
    expect(log.problem).toBeNull();
    expect(log.isStored).toBe(true);
    expect(writes.at(-1)).toMatchObject({ whole: true });
    expect(writes.at(-1)?.keys).toHaveLength(7);
    write('after');
    await pass(flushAfterMs.own);
    expect(writes.at(-1)).toEqual({ keys: ['after'], whole: false });
  });

  it('LOC-5 stores what came while the retry was being written', async () => {
    answers = [full];
    write('a');
    await pass(flushAfterMs.own);
    scheduler.advance(1_000);
    write('b');
    await settled();
    expect(log.isStored).toBe(false);
    await pass(flushAfterMs.own);
    expect(log.isStored).toBe(true);
    expect(writes.at(-1)).toEqual({ keys: ['b'], whole: false });
  });

  it('LOC-7 follows a row whose map was gone with the whole state', async () => {
    write('a');
    await pass(flushAfterMs.own);
    answers = [{ ok: true, value: { wasGone: true } }];
    write('b');
    await pass(flushAfterMs.own);
    expect(writes.slice(1)).toEqual([
      { keys: ['b'], whole: false },
      { keys: ['a', 'b'], whole: true },
    ]);
  });

  it('LOC-5 leaves no timer behind when it is closed', async () => {
    answers = [full];
    write('a');
    await log.close();
    const before = writes.length;
    await pass(60_000);
    expect(writes).toHaveLength(before);
  });
});
