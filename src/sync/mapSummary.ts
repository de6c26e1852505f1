import * as Y from 'yjs';
import { tombstoneKey } from '../doc/documentWriter';
import type { JourneyDocument } from '../doc/journeyDocument';
import type { Kind } from '../model/kinds';
import type { MapCounts, MapRow, StoreDatabase, UnsentRow } from './storeDatabase';

/** A map as the list of maps shows it. */
export interface MapSummary extends MapRow {
  /** Changes made on this device that the server has not acknowledged; 0 for a map that is not shared. */
  readonly waiting: number;
  /** Stored pieces that could not be read and were set aside. */
  readonly damaged: number;
}

/** What the list takes from the document itself. */
export interface DocumentSummary {
  readonly title: string;
  readonly counts: MapCounts;
}

/** Reads title and counts; deleted records are not counted. */
export function summarise(document: JourneyDocument): DocumentSummary {
  const count = (kind: Kind): number => {
    let alive = 0;
    for (const record of document.recordsOf(kind).values())
      if (record instanceof Y.Map && !record.has(tombstoneKey)) alive++;
    return alive;
  };
  return {
    title: document.readMap().title,
    counts: { touchpoints: count('touchpoints'), stages: count('stages'), systems: count('systems') },
  };
}

/**
 * How many changes wait for the server. Tabs tell each other their changes, so each knows of all: the highest figure is
 * the truth, the sum would count changes twice.
 */
export function waitingOf(unsent: readonly UnsentRow[]): number {
  return Math.max(0, ...unsent.map((row) => row.count));
}

/** All maps on this device, last changed first, deleted ones included. */
export async function readMapSummaries(database: StoreDatabase): Promise<readonly MapSummary[]> {
  const [rows, unsent, setAside] = await database.transaction(
    'r',
    [database.maps, database.unsent, database.setAside],
    () =>
      Promise.all([
        database.maps.toArray(),
        database.unsent.toArray(),
        database.setAside.orderBy('map').keys(),
      ]),
  );
  return rows
    .map((row) => ({
      ...row,
      waiting: row.shared ? waitingOf(unsent.filter(({ map }) => map === row.id)) : 0,
      damaged: setAside.filter((map) => map === row.id).length,
    }))
    .sort((a, b) => b.changedAt - a.changedAt || (a.id < b.id ? -1 : 1));
}
