import * as Y from 'yjs';
import { UnforeseenUpdate, type Structs } from './readStructs';

/** Structs of a client, and how many of them are placed. */
interface Line {
  readonly structs: Structs;
  placed: number;
}

/**
 * Puts the structs of a whole document where they belong, in the order in which Yjs would: those of the client with the
 * highest number first, what they hang on before them.
 *
 * @param transaction of a document in which nothing is yet, and which nobody observes
 * @throws {UnforeseenUpdate} when something they hang on is missing
 */
export function placeStructs(transaction: Y.Transaction, clients: ReadonlyMap<number, Structs>): void {
  const lines = new Map<number, Line>();
  for (const [client, structs] of clients) lines.set(client, { structs, placed: 0 });
  const placing = new Placing(transaction);
  const byNumber = [...lines].sort(([a], [b]) => b - a);
  for (const [, line] of byNumber)
    for (let struct = next(line); struct; struct = next(line)) placeAfterOthers(struct, lines, placing);
}

function next(line: Line | undefined): Y.Item | Y.GC | undefined {
  return line?.structs[line.placed++];
}

/** Places a struct, and before it what other clients wrote that it hangs on. */
function placeAfterOthers(struct: Y.Item | Y.GC, lines: ReadonlyMap<number, Line>, placing: Placing): void {
  const waiting = [struct];
  for (let last = waiting.at(-1); last; last = waiting.at(-1)) {
    const missing = placing.place(last);
    if (missing === null) waiting.pop();
    else {
      const needed = next(lines.get(missing));
      if (!needed) throw new UnforeseenUpdate();
      waiting.push(needed);
    }
  }
}

/**
 * Places one struct after the other. Nine of ten are the one value of a field: for those Yjs need not look for others at
 * the same place, which is most of its work. All else is left to it.
 */
class Placing {
  readonly #transaction: Y.Transaction;
  readonly #store: Y.Doc['store'];
  /** The parent found last, and by which id: fields of a record come one after the other. */
  #parentId: Y.ID | null = null;
  #parent: Y.AbstractType<unknown> | null = null;

  constructor(transaction: Y.Transaction) {
    this.#transaction = transaction;
    this.#store = transaction.doc.store;
  }

  /** Returns the client of which more must be placed first; null when the struct is placed. */
  place(struct: Y.Item | Y.GC): number | null {
    if (struct instanceof Y.Item && this.#placeAlone(struct)) return null;
    const missing = struct.getMissing(this.#transaction, this.#store);
    if (missing === null) struct.integrate(this.#transaction, 0);
    return missing;
  }

  /** Places the first item under a key of something that is there: what `Item.integrate` does then, and nothing else. */
  #placeAlone(item: Y.Item): boolean {
    const { parentSub: key } = item;
    if (key === null) return false;
    const parent = this.#parentOf(item);
    if (!parent || parent._map.has(key) || parent._item?.deleted) return false;
    const { client, clock } = item.id;
    const written = this.#store.clients.get(client);
    const last = written?.at(-1);
    if (clock !== (last ? last.id.clock + last.length : 0)) throw new UnforeseenUpdate();
    item.parent = parent;
    parent._map.set(key, item);
    if (written) written.push(item);
    else this.#store.clients.set(client, [item]);
    item.content.integrate(this.#transaction, item);
    return true;
  }

  #parentOf({ parent }: Y.Item): Y.AbstractType<unknown> | null {
    if (!(parent instanceof Y.ID)) return parent;
    if (parent === this.#parentId) return this.#parent;
    this.#parentId = parent;
    this.#parent = this.#typeWith(parent);
    return this.#parent;
  }

  /** The type that an item holds; null when there is none, or not yet. */
  #typeWith(id: Y.ID): Y.AbstractType<unknown> | null {
    if (!this.#store.clients.has(id.client) || Y.getState(this.#store, id.client) <= id.clock) return null;
    const item = Y.getItem(this.#store, id);
    return item instanceof Y.Item && item.content instanceof Y.ContentType ? item.content.type : null;
  }
}
