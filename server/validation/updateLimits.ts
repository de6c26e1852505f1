/**
 * Bounds on one update beyond those of the wire. Each stops an attack that was measured on an unguarded server; honest
 * clients stay far below.
 */
export const updateLimits = {
  /** Pieces and values in one update; a map of 20 MB has about 700,000. */
  pieces: 1_500_000,
  /** Client ids one update may bring: 30,000 of them setting one key took 4 s, as the cost is quadratic. */
  clientIds: 4_096,
  /** Ranges in the delete set of one update. */
  deletedRanges: 100_000,
  /** How far one update may move a client's clock on: a deleted run is one struct of any claimed length. */
  clockStep: 20 * 1_048_576,
  /** Highest clock of a client, far from where numbers stop being exact. */
  clock: 2 ** 40,
  /** Characters of one run of collaborative text; runs of several people grow together, so more than one field's limit. */
  textRun: 262_144,
  /** Nesting of plain objects and arrays inside one value. */
  valueDepth: 32,
} as const;
