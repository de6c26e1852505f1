import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MapRole } from '../model/access';
import type { PartyFunction } from '../model/records/party';
import type { CloseCode } from '../doc/wire';

/** Why work is not safe right now. */
export type UnsafeReason =
  /** The browser's storage is full. */
  | 'storage-full'
  /** The browser keeps nothing (private window, storage switched off). */
  | 'storage-unavailable'
  /** The stored map cannot be read or written. */
  | 'storage-broken'
  /** Another tab runs a newer version of the program, which has taken the storage over. */
  | 'storage-newer'
  /** The server refused what was written here. */
  | 'refused';

/** The four states of the save indicator (promises.md, promise 3). It never claims more than is known. */
export type SaveState =
  /** Committed and synced to disk by the server, and stored on this device. */
  | { readonly kind: 'saved' }
  /** Stored on this device; `waiting` changes have not reached the server (0 for a map that is not shared). */
  | { readonly kind: 'saved-here'; readonly waiting: number; readonly shared: boolean }
  | { readonly kind: 'saving' }
  | { readonly kind: 'not-saved'; readonly reason: UnsafeReason };

/** How the connection to the server stands. */
export type ConnectionState =
  /** The map lives on this device alone. */
  | { readonly kind: 'local' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'connected' }
  /** No network, or the server is away; it is tried again by itself. */
  | { readonly kind: 'offline' }
  /** The server ended it for good. */
  | { readonly kind: 'ended'; readonly code: CloseCode };

/** How one is seen by others. */
export interface Identity {
  readonly name: string;
  readonly function: PartyFunction;
}

/** Somebody who has the map open right now; oneself is not among them. */
export interface Peer extends Identity {
  /** Awareness client id. */
  readonly id: number;
  /** Pointer, in canvas pixels at zoom 1; null when it is elsewhere. */
  readonly cursor: { readonly x: number; readonly y: number } | null;
  /** Ids of selected records. */
  readonly selection: readonly string[];
  /** Touchpoints being dragged, where they are right now on the timeline. */
  readonly drag: readonly { readonly id: string; readonly at: number; readonly offset: number }[];
  /** Id of the record whose title is being typed. */
  readonly editing: string | null;
}

export interface SessionState {
  readonly save: SaveState;
  readonly connection: ConnectionState;
  /** What one may do with the map; null when it is not shared, or the server has not said. */
  readonly role: MapRole | null;
  /** Whether the server has put the map back to a backup since this device last had it open. */
  readonly isRestored: boolean;
  readonly me: Identity | null;
  /** Names of those whose ids are stamped on what they made and said, as far as the server has told. */
  readonly authors: Readonly<Record<string, string>>;
  readonly peers: readonly Peer[];
}

export type SessionStore = StoreApi<SessionState>;

/** The session of one tab with one map: whether it is saved, who is here. Written by `src/sync` alone. */
export function createSessionStore(me: Identity | null = null): SessionStore {
  return createStore<SessionState>(() => ({
    save: { kind: 'saving' },
    connection: { kind: 'local' },
    role: null,
    isRestored: false,
    me,
    authors: {},
    peers: [],
  }));
}
