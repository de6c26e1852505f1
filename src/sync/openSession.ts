import * as Y from 'yjs';
import type { JourneyDocument } from '../doc/journeyDocument';
import { origins } from '../doc/origins';
import { loadDocument } from '../doc/loadDocument';
import { closeCode, type CloseCode } from '../doc/wire';
import type { LinkProblem } from '../model/access';
import type { CommentCommand, CommentResult } from '../model/commentCommand';
import { isMapId } from '../model/ids';
import type { Identity } from '../store/session';
import { AccessClient } from './accessClient';
import { loadState } from './firstLoad';
import { MapSession } from './mapSession';
import type { Presence } from './presence';
import { readForOpening, type StoredReading } from './readForOpening';
import type { MergeResult, SessionParts, ShareResult } from './sessionParts';
import type { StorageProblem } from './storageProblem';
import type { MapRow } from './storeDatabase';

/** Why a map cannot be opened. */
export type OpenProblem =
  | StorageProblem
  /** Neither this device nor the server knows it. */
  | 'no-such-map'
  /** This device does not know it and the server cannot be asked. */
  | 'offline-unknown'
  /** The server does not let this program in. */
  | 'refused'
  /** One's access to it was taken away, or ended. */
  | 'access-ended'
  /** The link opens nothing. */
  | `link-${LinkProblem}`
  /** It is in “Recently deleted” on this device. */
  | 'deleted';

/** An open map, without the parts that need the user interface. */
export interface OpenedSession {
  readonly ok: true;
  readonly document: JourneyDocument;
  readonly presence: Pick<Presence, 'cursor' | 'selection' | 'drag' | 'editing'>;
  /** Stored pieces that could not be read and were set aside (`exportSetAside`). */
  readonly damaged: number;
  /** Why the link one came by opens nothing; null when it does, or there was none. The map is open all the same. */
  readonly linkProblem: LinkProblem | null;
  /** The map whose server refused what this one holds; null for any other map. */
  readonly recoveredFrom: string | null;
  /** Who may open the map, as the server keeps it; null without a server. */
  readonly access: AccessClient | null;
  /** Has the server write a comment: for those who may comment but not edit. */
  comment(command: CommentCommand): Promise<CommentResult>;
  /** Asks who is behind the ids stamped on what people made and said. */
  loadAuthors(): Promise<void>;
  /** Gives the map a room on the server. */
  share(): Promise<ShareResult>;
  /** Merges Yjs bytes of this very map. */
  merge(bytes: Uint8Array): MergeResult;
  /** How one is seen by others from now on. */
  identify(identity: Identity): void;
  /** Stores what waits now. */
  flush(): Promise<void>;
  /** Stores what waits and lets go of everything, the document included. */
  close(): Promise<void>;
}

export type OpenSessionResult = OpenedSession | { readonly ok: false; readonly reason: OpenProblem };

/** How long an unknown map is waited for, ms, and how many failed attempts are enough. */
const patience = { ms: 10_000, attempts: 2 } as const;

/** Which map to open, and how one came to it. */
export interface MapToOpen {
  readonly mapId: string;
  /** What this device has of it, if reading has begun already (`readForOpening`). */
  readonly reading?: StoredReading;
  /** Secret of the link one came by; null or absent without one. */
  readonly secret?: string | null;
}

/**
 * Opens a map: from this device when it is here, without waiting for any network; else by its link, from the server, and
 * then keeps it here too. A link is redeemed first.
 */
export async function openSession(options: SessionParts & MapToOpen): Promise<OpenSessionResult> {
  const { mapId, server, entropy, secret = null } = options;
  if (!isMapId(mapId)) return { ok: false, reason: 'no-such-map' };
  const redeemed = server && secret !== null ? await new AccessClient(server, mapId).redeem(secret) : null;
  const linkProblem = redeemed && !redeemed.ok && redeemed.reason !== 'offline' ? redeemed.reason : null;
  const ticket = redeemed?.ok === true ? { ticket: redeemed.ticket, givenAt: entropy.now() } : null;
  const result = await openKnownOrJoin({ ...options, ticket });
  if (result.ok) return { ...result, linkProblem };
  const isLinkToBlame = linkProblem !== null && ['no-such-map', 'access-ended'].includes(result.reason);
  return isLinkToBlame ? { ok: false, reason: `link-${linkProblem}` } : result;
}

async function openKnownOrJoin(options: SessionParts & MapToOpen): Promise<OpenSessionResult> {
  const { mapId, store } = options;
  let loaded = await (options.reading ?? readForOpening(store, mapId));
  let ydoc = loaded.ok && loaded.value ? documentOf(loaded.value.updates) : null;
  if (loaded.ok && loaded.value && !ydoc) {
    loaded = await store.loadMap(mapId);
    ydoc = loaded.ok && loaded.value ? documentOf(loaded.value.updates) : null;
  }
  if (loaded.ok && loaded.value) {
    if (loaded.value.row.deletedAt !== null) return { ok: false, reason: 'deleted' };
    if (!ydoc) return { ok: false, reason: 'storage-broken' };
    const { row, updates, unsent, damaged, crowd, isUnwritten } = loaded.value;
    const session = new MapSession(options, { row, ydoc, unsent, crowd });
    const isHeadless = updates.length === 0 || damaged > 0 || ydoc.store.pendingStructs !== null;
    if (session.document.schemaVersion === 0 && isHeadless) return healed(session, options, damaged);
    if (isUnwritten) session.log.addWholeState();
    return opened(session, damaged);
  }
  const joined = await joinByLink(options, mapId);
  // A device that keeps nothing can still take part; when not even that works, its storage is the cause to name: the map
  // may well be in it.
  return joined.ok || loaded.ok ? joined : loaded;
}

/** The document of stored updates; null when Yjs cannot make one of them although their checksums fit. */
function documentOf(updates: readonly Uint8Array[]): Y.Doc | null {
  try {
    return loadDocument(updates, origins.stored);
  } catch {
    return null;
  }
}

/**
 * A map of which not even the beginning can be read would look empty. The server still has it if it was shared; else it is
 * not opened, and everything that is stored of it stays as it is.
 */
async function healed(session: MapSession, parts: SessionParts, damaged: number): Promise<OpenSessionResult> {
  const problem = session.connection ? await firstSync(session, parts) : 'storage-broken';
  if (problem === null && session.document.schemaVersion > 0) {
    session.log.addWholeState();
    return opened(session, damaged);
  }
  session.discard();
  return { ok: false, reason: 'storage-broken' };
}

async function joinByLink(parts: SessionParts, mapId: string): Promise<OpenSessionResult> {
  const { server, scheduler, entropy } = parts;
  if (!server) return { ok: false, reason: 'offline-unknown' };
  const state = await loadState(mapId, { server, scheduler, entropy });
  const session = new MapSession(parts, {
    row: unknownRow(mapId, entropy.now()),
    // Only what has been edited since is left for the socket.
    ydoc: (state && documentOf([state])) ?? new Y.Doc(),
    unsent: [],
    crowd: { rows: 0, bytes: 0 },
  });
  const problem = await firstSync(session, parts);
  if (problem) {
    session.discard();
    return { ok: false, reason: problem };
  }
  session.log.addWholeState();
  return opened(session, 0);
}

/** Waits until the server has handed over what it holds. Returns why it did not, or null. */
async function firstSync(
  session: MapSession,
  { scheduler, session: store, page }: SessionParts,
): Promise<OpenProblem | null> {
  return new Promise((resolve) => {
    const finish = (problem: OpenProblem | null): void => {
      stopWaiting();
      stopWatching();
      resolve(problem);
    };
    const look = (): void => {
      const { connection } = session;
      if (!connection) return;
      const { state, failures } = connection;
      if (state.kind === 'connected') finish(null);
      else if (state.kind === 'ended') finish(endedProblem(state.code));
      else if (state.kind === 'offline' && (failures >= patience.attempts || !page.isOnline()))
        finish('offline-unknown');
    };
    const stopWaiting = scheduler.after(patience.ms, () => finish('offline-unknown'));
    const stopWatching = store.subscribe(look);
    look();
  });
}

function endedProblem(code: CloseCode): OpenProblem {
  if (code === closeCode.noSuchMap) return 'no-such-map';
  return code === closeCode.forbidden ? 'access-ended' : 'refused';
}

function unknownRow(id: string, now: number): MapRow {
  return {
    id,
    title: '',
    createdAt: now,
    changedAt: now,
    changedBy: null,
    owner: false,
    shared: true,
    thumbnail: null,
    deletedAt: null,
    epoch: null,
    counts: { touchpoints: 0, stages: 0, systems: 0 },
  };
}

function opened(session: MapSession, damaged: number): OpenedSession {
  return {
    ok: true,
    document: session.document,
    presence: session.presence,
    damaged,
    linkProblem: null,
    recoveredFrom: session.recoveredFrom,
    access: session.access,
    comment: (command) => session.comment(command),
    loadAuthors: () => session.loadAuthors(),
    share: () => session.share(),
    merge: (bytes) => session.merge(bytes),
    identify: (identity) => session.identify(identity),
    flush: () => session.log.flush(),
    close: () => session.close(),
  };
}
