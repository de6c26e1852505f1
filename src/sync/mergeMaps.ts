import * as Y from 'yjs';
import type { JourneyDocument } from '../doc/journeyDocument';
import { isAtLeast } from '../model/access';
import { newMapId } from '../model/ids';
import { adoptUpdate } from './adoptUpdate';
import { checkUpdate } from './checkUpdate';
import type { Author, LocalStore, MapResult } from './localStore';
import { summarise } from './mapSummary';
import { wholeUpdate } from './storedMap';
import { tabMessage, tabsChannelName } from './tabs';

/**
 * Merges Yjs bytes of the same map into it, as a file saved from it carries them. Tabs that have it open take them too.
 *
 * @param look is shown what comes of it, before it is stored
 */
export async function mergeUpdate(
  store: LocalStore,
  id: string,
  given: Uint8Array,
  author: Author,
  look?: (merged: JourneyDocument) => void,
): Promise<MapResult<null>> {
  const stored = await store.loadMap(id);
  if (!stored.ok) return stored;
  if (!stored.value) return { ok: false, reason: 'no-such-map' };
  const { row } = stored.value;
  const known = wholeUpdate(stored.value);
  const problem = checkUpdate(known, given);
  if (problem) return { ok: false, reason: problem };
  const bytes = row.shared && known ? adoptUpdate(known, given) : given;
  const document = store.documentOf(known ? Y.mergeUpdates([known, bytes]) : bytes, author);
  const patch = { ...summarise(document), changedAt: store.entropy.now(), changedBy: author.name };
  look?.(document);
  document.destroy();
  const unsent = row.shared ? { map: id, tab: `merge ${newMapId(store.entropy)}`, count: 1, upTo: 1 } : null;
  const written = await store.appendUpdate({ row, patch, bytes, whole: false, unsent });
  if (!written.ok) return written;
  const channel = store.openChannel(tabsChannelName(id), () => {});
  channel.post(tabMessage.update(bytes));
  channel.close();
  return { ok: true, value: null };
}

/**
 * Keeps what a server refused of a map as a map of its own, and forgets it in the map itself, which is then fetched from
 * the server anew. Returns the copy's id. To be called when nobody has the map open any more but the caller.
 */
export async function recoverMap(store: LocalStore, id: string, author: Author): Promise<MapResult<string>> {
  const stored = await store.loadMap(id);
  if (!stored.ok) return stored;
  const update = stored.value && wholeUpdate(stored.value);
  if (!stored.value || !update) return { ok: false, reason: 'no-such-map' };
  const { row } = stored.value;
  const copied = await store.addOwnMap(store.documentOf(update, author), author, row.thumbnail);
  if (!copied.ok) return copied;
  const marked = await store.patchMap(copied.value, { recoveredFrom: id });
  if (!marked.ok) return marked;
  const forgotten = await store.forgetUpdates(id);
  return forgotten.ok ? copied : forgotten;
}

/**
 * Merges a recovered copy into the map it came from, as work of one's own. Returns that map's id. Refused where one may
 * not edit it, as far as the server has said: it would be refused there again.
 */
export async function mergeRecovered(
  store: LocalStore,
  copyId: string,
  author: Author,
): Promise<MapResult<string> | { readonly ok: false; readonly reason: 'forbidden' }> {
  const copy = await store.loadMap(copyId);
  if (!copy.ok) return copy;
  const original = copy.value?.row.recoveredFrom;
  const update = copy.value && wholeUpdate(copy.value);
  if (!update || original === undefined) return { ok: false, reason: 'no-such-map' };
  const into = await store.loadMap(original);
  const role = into.ok ? into.value?.row.role : undefined;
  if (role && !isAtLeast(role, 'editor')) return { ok: false, reason: 'forbidden' };
  const merged = await mergeUpdate(store, original, update, author);
  return merged.ok ? { ok: true, value: original } : merged;
}
