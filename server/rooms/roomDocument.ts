import * as Y from 'yjs';
import type { CommentCommand, CommentResult } from '../../src/model/commentCommand';
import type { Entropy } from '../../src/model/ids';
import { kinds } from '../../src/model/kinds';
import { wireLimits } from '../../src/doc/wire';
import type { Clock } from '../clock';
import { largeBytes } from '../offThread/documentTasks';
import type { UpdateSummary } from '../offThread/takeApart';
import { documentFromLog } from '../storage/compactLog';
import type { StoredLog } from '../storage/logStore';
import { contradictsStored } from '../validation/contradictsStored';
import { validateUpdate, type WriteRight } from '../validation/validateUpdate';
import { writeComment, type CommentAuthor } from './writeComment';

/**
 * What became of an update:
 * - `applied`: `change` is what it brought, as Yjs itself writes it, or null when it brought nothing new
 * - `gap`: builds on something that is not here; nothing was changed
 * - `refused`: nothing was changed
 * - `spoilt`: refused, but only noticed after applying: this document must be thrown away and loaded from the log
 */
export type Outcome =
  | {
      readonly kind: 'applied';
      readonly change: Uint8Array | null;
      /** Client ids under which it brought something new, and those of them nothing was here of before. */
      readonly writers: readonly number[];
      readonly firstSeen: readonly number[];
    }
  | { readonly kind: 'gap' }
  | { readonly kind: 'refused' | 'spoilt'; readonly reason: RefusalReason; readonly problem: string };
export type RefusalReason = 'invalid' | 'tooBig' | 'idInUse';

const refusals = {
  owned: { kind: 'refused', reason: 'invalid', problem: 'writes under the id of somebody else' },
  inUse: { kind: 'refused', reason: 'idInUse', problem: 'writes under the id of somebody who is here' },
  mapTooBig: { kind: 'refused', reason: 'tooBig', problem: 'map too big' },
} as const;
const tooManyRecords = { reason: 'tooBig', problem: 'too many records of a kind' } as const;

/** How long a document stays unfolded that nobody uses, ms. */
const foldAfterMs = 10_000;
/** How often its state may have been written over before folding is tried: encoding holds everybody up. */
const foldUpTo = 8 * largeBytes;

/**
 * The document of a room, and the one way into it. One that is not large is folded while nobody changes it: its bytes take
 * a tenth of the memory of a Yjs document, and are all that newcomers and readers ask for.
 */
export class RoomDocument {
  /** The id under which the server itself writes. */
  readonly clientId: number;
  readonly #clock: Clock;
  #doc: Y.Doc | null;
  #folded: { readonly state: Uint8Array; readonly vector: Uint8Array } | null = null;
  #usedAt = 0;
  #cancelFolding: (() => void) | null = null;
  /** At least the size of the document's state, in bytes; measured again before anybody is refused for it. */
  #sizeAtMost: number;

  /** Throws when the log does not add up. */
  constructor(log: Omit<StoredLog, 'writers' | 'epoch'>, clock: Clock, doc = documentFromLog(log)) {
    this.#clock = clock;
    this.#doc = doc;
    this.clientId = doc.clientID;
    this.#sizeAtMost = log.updates.reduce((sum, update) => sum + update.length, log.snapshot?.length ?? 0);
    this.#unfold();
  }

  get isFolded(): boolean {
    return this.#doc === null;
  }

  stateVector(): Uint8Array {
    return this.#folded?.vector ?? Y.encodeStateVector(this.#unfold());
  }

  /** What somebody with this state vector lacks; null when the bytes are not a state vector. */
  stateFor(stateVector: Uint8Array): Uint8Array | null {
    try {
      return this.#folded
        ? Y.diffUpdate(this.#folded.state, stateVector)
        : Y.encodeStateAsUpdate(this.#unfold(), stateVector);
    } catch {
      return null;
    }
  }

  /**
   * Judges a large update as a whole, before any of its parts comes in: `refused` or `gap` as `accept` would say, null when
   * it may. Whether it contradicts the document has to be asked of each part (`contradicts`), if it repeats anything.
   */
  admit(
    { bytes, reach, needs, records }: UpdateSummary,
    mayWriteAs: (clientId: number) => WriteRight,
  ): Exclude<Outcome, { readonly kind: 'applied' }> | null {
    const doc = this.#unfold();
    const known = (clientId: number): number => Y.getState(doc.store, clientId);
    const writers = [...reach].filter(([clientId, end]) => end > known(clientId));
    const rights = new Set(writers.map(([clientId]) => mayWriteAs(clientId)));
    if (rights.has('owned')) return refusals.owned;
    if (rights.has('inUse')) return refusals.inUse;
    if ([...needs].some(([clientId, clock]) => clock > known(clientId))) return { kind: 'gap' };
    if (!this.#hasRoomFor(bytes)) return refusals.mapTooBig;
    const isTooMany = [...records].some(([kind, keys]) => {
      const own = doc.getMap(kind)._map;
      return own.size + [...keys].filter((key) => !own.has(key)).length > wireLimits.recordsPerKind;
    });
    return isTooMany ? { kind: 'refused', ...tooManyRecords } : null;
  }

  /** Whether a large update brings again what is here already. */
  isRepeatedBy({ begins }: UpdateSummary): boolean {
    const doc = this.#unfold();
    return [...begins].some(([clientId, clock]) => clock < Y.getState(doc.store, clientId));
  }

  /** Whether a part of a large update says something else than what is here under the same ids. */
  contradicts(part: Uint8Array): boolean {
    return contradictsStored(this.#unfold(), part);
  }

  accept(update: Uint8Array, mayWriteAs: (clientId: number) => WriteRight): Outcome {
    const doc = this.#unfold();
    const verdict = validateUpdate(doc, update, mayWriteAs);
    if (verdict.kind === 'gap') return verdict;
    if (verdict.kind === 'invalid') return { kind: 'refused', reason: 'invalid', problem: verdict.problem };
    if (verdict.kind === 'id-owned') return refusals.owned;
    if (verdict.kind === 'id-in-use') return refusals.inUse;
    if (!this.#hasRoomFor(update.length)) return refusals.mapTooBig;
    let changes: readonly Uint8Array[];
    try {
      changes = changesOf(doc, () => Y.applyUpdate(doc, update, 'connection'));
    } catch {
      return { kind: 'spoilt', reason: 'invalid', problem: 'cannot be applied' };
    }
    if (doc.store.pendingStructs ?? doc.store.pendingDs) {
      return { kind: 'spoilt', reason: 'invalid', problem: 'leaves pending pieces' };
    }
    if (kinds.some((kind) => doc.getMap(kind)._map.size > wireLimits.recordsPerKind)) {
      return { kind: 'spoilt', ...tooManyRecords };
    }
    const change = changes.length > 1 ? Y.mergeUpdates([...changes]) : (changes[0] ?? null);
    this.#sizeAtMost += change?.length ?? 0;
    return { kind: 'applied', change, writers: verdict.writers, firstSeen: verdict.firstSeen };
  }

  /** Writes a comment for somebody. Returns what came of it, and the change when there was one. */
  comment(
    command: CommentCommand,
    author: CommentAuthor,
    entropy: Entropy,
  ): { readonly result: CommentResult; readonly change: Uint8Array | null } {
    const doc = this.#unfold();
    let change: Uint8Array | null = null;
    const collect = (update: Uint8Array): void => {
      change = update;
    };
    doc.on('update', collect);
    const result = doc.transact(() => writeComment(doc, command, author, entropy), 'server');
    doc.off('update', collect);
    this.#sizeAtMost += (change as Uint8Array | null)?.length ?? 0;
    return { result, change };
  }

  /**
   * Takes an update from the log that another server has appended. Returns what it brought, null when nothing, and
   * `contradiction` when it does not go together with what this document holds; the document is of no use then.
   */
  follow(update: Uint8Array): Uint8Array | 'contradiction' | null {
    const doc = this.#unfold();
    if (contradictsStored(doc, update)) return 'contradiction';
    const changes = changesOf(doc, () => Y.applyUpdate(doc, update, 'log'));
    if (doc.store.pendingStructs ?? doc.store.pendingDs) return 'contradiction';
    const change = changes.length > 1 ? Y.mergeUpdates([...changes]) : (changes[0] ?? null);
    this.#sizeAtMost += change?.length ?? 0;
    return change;
  }

  destroy(): void {
    this.#cancelFolding?.();
    this.#cancelFolding = null;
    this.#doc?.destroy();
  }

  /** The document, unfolded if need be; it stays so until nobody has used it for a while. */
  #unfold(): Y.Doc {
    this.#usedAt = this.#clock.now();
    if (!this.#doc) {
      this.#doc = documentFromLog({ snapshot: this.#folded?.state ?? null, updates: [] });
      this.#doc.clientID = this.clientId;
      this.#folded = null;
    }
    this.#cancelFolding ??= this.#clock.after(foldAfterMs, () => this.#foldWhenQuiet());
    return this.#doc;
  }

  #foldWhenQuiet(): void {
    const quietMs = this.#clock.now() - this.#usedAt;
    this.#cancelFolding = null;
    if (quietMs < foldAfterMs)
      this.#cancelFolding = this.#clock.after(foldAfterMs - quietMs, () => this.#foldWhenQuiet());
    else if (this.#doc && this.#sizeAtMost < foldUpTo) this.#fold(this.#doc);
  }

  /** Unfolding is done in one go, so what is large stays as it is. */
  #fold(doc: Y.Doc): void {
    const state = Y.encodeStateAsUpdate(doc);
    this.#sizeAtMost = state.length;
    if (state.length >= largeBytes) return;
    this.#folded = { state, vector: Y.encodeStateVector(doc) };
    this.#doc = null;
    doc.destroy();
  }

  #hasRoomFor(bytes: number): boolean {
    if (this.#sizeAtMost + bytes <= wireLimits.map) return true;
    this.#sizeAtMost = Y.encodeStateAsUpdate(this.#unfold()).length;
    return this.#sizeAtMost + bytes <= wireLimits.map;
  }
}

/** What Yjs says has changed while something is done. */
function changesOf(doc: Y.Doc, work: () => void): readonly Uint8Array[] {
  const changes: Uint8Array[] = [];
  const collect = (change: Uint8Array): number => changes.push(change);
  doc.on('update', collect);
  try {
    work();
  } finally {
    doc.off('update', collect);
  }
  return changes;
}
