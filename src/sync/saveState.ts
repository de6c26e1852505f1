import { closeCode, type CloseCode } from '../doc/wire';
import type { ConnectionState, SaveState } from '../store/session';
import { unsafeReasonOf, type StorageProblem } from './storageProblem';

/** What is known about where the work is. */
export interface SaveFacts {
  /** Whether everything made on this device is stored on it. */
  readonly stored: boolean;
  /** Why the last write failed. */
  readonly problem: StorageProblem | null;
  /** Whether the map has a room on the server. */
  readonly shared: boolean;
  /** Changes the server has not acknowledged. */
  readonly waiting: number;
  /** Whether frames are on their way that the server has not acknowledged. */
  readonly inFlight: boolean;
  /** Whether this program may send at all; it may not once a newer one has written the map. */
  readonly maySend: boolean;
  readonly connection: ConnectionState;
}

/** Codes after which what waits will not be taken, however often it is offered. */
const refusing: ReadonlySet<CloseCode> = new Set([
  closeCode.malformed,
  closeCode.forbidden,
  closeCode.tooBig,
  closeCode.invalidUpdate,
  closeCode.clientTooOld,
]);

/**
 * The save indicator's state. It never claims more than is known: `saved` only when everything made here is stored on this
 * device and acknowledged by the server.
 */
export function saveStateOf(facts: SaveFacts): SaveState {
  const { stored, problem, shared, waiting, inFlight, maySend, connection } = facts;
  if (problem) return { kind: 'not-saved', reason: unsafeReasonOf(problem) };
  if (!stored) return { kind: 'saving' };
  if (!shared) return { kind: 'saved-here', waiting: 0, shared: false };
  // Somebody who may only read is told so by the banner; what they did before is kept, and nothing more is offered.
  if (waiting > 0 && maySend && connection.kind === 'ended' && refusing.has(connection.code))
    return { kind: 'not-saved', reason: 'refused' };
  if (waiting > 0 && (connection.kind !== 'connected' || !maySend))
    return { kind: 'saved-here', waiting, shared: true };
  return waiting > 0 || inFlight ? { kind: 'saving' } : { kind: 'saved' };
}

/** Whether two states say the same. */
export function isSameSaveState(a: SaveState, b: SaveState): boolean {
  if (a.kind === 'saved-here' && b.kind === 'saved-here')
    return a.waiting === b.waiting && a.shared === b.shared;
  if (a.kind === 'not-saved' && b.kind === 'not-saved') return a.reason === b.reason;
  return a.kind === b.kind;
}
