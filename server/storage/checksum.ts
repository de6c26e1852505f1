import { createHash } from 'node:crypto';

/**
 * SHA-256 over a record and its place in the log. The place is included so that a row that was moved or copied under
 * another map or number is as wrong as one with a flipped bit.
 */
export function checksum(mapId: string, position: number, data: Uint8Array): Uint8Array {
  return createHash('sha256').update(`${mapId}\n${position}\n`).update(data).digest();
}
