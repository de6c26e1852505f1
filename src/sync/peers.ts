import * as z from 'zod';
import { isRecordId } from '../model/ids';
import type { Peer } from '../store/session';
import { parseIdentity } from './identity';

const coordinate = z.number().min(-1e9).max(1e9);
const id = z.string().refine(isRecordId);
const cursorSchema = z.object({ x: coordinate, y: coordinate }).nullable().catch(null);
const selectionSchema = z.array(id).max(1_000).catch([]);
const dragSchema = z
  .array(z.object({ id, at: coordinate, offset: coordinate }))
  .max(1_000)
  .catch([]);
const editingSchema = id.nullable().catch(null);

/** Reads what somebody tells about themselves, leniently: nonsense reads as nothing told. Null without a name. */
export function parsePeer(clientId: number, state: unknown): Peer | null {
  const identity = parseIdentity(state);
  if (!identity) return null;
  const told = state as Readonly<Record<string, unknown>>;
  return {
    ...identity,
    id: clientId,
    cursor: cursorSchema.parse(told['cursor']),
    selection: selectionSchema.parse(told['selection']),
    drag: dragSchema.parse(told['drag']),
    editing: editingSchema.parse(told['editing']),
  };
}

/** Reads who is here again and again; whoever did not change keeps their identity, and so does the list. */
export class PeerReader {
  #known: ReadonlyMap<number, { readonly state: unknown; readonly peer: Peer | null }> = new Map();
  #list: readonly Peer[] = [];

  read(states: ReadonlyMap<number, unknown>, ownIds: ReadonlySet<number>): readonly Peer[] {
    const next = new Map<number, { readonly state: unknown; readonly peer: Peer | null }>();
    for (const [clientId, state] of states) {
      if (ownIds.has(clientId)) continue;
      const known = this.#known.get(clientId);
      next.set(
        clientId,
        known && known.state === state ? known : { state, peer: this.#peerOf(clientId, state) },
      );
    }
    this.#known = next;
    const list = [...next.values()].flatMap(({ peer }) => peer ?? []).sort((a, b) => a.id - b.id);
    const isSame =
      list.length === this.#list.length && list.every((peer, index) => peer === this.#list[index]);
    if (!isSame) this.#list = list;
    return this.#list;
  }

  /** The peer as before when the new state says the same (a renewed heartbeat does). */
  #peerOf(clientId: number, state: unknown): Peer | null {
    const peer = parsePeer(clientId, state);
    const before = this.#known.get(clientId)?.peer;
    return before && peer && JSON.stringify(before) === JSON.stringify(peer) ? before : peer;
  }
}
