import { shortMapId } from '../log';

/** A Yjs client id that belongs to somebody for good: nobody else brings anything new under it. */
export interface WriterBinding {
  readonly clientId: number;
  /** Who, as far as the server can recognise them again. */
  readonly principal: string;
}

/** One update to be appended to a map's log. */
export interface LogEntry {
  readonly mapId: string;
  readonly data: Uint8Array;
  /** Client ids that belong to their writers from this update on. Kept in the same commit; the first binding stays. */
  readonly writers?: readonly WriterBinding[];
  /** What the writer knows of the log. A store that several processes write to appends nothing that does not fit it. */
  readonly view?: LogView | undefined;
}

/** What one process knows of a map's log that others append to as well. */
export interface LogView {
  /** Number of the last update it has. */
  readonly position: number;
  /**
   * Takes what others have appended meanwhile, while nobody can append more. False when what waits to be appended does not
   * go together with it; it is left out then.
   */
  catchUp(missed: StoredLog): boolean;
  /** What waits would write under an id that belongs to somebody else by now; it is left out. */
  refuse(): false;
  /** An update of its own has been committed under this number. */
  appended(position: number, entry: Pick<LogEntry, 'data' | 'writers'>): void;
}

/** A map as it is stored: the newest verified snapshot, unless it is known already, and every update after it, in order. */
export interface StoredLog {
  readonly snapshot: Uint8Array | null;
  readonly updates: readonly Uint8Array[];
  /** Number of the last update ever appended. */
  readonly head: number;
  readonly writers: readonly WriterBinding[];
  /** How often it was put back from a backup: from then on whoever comes may bring what others wrote since. */
  readonly epoch: number;
}

/**
 * An append-only log of updates for each map. Every record carries a checksum that is verified whenever it is read.
 * All methods may throw when the disk does; the state is then as if the call had never been made.
 */
export interface LogStore {
  /** Makes the log of a map, or finds it. */
  create(mapId: string): Promise<'created' | 'found'>;
  has(mapId: string): Promise<boolean>;
  /** Ids of all maps. */
  list(): Promise<readonly string[]>;
  /** Appends all entries or none, save those left out by their own view. When it resolves they are synced to disk. */
  append(entries: readonly LogEntry[]): Promise<void>;
  /**
   * Reads a map, or what of it comes after a position (it begins with a snapshot when the updates themselves have been
   * replaced). Throws `DamagedLogError` when any record is not what was written, or one is missing.
   */
  read(mapId: string, after?: number): Promise<StoredLog>;
  /** Number of the last update of each of these maps; maps that do not exist are left out. */
  heads(mapIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Runs something that only one process should do for a map at a time. False when another is at it. */
  alone(mapId: string, work: () => Promise<void>): Promise<boolean>;
  /** Stores a snapshot that covers every update up to `upto`. It is not used before `adoptSnapshot`. */
  writeSnapshot(mapId: string, upto: number, data: Uint8Array): Promise<void>;
  /** Reads back a snapshot written with `writeSnapshot`. Throws `DamagedLogError`. */
  readSnapshot(mapId: string, upto: number): Promise<Uint8Array>;
  /** Makes a snapshot the one to load from and removes the updates and snapshots it replaces. Throws when it is gone. */
  adoptSnapshot(mapId: string, upto: number): Promise<void>;
  /** Frees what has been removed for good: no page of the database holds any of it afterwards. Holds everybody up meanwhile. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

/** A stored record is not what was written. The map must not be opened; retrying is safe and may help (a bad read). */
export class DamagedLogError extends Error {
  override readonly name = 'DamagedLogError';

  constructor(mapId: string, what: string) {
    super(`the stored log of map ${shortMapId(mapId)} is damaged: ${what}`);
  }
}
