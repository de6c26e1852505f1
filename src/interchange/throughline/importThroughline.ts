import { bundleSize } from '../../model/bundle';
import type { Entropy } from '../../model/ids';
import type { ImportFile } from '../chosenFile';
import { refuse, type ImportResult, type ReportEntry } from '../importResult';
import type { ThroughlineFile } from './fileFormat';
import { readThroughlineFile } from './readThroughlineFile';

/**
 * Takes the records of one of our own files. What it holds beside them is reported; a file of a newer program is
 * refused, as nobody can say what its records mean.
 *
 * @param entropy gives ids to list items that have none
 */
export function importThroughline(file: ImportFile, entropy: Entropy): ImportResult {
  const read = readThroughlineFile(file.text, file.name, entropy);
  if (!read.ok) return read;
  const { bundle, isNewer, version } = read.file;
  if (isNewer) {
    const message = `${file.name} was written by a newer version (${version}) of this program and cannot be taken over.`;
    return refuse('newer-version', message, { file: file.name });
  }
  if (bundleSize(bundle) === 0 && Object.keys(bundle.map).length === 0)
    return refuse('empty', `${file.name} holds no record.`, { file: file.name });
  return { ok: true, bundle, report: [...read.report, ...leftBehind(read.file, file.name)] };
}

/** What one of our files holds beside its records, which has no place in a bundle. */
function leftBehind({ unknown, document }: ThroughlineFile, file: string): readonly ReportEntry[] {
  const entries: ReportEntry[] = Object.entries(unknown).map(([key, value]) => {
    const what = Array.isArray(value) ? `its ${value.length} entries were left out` : 'it was left out';
    const message = `This program does not know “${key}”; ${what}.`;
    return { level: 'ignored', message, file, pointer: key };
  });
  if (!document) return entries;
  const message =
    'What merging the file back into its map needs was left out: its records become part of another map.';
  return [...entries, { level: 'ignored', message, file, pointer: 'document' }];
}
