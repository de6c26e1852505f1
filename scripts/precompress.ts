import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { listFiles } from './listFiles';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);
const text = /\.(js|css|html|svg|json|webmanifest|txt)$/;
/** Below this a compressed copy saves no packet. */
const smallestWorthwhile = 1_024;

/** Writes a .br and a .gz beside every text file below a folder; returns how many files got them. */
export async function precompress(folder: string): Promise<number> {
  let count = 0;
  for (const file of (await listFiles(folder)).filter((name) => text.test(name))) {
    const path = join(folder, file);
    const content = await readFile(path);
    if (content.byteLength < smallestWorthwhile) continue;
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
    await writeFile(`${path}.br`, await brotli(content, quality));
    await writeFile(`${path}.gz`, await gzipped(content, { level: 9 }));
    count++;
  }
  return count;
}
