/** Bounds on one connection beyond those both sides know (`wireLimits`). Times in ms. */
export const connectionLimits = {
  /**
   * Frames of any kind a second, and at once. Plain y-websocket says its own presence at every movement of the mouse, and
   * sends back that of others as often as it hears it.
   */
  framesPerSecond: 400,
  frameBurst: 2_000,
  /** A state request answers 3 bytes with megabytes: one in this time, later ones are answered together. */
  stateRequestIntervalMs: 5_000,
  presenceQueryIntervalMs: 1_000,
  /** Comments that the server writes for somebody. */
  commandsPerSecond: 1,
  commandBurst: 20,
  /** y-websocket gives up after 30 s without a message; pings do not count. */
  keepAliveMs: 20_000,
  /** How long a closed connection may take to say goodbye before it is cut. */
  goodbyeMs: 3_000,
} as const;
