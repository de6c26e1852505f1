import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { closeCode, subprotocol } from '../../src/doc/wire';
import type { SqliteDatabase } from '../../server/storage/sqliteDatabase';
import { syncFrame } from '../../server/sync/frames';
import { RawClient, titleUpdate, updateOf } from './support/rawClient';
import { makeMap, runServer, temporaryFolder, until } from './support/testServer';

/** A server whose database may be made as full as a disk can be: SQLite itself refuses to write another page. */
async function serverOnDisk(dataFolder: string): Promise<{
  readonly server: Awaited<ReturnType<typeof runServer>>;
  readonly fill: () => void;
  readonly makeRoom: () => void;
}> {
  let shown: SqliteDatabase | null = null;
  const server = await runServer({ dataFolder, inspectDatabase: (database) => (shown = database) });
  const limit = (pages: number): void => void shown?.db.pragma(`max_page_count = ${pages}`);
  // It takes as much as there is, and no more.
  return { server, fill: () => limit(1), makeRoom: () => limit(1_000_000_000) };
}

const bulk = (doc: Y.Doc): Uint8Array =>
  updateOf((target) => target.getMap('map').set('bulk', 'x'.repeat(60_000)), doc);

test('SRV-63 on a full disk nothing is acknowledged and nothing that was is lost; maps open, and work goes on once there is room', async () => {
  const dataFolder = temporaryFolder();
  const { server, fill, makeRoom } = await serverOnDisk(dataFolder);
  const mapId = await makeMap(server);
  const doc = new Y.Doc();
  const writer = await new RawClient(server, mapId, [subprotocol]).synced();
  const bystander = await new RawClient(server, mapId).synced();
  writer.sendUpdate(titleUpdate('Stored', doc));
  await until('it is stored', () => writer.acknowledgements.at(-1) === 1);
  fill();
  writer.sendUpdate(bulk(doc));
  expect([await writer.closed(), await bystander.closed()]).toEqual([closeCode.draining, closeCode.draining]);
  expect([writer.acknowledgements, bystander.doc.getMap('map').toJSON()]).toEqual([[1], { title: 'Stored' }]);
  expect(server.lines.some((line) => /an append failed: .*full/.test(line))).toBe(true);
  // Still full: whoever has not been here before may look.
  const reader = await new RawClient(server, mapId).synced();
  expect(reader.doc.getMap('map').toJSON()).toEqual({ title: 'Stored' });
  const again = await new RawClient(server, mapId, [subprotocol]).synced();
  again.send(syncFrame('step2', Y.encodeStateAsUpdate(doc)));
  expect([await again.closed(), again.acknowledgements]).toEqual([closeCode.draining, []]);
  makeRoom();
  const last = await new RawClient(server, mapId, [subprotocol]).synced();
  last.send(syncFrame('step2', Y.encodeStateAsUpdate(doc)));
  await until('it is stored at last', () => last.acknowledgements.at(-1) === 1);
  await server.close();
  const { server: restarted } = await serverOnDisk(dataFolder);
  const newcomer = await new RawClient(restarted, mapId).synced();
  expect(newcomer.doc.getMap('map').toJSON()).toEqual(doc.getMap('map').toJSON());
});
