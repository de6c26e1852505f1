import * as Y from 'yjs';
import { JourneyDocument } from '../doc/journeyDocument';
import { createJourneyDocument } from '../doc/seed';
import type { Bundle } from '../model/bundle';
import { newMapId, type Entropy } from '../model/ids';
import type { OpenChannel } from './channel';
import { checkUpdate, type UpdateProblem } from './checkUpdate';
import { ListNews } from './listNews';
import { readMapSummaries, summarise, type MapSummary } from './mapSummary';
import { LastNotes, type NoteStorage } from './lastNotes';
import { StoreAccess } from './storeAccess';
import {
  readPieces,
  readSetAside,
  readStoredMap,
  removeMap,
  removeUpdates,
  writeNewMap,
  type StoredMap,
  wholeUpdate,
} from './storedMap';
import { StoredPictures } from './storedPictures';
import type { IndexedDbParts, MapRow, SetAsideRow, UnsentRow, UpdateRow } from './storeDatabase';
import type { StorageProblem, StoreResult } from './storageProblem';
import { writeBatch, writeUnsent, type Batch } from './storedBatch';
import { UnwrittenMaps } from './unwrittenMaps';
import { compactUpdates, crowdOf, isCrowded, updateRow, type RowCheck } from './updateRows';

/** How long a deleted map can be restored. */
export const restorableMs = 30 * 24 * 60 * 60 * 1000;

/** Asks for a lock by name and does the work under it, or not at all when it is taken. */
export type TryLock = (name: string, work: () => Promise<unknown>) => Promise<void>;

export interface LocalStoreOptions {
  readonly entropy: Entropy;
  readonly openChannel: OpenChannel;
  readonly tryLock: TryLock;
  /** Asks the browser not to clear what is stored; false when it will not promise. */
  readonly askPersistence: () => Promise<boolean>;
  /** Where a page that ends leaves what it could not be sure to have stored. */
  readonly noteStorage?: NoteStorage | null;
  /** What was drawn of each map; without it nothing is. */
  readonly pictures?: StoredPictures;
  readonly databaseName?: string;
  readonly indexedDb?: IndexedDbParts;
}

/** Who acts: the opaque id stamped on records, and the name others see. */
export interface Author {
  readonly actor: string;
  readonly name: string | null;
}

export type MapProblem = StorageProblem | UpdateProblem | 'no-such-map';
export type MapResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: MapProblem };

/** All maps on this device: the list, and what is stored of each. Every failure is a value. */
export class LocalStore {
  readonly openChannel: OpenChannel;
  readonly entropy: Entropy;
  readonly #access: StoreAccess;
  readonly #options: LocalStoreOptions;
  readonly #news: ListNews;
  readonly #unwritten = new UnwrittenMaps();
  readonly #pictures: StoredPictures;
  readonly #lastNotes: LastNotes;
  #askedPersistence = false;
  #isPersistent: boolean | null = null;

  constructor(options: LocalStoreOptions) {
    this.#options = options;
    this.#lastNotes = new LastNotes(options.noteStorage ?? null, newMapId(options.entropy));
    this.openChannel = options.openChannel;
    this.entropy = options.entropy;
    this.#access = new StoreAccess(options.databaseName ?? 'throughline', options.indexedDb);
    this.#pictures = options.pictures ?? new StoredPictures(null);
    this.#news = new ListNews(options.openChannel);
  }

  /** What is wrong with the storage as a whole, or null. */
  get problem(): StorageProblem | null {
    return this.#access.problem;
  }

  /** Calls back whenever `problem` changes. Returns the way to stop. */
  observeProblem(listener: (problem: StorageProblem | null) => void): () => void {
    return this.#access.observeProblem(listener);
  }

  /** All maps on this device, last changed first. Deleted ones are among them until they are purged. */
  async listMaps(): Promise<StoreResult<readonly MapSummary[]>> {
    return this.#access.run(readMapSummaries);
  }

  /** Hands over the list now and after every change, in whichever tab it was made. Returns the way to stop. */
  observeMaps(listener: (maps: StoreResult<readonly MapSummary[]>) => void): () => void {
    return this.#news.follow(() => this.listMaps(), listener);
  }

  /** Makes a map, empty or from a bundle, and returns its id. Where nothing can be stored it lives in this page alone. */
  async createMap(author: Author, bundle?: Bundle): Promise<StoreResult<string>> {
    const document = createJourneyDocument({
      entropy: this.entropy,
      actor: author.actor,
      ...(bundle && { bundle }),
    });
    return this.addOwnMap(document, author, null);
  }

  /**
   * Makes a map from Yjs bytes (a file's): a copy with a life of its own, whatever map they came from. A newer program's
   * stays as it is, to be read.
   */
  async importBytes(bytes: Uint8Array, author: Author): Promise<MapResult<string>> {
    const problem = checkUpdate(null, bytes);
    if (problem && problem !== 'newer') return { ok: false, reason: problem };
    return this.addOwnMap(this.documentOf(bytes, author), author, null);
  }

  /** Copies a map under a new title. The copy belongs to this device and is not shared. */
  async duplicateMap(id: string, title: string, author: Author): Promise<MapResult<string>> {
    const stored = await this.loadMap(id);
    if (!stored.ok) return stored;
    const update = stored.value && wholeUpdate(stored.value);
    if (!update) return { ok: false, reason: 'no-such-map' };
    const document = this.documentOf(update, author);
    document.change('', (writer) => writer.updateMap({ title }));
    return this.addOwnMap(document, author, stored.value?.row.thumbnail ?? null);
  }

  /** Puts a map into “Recently deleted”; for 30 days it can be restored. */
  async deleteMap(id: string): Promise<StoreResult<boolean>> {
    const deleted = await this.patchMap(id, { deletedAt: this.entropy.now() });
    await this.#pictures.write(id, null);
    return deleted;
  }

  async restoreMap(id: string): Promise<StoreResult<boolean>> {
    return this.patchMap(id, { deletedAt: null });
  }

  /** Removes for good what was deleted more than 30 days ago. Returns how many maps went. */
  async purgeDeleted(): Promise<StoreResult<number>> {
    const before = this.entropy.now() - restorableMs;
    const purged = await this.#access.run(async (database) => {
      const old = await database.maps
        .filter(({ deletedAt }) => deletedAt !== null && deletedAt < before)
        .toArray();
      for (const { id } of old) await removeMap(database, id);
      return old.length;
    });
    if (purged.ok && purged.value > 0) this.#news.tell();
    return purged;
  }

  /**
   * Keeps what is drawn of a map beside it, or nothing (null). It is forgotten wherever the map is, and never kept for one
   * that is not on this device or was deleted here (PIC-13).
   */
  async keepPicture(id: string, picture: object | null): Promise<void> {
    const isHere = async (): Promise<boolean> => {
      const row = await this.#access.run((database) => database.maps.get(id));
      return row.ok && row.value?.deletedAt === null;
    };
    await this.#pictures.write(id, (await isHere()) ? picture : null);
    // Another tab may have deleted the map meanwhile.
    if (picture && !(await isHere())) await this.#pictures.write(id, null);
  }

  async setThumbnail(id: string, thumbnail: string): Promise<StoreResult<boolean>> {
    return this.patchMap(id, { thumbnail });
  }

  /** Changes fields of a map's row; false when there is no such map. */
  async patchMap(id: string, patch: Partial<Omit<MapRow, 'id'>>): Promise<StoreResult<boolean>> {
    const patched = await this.#access.run(async (database) => (await database.maps.update(id, patch)) > 0);
    if (patched.ok) this.#news.tell();
    return patched;
  }

  /** Everything stored of a map as one Yjs update (V1). */
  async exportBytes(id: string): Promise<MapResult<Uint8Array>> {
    const stored = await this.loadMap(id);
    if (!stored.ok) return stored;
    const update = stored.value && wholeUpdate(stored.value);
    return update ? { ok: true, value: update } : { ok: false, reason: 'no-such-map' };
  }

  /** The pieces of a map that could not be read, as they lie there. */
  async exportSetAside(id: string): Promise<StoreResult<readonly SetAsideRow[]>> {
    return this.#access.run((database) => readSetAside(database, id));
  }

  /** Every piece of a map as it lies there, readable or not: for a map that cannot be opened. */
  async exportPieces(id: string): Promise<StoreResult<readonly (UpdateRow | SetAsideRow)[]>> {
    return this.#access.run((database) => readPieces(database, id));
  }

  /** Forgets all that was written of a map, and keeps its row: what it holds is to be fetched anew. */
  async forgetUpdates(id: string): Promise<StoreResult<null>> {
    await this.#pictures.write(id, null);
    return this.#access.run((database) => removeUpdates(database, id));
  }

  /** Reads a map whole; null when there is none here. */
  async loadMap(id: string, check: RowCheck = 'parsed'): Promise<StoreResult<StoredMap | null>> {
    await this.#takeLastNotes(id);
    const loaded = await this.#access.run((database) => readStoredMap(database, id, check));
    if (loaded.ok && loaded.value && loaded.value.damaged > 0) this.#news.tell();
    // The browser may have cleared the one and not the other.
    if (loaded.ok && !loaded.value) void this.#pictures.write(id, null);
    const value = this.#unwritten.addTo(loaded.ok ? loaded.value : null, id);
    return value ? { ok: true, value } : loaded;
  }

  /** Stores a map that was made elsewhere: opened by its link. */
  async addMap(row: MapRow, bytes: Uint8Array): Promise<StoreResult<null>> {
    const added = await this.#access.run((database) => writeNewMap(database, row, bytes, this.entropy.now()));
    if (added.ok) this.#news.tell();
    return added;
  }

  /**
   * Stores a batch. `wasGone` says that the map's row had vanished (storage cleared): then the batch alone is not the map,
   * and its whole state has to follow.
   */
  async appendUpdate(batch: Batch): Promise<StoreResult<{ readonly wasGone: boolean }>> {
    const written = await this.#access.run((database) => writeBatch(database, batch, this.entropy.now()));
    if (written.ok) this.#news.tell();
    if (!written.ok) this.#unwritten.keep({ ...batch.row, ...batch.patch }, batch.bytes);
    else if (batch.whole) this.#unwritten.forget(batch.row.id);
    return written;
  }

  /**
   * Hands a batch to the database without waiting for anything: its request and its commit leave at once, even from a
   * page that is ending. Whether it was stored is not told.
   */
  appendNow({ row, bytes, unsent }: Pick<Batch, 'row' | 'bytes' | 'unsent'>): void {
    this.#lastNotes.write(row.id, bytes, unsent);
    const database = this.#access.open;
    if (!database) return;
    try {
      const transaction = database.transaction(['updates', 'unsent'], 'readwrite');
      transaction.objectStore('updates').add(updateRow(row.id, bytes, this.entropy.now()));
      if (unsent) transaction.objectStore('unsent').put(unsent);
      transaction.commit();
    } catch {
      // The ordinary write that follows says what is wrong, if there is still a page to say it to.
    }
  }

  /** Everything of a map is stored: what `appendNow` left beside it is no longer needed. */
  forgetLastNote(id: string): void {
    this.#lastNotes.forget(id);
  }

  /** Stores what pages that ended left of a map; should that fail, it stays where it is. */
  async #takeLastNotes(id: string): Promise<void> {
    const notes = this.#lastNotes.of(id);
    if (notes.length === 0) return;
    const taken = await this.#access.run((database) =>
      database.transaction('rw', database.maps, database.updates, database.unsent, async () => {
        if (!(await database.maps.get(id))) return;
        for (const { bytes, unsent } of notes) {
          await database.updates.add(updateRow(id, bytes, this.entropy.now()));
          if (unsent) await database.unsent.put(unsent);
        }
      }),
    );
    if (taken.ok) for (const { key } of notes) this.#lastNotes.remove(key);
  }

  /**
   * Writes what a tab knows to be unacknowledged (nothing when `count` is 0) and removes entries of earlier tabs that the
   * server has confirmed since, unless these tabs have written again.
   */
  async settleUnsent(current: UnsentRow, confirmed: readonly UnsentRow[]): Promise<StoreResult<null>> {
    const settled = await this.#access.run((database) => writeUnsent(database, current, confirmed));
    if (settled.ok) this.#news.tell();
    return settled;
  }

  /** Notes that a map has a room now. Everything in it counts as unsent until the server has acknowledged it. */
  async markShared(id: string, tab: string): Promise<StoreResult<UnsentRow>> {
    const entry: UnsentRow = { map: id, tab, count: 1, upTo: 0 };
    const marked = await this.#access.run((database) =>
      database.transaction('rw', database.maps, database.unsent, async () => {
        await database.maps.update(id, { shared: true });
        await database.unsent.put(entry);
        return entry;
      }),
    );
    if (marked.ok) this.#news.tell();
    return marked;
  }

  /**
   * Makes one row of a map's rows when they have become many. One tab at a time.
   *
   * @param when `always` also when they are few: what they held before is to go
   */
  async compactMap(id: string, when: 'crowded' | 'always' = 'crowded'): Promise<void> {
    await this.#options.tryLock(`throughline.compact.${id}`, () =>
      this.#access.run(async (database) => {
        const rows = await database.updates.where('map').equals(id).toArray();
        if (when === 'always' || isCrowded(crowdOf(rows)))
          await compactUpdates(database, id, this.entropy.now());
      }),
    );
  }

  /** Asks the browser, once, to keep what is stored; after the first real edit, when there is something to keep. */
  async askPersistence(): Promise<void> {
    if (this.#askedPersistence) return;
    this.#askedPersistence = true;
    this.#isPersistent = await this.#options.askPersistence();
  }

  /** Whether the browser promised not to clear what is stored; null before it was asked. */
  get isPersistent(): boolean | null {
    return this.#isPersistent;
  }

  close(): void {
    this.#news.close();
    this.#access.close();
  }

  /** A document of stored bytes, to read or to change and store again. */
  documentOf(update: Uint8Array, { actor }: Author): JourneyDocument {
    const ydoc = new Y.Doc();
    Y.applyUpdate(ydoc, update);
    return new JourneyDocument({ entropy: this.entropy, actor, ydoc });
  }

  /** Stores a document as a new map of this device; where nothing can be stored it lives in this page alone. */
  async addOwnMap(
    document: JourneyDocument,
    author: Author,
    thumbnail: string | null,
  ): Promise<StoreResult<string>> {
    const now = this.entropy.now();
    const row: MapRow = {
      ...summarise(document),
      id: newMapId(this.entropy),
      createdAt: now,
      changedAt: now,
      changedBy: author.name,
      owner: true,
      shared: false,
      thumbnail,
      deletedAt: null,
      epoch: 0,
    };
    const bytes = document.encode();
    document.destroy();
    const added = await this.addMap(row, bytes);
    if (!added.ok) this.#unwritten.keep(row, bytes);
    return { ok: true, value: row.id };
  }
}
