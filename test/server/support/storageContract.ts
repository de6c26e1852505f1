import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { newMapId, systemEntropy } from '../../../src/model/ids';
import { compactLog, documentFromLog } from '../../../server/storage/compactLog';
import {
  DamagedLogError,
  type LogStore,
  type LogView,
  type StoredLog,
} from '../../../server/storage/logStore';
import { titleUpdate } from './rawClient';

/** A store of one kind with nothing in it, as the contract needs it. */
export interface StoreUnderTest {
  /** Opens it, again after it was closed. */
  open(): Promise<LogStore>;
  /** Changes what is stored behind its back; it is closed then. `?` stands for bytes. */
  tamper(sql: string, bytes?: Uint8Array): Promise<void>;
  /** The bytes of the only record of a table. */
  bytesOf(table: 'updates' | 'snapshots'): Promise<Uint8Array>;
}

const mapId = newMapId(systemEntropy);

/** A stored map of so many updates; the title says how many. */
async function filled(subject: StoreUnderTest, updates: number): Promise<LogStore> {
  const store = await subject.open();
  await store.create(mapId);
  const doc = new Y.Doc();
  for (let i = 1; i <= updates; i++) await store.append([{ mapId, data: titleUpdate(`${i}`, doc) }]);
  return store;
}

function titleOf(log: StoredLog): unknown {
  return documentFromLog(log).getMap('map').get('title');
}

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = bytes.slice();
  const at = (bit >> 3) % copy.length;
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

/** What every store must do, whatever it is made of. */
export function storageContract(name: string, fresh: () => Promise<StoreUnderTest>): void {
  test(`SRV-50 ${name}: the log gives back what was appended, after reopening too`, async () => {
    const subject = await fresh();
    await (await filled(subject, 3)).close();
    const again = await subject.open();
    const log = await again.read(mapId);
    expect([titleOf(log), log.head, await again.create(mapId), await again.has(mapId)]).toEqual([
      '3',
      3,
      'found',
      true,
    ]);
    expect(await again.has(newMapId(systemEntropy))).toBe(false);
    await again.close();
  });

  test(`SRV-50 ${name}: what comes after a number is read alone, or with the snapshot that took its place`, async () => {
    const store = await filled(await fresh(), 5);
    const tail = await store.read(mapId, 3);
    expect([tail.snapshot, tail.updates.length, tail.head]).toEqual([null, 2, 5]);
    expect((await store.read(mapId, 5)).updates).toEqual([]);
    await compactLog(store, mapId);
    await store.append([{ mapId, data: titleUpdate('6', documentFromLog(await store.read(mapId))) }]);
    const replaced = await store.read(mapId, 3);
    expect([titleOf(replaced), replaced.updates.length, replaced.head]).toEqual(['6', 1, 6]);
    expect((await store.read(mapId, 5)).snapshot).toBeNull();
    expect(await store.heads([mapId, newMapId(systemEntropy)])).toEqual(new Map([[mapId, 6]]));
    await store.close();
  });

  test(`SRV-51 ${name}: appending is all or nothing`, async () => {
    const store = await filled(await fresh(), 1);
    const data = titleUpdate('x');
    const unknown = newMapId(systemEntropy);
    await expect(
      store.append([
        { mapId, data },
        { mapId: unknown, data },
      ]),
    ).rejects.toThrow('it has no row in docs');
    expect((await store.read(mapId)).head).toBe(1);
    await store.close();
  });

  test.each([0, 9, 77, 130])(`SRV-52 ${name}: flipped bit %i of an update is noticed`, async (bit) => {
    const subject = await fresh();
    await (await filled(subject, 1)).close();
    await subject.tamper(
      'UPDATE updates SET data = ? WHERE seq = 1',
      flipped(await subject.bytesOf('updates'), bit),
    );
    const store = await subject.open();
    await expect(store.read(mapId)).rejects.toThrow(DamagedLogError);
    await store.close();
  });

  test(`SRV-52 ${name}: a flipped bit in a snapshot is noticed`, async () => {
    const subject = await fresh();
    const store = await filled(subject, 5);
    await compactLog(store, mapId);
    await store.close();
    await subject.tamper(
      'UPDATE snapshots SET data = ? WHERE upto = 5',
      flipped(await subject.bytesOf('snapshots'), 33),
    );
    const again = await subject.open();
    await expect(again.read(mapId)).rejects.toThrow('snapshot 5 does not match its checksum');
    await again.close();
  });

  test.each([
    ['a record in the middle is missing', ['DELETE FROM updates WHERE seq = 2']],
    ['the first record is missing', ['DELETE FROM updates WHERE seq = 1']],
    ['the last record is missing', ['DELETE FROM updates WHERE seq = 3']],
    ['all records are missing', ['DELETE FROM updates']],
    [
      'a record stands in another’s place',
      ['DELETE FROM updates WHERE seq = 2', 'UPDATE updates SET seq = 2 WHERE seq = 3'],
    ],
  ])(`SRV-53 ${name}: a damaged log is never taken for a shorter map: %s`, async (_name, statements) => {
    const subject = await fresh();
    await (await filled(subject, 3)).close();
    for (const sql of statements) await subject.tamper(sql);
    const store = await subject.open();
    await expect(store.read(mapId)).rejects.toThrow(DamagedLogError);
    await store.close();
  });

  test(`SRV-55 ${name}: compacting replaces the log by a verified snapshot and loses nothing, twice at once too`, async () => {
    const store = await filled(await fresh(), 40);
    await Promise.all([compactLog(store, mapId), compactLog(store, mapId)]);
    const log = await store.read(mapId);
    expect([log.updates.length, log.head, log.snapshot !== null, titleOf(log)]).toEqual([0, 40, true, '40']);
    await store.append([{ mapId, data: titleUpdate('after', documentFromLog(log)) }]);
    await compactLog(store, mapId);
    await compactLog(store, mapId);
    const after = await store.read(mapId);
    expect([titleOf(after), after.head, after.updates.length]).toEqual(['after', 41, 0]);
    await store.close();
  });

  test(`SRV-56 ${name}: a snapshot that is gone is not adopted, and nothing is removed for it`, async () => {
    const store = await filled(await fresh(), 4);
    await expect(store.adoptSnapshot(mapId, 4)).rejects.toThrow('snapshot 4 is missing');
    expect(titleOf(await store.read(mapId))).toBe('4');
    await store.close();
  });
}

/** What a store that several servers write to must do as well. */
export function sharedStorageContract(name: string, fresh: () => Promise<StoreUnderTest>): void {
  /** A view that has read up to a number and takes or refuses what it missed. */
  function viewAt(
    position: number,
    answer: boolean,
  ): LogView & { readonly missed: number[]; readonly placed: number[] } {
    const missed: number[] = [];
    const placed: number[] = [];
    return {
      position,
      missed,
      placed,
      catchUp: (log) => {
        missed.push(log.updates.length);
        return answer;
      },
      refuse: () => false,
      appended: (at) => placed.push(at),
    };
  }

  test(`CLU-1 ${name}: numbers have no gaps for any reader while several servers append`, async () => {
    const subject = await fresh();
    const first = await filled(subject, 0);
    const stores = [first, await subject.open(), await subject.open()];
    const reader = await subject.open();
    const other = newMapId(systemEntropy);
    await first.create(other);
    const seen: number[] = [];
    const writing = new AbortController();
    const reading = (async () => {
      // Reading throws when a number is missing below one that is visible.
      while (!writing.signal.aborted) seen.push((await reader.read(mapId)).head);
    })();
    await Promise.all(
      stores.map(async (store, writer) => {
        for (let i = 0; i < 40; i++) {
          const data = titleUpdate(`${writer} ${i}`);
          const entries = [
            { mapId, data },
            { mapId: other, data },
            { mapId, data },
          ];
          await store.append(writer === 1 ? entries.toReversed() : entries);
        }
      }),
    );
    writing.abort();
    await reading;
    await reader.close();
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(await first.heads([mapId, other])).toEqual(
      new Map([
        [mapId, 240],
        [other, 120],
      ]),
    );
    for (const store of stores) await store.close();
  });

  test(`CLU-2 ${name}: whoever appends is shown first what others have appended, and what does not fit is left out`, async () => {
    const store = await filled(await fresh(), 3);
    const other = newMapId(systemEntropy);
    await store.create(other);
    const data = titleUpdate('x');
    const [level, behind, refusing] = [viewAt(3, true), viewAt(1, true), viewAt(2, false)];
    await store.append([
      { mapId, data, view: level },
      { mapId, data, view: refusing },
      { mapId: other, data },
      { mapId, data, view: behind },
    ]);
    expect([level.missed, level.placed]).toEqual([[], [4]]);
    expect([refusing.missed, refusing.placed]).toEqual([[2], []]);
    expect([behind.missed, behind.placed]).toEqual([[3], [5]]);
    expect(await store.heads([mapId, other])).toEqual(
      new Map([
        [mapId, 5],
        [other, 1],
      ]),
    );
    await store.close();
  });
}
