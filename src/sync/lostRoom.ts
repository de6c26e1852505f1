import { makeRoom, type ServerAddress } from './rooms';
import type { Scheduler } from './scheduler';

/** After a room could not be made again because the server did not answer, ms. */
const remakeAfterMs = 10_000;
/** How often a guest looks whether a lost map is back, ms. */
const lookAgainAfterMs = 20_000;

export interface LostRoomParts {
  readonly mapId: string;
  readonly server: ServerAddress;
  readonly scheduler: Scheduler;
  /** Whether the server still says that it does not have the map. */
  readonly isLost: () => boolean;
  /** Connects anew: the room is there again, or is to be asked for at once. */
  readonly connect: () => void;
  /** Asks for the room without hurry, as everybody else does at that moment. */
  readonly askAgain: () => void;
}

/**
 * What a tab does about a shared map that its server does not have. Where the map was made, the room is made again, once:
 * a second refusal is meant. Others look now and then whether somebody did.
 */
export class LostRoom {
  readonly #parts: LostRoomParts;
  #hasRemade = false;
  #stopWaiting: (() => void) | null = null;
  #isClosed = false;

  constructor(parts: LostRoomParts) {
    this.#parts = parts;
  }

  /** The server has the map: should it be lost later, all begins anew. */
  noteFound(): void {
    this.#hasRemade = false;
  }

  /** The server said that it does not have the map. */
  noteLost(isOwner: boolean): void {
    if (this.#isClosed) return;
    if (isOwner) void this.#remake();
    else this.#wait(lookAgainAfterMs, () => this.#parts.isLost() && this.#parts.askAgain());
  }

  close(): void {
    this.#isClosed = true;
    this.#stopWaiting?.();
  }

  async #remake(): Promise<void> {
    if (this.#hasRemade) return;
    this.#hasRemade = true;
    const { server, mapId, connect } = this.#parts;
    const made = await makeRoom(server, mapId);
    if (this.#isClosed) return;
    if (made.ok) connect();
    else if (made.reason === 'offline')
      this.#wait(remakeAfterMs, () => {
        this.#hasRemade = false;
        connect();
      });
  }

  #wait(ms: number, act: () => void): void {
    this.#stopWaiting ??= this.#parts.scheduler.after(ms, () => {
      this.#stopWaiting = null;
      act();
    });
  }
}
