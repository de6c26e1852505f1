import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { systemEntropy } from '../../src/model/ids';
import { systemClock } from '../clock';
import type { Settings } from '../settings';
import { openStorage, type Storage } from '../storage/openStorage';
import { SqliteDatabase } from '../storage/sqliteDatabase';
import { askServer } from './adminSocket';
import { exportMaps } from './exportMaps';
import { restoreBackup } from './restore';
import { rewriteMaps } from './rewriteMaps';

export const usage = `Usage: throughline-server                        serves
       throughline-server backup FILE            copies everything into FILE, also while the server runs
       throughline-server restore FILE           puts a backup in place; the server must be stopped
       throughline-server export FOLDER          writes every map as a *.throughline.json
       throughline-server erase ACTOR            takes a person out of all maps and logs, by the id stamped on their work
       throughline-server purge TEXT [OTHER]     puts OTHER (“[removed]”) in place of TEXT everywhere, history included
The embedded store can be exported, erased and purged only while no server runs on it; a Postgres at any time.`;

type Say = (line: string) => void;

/**
 * Runs a command of the operator. Returns the exit code; throws with a sentence when it cannot be done.
 *
 * @param words the command and what it is about
 */
export async function runOperation(words: readonly string[], settings: Settings, say: Say): Promise<number> {
  const [command, subject, other, ...rest] = words;
  const isComplete = subject !== undefined && subject !== '' && rest.length === 0;
  if (isComplete && command === 'purge') return purge(subject, other ?? '[removed]', settings, say);
  if (!isComplete || other !== undefined) return refuse(say);
  switch (command) {
    case 'backup':
      return backup(resolve(subject), settings, say);
    case 'restore':
      return restore(resolve(subject), settings, say);
    case 'export':
      return withStorage(settings, say, async ({ store }) => {
        const { written, problems } = await exportMaps(store, resolve(subject), systemEntropy);
        say(`${written} maps are in ${resolve(subject)}.`);
        for (const problem of problems) say(`Not exported: ${problem}`);
        return problems.length === 0 ? 0 : 1;
      });
    case 'erase':
      return erase(subject, settings, say);
    default:
      return refuse(say);
  }
}

function refuse(say: Say): number {
  say(usage);
  return 2;
}

async function backup(file: string, { dataFolder, postgres }: Settings, say: Say): Promise<number> {
  if (postgres !== undefined)
    throw new Error('a Postgres is backed up with its own tools, such as pg_dump or continuous archiving');
  if (existsSync(file)) throw new Error(`${file} exists already`);
  if (!(await askServer(dataFolder, { command: 'backup', file }))) {
    const database = new SqliteDatabase(dataFolder);
    try {
      database.backup(file);
    } finally {
      database.close();
    }
  }
  say(`Everything that was saved is in ${file}.`);
  return 0;
}

async function restore(file: string, { dataFolder, postgres }: Settings, say: Say): Promise<number> {
  if (postgres !== undefined)
    throw new Error('a Postgres is restored with its own tools, such as pg_restore');
  const { maps, kept } = await restoreBackup(dataFolder, file, Date.now());
  say(
    `${maps} maps are as they were in the backup.${kept === null ? '' : ` What was there before is in ${kept}.`}`,
  );
  say(
    'Rights and links are those of the backup too. Clients that hold newer work hand it in when they connect.',
  );
  return 0;
}

async function purge(text: string, other: string, settings: Settings, say: Say): Promise<number> {
  if (text.length < 3) throw new Error('the text must have three letters at least');
  if (other.includes(text)) throw new Error('what comes in place of the text must not contain it');
  return withStorage(settings, say, async ({ store }) => {
    const { places, maps } = await rewriteMaps(store, text, other);
    say(`Replaced in ${places} places in ${maps} maps; no history holds it any more. Backups do.`);
    return 0;
  });
}

async function erase(actor: string, settings: Settings, say: Say): Promise<number> {
  if (!/^[\w-]{8,64}$/.test(actor))
    throw new Error('a person is named by the id in “createdBy” of an exported map');
  return withStorage(settings, say, async ({ store, access }) => {
    const wasKnown = await access.forgetPerson(actor);
    const { places, maps } = await rewriteMaps(store, actor, 'erased');
    say(
      `Taken out of ${places} places in ${maps} maps${wasKnown ? ', and of the audit logs' : ''}. Backups hold it still.`,
    );
    return 0;
  });
}

async function withStorage(
  { dataFolder, postgres }: Settings,
  say: Say,
  work: (storage: Storage) => Promise<number>,
): Promise<number> {
  const services = { clock: systemClock, entropy: systemEntropy, log: say };
  const storage = await openStorage({ dataFolder, postgres, ...services });
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}
