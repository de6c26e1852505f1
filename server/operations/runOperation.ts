import { resolve } from 'node:path';
import { systemEntropy } from '../../src/model/ids';
import { systemClock } from '../clock';
import type { Log } from '../log';
import type { Settings } from '../settings';
import { openStorage, type Storage } from '../storage/openStorage';
import { askServer } from './adminSocket';
import { perform, type Operation } from './operation';
import { restoreIntoFolder, restoreIntoPostgres } from './restore';

export const usage = `Usage: throughline-server                        serves
       throughline-server backup FILE            copies everything into FILE
       throughline-server restore FILE           puts a backup into a stopped server's folder or an empty Postgres
       throughline-server export FOLDER          writes every map as a *.throughline.json
       throughline-server erase ACTOR            takes a person out of all maps and logs, by the id stamped on their work
       throughline-server purge TEXT [OTHER]     puts OTHER (“[removed]”) in place of TEXT everywhere, history included
All but restore may be run while servers run, too.`;

/**
 * Runs a command of the operator. Returns the exit code; throws with a sentence when it cannot be done.
 *
 * @param words the command and what it is about
 */
export async function runOperation(words: readonly string[], settings: Settings, say: Log): Promise<number> {
  const [command, subject, other, ...rest] = words;
  const isComplete = subject !== undefined && subject !== '' && rest.length === 0;
  if (isComplete && command === 'purge')
    return operate(purging(subject, other ?? '[removed]'), settings, say);
  if (!isComplete || other !== undefined) return refuse(say);
  switch (command) {
    case 'backup':
      return operate({ command, file: resolve(subject) }, settings, say);
    case 'restore':
      return restore(resolve(subject), settings, say);
    case 'export':
      return operate({ command, folder: resolve(subject) }, settings, say);
    case 'erase':
      return operate(erasing(subject), settings, say);
    default:
      return refuse(say);
  }
}

function refuse(say: Log): number {
  say(usage);
  return 2;
}

/** Has it done by the server that runs on the data folder; with none, or with a Postgres, does it here. */
async function operate(operation: Operation, settings: Settings, say: Log): Promise<number> {
  const asked = settings.postgres === undefined ? await askServer(settings.dataFolder, operation) : null;
  const outcome = asked ?? (await withStorage(settings, say, (storage) => perform(operation, storage)));
  outcome.lines.forEach(say);
  return outcome.isComplete ? 0 : 1;
}

async function restore(file: string, { dataFolder, postgres }: Settings, say: Log): Promise<number> {
  const { maps, damaged, kept } = await (postgres === undefined
    ? restoreIntoFolder(dataFolder, file, Date.now())
    : restoreIntoPostgres(postgres, file, say));
  say(
    `${maps} maps are as they were in the backup.${kept === null ? '' : ` What was there before is in ${kept}.`}`,
  );
  for (const problem of damaged) say(`Damaged before the backup was made: ${problem}`);
  say(
    'Rights and links are those of the backup too. Clients that hold newer work hand it in when they connect.',
  );
  return damaged.length === 0 ? 0 : 1;
}

/** Throws with a sentence when a text is not one to be purged. */
function purging(text: string, replacement: string): Operation {
  if (text.length < 3) throw new Error('the text must have three letters at least');
  if (replacement.includes(text)) throw new Error('what comes in place of the text must not contain it');
  return { command: 'purge', text, replacement };
}

function erasing(actor: string): Operation {
  if (!/^[\w-]{8,64}$/.test(actor))
    throw new Error('a person is named by the id in “createdBy” of an exported map');
  return { command: 'erase', actor };
}

async function withStorage<T>(
  { dataFolder, postgres }: Settings,
  say: Log,
  work: (storage: Storage) => Promise<T>,
): Promise<T> {
  const services = { clock: systemClock, entropy: systemEntropy, log: say };
  const storage = await openStorage({ dataFolder, postgres, ...services });
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}
