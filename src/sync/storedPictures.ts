const databaseName = 'throughline.pictures';
const table = 'pictures';

/**
 * What was drawn of each map when it was last worked on, kept to be shown before the map itself can be read. A database of
 * its own, so that nothing that goes wrong with a picture concerns a map, and small enough to be read before anything else
 * of the program has arrived. Every failure means that there is no picture.
 */
export class StoredPictures {
  readonly #indexedDb: IDBFactory | null;

  constructor(indexedDb: IDBFactory | null) {
    this.#indexedDb = indexedDb;
  }

  /** What was kept of a map; null when there is nothing. It may be of another version of the program. */
  async read(mapId: string): Promise<unknown> {
    const found = await this.#request('readonly', (pictures): IDBRequest<unknown> => pictures.get(mapId));
    return found ?? null;
  }

  /** Keeps a picture in place of the one before; null forgets it. */
  async write(mapId: string, picture: object | null): Promise<void> {
    if (picture) await this.#request('readwrite', (pictures) => pictures.put(picture, mapId));
    else await this.#request('readwrite', (pictures) => pictures.delete(mapId));
  }

  async #request<T>(
    mode: IDBTransactionMode,
    ask: (pictures: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T | null> {
    let database: IDBDatabase | null = null;
    try {
      database = this.#indexedDb && (await opened(this.#indexedDb));
      if (!database) return null;
      const transaction = database.transaction(table, mode);
      return await settled(ask(transaction.objectStore(table)));
    } catch {
      return null;
    } finally {
      // Nobody who wants the database gone, or newer, has to wait for this page.
      database?.close();
    }
  }
}

/** The pictures kept in this browser. */
export function browserPictures(): StoredPictures {
  return new StoredPictures(typeof indexedDB === 'undefined' ? null : indexedDB);
}

function opened(indexedDb: IDBFactory): Promise<IDBDatabase> {
  const request = indexedDb.open(databaseName, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(table));
  return settled(request);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the request failed')));
  });
}
