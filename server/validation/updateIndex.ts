import * as Y from 'yjs';

/** A piece of a decoded update: content, a collected piece, or a hole. */
export type Struct = Y.Item | Y.GC | Y.Skip;

/** Finds pieces by id, in an update that has been decoded but not applied and in the document it is meant for. */
export class UpdateIndex {
  readonly #doc: Y.Doc;
  readonly #byClient = new Map<number, Struct[]>();

  constructor(doc: Y.Doc, structs: readonly Struct[]) {
    this.#doc = doc;
    for (const struct of structs) {
      const own = this.#byClient.get(struct.id.client);
      if (own) own.push(struct);
      else this.#byClient.set(struct.id.client, [struct]);
    }
  }

  get clients(): ReadonlyMap<number, readonly Struct[]> {
    return this.#byClient;
  }

  /** First clock of a client that the document does not have yet. */
  known(client: number): number {
    return Y.getState(this.#doc.store, client);
  }

  /** First clock of a client that neither document nor update has, taking for granted that the update has no hole. */
  reach(client: number): number {
    const last = this.#byClient.get(client)?.at(-1);
    return Math.max(this.known(client), last ? last.id.clock + last.length : 0);
  }

  /** The piece that holds an id: the document's own where it has it, else the update's, else null. */
  find(id: Y.ID): Struct | null {
    if (id.clock < this.known(id.client)) return Y.getItem(this.#doc.store, id) as Struct;
    const own = this.#byClient.get(id.client) ?? [];
    let low = 0;
    let high = own.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const struct = own[middle] as Struct;
      if (id.clock < struct.id.clock) high = middle - 1;
      else if (id.clock >= struct.id.clock + struct.length) low = middle + 1;
      else return struct;
    }
    return null;
  }

  /** The document's own pieces that share clocks with a piece of the update. */
  stored(struct: Struct): Struct[] {
    const known = this.known(struct.id.client);
    if (struct.id.clock >= known) return [];
    const own = (this.#doc.store.clients.get(struct.id.client) ?? []) as Struct[];
    const found: Struct[] = [];
    for (let i = Y.findIndexSS(own as Y.Item[], struct.id.clock); i < own.length; i++) {
      const candidate = own[i] as Struct;
      if (candidate.id.clock >= struct.id.clock + struct.length) break;
      found.push(candidate);
    }
    return found;
  }
}
