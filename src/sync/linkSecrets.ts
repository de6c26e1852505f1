import type { ProfileStorage } from './identity';

const key = 'throughline.links';

/**
 * Secrets of the links made in this browser. The server keeps only their hashes, so without this a link could be copied
 * but once.
 */
export class LinkSecrets {
  readonly #storage: ProfileStorage;

  constructor(storage: ProfileStorage) {
    this.#storage = storage;
  }

  /** The secret of a link; null when it was made elsewhere. */
  of(linkId: string): string | null {
    const secret = this.#read()[linkId];
    return typeof secret === 'string' ? secret : null;
  }

  remember(linkId: string, secret: string): void {
    this.#write({ ...this.#read(), [linkId]: secret });
  }

  forget(linkId: string): void {
    const { [linkId]: _, ...others } = this.#read();
    this.#write(others);
  }

  #read(): Readonly<Record<string, unknown>> {
    try {
      const stored: unknown = JSON.parse(this.#storage.getItem(key) ?? '{}');
      return typeof stored === 'object' && stored !== null ? { ...stored } : {};
    } catch {
      return {};
    }
  }

  #write(secrets: Readonly<Record<string, unknown>>): void {
    try {
      this.#storage.setItem(key, JSON.stringify(secrets));
    } catch {
      // Where nothing can be stored the link can be copied right after it was made.
    }
  }
}
