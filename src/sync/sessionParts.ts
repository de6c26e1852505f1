import type * as Y from 'yjs';
import type { Entropy } from '../model/ids';
import type { SessionStore } from '../store/session';
import type { UpdateProblem } from './checkUpdate';
import type { LocalStore } from './localStore';
import type { PageLife } from './pageLife';
import type { RoomProblem, ServerAddress } from './rooms';
import type { Scheduler } from './scheduler';
import type { MapRow, UnsentRow } from './storeDatabase';
import type { TicketAtHand } from './ticketSocket';
import type { Crowd } from './updateRows';

/** What a session works with, whichever map it opens. */
export interface SessionParts {
  readonly store: LocalStore;
  readonly session: SessionStore;
  readonly entropy: Entropy;
  /** Opaque id of this browser profile. */
  readonly actor: string;
  readonly scheduler: Scheduler;
  readonly page: PageLife;
  /** The server, or null when there is none to talk to. */
  readonly server: ServerAddress | null;
  /** Came with the link that was redeemed; opens the first connection. */
  readonly ticket?: TicketAtHand | null;
}

/** What a session starts from. */
export interface SessionStart {
  readonly row: MapRow;
  /** The Yjs document with everything stored in it, filled before anything listens. */
  readonly ydoc: Y.Doc;
  readonly unsent: readonly UnsentRow[];
  readonly crowd: Crowd;
}

/** Why a map was not given a room. */
export type ShareProblem = RoomProblem | 'not-owner';
/** What came of giving it one. */
export type ShareResult = { readonly ok: true } | { readonly ok: false; readonly reason: ShareProblem };
/** What came of merging bytes of the same map. */
export type MergeResult = { readonly ok: true } | { readonly ok: false; readonly reason: UpdateProblem };
