import * as Y from 'yjs';
import { wireLimits } from '../../src/doc/wire';
import { contentProblem } from './contentRules';
import { isSameContent } from './sameContent';
import { TypeDepth } from './typeDepth';
import { UpdateIndex, type Struct } from './updateIndex';
import { updateLimits } from './updateLimits';
import { countPieces } from './updateScanner';

/** Whether somebody may bring new content under a client id; `inUse` and `owned` say that it is somebody else's. */
export type WriteRight = 'yes' | 'inUse' | 'owned';

/**
 * - `valid`: may be applied; `writers` are the client ids under which it brings something new, `firstSeen` those of them
 *   that the document has nothing of yet.
 * - `gap`: in order, but it builds on something the document does not have.
 * - `id-in-use`: brings something new under the id of somebody else who is here.
 * - `id-owned`: brings something new under the id of somebody else, here or not.
 * - `invalid`: no honest client sends this.
 */
export type Verdict =
  | { readonly kind: 'valid'; readonly writers: readonly number[]; readonly firstSeen: readonly number[] }
  | { readonly kind: 'gap' }
  | { readonly kind: 'id-in-use' }
  | { readonly kind: 'id-owned' }
  | { readonly kind: 'invalid'; readonly problem: string };

/**
 * Judges an update without touching the document. It is decoded in full first (an update that throws half-way through
 * `applyUpdate` leaves the document changed), then every piece is checked: what it holds, where it hangs, that its
 * clocks follow on, and that it does not contradict what is stored under the same id.
 *
 * @param mayWriteAs whether the sender may bring new content under a client id
 */
export function validateUpdate(
  doc: Y.Doc,
  update: Uint8Array,
  mayWriteAs: (clientId: number) => WriteRight,
): Verdict {
  if (countPieces(update, updateLimits.pieces) === null) return invalid('does not add up');
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(update);
  } catch {
    return invalid('cannot be decoded');
  }
  const index = new UpdateIndex(doc, decoded.structs);
  const problem = structsProblem(decoded.structs, index) ?? deletesProblem(decoded.ds);
  if (problem) return invalid(problem);
  const writers = [...index.clients.keys()].filter((client) => index.reach(client) > index.known(client));
  const rights = new Set(writers.map(mayWriteAs));
  if (rights.has('owned')) return { kind: 'id-owned' };
  if (rights.has('inUse')) return { kind: 'id-in-use' };
  if (hasGap(index, decoded.ds)) return { kind: 'gap' };
  return { kind: 'valid', writers, firstSeen: writers.filter((client) => index.known(client) === 0) };
}

function invalid(problem: string): Verdict {
  return { kind: 'invalid', problem };
}

function structsProblem(structs: readonly Struct[], index: UpdateIndex): string | null {
  if (index.clients.size > updateLimits.clientIds) return 'too many client ids';
  const depth = new TypeDepth(index);
  for (const struct of structs) {
    const problem = structProblem(struct, index, depth);
    if (problem) return problem;
  }
  for (const [client, own] of index.clients) {
    if (index.reach(client) - index.known(client) > updateLimits.clockStep) return 'clock runs ahead';
    for (let i = 1; i < own.length; i++) {
      const [before, after] = [own[i - 1] as Struct, own[i] as Struct];
      if (after.id.clock < before.id.clock + before.length) return 'pieces overlap';
    }
  }
  return null;
}

function structProblem(struct: Struct, index: UpdateIndex, depth: TypeDepth): string | null {
  if (struct.length < 1) return 'piece without length';
  if (struct.id.clock + struct.length > updateLimits.clock) return 'clock too high';
  if (!(struct instanceof Y.Item)) return null;
  const content = contentProblem(struct);
  if (content) return content;
  if (references(struct).some((id) => id.client === struct.id.client && id.clock >= struct.id.clock)) {
    return 'piece that builds on itself';
  }
  if (struct.content instanceof Y.ContentType && depth.containerOf(struct) + 1 > wireLimits.depth)
    return 'nested too deep';
  if (!index.stored(struct).every((stored) => isSameContent(struct, stored)))
    return 'contradicts what is stored';
  return null;
}

function references(item: Y.Item): Y.ID[] {
  const parent = item.parent as unknown;
  return [item.origin, item.rightOrigin, parent instanceof Y.ID ? parent : null].filter((id) => id !== null);
}

function deletesProblem(deletes: ReturnType<typeof Y.decodeUpdate>['ds']): string | null {
  let ranges = 0;
  for (const own of deletes.clients.values()) {
    ranges += own.length;
    if (own.some(({ clock, len }) => len < 1 || clock + len > updateLimits.clock))
      return 'impossible deletion';
  }
  return ranges > updateLimits.deletedRanges ? 'too many deletions' : null;
}

function hasGap(index: UpdateIndex, deletes: ReturnType<typeof Y.decodeUpdate>['ds']): boolean {
  for (const [client, own] of index.clients) {
    let expected = index.known(client);
    for (const struct of own) {
      const end = struct.id.clock + struct.length;
      if (struct.id.clock > expected || (struct instanceof Y.Skip && end > expected)) return true;
      expected = Math.max(expected, end);
      if (struct instanceof Y.Item && references(struct).some((id) => id.clock >= index.reach(id.client)))
        return true;
    }
  }
  for (const [client, ranges] of deletes.clients) {
    if (ranges.some(({ clock, len }) => clock + len > index.reach(client))) return true;
  }
  return false;
}
