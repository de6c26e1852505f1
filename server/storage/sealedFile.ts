import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { open } from 'node:fs/promises';

/** Form of the files this program writes; it grows when an older program could not read them. */
const form = 1;
/** What a file ends with: its form, and the SHA-256 of all before it. */
const sealPattern = /^\nthroughline-backup (\d{4}) ([0-9a-f]{64})\n$/;
const sealBytes = sealOf(form, '0'.repeat(64)).length;

/** Ends a file with a checksum over all of it, and syncs it to disk. A file that was cut short lacks it. */
export async function sealFile(path: string): Promise<void> {
  const digest = await digestOf(path, Infinity);
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    await file.write(sealOf(form, digest), size);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Reads a sealed file as a whole and compares it with its checksum.
 *
 * @returns how many bytes stand before the seal
 * @throws with a sentence for the operator when it is not, byte by byte, what was written
 */
export async function checkSeal(path: string): Promise<number> {
  if (!existsSync(path)) throw new Error(`there is no file ${path}`);
  const { seal, bytes } = await readSeal(path);
  const [, written, digest] = sealPattern.exec(seal) ?? [];
  if (written === undefined) throw new Error(`${path} is no backup of Throughline, or was cut short`);
  if (Number(written) !== form)
    throw new Error(
      `${path} was written by another version of Throughline (form ${Number(written)}, not ${form})`,
    );
  if ((await digestOf(path, bytes)) !== digest)
    throw new Error(`${path} is damaged: it does not match its checksum`);
  return bytes;
}

async function readSeal(path: string): Promise<{ readonly seal: string; readonly bytes: number }> {
  const file = await open(path, 'r');
  try {
    const bytes = Math.max(0, (await file.stat()).size - sealBytes);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sealBytes), 0, sealBytes, bytes);
    return { seal: buffer.subarray(0, bytesRead).toString('latin1'), bytes };
  } finally {
    await file.close();
  }
}

function sealOf(number: number, digest: string): string {
  return `\nthroughline-backup ${String(number).padStart(4, '0')} ${digest}\n`;
}

async function digestOf(path: string, bytes: number): Promise<string> {
  const hash = createHash('sha256');
  if (bytes === 0) return hash.digest('hex');
  for await (const part of createReadStream(path, { end: bytes - 1 })) hash.update(part as Buffer);
  return hash.digest('hex');
}
