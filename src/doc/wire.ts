import { kinds } from '../model/kinds';

/**
 * What browser and server say to each other. The base is the y-websocket protocol (message types 0, 1 and 3 of
 * y-protocols); a client that offers `subprotocol` also gets acknowledgements.
 */
export const subprotocol = 'throughline.1';

/**
 * How a socket is opened: what is offered beside `subprotocol` is this, then a ticket. Addresses end up in logs and
 * histories, what is offered does not.
 */
export const ticketProtocolPrefix = 'ticket.';
/** The ticket among what a client offers; null without one. */
export function offeredTicket(protocols: readonly string[]): string | null {
  const offered = protocols.find((protocol) => protocol.startsWith(ticketProtocolPrefix));
  return offered?.slice(ticketProtocolPrefix.length) ?? null;
}
/** How long a ticket may wait to be used, ms. */
export const ticketLifeMs = 60_000;

/** First number of every frame, as in y-websocket. */
export const messageType = {
  sync: 0,
  awareness: 1,
  queryAwareness: 3,
  /**
   * Server → client, only after `subprotocol` was agreed: a varUint, the number of this connection's frames that
   * carried document content (sync step 2 and update) and are now committed and synced to disk. Cumulative.
   */
  acknowledge: 100,
  /** Server → client, only after `subprotocol` was agreed: a varString, the role the client has from now on. */
  role: 101,
  /** Client → server: a varUint (the client's number for it) and a varString (a `CommentCommand` as JSON). */
  command: 102,
  /** Server → client: the number of a command and a varString (its `CommentResult` as JSON), once it is committed. */
  commandResult: 103,
  /**
   * Server → client, only after `subprotocol` was agreed: a varUint, how often an older copy was put in the map's place
   * (a restored backup).
   */
  epoch: 104,
} as const;

/** Second number of a sync frame, as in y-protocols. */
export const syncType = { step1: 0, step2: 1, update: 2 } as const;

/** Why the server closes a connection. 44xx end the attempt, the others are tried again. */
export const closeCode = {
  unsupportedData: 1003,
  goingAway: 1001,
  malformed: 4400,
  /** The ticket opens nothing, or not any more: with a fresh one it may go on. */
  ticketRefused: 4401,
  forbidden: 4403,
  noSuchMap: 4404,
  /** Something was taken out of the map for good: what it says now is to be had by coming back. */
  purged: 4409,
  tooBig: 4413,
  invalidUpdate: 4422,
  clientTooOld: 4426,
  draining: 4503,
  /** Somebody who is connected writes under this client id: perhaps oneself, on a line that broke unnoticed. */
  idInUse: 4509,
  slowDown: 4529,
} as const;
export type CloseCode = (typeof closeCode)[keyof typeof closeCode];

/** Path of the socket of a map: `/sync/{mapId}`. */
export const syncPath = '/sync';
/** Path of a map's room over HTTP: `PUT /api/maps/{mapId}` makes it (201) or finds it (200). Asking never makes one. */
export const mapsPath = '/api/maps';

/** Who one is to the server: `GET` and `PUT {name, actor}`. */
export const mePath = '/api/me';
/** Begins a sign-in, where the server offers it: `GET …?return=/m/…`. Below it comes what ends one. */
export const signInPath = '/api/sign-in';
export const signOutPath = '/api/sign-out';

/** What a map's audit log tells of. */
export const auditEvents = [
  'made',
  'opened',
  'link-created',
  'link-redeemed',
  'link-revoked',
  'role-changed',
  'access-removed',
  'address-closed',
  'write-refused',
  'exported',
] as const;
export type AuditEvent = (typeof auditEvents)[number];

/** What `GET /api/maps/{mapId}/state` answers with: the whole document as one gzipped update. */
export const stateContentType = 'application/vnd.throughline.state';

/** Limits that both sides hold (promises.md). Bytes unless said otherwise. */
export const wireLimits = {
  frame: 1_048_576,
  map: 20 * 1_048_576,
  awareness: 4_096,
  /** Frames a second a client may send on average, and at once. */
  updatesPerSecond: 60,
  updateBurst: 300,
  /** How often a second a client hears what others show, at most. */
  awarenessPerSecond: 20,
  connectionsPerRoom: 100,
  bufferedPerConnection: 8 * 1_048_576,
  /** Nesting of shared types: document → kind → record → long text. */
  depth: 8,
  recordsPerKind: 20_000,
} as const;

/** Name of the map at the top of the document that holds the map's own fields. */
export const mapRoot = 'map';
/** Name of the map at the top of the document that holds the schema version. */
export const metaRoot = 'meta';
/** Every top-level name a document may have; an update that brings another is refused. */
export const rootNames: ReadonlySet<string> = new Set([...kinds, mapRoot, metaRoot]);
