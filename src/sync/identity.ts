import { newRecordId, type Entropy } from '../model/ids';
import { partyFunctions, type PartyFunction } from '../model/records/party';
import type { Identity } from '../store/session';

const identityKey = 'throughline.me';
const actorKey = 'throughline.actor';
/** Longest name that is shown, in UTF-16 code units. */
const longestName = 80;

/** The part of the browser's localStorage used here. */
export type ProfileStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** Reads a name and function from whatever claims to be one; null when there is no name in it. */
export function parseIdentity(value: unknown): Identity | null {
  if (typeof value !== 'object' || value === null) return null;
  const { name, function: given } = value as { name?: unknown; function?: unknown };
  // Control and direction characters could make a name look like somebody else's.
  const clean =
    typeof name === 'string'
      ? name.replaceAll(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '').trim()
      : '';
  if (clean === '') return null;
  return { name: clean.slice(0, longestName), function: partyFunction(given) };
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
