import type { MapRole } from '../../src/model/access';
import type { CloseCode } from '../../src/doc/wire';

/** What a room knows of a connection. */
export interface Member {
  /** Who is behind it, as far as the server can tell: tabs of one browser share a principal, nobody else does. */
  readonly principal: string;
  /** Who it is for good, so that its client ids stay its own; null when it may never be recognised again. */
  readonly writer: string | null;
  /** What it may do right now. */
  readonly role: MapRole;
  send(frame: Uint8Array): void;
  /** Sends the answer to a state request. It may be far larger than what a slow reader may leave lying. */
  sendState(frame: Uint8Array): void;
  /** Tells how many content frames of this connection are committed so far; only if it asked to be told. */
  acknowledge(count: number): void;
  /** Ends the connection. A problem is something the operator should read about. */
  close(code: CloseCode, problem?: string): void;
}
