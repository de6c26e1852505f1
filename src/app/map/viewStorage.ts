import type { ProfileStorage } from '../../sync/identity';

/** What this device remembers under a key; null when there is nothing, or nothing that can be read. */
export function readStored(storage: ProfileStorage, key: string): unknown {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** Remembers something under a key, where the browser remembers anything. */
export function writeStored(storage: ProfileStorage, key: string, value: unknown): void {
  try {
    storage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser that remembers nothing opens the map as if for the first time.
  }
}

/** Whether a value has parts by name. */
export function isKeyed(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Most texts of a list that are taken: more than anybody chose by hand. */
const mostTexts = 500;

/** The texts of a list; none where there is no list. */
export function readTexts(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [];
  return all.filter((one): one is string => typeof one === 'string').slice(0, mostTexts);
}
