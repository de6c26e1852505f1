import { bundleSize } from '../../model/bundle';
import type { Entropy } from '../../model/ids';
import type { ImportFile } from '../chosenFile';
import { refuse, type ImportResult, type ReportEntry } from '../importResult';
import type { ThroughlineWords } from '../words/en/throughlineWords';
import type { OpeningWords } from '../words/importWords';
import type { ThroughlineFile } from './fileFormat';
import { readThroughlineFile } from './readThroughlineFile';

/**
 * Takes the records of one of our own files. What it holds beside them is reported; a file of a newer program is
 * refused, as nobody can say what its records mean.
 *
 * @param entropy gives ids to list items that have none
 */
export function importThroughline(file: ImportFile, entropy: Entropy, words: OpeningWords): ImportResult {
  const read = readThroughlineFile(file.text, file.name, entropy, words);
  if (!read.ok) return read;
  const { bundle, isNewer, version } = read.file;
  if (isNewer) {
    const message = words.throughline.newer({ file: file.name, version });
    return refuse('newer-version', message, { file: file.name });
  }
  if (bundleSize(bundle) === 0 && Object.keys(bundle.map).length === 0)
    return refuse('empty', words.throughline.noRecord({ file: file.name }), { file: file.name });
  return {
    ok: true,
    bundle,
    report: [...read.report, ...leftBehind(read.file, file.name, words.throughline)],
  };
}

/** What one of our files holds beside its records, which has no place in a bundle. */
function leftBehind(
  { unknown, document }: ThroughlineFile,
  file: string,
  words: ThroughlineWords,
): readonly ReportEntry[] {
  const entries: ReportEntry[] = Object.entries(unknown).map(([key, value]) => {
    const message = words.unknownKey({ key, entries: Array.isArray(value) ? value.length : null });
    return { level: 'ignored', message, file, pointer: key };
  });
  if (!document) return entries;
  return [...entries, { level: 'ignored', message: words.documentLeftOut, file, pointer: 'document' }];
}
