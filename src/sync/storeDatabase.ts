import { Dexie, type Table } from 'dexie';
import type { MapRole } from '../model/access';

/** How many of the main kinds of record a map has. */
export interface MapCounts {
  readonly touchpoints: number;
  readonly stages: number;
  readonly systems: number;
}

/** What the list of maps knows of one map. */
export interface MapRow {
  readonly id: string;
  readonly title: string;
  /** ms since 1970, this device's clock. */
  readonly createdAt: number;
  readonly changedAt: number;
  /** Name of who changed it last, as shown to others; null when unknown. */
  readonly changedBy: string | null;
  /** Whether it was made here: only then may this device make its room on the server. */
  readonly owner: boolean;
  /** Whether it has a room on the server. */
  readonly shared: boolean;
  /** A small picture as text (SVG or a data address); null until there is one. */
  readonly thumbnail: string | null;
  /** When it was deleted here; null while it is alive. */
  readonly deletedAt: number | null;
  /** What one may do with it, as the server last said; absent until it has. Everything with a map that is not shared. */
  readonly role?: MapRole;
  /** Another map whose server refused what this one holds; this is what was kept of it. */
  readonly recoveredFrom?: string;
  /** How often its server has put it back from a backup; null until the server of a map from elsewhere has said so. */
  readonly epoch: number | null;
  readonly counts: MapCounts;
}

/** One stored Yjs update (V1), with what it takes to notice that it was damaged. */
export interface UpdateRow {
  readonly i?: number;
  readonly map: string;
  readonly bytes: Uint8Array;
  readonly checksum: number;
  readonly at: number;
}

/** A row that cannot be read any more. Kept, so that it can be handed out and looked at. */
export interface SetAsideRow extends UpdateRow {
  readonly why: 'checksum' | 'unreadable';
}

/** Changes one tab knows of that the server has not acknowledged. Stored with the changes themselves, in one transaction. */
export interface UnsentRow {
  readonly map: string;
  /** The tab, and which opening of the map in it. */
  readonly tab: string;
  readonly count: number;
  /** Number of the tab's last change that `count` speaks of. */
  readonly upTo: number;
}

export type StoreDatabase = Dexie & {
  readonly maps: Table<MapRow, string>;
  readonly updates: Table<UpdateRow, number>;
  readonly setAside: Table<SetAsideRow, number>;
  readonly unsent: Table<UnsentRow, [string, string]>;
};

/** Where IndexedDB comes from; the browser's own when left out. */
export interface IndexedDbParts {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

/** Version of the database's schema. */
export const storeVersion = 1;

/** The one database of the program in this browser. The schema only grows. */
export function createStoreDatabase(name: string, parts?: IndexedDbParts): StoreDatabase {
  // Dexie's query cache costs the main thread more than all of our writing (measured) and serves live queries we do not use.
  const database = new Dexie(name, { cache: 'disabled', ...parts });
  database.version(storeVersion).stores({
    maps: 'id',
    updates: '++i, map',
    setAside: '++i, map',
    unsent: '[map+tab], map',
  });
  return database as StoreDatabase;
}
