import * as Y from 'yjs';
import type { CommentCommand, CommentResult } from '../../src/model/commentCommand';
import type { Entropy } from '../../src/model/ids';
import { kinds } from '../../src/model/kinds';
import { wireLimits } from '../../src/doc/wire';
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

/** The document of a room, and the one way into it. */
export class RoomDocument {
  readonly #doc: Y.Doc;
  /** At least the size of the document's state, in bytes; measured again before anybody is refused for it. */
  #sizeAtMost: number;

  /** Throws when the log does not add up. */
  constructor(log: Omit<StoredLog, 'writers'>, doc = documentFromLog(log)) {
    this.#doc = doc;
    this.#sizeAtMost = log.updates.reduce((sum, update) => sum + update.length, log.snapshot?.length ?? 0);
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc);
  }

  /** What somebody with this state vector lacks; null when the bytes are not a state vector. */
  stateFor(stateVector: Uint8Array): Uint8Array | null {
    try {
      return Y.encodeStateAsUpdate(this.#doc, stateVector);
    } catch {
      return null;
    }
  }

  /**
   * Judges a large update as a whole, before any of its parts comes in: `refused` or `gap` as `accept` would say, null when
   * it may. What contradicts the document shows only when its part comes in.
   */
  admit(
    { bytes, reach, needs, records }: UpdateSummary,
    mayWriteAs: (clientId: number) => WriteRight,
  ): Exclude<Outcome, { readonly kind: 'applied' }> | null {
    const known = (clientId: number): number => Y.getState(this.#doc.store, clientId);
    const writers = [...reach].filter(([clientId, end]) => end > known(clientId));
    const rights = new Set(writers.map(([clientId]) => mayWriteAs(clientId)));
    if (rights.has('owned')) return refusals.owned;
    if (rights.has('inUse')) return refusals.inUse;
    if ([...needs].some(([clientId, clock]) => clock > known(clientId))) return { kind: 'gap' };
    if (!this.#hasRoomFor(bytes)) return refusals.mapTooBig;
    const isTooMany = [...records].some(([kind, keys]) => {
      const own = this.#doc.getMap(kind)._map;
      return own.size + [...keys].filter((key) => !own.has(key)).length > wireLimits.recordsPerKind;
    });
    return isTooMany ? { kind: 'refused', ...tooManyRecords } : null;
  }

  accept(update: Uint8Array, mayWriteAs: (clientId: number) => WriteRight): Outcome {
    const verdict = validateUpdate(this.#doc, update, mayWriteAs);
    if (verdict.kind === 'gap') return verdict;
    if (verdict.kind === 'invalid') return { kind: 'refused', reason: 'invalid', problem: verdict.problem };
    if (verdict.kind === 'id-owned') return refusals.owned;
    if (verdict.kind === 'id-in-use') return refusals.inUse;
    if (!this.#hasRoomFor(update.length)) return refusals.mapTooBig;
    let changes: readonly Uint8Array[];
    try {
      changes = this.#changesOf(() => Y.applyUpdate(this.#doc, update, 'connection'));
    } catch {
      return { kind: 'spoilt', reason: 'invalid', problem: 'cannot be applied' };
    }
    if (this.#doc.store.pendingStructs ?? this.#doc.store.pendingDs) {
      return { kind: 'spoilt', reason: 'invalid', problem: 'leaves pending pieces' };
    }
    if (kinds.some((kind) => this.#doc.getMap(kind)._map.size > wireLimits.recordsPerKind)) {
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
    let change: Uint8Array | null = null;
    const collect = (update: Uint8Array): void => {
      change = update;
    };
    this.#doc.on('update', collect);
    const result = this.#doc.transact(() => writeComment(this.#doc, command, author, entropy), 'server');
    this.#doc.off('update', collect);
    this.#sizeAtMost += (change as Uint8Array | null)?.length ?? 0;
    return { result, change };
  }

  /** The id under which the server itself writes. */
  get clientId(): number {
    return this.#doc.clientID;
  }

  /**
   * Takes an update from the log that another server has appended. Returns what it brought, null when nothing, and
   * `contradiction` when it does not go together with what this document holds; the document is of no use then.
   */
  follow(update: Uint8Array): Uint8Array | 'contradiction' | null {
    if (contradictsStored(this.#doc, update)) return 'contradiction';
    const changes = this.#changesOf(() => Y.applyUpdate(this.#doc, update, 'log'));
    if (this.#doc.store.pendingStructs ?? this.#doc.store.pendingDs) return 'contradiction';
    const change = changes.length > 1 ? Y.mergeUpdates([...changes]) : (changes[0] ?? null);
    this.#sizeAtMost += change?.length ?? 0;
    return change;
  }

  #changesOf(work: () => void): readonly Uint8Array[] {
    const changes: Uint8Array[] = [];
    const collect = (change: Uint8Array): number => changes.push(change);
    this.#doc.on('update', collect);
    try {
      work();
    } finally {
      this.#doc.off('update', collect);
    }
    return changes;
  }

  destroy(): void {
    this.#doc.destroy();
  }

  #hasRoomFor(bytes: number): boolean {
    if (this.#sizeAtMost + bytes <= wireLimits.map) return true;
    this.#sizeAtMost = Y.encodeStateAsUpdate(this.#doc).length;
    return this.#sizeAtMost + bytes <= wireLimits.map;
  }
}
