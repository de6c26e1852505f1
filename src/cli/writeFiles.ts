import { access, constants, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Why a file cannot be written at a path, as a sentence; null when nothing speaks against it. */
export async function whyUnwritable(path: string): Promise<string | null> {
  const folder = await kindOf(dirname(path));
  if (folder !== 'folder') return `Cannot write ${path}: its folder does not exist.`;
  if ((await kindOf(path)) === 'folder') return `Cannot write ${path}: it is a folder.`;
  try {
    await access(dirname(path), constants.W_OK);
    return null;
  } catch {
    return `Cannot write ${path}: its folder may not be written to by this user.`;
  }
}

async function kindOf(path: string): Promise<'folder' | 'file' | null> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return null;
  }
}

/** Writes files (path → text) whole or not at all. Returns why not, as a sentence; null when all is well. */
export async function writeFiles(texts: ReadonlyMap<string, string>): Promise<string | null> {
  const unfinished = new Map<string, string>();
  let current = '';
  try {
    for (const [path, text] of texts) {
      current = path;
      const part = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
      unfinished.set(path, part);
      await writeFile(part, text);
    }
    for (const [path, part] of unfinished) {
      current = path;
      await rename(part, path);
    }
    return null;
  } catch (error) {
    for (const part of unfinished.values()) await rm(part, { force: true });
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    return `Cannot write ${current}${isFull ? ': there is no space left' : ''}.`;
  }
}
