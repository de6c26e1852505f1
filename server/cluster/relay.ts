/**
 * Carries messages between servers, as well as it can: any may be lost, none is needed. A message reaches everybody who
 * listens to its channel, perhaps the sender too.
 */
export interface Relay {
  /**
   * Listens to a channel; the returned function stops.
   *
   * @param ready called whenever listening has begun, again after an interruption: what was said before may be missed
   */
  listen(channel: string, hear: (message: Uint8Array) => void, ready?: () => void): () => void;
  say(channel: string, message: Uint8Array): void;
  close(): void;
}

/** For a server without a relay: it says nothing and hears nothing. */
export const silentRelay: Relay = {
  listen: () => () => undefined,
  say: () => undefined,
  close: () => undefined,
};
