import type { MapRole } from '../../src/model/access';

/** What a ticket lets in: one browser, to one map, with the rights it had. The ticket itself is not stored. */
export interface StoredTicket {
  readonly mapId: string;
  /** As in `Caller`. */
  readonly device: string;
  readonly isRecognised: boolean;
  readonly account: string | null;
  readonly role: MapRole;
  /** What the role rested on, as `EffectiveRole.generation`. */
  readonly generation: string;
  /** ms since 1970. */
  readonly expiresAt: number;
}

/** Tickets that nobody has used yet, each under a hash of it. */
export interface TicketStore {
  /** Keeps a ticket, and may forget those that ended before `at`. */
  put(hash: string, ticket: StoredTicket, at: number): Promise<void>;
  /** Takes a ticket out, ended or not: of all who ask, in whatever process, one gets it. Null when there is none. */
  take(hash: string): Promise<StoredTicket | null>;
}
