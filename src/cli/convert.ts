import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { bundleSize } from '../model/bundle';
import type { Entropy } from '../model/ids';
import { suggestedIds, withoutUnticked } from '../interchange/candidates';
import { importFiles, type ImportFile } from '../interchange/importFiles';
import { importLimits, type ImportReport } from '../interchange/importResult';
import { writeThroughlineFile } from '../interchange/throughline/writeThroughlineFile';

export interface Conversion {
  /** Files and folders to read. */
  readonly inputs: readonly string[];
  readonly output: string;
  /** Where the report goes, if one is wanted. */
  readonly report: string | null;
}

type Converted =
  | { readonly ok: true; readonly records: number; readonly report: ImportReport }
  | { readonly ok: false; readonly reason: string };

/** Endings of files that are taken from a folder; a file that is named is read whatever it is called. */
const readEndings = /\.(?:ya?ml|mmd|mermaid|md|html|json)$/i;
/** Folders that hold other people's files. */
const passedOver: ReadonlySet<string> = new Set(['node_modules', '.git']);

/**
 * Converts files and folders into one map. Nothing is written when the import is refused: a map that is there already
 * stays as it is.
 */
export async function convert({ inputs, output, report }: Conversion, entropy: Entropy): Promise<Converted> {
  const files: ImportFile[] = [];
  try {
    const written = new Set([output, report].flatMap((path) => (path === null ? [] : [resolve(path)])));
    for (const input of inputs)
      for (const path of await filesOf(input)) {
        // A folder may hold what an earlier run wrote.
        if (path === input || !written.has(resolve(path))) files.push(await readInput(path));
      }
  } catch (error) {
    return { ok: false, reason: `Cannot read: ${messageOf(error)}` };
  }
  if (files.length === 0)
    return { ok: false, reason: `There is no file to convert in ${inputs.join(', ')}.` };
  const imported = importFiles(files, { entropy });
  if (!imported.ok) return { ok: false, reason: imported.refusal.message };
  const bundle = withoutUnticked(imported, suggestedIds(imported));
  try {
    await writeWhole(output, writeThroughlineFile({ bundle }));
    if (report !== null) await writeWhole(report, reportText(imported.report));
  } catch (error) {
    return { ok: false, reason: `Cannot write: ${messageOf(error)}` };
  }
  return { ok: true, records: bundleSize(bundle), report: imported.report };
}

/** The file itself, or all readable files below a folder, in order of name. */
async function filesOf(path: string): Promise<readonly string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) {
      if (!passedOver.has(entry.name)) found.push(...(await filesOf(inner)));
    } else if (entry.isFile() && readEndings.test(entry.name)) found.push(inner);
  }
  return found;
}

async function readInput(path: string): Promise<ImportFile> {
  const { size } = await stat(path);
  // Bytes are never fewer than characters: what is refused for its size here would be refused after reading too,
  // except for texts outside ASCII, which get the benefit of the doubt.
  if (size > 4 * importLimits.characters) throw new Error(`${path} is larger than 20 MB`);
  return { name: path, text: await readFile(path, 'utf8') };
}

/** Writes a file whole or not at all. */
async function writeWhole(path: string, text: string): Promise<void> {
  const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    await writeFile(unfinished, text);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** The report as a file: every entry, and how many there are of each level. */
function reportText(entries: ImportReport): string {
  const counts: Record<string, number> = {};
  for (const { level } of entries) counts[level] = (counts[level] ?? 0) + 1;
  return `${JSON.stringify({ format: 'throughline-report', version: 1, entries, counts }, null, 2)}\n`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
