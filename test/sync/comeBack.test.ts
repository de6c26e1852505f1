import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { syncPath } from '../../src/doc/wire';
import { AccessClient } from '../../src/sync/accessClient';
import { Connection } from '../../src/sync/connection';
import { Outbox } from '../../src/sync/outbox';
import { systemScheduler } from '../../src/sync/scheduler';
import { startServer } from '../../server/server';
import { makeMap, runServer, temporaryFolder, until } from '../server/support/testServer';
import { CookieJar } from '../support/cookieJar';
import { seededEntropy } from './support/device';

const clients = 50;

test('LOAD-4 after a restart under 50 clients all are back within 15 s, at most 30 % of them in the first second', async () => {
  const dataFolder = temporaryFolder();
  const first = await runServer({ dataFolder });
  const mapId = await makeMap(first);
  let backAt: (number | undefined)[] = [];
  const connections = Array.from({ length: clients }, (_, index) => {
    const ydoc = new Y.Doc();
    const jar = new CookieJar();
    const access = new AccessClient({ httpUrl: first.url, socketUrl: '', fetch: jar.fetch }, mapId);
    const connection: Connection = new Connection({
      url: first.url.replace('http', 'ws') + syncPath,
      mapId,
      ydoc,
      awareness: new Awareness(ydoc),
      outbox: new Outbox(0),
      maySend: () => true,
      entropy: seededEntropy(index + 1),
      scheduler: systemScheduler,
      page: { isHidden: () => false, isOnline: () => true, observe: () => () => undefined },
      tickets: () => access.ticket(),
      webSocket: WebSocket as unknown as typeof globalThis.WebSocket,
      onRole: () => undefined,
      onEpoch: () => undefined,
      onChange: () => {
        if (connection.state.kind === 'connected') backAt[index] ??= performance.now();
      },
    });
    onTestFinished(() => connection.close());
    connection.connect();
    return connection;
  });

  await until('all are connected', () => connections.every(({ state }) => state.kind === 'connected'));
  await first.close();
  backAt = [];
  const again = await startServer({ port: first.port, dataFolder });
  onTestFinished(() => again.close());
  const restarted = performance.now();
  await until('all are back', () => backAt.filter((at) => at !== undefined).length === clients, 15_000);
  const inFirstSecond = backAt.filter((at) => (at ?? 0) - restarted < 1_000).length;
  expect(inFirstSecond).toBeLessThanOrEqual(clients * 0.3);
});
