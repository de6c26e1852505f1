import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { WebSocketServer, type WebSocket } from 'ws';
import { importPeer } from '../peers/importPeer';
import { reportToBench } from './processReport';
import type { ServerKind } from './serverKind';

interface ReferenceServer {
  setupWSConnection(socket: WebSocket, request: IncomingMessage): void;
}

interface HocuspocusModule {
  readonly Server: new (options: Readonly<Record<string, unknown>>) => {
    listen(): Promise<unknown>;
    destroy(): Promise<unknown>;
    readonly httpServer: { address(): AddressInfo };
  };
}

interface SqliteExtension {
  readonly db: { get(statement: string, done: (error: Error | null) => void): void };
}

interface SqliteModule {
  readonly SQLite: new (options: { readonly database: string }) => SqliteExtension;
}

async function startReference(port: number): Promise<void> {
  const { setupWSConnection } = await importPeer<ReferenceServer>('@y/websocket-server/utils');
  const server = createServer();
  new WebSocketServer({ server }).on('connection', setupWSConnection);
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  reportToBench((server.address() as AddressInfo).port, () => Promise.resolve());
}

/** With its settings as they come: what was edited is stored after two seconds of quiet, after ten at the latest. */
async function startHocuspocus(dataFolder: string, port: number): Promise<void> {
  const { Server } = await importPeer<HocuspocusModule>('@hocuspocus/server');
  const { SQLite } = await importPeer<SqliteModule>('@hocuspocus/extension-sqlite');
  const sqlite = new SQLite({ database: join(dataFolder, 'hocuspocus.sqlite') });
  const server = new Server({
    port,
    address: '127.0.0.1',
    quiet: true,
    stopOnSignals: false,
    extensions: [sqlite],
  });
  await server.listen();
  while (!(await hasTable(sqlite))) await new Promise((resolve) => setTimeout(resolve, 20));
  reportToBench(server.httpServer.address().port, async () => void (await server.destroy()));
}

/** It listens before its table has been made; who comes too early is never answered. */
function hasTable({ db }: SqliteExtension): Promise<boolean> {
  return new Promise((resolve) => {
    db.get('SELECT 1 FROM documents', (error) => resolve(error === null));
  });
}

async function main(kind: ServerKind, dataFolder = '', port = 0): Promise<void> {
  if (kind === 'hocuspocus') await startHocuspocus(dataFolder, port);
  else await startReference(port);
}

await main(process.argv[4] as ServerKind, process.argv[2], Number(process.argv[3]));
