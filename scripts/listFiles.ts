import { readdir } from 'node:fs/promises';

/** Every file below a folder, as sorted paths relative to it with forward slashes; installed packages are left out. */
export async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(
    ({ name }) => name !== 'node_modules',
  );
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const below = entries.map(async (entry) =>
    entry.isDirectory()
      ? (await listFiles(`${folder}/${entry.name}`)).map((path) => `${entry.name}/${path}`)
      : [],
  );
  return [...files, ...(await Promise.all(below)).flat()].toSorted();
}
