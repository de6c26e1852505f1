import { compactLog, snapshotOf } from '../storage/compactLog';
import type { LogStore } from '../storage/logStore';
import { rewriteDocument, type Rewritten } from '../offThread/rewriteDocument';

/** How often what came in meanwhile is looked through again. */
const mostRounds = 5;

/** What taking something out of all maps needs. */
export interface Rewriting {
  readonly store: LogStore;
  /** Lets everybody go who has a map open in this process, and lets nobody in until the work on its log is done. */
  whileClosed(mapId: string, work: () => Promise<void>): Promise<void>;
  /** Has other processes let everybody go from these maps too, and forget what they keep ready of any. */
  closeElsewhere(mapIds: readonly string[]): Promise<void>;
  /** Forgets what this process keeps ready of any map. */
  forget(): void;
  /** Does what `rewriteDocument` does, perhaps on another thread. */
  rewrite(updates: readonly Uint8Array[], text: string, replacement: string): Promise<Rewritten>;
  /** Does what `snapshotOf` does, perhaps on another thread. */
  snapshot(updates: readonly Uint8Array[]): Promise<Uint8Array>;
}

/** The process in which it is done. */
export type Workplace = Omit<Rewriting, 'store' | 'closeElsewhere'>;

/** A process that nobody is connected to. */
export const nobodyHere: Workplace = {
  forget: () => undefined,
  whileClosed: (_mapId, work) => work(),
  rewrite: async (updates, text, replacement) => rewriteDocument(updates, text, replacement),
  snapshot: async (updates) => snapshotOf(updates),
};

/**
 * Puts another text in place of one wherever it stands, in all maps. A map that says it, or said it lately, is closed to
 * everybody while it is rewritten. The log of every map is then replaced by what the map says now, and the database is freed
 * of what it said before.
 *
 * @returns how many places in how many maps were changed
 */
export async function rewriteMaps(
  rewriting: Rewriting,
  text: string,
  replacement: string,
): Promise<{ readonly places: number; readonly maps: number }> {
  const { store } = rewriting;
  const all = await store.list();
  const changed = new Set<string>();
  let places = 0;
  let suspects = all;
  for (let round = 0; round < mostRounds && suspects.length > 0; round++) {
    const found: string[] = [];
    for (const mapId of suspects) {
      const here = await rewriteMap(rewriting, mapId, text, replacement);
      if (here === null) continue;
      found.push(mapId);
      places += here;
      if (here > 0) changed.add(mapId);
    }
    // What was on its way into a map while others still had it open is found in the next round.
    if (found.length > 0) await rewriting.closeElsewhere(found);
    suspects = found;
  }
  // Also where it was not found: letters that were typed one by one lie apart in a log.
  for (const mapId of all) await compact(rewriting, mapId);
  await store.scrub();
  rewriting.forget();
  await rewriting.closeElsewhere([]);
  return { places, maps: changed.size };
}

/** Returns how many places were changed; null when neither the map nor its log has the text. */
async function rewriteMap(
  rewriting: Rewriting,
  mapId: string,
  text: string,
  replacement: string,
): Promise<number | null> {
  const { store, whileClosed } = rewriting;
  const read = async (): Promise<Rewritten & { readonly isLogged: boolean }> => {
    const { snapshot, updates } = await store.read(mapId);
    const log = snapshot ? [snapshot, ...updates] : updates;
    const isLogged = log.some((update) =>
      Buffer.from(update.buffer, update.byteOffset, update.length).includes(text),
    );
    return { ...(await rewriting.rewrite(log, text, replacement)), isLogged };
  };
  const { places: suspected, isLogged } = await read();
  if (suspected === 0 && !isLogged) return null;
  let places = 0;
  await whileClosed(mapId, async () => {
    // Read again: nobody can add to it any more.
    const rewritten = await read();
    if (rewritten.change) await store.append([{ mapId, data: rewritten.change }]);
    await compact(rewriting, mapId);
    places = rewritten.places;
  });
  return places;
}

function compact({ store, snapshot }: Rewriting, mapId: string): Promise<void> {
  return compactLog(store, mapId, (updates) => snapshot(updates));
}
