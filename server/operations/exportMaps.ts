import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JourneyDocument } from '../../src/doc/journeyDocument';
import { readBundle } from '../../src/doc/seed';
import { fileExtension } from '../../src/interchange/throughline/fileFormat';
import { writeThroughlineFile } from '../../src/interchange/throughline/writeThroughlineFile';
import type { Entropy } from '../../src/model/ids';
import { schemaVersion } from '../../src/model/kinds';
import { messageOf, shortMapId } from '../log';
import { documentFromLog } from '../storage/compactLog';
import type { LogStore } from '../storage/logStore';

/** What came of an export: how many files were written, and a sentence for each map that could not be read. */
export interface ExportOutcome {
  readonly written: number;
  readonly problems: readonly string[];
}

/** Writes every map as a `*.throughline.json` into a folder, named by title and the first letters of its id. */
export async function exportMaps(store: LogStore, folder: string, entropy: Entropy): Promise<ExportOutcome> {
  // The whole id, which stands in each file, names the map for whoever may open it.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const problems: string[] = [];
  let written = 0;
  for (const mapId of await store.list()) {
    // Where a server runs, people have their turn between two maps.
    await new Promise<void>((resolve) => setImmediate(resolve));
    try {
      const ydoc = documentFromLog(await store.read(mapId));
      const document = new JourneyDocument({ entropy, actor: 'export', ydoc });
      const name = `${safeTitle(document.readMap().title)} ${mapId.slice(0, 6)}${fileExtension}`;
      const text = writeThroughlineFile({
        bundle: readBundle(document),
        version: Math.max(schemaVersion, document.schemaVersion),
        document: { id: mapId, update: Buffer.from(document.encode()).toString('base64') },
      });
      document.destroy();
      writeFileSync(join(folder, name), text, { mode: 0o600 });
      written += 1;
    } catch (error) {
      problems.push(`map ${shortMapId(mapId)}: ${messageOf(error)}`);
    }
  }
  return { written, problems };
}

/** A title as part of a file name on any system. */
function safeTitle(title: string): string {
  const safe = title
    .normalize('NFC')
    .replaceAll(/[\\/:*?"<>|.\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, 80);
  return safe === '' ? 'Untitled' : safe;
}
