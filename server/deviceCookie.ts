import type { IncomingMessage } from 'node:http';
import { isMapId, newMapId, type Entropy } from '../src/model/ids';

const cookieName = 'throughline-device';

/**
 * The browser behind a request, as far as a random cookie tells. It opens nothing; it only lets the tabs of one browser
 * pass on each other's edits while nobody else may.
 */
export function readDevice(request: IncomingMessage): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    // The same 132 random bits in the same letters as a map's id.
    if (name === cookieName && value !== undefined && isMapId(value)) return value;
  }
  return null;
}

/** A fresh device, and the header that makes the browser remember it. */
export function newDevice(entropy: Entropy): { readonly device: string; readonly setCookie: string } {
  const device = newMapId(entropy);
  return {
    device,
    setCookie: `${cookieName}=${device}; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000`,
  };
}
