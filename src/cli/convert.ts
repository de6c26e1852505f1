import { bundleSize } from '../model/bundle';
import type { Entropy } from '../model/ids';
import { suggestedIds, withoutUnticked } from '../interchange/candidates';
import { importFiles } from '../interchange/importFiles';
import type { ImportReport } from '../interchange/importResult';
import { english } from '../interchange/words/en/importWords';
import { writeThroughlineFile } from '../interchange/throughline/writeThroughlineFile';
import { inputFiles } from './inputFiles';
import { whyUnwritable, writeFiles } from './writeFiles';

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

/**
 * Converts files and folders into one map. Nothing is written when the import is refused: a map that is there already
 * stays as it is.
 */
export async function convert({ inputs, output, report }: Conversion, entropy: Entropy): Promise<Converted> {
  const written = report === null ? [output] : [output, report];
  const read = await inputFiles(inputs, written);
  if (!read.ok) return read;
  for (const path of written) {
    const reason = await whyUnwritable(path);
    if (reason !== null) return { ok: false, reason };
  }
  const imported = importFiles(read.files, { entropy, words: english });
  if (!imported.ok) return { ok: false, reason: imported.refusal.message };
  const bundle = withoutUnticked(imported, suggestedIds(imported));
  const texts = new Map([[output, writeThroughlineFile({ bundle })]]);
  if (report !== null) texts.set(report, reportText(imported.report));
  const reason = await writeFiles(texts);
  if (reason !== null) return { ok: false, reason };
  return { ok: true, records: bundleSize(bundle), report: imported.report };
}

/** The report as a file: every entry, and how many there are of each level. */
function reportText(entries: ImportReport): string {
  const counts: Record<string, number> = {};
  for (const { level } of entries) counts[level] = (counts[level] ?? 0) + 1;
  return `${JSON.stringify({ format: 'throughline-report', version: 1, entries, counts }, null, 2)}\n`;
}
