/** Where time and chance come from. Passed in everywhere, so that a seeded test replays a run exactly. */
export interface Entropy {
  /** Milliseconds since 1970. */
  now(): number;
  /** A fresh random integer in `[0, 2³²)`. */
  random32(): number;
}

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function pick(entropy: Entropy, letters: string, length: number): string {
  let id = '';
  for (let i = 0; i < length; i++) id += letters.charAt(entropy.random32() % letters.length);
  return id;
}

/** A fresh record id: 12 letters and digits (71 bits), unique within any map people will ever draw. */
export function newRecordId(entropy: Entropy): string {
  return pick(entropy, alphabet, 12);
}

/** A fresh map id: 22 letters of base64url (132 bits). Knowing it is what opens the map, so it must not be guessable. */
export function newMapId(entropy: Entropy): string {
  return pick(entropy, base64url, 22);
}

/** Whether a text has the form of a map id. Checked wherever one arrives from outside (address bar, socket, file). */
export function isMapId(text: string): boolean {
  return /^[A-Za-z0-9_-]{22}$/.test(text);
}

/** Whether a text can serve as a record id: short, printable, and no name that JavaScript itself uses. */
export function isRecordId(text: string): boolean {
  return /^[A-Za-z0-9_.:-]{1,128}$/.test(text) && !['__proto__', 'prototype', 'constructor'].includes(text);
}

/** The subject id that means the map itself (for assignments, requirements and comments about the whole). */
export const mapSubject = 'map';

/** The system clock and the platform's cryptographic random numbers. */
export const systemEntropy: Entropy = {
  now: () => Date.now(),
  random32: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
};
