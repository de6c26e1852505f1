import { expect, test } from 'vitest';
import { LogFollower } from '../../server/cluster/logFollower';
import type { RelayedUpdate } from '../../server/cluster/relayMessages';
import { checksum } from '../../server/storage/checksum';
import { openSqliteLogStore } from '../../server/storage/sqliteLogStore';
import { newMapId, systemEntropy } from '../../src/model/ids';
import { temporaryFolder, until } from './support/testServer';
import { WatchedStore } from './support/watchedStore';

const mapId = newMapId(systemEntropy);

function relayed(position: number): RelayedUpdate {
  const data = Uint8Array.of(position);
  return { position, data, sha256: checksum(mapId, position, data), writers: [] };
}

/** A follower of a log with so many updates, each the byte of its number. */
async function following(updates: number): Promise<{
  readonly follower: LogFollower;
  readonly store: WatchedStore;
  readonly taken: number[];
  readonly state: { isLost: boolean };
}> {
  const store = new WatchedStore(openSqliteLogStore(temporaryFolder(), () => 0));
  await store.create(mapId);
  for (let i = 1; i <= updates; i++) await store.append([{ mapId, data: Uint8Array.of(i) }]);
  const taken: number[] = [];
  const state = { isLost: false };
  const follower = new LogFollower({
    mapId,
    store,
    log: () => undefined,
    apply: (parts) => taken.push(...parts.map((part) => part[0] ?? 0)) > 0,
    lost: () => (state.isLost = true),
    committed: () => undefined,
  });
  return { follower, store, taken, state };
}

test('CLU-8 updates are taken in order, each once, however the relay delivers them', async () => {
  const { follower, store, taken } = await following(8);
  follower.hear(relayed(3));
  expect([taken, store.reads]).toEqual([[], 0]);
  follower.start(2);
  await until('what was heard before the start is read', () => follower.position === 8);
  expect(taken).toEqual([3, 4, 5, 6, 7, 8]);
  follower.hear(relayed(8));
  follower.hear(relayed(5));
  follower.hear(relayed(9));
  expect([taken.at(-1), taken.length, store.reads]).toEqual([9, 7, 1]);
  await store.close();
});

test('CLU-8 a relayed update that is not what was stored is read from the database', async () => {
  const { follower, store, taken } = await following(2);
  follower.start(1);
  follower.hear({ ...relayed(2), data: Uint8Array.of(99) });
  await until('it has been read', () => follower.position === 2);
  expect(taken).toEqual([2]);
  await store.close();
});

test('CLU-8 numbers nobody has stored lead to nothing', async () => {
  const { follower, store, taken, state } = await following(1);
  follower.start(1);
  follower.hear(relayed(1_000));
  await until('the database has been asked', () => store.reads === 1);
  follower.noteHead(1);
  await until('it goes on from where it is', () => follower.position === 1);
  expect([taken, state.isLost]).toEqual([[], false]);
  await store.close();
});

test('CLU-9 a log that has become shorter ends the room: an older copy was put in place of the database', async () => {
  const { follower, store, state } = await following(1);
  follower.start(4);
  expect(follower.catchUp(await store.read(mapId, 4))).toBe(false);
  expect(state.isLost).toBe(true);
  await store.close();
});
