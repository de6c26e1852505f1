import { emptyBundle, type Bundle } from '../model/bundle';
import type { Entropy } from '../model/ids';
import type { ImportCandidate } from './candidates';
import { refuse, type ImportReport, type ImportResult } from './importResult';
import { looksLikeThroughlineFile, readThroughlineFile } from './throughline/readThroughlineFile';

/** A file as it arrives from a picker, a drop, the clipboard or the command line. */
export interface ImportFile {
  /** Its name, with folders where they are known: relative references between files are looked up by it. */
  readonly name: string;
  readonly text: string;
}

export type ImportFormat = 'throughline' | 'mermaid' | 'backstage';

/** What came of importing files, with the choice it leaves (see `withoutUnticked`). */
export type ImportFilesResult = ImportResult & { readonly candidates: readonly ImportCandidate[] };

/** Which of the formats a file is in: by what it says, then by its name; null when it is none of them. */
export function detectFormat({ text }: ImportFile): ImportFormat | null {
  return looksLikeThroughlineFile(text) ? 'throughline' : null;
}

/**
 * Reads files of any known format into one bundle with one report: the one door for the interface and the command line.
 * The bundle holds every candidate; `withoutUnticked(result, suggestedIds(result))` is the usual choice. A file that
 * cannot be read is refused in the report while others can; when none can, the whole import is refused.
 */
export function importFiles(
  files: readonly ImportFile[],
  { entropy }: { readonly entropy: Entropy },
): ImportFilesResult {
  const report: ImportReport = [];
  let bundle: Bundle = emptyBundle();
  for (const file of files) {
    const read = readThroughlineFile(file.text, file.name, entropy);
    if (!read.ok) return { ...read, candidates: [] };
    bundle = read.file.bundle;
  }
  if (files.length === 0) return { ...refuse('empty', 'There is no file to import.'), candidates: [] };
  return { ok: true, bundle, report, candidates: [] };
}
