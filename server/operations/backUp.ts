import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import { sealFile } from '../storage/sealedFile';

/**
 * Makes a backup of a store as one file with a checksum over all of it. The file has its name only once it is whole and on
 * disk.
 *
 * @param copyInto writes an SQLite database with all that the store holds, as of one moment
 * @throws when there is such a file already
 */
export async function backUp(copyInto: (file: string) => Promise<void>, file: string): Promise<void> {
  if (existsSync(file)) throw new Error(`${file} exists already`);
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    await copyInto(unfinished);
    // Whoever can read it can read the maps.
    chmodSync(unfinished, 0o600);
    await sealFile(unfinished);
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
