import type { WriterBinding } from '../storage/logStore';
import type { WriteRight } from '../validation/validateUpdate';
import type { Member } from './member';

/**
 * Who speaks and writes under which client id. y-websocket uses one id per document for both its presence and its edits,
 * so a connection has exactly one; it is taken by first use and free again when the connection ends. Beyond that an id
 * under which somebody has written stays theirs, as long as they can be recognised.
 */
export class ClientIds {
  readonly #owners = new Map<number, Member>();
  readonly #own = new Map<Member, number>();
  readonly #writers = new Map<number, string>();

  /** Takes over who has written under which id so far. */
  load(bindings: readonly WriterBinding[]): void {
    for (const { clientId, principal } of bindings) this.#writers.set(clientId, principal);
  }

  /** Gives an id to a member that has none yet. False when the id or the member is already taken. */
  bind(clientId: number, member: Member): boolean {
    if (this.#own.has(member)) return this.#own.get(member) === clientId;
    if (this.#owners.has(clientId) || this.#isOthers(clientId, member)) return false;
    this.#owners.set(clientId, member);
    this.#own.set(member, clientId);
    return true;
  }

  idOf(member: Member): number | undefined {
    return this.#own.get(member);
  }

  ownerOf(clientId: number): Member | undefined {
    return this.#owners.get(clientId);
  }

  isTaken(clientId: number): boolean {
    return this.#owners.has(clientId);
  }

  /** Whether a member may bring new content under an id: its own, a free one, or that of another tab of the same browser. */
  mayWriteAs(clientId: number, member: Member): WriteRight {
    if (this.#isOthers(clientId, member)) return 'owned';
    const owner = this.#owners.get(clientId);
    return owner === undefined || owner.principal === member.principal ? 'yes' : 'inUse';
  }

  /** Makes ids a member's own for good. Returns the bindings that are new and have to be stored. */
  keep(clientIds: readonly number[], member: Member): readonly WriterBinding[] {
    const principal = member.writer;
    if (principal === null) return [];
    const fresh = clientIds.filter((clientId) => !this.#writers.has(clientId));
    for (const clientId of fresh) this.#writers.set(clientId, principal);
    return fresh.map((clientId) => ({ clientId, principal }));
  }

  release(member: Member): void {
    const id = this.#own.get(member);
    if (id !== undefined) this.#owners.delete(id);
    this.#own.delete(member);
  }

  #isOthers(clientId: number, member: Member): boolean {
    const writer = this.#writers.get(clientId);
    return writer !== undefined && writer !== member.writer;
  }
}
