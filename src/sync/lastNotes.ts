import { fromBase64, toBase64 } from 'lib0/buffer';
import type { UnsentRow } from './storeDatabase';

/** The part of the browser's localStorage used here. */
export type NoteStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** What a page could not be sure to have stored when it ended. */
export interface LastNote {
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly unsent: UnsentRow | null;
}

const prefix = 'throughline.last.';

/**
 * What pages leave behind in localStorage: the one storage that is written in the very moment. A page that ends has its
 * transactions dropped when others are still ahead of them, however they were committed.
 */
export class LastNotes {
  readonly #storage: NoteStorage | null;
  readonly #page: string;
  readonly #written = new Set<string>();

  /** @param page an id of this page alone, so that two tabs do not write over each other's notes. */
  constructor(storage: NoteStorage | null, page: string) {
    this.#storage = storage;
    this.#page = page;
  }

  /** Leaves a note of a map in place of this page's earlier one. Where there is no room for it, nothing is left. */
  write(map: string, bytes: Uint8Array, unsent: UnsentRow | null): void {
    try {
      this.#storage?.setItem(this.#keyOf(map), JSON.stringify({ bytes: toBase64(bytes), unsent }));
      this.#written.add(map);
    } catch {
      // Full: what is written in the ordinary way is all there is.
    }
  }

  /** Takes this page's note of a map back: it has all been stored. */
  forget(map: string): void {
    if (this.#written.delete(map)) this.remove(this.#keyOf(map));
  }

  /** All notes of a map, from pages that ended and pages that are hidden. What is no note is passed over. */
  of(map: string): readonly LastNote[] {
    const storage = this.#storage;
    if (!storage) return [];
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
    return keys.flatMap((key) => {
      const note = key?.startsWith(`${prefix}${map}.`) ? readNote(key, storage.getItem(key)) : null;
      return note ? [note] : [];
    });
  }

  remove(key: string): void {
    this.#storage?.removeItem(key);
  }

  #keyOf(map: string): string {
    return `${prefix}${map}.${this.#page}`;
  }
}

function readNote(key: string, text: string | null): LastNote | null {
  try {
    const { bytes, unsent } = JSON.parse(text ?? '') as { bytes?: unknown; unsent?: unknown };
    return typeof bytes === 'string' ? { key, bytes: fromBase64(bytes), unsent: readUnsent(unsent) } : null;
  } catch {
    return null;
  }
}

function readUnsent(value: unknown): UnsentRow | null {
  if (typeof value !== 'object' || value === null) return null;
  const { map, tab, count, upTo } = value as Partial<Record<keyof UnsentRow, unknown>>;
  const isRow = typeof map === 'string' && typeof tab === 'string';
  return isRow && typeof count === 'number' && typeof upTo === 'number' ? { map, tab, count, upTo } : null;
}
