import { newRecordId, type Entropy } from '../model/ids';
import { cleanPersonName } from '../model/personName';
import { partyFunctions, type PartyFunction } from '../model/records/party';
import type { Identity } from '../store/session';

const identityKey = 'throughline.me';
const askedKey = 'throughline.asked';
const actorKey = 'throughline.actor';

/** The part of the browser's localStorage used here. */
export type ProfileStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** The browser's localStorage; where it is closed to us, a memory that lasts as long as the page. */
export function browserProfile(): ProfileStorage {
  try {
    return localStorage;
  } catch {
    const memory = new Map<string, string>();
    return {
      getItem: (key) => memory.get(key) ?? null,
      setItem: (key, value) => void memory.set(key, value),
    };
  }
}

/** Reads a name and function from whatever claims to be one; null when there is no name in it. */
export function parseIdentity(value: unknown): Identity | null {
  if (typeof value !== 'object' || value === null) return null;
  const { name, function: given } = value as { name?: unknown; function?: unknown };
  const clean = typeof name === 'string' ? cleanPersonName(name) : '';
  return clean === '' ? null : { name: clean, function: partyFunction(given) };
}

function partyFunction(value: unknown): PartyFunction {
  return partyFunctions.find((known) => known === value) ?? 'other';
}

/** Who works in this browser, as they said when they first joined; null before that. */
export function readIdentity(storage: ProfileStorage): Identity | null {
  try {
    return parseIdentity(JSON.parse(storage.getItem(identityKey) ?? 'null'));
  } catch {
    return null;
  }
}

/** Remembers who works in this browser. False when the browser remembers nothing. */
export function writeIdentity(storage: ProfileStorage, identity: Identity): boolean {
  try {
    storage.setItem(identityKey, JSON.stringify(identity));
    return true;
  } catch {
    return false;
  }
}

/** Whether somebody in this browser has been asked who they are; whoever closed the question is not asked again. */
export function wasAsked(storage: ProfileStorage): boolean {
  try {
    return storage.getItem(askedKey) !== null;
  } catch {
    return false;
  }
}

export function noteAsked(storage: ProfileStorage): void {
  try {
    storage.setItem(askedKey, 'yes');
  } catch {
    // A browser that remembers nothing asks again.
  }
}

/** The opaque id of this browser profile, made on first use. A fresh one each time where nothing is remembered. */
export function readActor(storage: ProfileStorage, entropy: Entropy): string {
  const fresh = newRecordId(entropy);
  try {
    const known = storage.getItem(actorKey);
    if (known !== null && /^[0-9A-Za-z]{12}$/.test(known)) return known;
    storage.setItem(actorKey, fresh);
  } catch {
    // A browser that remembers nothing still has an actor for this visit.
  }
  return fresh;
}
