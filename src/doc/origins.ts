/** Where a transaction came from. Every transaction carries one of these: one without would be undone by the wrong person. */
export interface Origin {
  readonly name: 'edit' | 'text' | 'undo' | 'redo' | 'seed' | 'stored' | 'remote' | 'tab';
}

/** The origins this program writes with. Compared by identity. */
export const origins = {
  /** This person's change to fields. */
  edit: { name: 'edit' },
  /** This person's typing in a long text. */
  text: { name: 'text' },
  /** This person's undo. */
  undo: { name: 'undo' },
  /** This person's redo. */
  redo: { name: 'redo' },
  /** A new map's first content. */
  seed: { name: 'seed' },
  /** Read from this device's storage. */
  stored: { name: 'stored' },
  /** Came over the network. */
  remote: { name: 'remote' },
  /** Came from another tab of this browser. */
  tab: { name: 'tab' },
} as const satisfies Record<string, Origin>;

const own: ReadonlySet<unknown> = new Set([
  origins.edit,
  origins.text,
  origins.undo,
  origins.redo,
  origins.seed,
]);

/** Whether a transaction was made by somebody else than this document's user in this tab. Unknown origins are foreign. */
export function isForeign(origin: unknown): boolean {
  // The text undo manager runs its transactions under itself; `History` gives it this mark.
  return !own.has(origin) && !(typeof origin === 'object' && origin !== null && ownMark in origin);
}

/** Mark on objects that serve as origins of this person's own transactions. */
export const ownMark: unique symbol = Symbol('own');
