import type { Member } from './member';

/**
 * Who speaks and writes under which client id while connected. y-websocket uses one id per document for both its
 * presence and its edits, so a connection has exactly one; it is taken by first use and free again when the connection
 * ends.
 */
export class ClientIds {
  readonly #owners = new Map<number, Member>();
  readonly #own = new Map<Member, number>();

  /** Gives an id to a member that has none yet. False when the id or the member is already taken. */
  bind(clientId: number, member: Member): boolean {
    if (this.#own.has(member)) return this.#own.get(member) === clientId;
    if (this.#owners.has(clientId)) return false;
    this.#owners.set(clientId, member);
    this.#own.set(member, clientId);
    return true;
  }

  idOf(member: Member): number | undefined {
    return this.#own.get(member);
  }

  isTaken(clientId: number): boolean {
    return this.#owners.has(clientId);
  }

  /** Whether a member may bring new content under an id: its own, a free one, or that of another tab of the same browser. */
  mayWriteAs(clientId: number, member: Member): boolean {
    const owner = this.#owners.get(clientId);
    return owner === undefined || owner.principal === member.principal;
  }

  release(member: Member): void {
    const id = this.#own.get(member);
    if (id !== undefined) this.#owners.delete(id);
    this.#own.delete(member);
  }
}
