import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checksumOf } from '../../src/sync/checksum';

/** CRC-32 by its definition, a bit at a time. */
function byBits(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

test('LOC-8: a checksum is CRC-32, whatever is left over after steps of four', () => {
  expect(checksumOf(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => checksumOf(bytes) === byBits(bytes)));
});
