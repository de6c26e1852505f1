import { readVarString, readVarUint, type Decoder } from 'lib0/decoding';
import * as Y from 'yjs';

/** Up to so many bytes a text is put together here; for more the browser's own decoder is as quick. */
const mostBytes = 40;
/** As many texts are kept to be met again: names of fields and kinds, ids, common values. A power of two. */
const places = 4_096;
/** How the format marks a text among values of any type. */
const textMark = 119;

/**
 * Reads updates (V1) as Yjs does, but for short texts. Names of fields, ids and common words come again and again; asking
 * the browser's decoder for each was half the time of reading a large map in a profile, and every one of them was a string
 * of its own in memory.
 */
export class ShortTextDecoder extends Y.UpdateDecoderV1 {
  readonly #known: (string | undefined)[] = Array.from({ length: places });
  readonly #letters: number[] = [];
  #lastId: Y.ID | null = null;

  /** The same object for the same id, one after the other: the fields of a record name their record each. */
  override readLeftID(): Y.ID {
    const client = readVarUint(this.restDecoder);
    const clock = readVarUint(this.restDecoder);
    const last = this.#lastId;
    if (last?.clock === clock && last.client === client) return last;
    return (this.#lastId = Y.createID(client, clock));
  }

  override readString(): string {
    return this.#text(this.restDecoder);
  }

  override readKey(): string {
    return this.#text(this.restDecoder);
  }

  override readAny(): unknown {
    const decoder = this.restDecoder;
    if (decoder.arr[decoder.pos] !== textMark) return super.readAny();
    decoder.pos++;
    return this.#text(decoder);
  }

  #text(decoder: Decoder): string {
    const { arr, pos: before } = decoder;
    const length = readVarUint(decoder);
    const start = decoder.pos;
    const end = start + length;
    if (length <= mostBytes && end <= arr.length) {
      let hash = length;
      let all = 0;
      for (let at = start; at < end; at++) {
        const byte = arr[at] ?? 0;
        all |= byte;
        hash = (Math.imul(hash, 31) + byte) | 0;
      }
      if (all < 128) {
        decoder.pos = end;
        return this.#kept(hash, arr, start, end);
      }
    }
    decoder.pos = before;
    return readVarString(decoder);
  }

  /** The text of these ASCII bytes: the same string again where it was met before. */
  #kept(hash: number, arr: Uint8Array, start: number, end: number): string {
    const place = (hash ^ (hash >>> 15)) & (places - 1);
    const known = this.#known[place];
    if (known !== undefined && isText(known, arr, start, end)) return known;
    // A plain array is spread some seven times as quickly as one of bytes.
    const letters = this.#letters;
    letters.length = end - start;
    for (let at = start; at < end; at++) letters[at - start] = arr[at] ?? 0;
    const made = String.fromCharCode(...letters);
    this.#known[place] = made;
    return made;
  }
}

function isText(text: string, arr: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== arr[start + at]) return false;
  return true;
}
