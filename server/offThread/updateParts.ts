import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Struct } from '../validation/updateIndex';

/** How much goes into one part. */
interface PartLimits {
  readonly pieces: number;
  readonly characters: number;
  readonly deletedRanges: number;
}

/** About 10 ms of work for whoever takes a part in. */
const partLimits: PartLimits = { pieces: 2_000, characters: 131_072, deletedRanges: 4_000 };

/** An update that has been decoded. */
export type DecodedUpdate = ReturnType<typeof Y.decodeUpdate>;

/**
 * Cuts an update into smaller ones that can be applied one after the other: no part builds on a later one, and deletions
 * come last. Null when pieces refer to each other in a circle, so that there is no such order.
 */
export function updateParts(
  { structs, ds }: DecodedUpdate,
  limits: PartLimits = partLimits,
): readonly Uint8Array[] | null {
  const writer = new PartWriter(limits);
  if (!inOrder(structs, (struct) => writer.add(struct))) return null;
  writer.flush();
  const parts = [...writer.parts, ...deletionParts(ds, limits.deletedRanges)];
  return parts.length > 0 ? parts : [Uint8Array.of(0, 0)];
}

/** What a piece has to find in place. */
export function references(struct: Struct): readonly Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  const parent = struct.parent as unknown;
  return [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null].filter(
    (id) => id !== null,
  );
}

/** Visits all pieces, each after those it builds on. Never recursive: how long a chain is, is the sender's choice. */
function inOrder(structs: readonly Struct[], visit: (struct: Struct) => void): boolean {
  const byClient = new Map<number, Struct[]>();
  for (const struct of structs) {
    const own = byClient.get(struct.id.client);
    if (own) own.push(struct);
    else byClient.set(struct.id.client, [struct]);
  }
  const visited = new Map<number, number>();
  const nextOf = (client: number): Struct | undefined => byClient.get(client)?.[visited.get(client) ?? 0];
  const missingFor = (struct: Struct): number | undefined =>
    references(struct).find(({ client, clock }) => {
      const next = client === struct.id.client ? undefined : nextOf(client);
      const last = byClient.get(client)?.at(-1);
      return next && last && next.id.clock <= clock && clock < last.id.clock + last.length;
    })?.client;
  for (const client of byClient.keys()) {
    // Each waits for the next piece of the one after it.
    const waiting = [client];
    const isWaiting = new Set(waiting);
    for (let top = waiting.at(-1); top !== undefined; top = waiting.at(-1)) {
      const next = nextOf(top);
      const missing = next && missingFor(next);
      if (missing !== undefined) {
        if (isWaiting.has(missing)) return false;
        waiting.push(missing);
        isWaiting.add(missing);
        continue;
      }
      if (next) {
        visit(next);
        visited.set(top, (visited.get(top) ?? 0) + 1);
        if (top === client) continue;
      }
      waiting.pop();
      isWaiting.delete(top);
    }
  }
  return true;
}

/** Gathers pieces and writes them as updates, in the form Yjs itself writes (V1). */
class PartWriter {
  readonly parts: Uint8Array[] = [];
  readonly #limits: PartLimits;
  #byClient = new Map<number, Struct[]>();
  #pieces = 0;
  #characters = 0;

  constructor(limits: PartLimits) {
    this.#limits = limits;
  }

  add(struct: Struct): void {
    // Pieces of one client stand without a hole in an update: what comes after one begins the next.
    if (struct instanceof Y.Skip) return this.flush();
    const own = this.#byClient.get(struct.id.client);
    if (own) own.push(struct);
    else this.#byClient.set(struct.id.client, [struct]);
    this.#pieces += 1;
    this.#characters += charactersOf(struct);
    if (this.#pieces >= this.#limits.pieces || this.#characters >= this.#limits.characters) this.flush();
  }

  flush(): void {
    if (this.#pieces === 0) return;
    const encoder = new Y.UpdateEncoderV1();
    encoding.writeVarUint(encoder.restEncoder, this.#byClient.size);
    for (const [client, structs] of this.#byClient) {
      encoding.writeVarUint(encoder.restEncoder, structs.length);
      encoder.writeClient(client);
      encoding.writeVarUint(encoder.restEncoder, structs[0]?.id.clock ?? 0);
      for (const struct of structs) struct.write(encoder, 0);
    }
    encoding.writeVarUint(encoder.restEncoder, 0);
    this.parts.push(encoder.toUint8Array());
    this.#byClient = new Map();
    this.#pieces = 0;
    this.#characters = 0;
  }
}

function charactersOf(struct: Struct): number {
  if (!(struct instanceof Y.Item)) return 0;
  if (struct.content instanceof Y.ContentString) return struct.content.str.length;
  return struct.content instanceof Y.ContentAny ? (JSON.stringify(struct.content.arr)?.length ?? 0) : 0;
}

type DeletedRange = { readonly client: number; readonly clock: number; readonly len: number };

function deletionParts(deletes: DecodedUpdate['ds'], mostRanges: number): readonly Uint8Array[] {
  const ranges: readonly DeletedRange[] = [...deletes.clients].flatMap(([client, own]) =>
    own.map(({ clock, len }) => ({ client, clock, len })),
  );
  const parts: Uint8Array[] = [];
  for (let from = 0; from < ranges.length; from += mostRanges)
    parts.push(deletionUpdate(ranges.slice(from, from + mostRanges)));
  return parts;
}

function deletionUpdate(ranges: readonly DeletedRange[]): Uint8Array {
  const byClient = new Map<number, DeletedRange[]>();
  for (const range of ranges) {
    const own = byClient.get(range.client);
    if (own) own.push(range);
    else byClient.set(range.client, [range]);
  }
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, byClient.size);
    for (const [client, own] of byClient) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, own.length);
      for (const { clock, len } of own) {
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, len);
      }
    }
  });
}
