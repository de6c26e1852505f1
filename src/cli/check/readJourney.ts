import { readFile, stat } from 'node:fs/promises';
import { importLimits, type ImportReport } from '../../interchange/importResult';
import { readThroughlineFile } from '../../interchange/throughline/readThroughlineFile';
import { englishOpening } from '../../interchange/words/en/openingWords';
import type { Bundle, PlainRecord } from '../../model/bundle';
import { readRecord } from '../../model/defineRecord';
import { mapSubject, type Entropy } from '../../model/ids';
import { kinds, recordDefinitions, type Kind } from '../../model/kinds';
import { mapDefinition } from '../../model/records/map';
import { resolve, type Journey } from '../../model/resolve';
import type { Tables } from '../../model/tables';

type ReadJourney =
  | {
      readonly ok: true;
      readonly journey: Journey;
      /** The file as it stands. */
      readonly text: string;
      /** What was left out or repaired while reading. */
      readonly notes: ImportReport;
    }
  | { readonly ok: false; readonly reason: string };

/** Reads a map file as every view sees it. What the file's reader refuses is refused here, with its reason. */
export async function readJourney(path: string, entropy: Entropy): Promise<ReadJourney> {
  let text: string;
  try {
    const { size } = await stat(path);
    // Bytes are never fewer than characters; texts outside ASCII get the benefit of the doubt until they are read.
    if (size > 4 * importLimits.characters) return { ok: false, reason: `${path} is larger than 20 MB.` };
    text = await readFile(path, 'utf8');
  } catch (error) {
    return { ok: false, reason: `Cannot read: ${error instanceof Error ? error.message : String(error)}` };
  }
  const read = readThroughlineFile(text, path, entropy, englishOpening);
  if (!read.ok) return { ok: false, reason: read.refusal.message };
  const { bundle, isNewer, version } = read.file;
  const newer = {
    level: 'ignored',
    message: `The file was written by a newer program (version ${version}); what that added is not looked at`,
    file: path,
    pointer: 'version',
  } as const;
  const notes = isNewer ? [newer, ...read.report] : read.report;
  return { ok: true, journey: resolve(tablesOf(bundle)), text, notes };
}

/** The records of a bundle as stored. Nothing is written, so no document is needed. */
function tablesOf(bundle: Bundle): Tables {
  const tables = Object.fromEntries(
    kinds.map((kind) => [
      kind,
      new Map(
        (bundle[kind] as readonly PlainRecord<Kind>[]).map(({ id, ...values }) => [
          id,
          readRecord(recordDefinitions[kind], id, values),
        ]),
      ),
    ]),
  );
  return { ...tables, map: readRecord(mapDefinition, mapSubject, bundle.map) } as unknown as Tables;
}
