import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemEntropy, type Entropy } from '../src/model/ids';
import { systemClock, type Clock } from './clock';
import { AccessControl } from './access/accessControl';
import { LiveAccess } from './access/liveAccess';
import { Tickets } from './access/tickets';
import { SignIn, type SignInSettings } from './access/signIn';
import { httpListener, type Readiness } from './http/http';
import { MapStates } from './http/mapStates';
import type { Log } from './log';
import { Metrics } from './metrics';
import { DocumentThread } from './offThread/documentThread';
import { isLoopbackName } from './origin';
import { perform, type Operation, type Outcome } from './operations/operation';
import type { Workplace } from './operations/rewriteMaps';
import { Rooms } from './rooms/rooms';
import { CommitQueue } from './storage/commitQueue';
import type { LogStore } from './storage/logStore';
import { openStorage } from './storage/openStorage';
import type { SqliteDatabase } from './storage/sqliteDatabase';
import { serveSync } from './sync/syncServer';

/**
 * How long updates are collected before they are committed together, ms. Syncing to disk and sending are what an edit
 * costs, and both are done once for all that came meanwhile; nobody sees 8 ms.
 */
const commitWindowMs = 8;
/** How long closing may take before connections are cut, ms (promises: draining takes 10 s at most). */
const drainLimitMs = 8_000;

/** How long a connection may take to say who it is and what it wants, ms: all of that is in the request's headers. */
const authenticateMs = 5_000;

const utf8 = new TextEncoder();

/** How long the store may take to show that it is there, ms. */
const readyWithinMs = 3_000;

export interface ServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Address to listen on; this machine alone unless stated. */
  readonly host?: string | undefined;
  readonly dataFolder: string;
  /** Address of a Postgres database to use in place of the data folder, alone or together with other servers. */
  readonly postgres?: string | undefined;
  /** Address of a Redis or Valkey that servers on one Postgres tell each other through. */
  readonly redis?: string | undefined;
  /** Folder of the built app; without one only API and sync are served. */
  readonly staticFolder?: string | undefined;
  /** Origins of pages beside the server's own that may use it. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** The company's sign-in service; guests come by links alone without one. */
  readonly signIn?: SignInSettings | null | undefined;
  readonly clock?: Clock;
  readonly entropy?: Entropy;
  readonly log?: Log;
  /** Wraps the store, so that a test can watch it, hold it up, or make it fail. */
  readonly wrapStore?: (store: LogStore) => LogStore;
  /** Is shown the embedded database before it is used, so that a test can fill it up or stop in the middle of a commit. */
  readonly inspectDatabase?: (database: SqliteDatabase) => void;
}

export interface RunningServer {
  readonly port: number;
  /** Where the app is, without a slash at the end. */
  readonly url: string;
  /** How many maps are being worked on. */
  rooms(): number;
  /** What has been counted, in the text format of Prometheus. */
  metrics(): string;
  /** Does what the operator asks for while work goes on. */
  operate(operation: Operation): Promise<Outcome>;
  /** Stores what was received, sends everybody off with 4503 and stops. Takes 10 s at most. */
  close(): Promise<void>;
}

/**
 * Starts the server. Rejects when the data folder cannot be used (no rights, damaged, in use by another server) or the
 * port is taken.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host = '127.0.0.1', clock = systemClock, entropy = systemEntropy, log = () => undefined } = options;
  const storage = await openStorage({ ...options, clock, entropy, log });
  const { store, cluster } = storage;
  const live = new LiveAccess(storage.access, clock, log);
  cluster?.onAccessChange((mapId) => live.recheckSoon(mapId));
  const access = new AccessControl({ store: storage.access, maps: store, live, clock, entropy });
  const tickets = new Tickets({ store: storage.tickets, access, clock, entropy });
  const metrics = new Metrics();
  const commits = new CommitQueue(store, clock, commitWindowMs, metrics);
  const thread = new DocumentThread(clock);
  const rooms = new Rooms({ store, commits, clock, log, entropy, thread, cluster });
  const states = new MapStates(store, thread, clock);
  cluster?.onClosing((mapId) => {
    states.forget();
    if (mapId !== null) rooms.close(mapId);
  });
  const workplace: Workplace = {
    whileClosed: (mapId, work) => rooms.whileClosed(mapId, work),
    forget: () => states.forget(),
    rewrite: (updates, text, replacement) =>
      thread.run('rewrite', [utf8.encode(text), utf8.encode(replacement), ...updates]),
    snapshot: (updates) => thread.run('snapshot', updates),
  };
  const origins = { allowedOrigins: new Set(options.allowedOrigins), isLoopback: isLoopbackName(host) };
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: authenticateMs, connectionsCheckingInterval: 1_000 },
    httpListener({
      states,
      access,
      tickets,
      origins,
      entropy,
      log,
      staticFolder: options.staticFolder,
      roomCount: () => rooms.size,
      signIn: options.signIn ? new SignIn(options.signIn, storage.access, entropy) : null,
      readiness: () => readinessOf(store, rooms),
    }),
  );
  const sockets = serveSync(server, { metrics, rooms, access, tickets, origins, clock, entropy, log });
  try {
    await listen(server, options.port, host);
  } catch (error) {
    live.close();
    await storage.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    const stopped = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const cut = setTimeout(() => {
      sockets.cut();
      server.closeAllConnections();
    }, drainLimitMs);
    await rooms.drain();
    await stopped;
    clearTimeout(cut);
    metrics.close();
    thread.close();
    live.close();
    await storage.close();
  };
  return {
    port,
    url: `http://${urlHost(host)}:${port}`,
    rooms: () => rooms.size,
    metrics: () => metrics.text({ rooms: () => rooms.size, connections: () => sockets.count() }),
    operate: (operation) => perform(operation, storage, workplace),
    close: () => (closing ??= close()),
  };
}

/** Whether requests should be sent here: not while everybody is being let go, and not while nothing can be stored. */
async function readinessOf(store: LogStore, rooms: Rooms): Promise<Readiness> {
  if (rooms.isDraining) return 'draining';
  const tooLong = new Promise<never>((_resolve, reject) =>
    setTimeout(() => reject(new Error('timeout')), readyWithinMs).unref(),
  );
  try {
    await Promise.race([store.heads(['ready']), tooLong]);
    return 'ready';
  } catch {
    return 'store-unreachable';
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** A host as it stands in an address that this machine can open. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
