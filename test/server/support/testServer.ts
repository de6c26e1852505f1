import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { WebsocketProvider } from 'y-websocket';
import { mapsPath, messageType, subprotocol, syncPath, ticketProtocolPrefix } from '../../../src/doc/wire';
import { newMapId, systemEntropy } from '../../../src/model/ids';
import { noAnswer, ticketSockets, type TicketResult } from '../../../src/sync/ticketSocket';
import { startServer, type RunningServer, type ServerOptions } from '../../../server/server';
import * as decoding from 'lib0/decoding';
import { ticketProtocol } from './tickets';

/** A folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What the server said, for tests that look at its log. */
export interface TestServer extends RunningServer {
  readonly lines: readonly string[];
}

/** A real server on a free port, stopped when the test ends. */
export async function runServer(options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const lines: string[] = [];
  const dataFolder = options.dataFolder ?? temporaryFolder();
  const server = await startServer({ port: 0, log: (line) => lines.push(line), ...options, dataFolder });
  onTestFinished(() => server.close());
  return { ...server, lines };
}

/** Makes a map that its address opens to everybody, as a plain client needs it, and returns its id. */
export async function makeMap(
  server: { readonly url: string },
  mapId = newMapId(systemEntropy),
): Promise<string> {
  const response = await fetch(`${server.url}${mapsPath}/${mapId}`, {
    method: 'PUT',
    body: JSON.stringify({ addressRole: 'editor' }),
  });
  if (!response.ok) throw new Error(`PUT answered ${response.status}`);
  return mapId;
}

export function syncUrl(server: { readonly url: string }): string {
  return server.url.replace('http', 'ws') + syncPath;
}

/** A full client: the real y-websocket provider on a real socket. */
export interface Peer {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** Last number of committed frames the server told, 0 before the first. */
  readonly acknowledged: () => number;
}

export interface PeerOptions {
  readonly protocols?: string[];
  readonly doc?: Y.Doc;
  readonly cookie?: string;
}

/** Connects a y-websocket client. It is destroyed when the test ends. */
export function connectPeer(
  server: { readonly url: string },
  mapId: string,
  options: PeerOptions = {},
): Peer {
  const doc = options.doc ?? new Y.Doc();
  const { cookie } = options;
  const Platform = WebSocket as unknown as typeof globalThis.WebSocket;
  const tickets = (): Promise<TicketResult> =>
    ticketProtocol(server, mapId, cookie ?? '').then(
      (offer) => ({ ok: true, ticket: offer.slice(ticketProtocolPrefix.length) }),
      () => ({ ok: false, code: noAnswer }),
    );
  const provider = new WebsocketProvider(syncUrl(server), mapId, doc, {
    // Without a cookie it is a plain client, which knows nothing of tickets.
    WebSocketPolyfill: cookie === undefined ? Platform : ticketSockets(tickets, Platform),
    protocols: options.protocols ?? [subprotocol],
    disableBc: true,
  });
  let acknowledged = 0;
  provider.messageHandlers[messageType.acknowledge] = (_encoder, decoder) => {
    acknowledged = decoding.readVarUint(decoder as decoding.Decoder);
  };
  provider.messageHandlers[messageType.role] = () => undefined;
  provider.messageHandlers[messageType.epoch] = () => undefined;
  onTestFinished(() => provider.destroy());
  return { doc, provider, acknowledged: () => acknowledged };
}

/** Waits until something holds, looking whenever the loop turns; fails after a deadline that only a bug reaches. */
export async function until(what: string, holds: () => boolean, deadlineMs = 60_000): Promise<void> {
  const end = performance.now() + deadlineMs;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** A synced client. */
export async function joinPeer(
  server: { readonly url: string },
  mapId: string,
  options: PeerOptions = {},
): Promise<Peer> {
  const peer = connectPeer(server, mapId, options);
  await until('first sync', () => peer.provider.synced);
  return peer;
}
