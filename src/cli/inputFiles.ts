import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chosenFile, type ChosenFile } from '../interchange/chosenFile';
import { importLimits, refuse } from '../interchange/importResult';
import { fileWords } from '../interchange/words/en/fileWords';

type InputFiles =
  | { readonly ok: true; readonly files: readonly ChosenFile[] }
  | { readonly ok: false; readonly reason: string };

/** Endings of files that are taken from a folder; a file that is named is read whatever it is called. */
const readEndings = /\.(?:ya?ml|mmd|mermaid|md|html|json)$/i;
/** Folders that hold other people's files. */
const passedOver: ReadonlySet<string> = new Set(['node_modules', '.git']);

/**
 * Reads files and all readable files below folders, in order of name.
 *
 * @param written what this run writes: a folder may hold it from an earlier run
 */
export async function inputFiles(inputs: readonly string[], written: readonly string[]): Promise<InputFiles> {
  const left = new Set(written.map((path) => resolve(path)));
  const files: ChosenFile[] = [];
  let current = '';
  try {
    for (const input of inputs) {
      current = input;
      for (const path of await filesBelow(input)) {
        current = path;
        if (path === input || !left.has(resolve(path))) files.push(await readInput(path));
      }
    }
  } catch (error) {
    return { ok: false, reason: whyUnreadable(current, error) };
  }
  if (files.length === 0)
    return { ok: false, reason: `There is no file to convert in ${inputs.join(', ')}.` };
  return { ok: true, files };
}

/** The file itself, or all readable files below a folder. */
async function filesBelow(path: string): Promise<readonly string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) {
      if (!passedOver.has(entry.name)) found.push(...(await filesBelow(inner)));
    } else if (entry.isFile() && readEndings.test(entry.name)) found.push(inner);
  }
  return found;
}

async function readInput(path: string): Promise<ChosenFile> {
  const { size } = await stat(path);
  // Bytes are never fewer than characters: what is refused for its size here would be refused after reading too,
  // except for texts outside ASCII, which get the benefit of the doubt.
  if (size > 4 * importLimits.characters) {
    const { refusal } = refuse('too-big', fileWords.tooLarge({ file: path }), { file: path });
    return { name: path, refusal };
  }
  return chosenFile(path, await readFile(path), fileWords);
}

function whyUnreadable(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file or folder ${path}.`;
  if (code === 'EACCES' || code === 'EPERM') return `Cannot read ${path}: it may not be read by this user.`;
  return `Cannot read ${path}.`;
}
