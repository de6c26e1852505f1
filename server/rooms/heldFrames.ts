import { wireLimits } from '../../src/doc/wire';

/**
 * Updates of one connection that came before what they build on. That is normal: y-websocket sends an edit made right
 * after connecting before it has handed in what was done offline. They wait for its next sync step 2.
 */
export class HeldFrames {
  #updates: Uint8Array[] = [];
  #bytes = 0;

  get isEmpty(): boolean {
    return this.#updates.length === 0;
  }

  /** Holds an update; false when too much is waiting already. */
  add(update: Uint8Array): boolean {
    this.#bytes += update.length;
    // A copy, because the update is a view of a network buffer that may be much larger.
    this.#updates.push(update.slice());
    return this.#bytes <= wireLimits.frame && this.#updates.length <= wireLimits.updateBurst;
  }

  takeAll(): Uint8Array[] {
    const taken = this.#updates;
    this.#updates = [];
    this.#bytes = 0;
    return taken;
  }
}
