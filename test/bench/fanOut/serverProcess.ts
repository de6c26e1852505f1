import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { startServer } from '../../../server/server';
import { importPeer } from '../peers/importPeer';

/** Which server a process runs: ours, or the reference one, which stores nothing. */
export type ServerKind = 'throughline' | 'reference';

/** What the process answers to any message: the processor time it has used so far. */
export interface ServerUsage {
  readonly cpuMs: number;
}

/** What the process says once it listens. */
export interface ServerReady {
  readonly port: number;
}

interface ReferenceServer {
  setupWSConnection(socket: WebSocket, request: IncomingMessage): void;
}

async function startReference(): Promise<number> {
  const { setupWSConnection } = await importPeer<ReferenceServer>('@y/websocket-server/utils');
  const server = createServer();
  new WebSocketServer({ server }).on('connection', setupWSConnection);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function main(kind: string | undefined, dataFolder: string | undefined): Promise<void> {
  const port =
    kind === 'reference'
      ? await startReference()
      : (await startServer({ port: 0, dataFolder: dataFolder ?? '' })).port;
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMs: (user + system) / 1_000 } satisfies ServerUsage);
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ port } satisfies ServerReady);
}

await main(process.argv[2], process.argv[3]);
