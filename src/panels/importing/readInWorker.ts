import { chosenFile, type ChosenFile } from '../../interchange/chosenFile';
import type { ImportFilesResult } from '../../interchange/importFiles';
import { importLimits, refuse } from '../../interchange/importResult';
import type { FileWords } from '../../interchange/words/en/fileWords';
import type { ImportLanguage } from '../../interchange/words/importWords';
import { t } from '../../ui/i18n/t';

/** How long reading may take, ms. */
const patienceMs = 10_000;

/** What the worker is given: files, and the language of what it says about them. */
export interface ReadingTask {
  readonly files: readonly ChosenFile[];
  readonly language: ImportLanguage;
}

/** Reads files in a worker that is stopped when it takes too long. Never rejects: what goes wrong is a refusal. */
export async function readInWorker(task: ReadingTask): Promise<ImportFilesResult> {
  const worker = new Worker(new URL('./importing.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<ImportFilesResult>((resolve) => {
      const giveUp = (message: string): void => resolve({ ...refuse('unsafe', message), candidates: [] });
      const timer = setTimeout(() => giveUp(t('importing.tookTooLong')), patienceMs);
      worker.addEventListener('message', (event: MessageEvent<ImportFilesResult>) => {
        clearTimeout(timer);
        resolve(event.data);
      });
      worker.addEventListener('error', () => {
        clearTimeout(timer);
        giveUp(t('importing.crashed'));
      });
      worker.postMessage(task);
    });
  } finally {
    worker.terminate();
  }
}

/** The texts of chosen files, and which are none. A file too large to be read at all refuses the whole choice. */
export async function textsOf(
  files: readonly File[],
  words: FileWords,
): Promise<ImportFilesResult | readonly ChosenFile[]> {
  const large = files.find(({ size }) => size > importLimits.characters);
  if (large) return { ...refuse('too-big', words.tooLarge({ file: large.name })), candidates: [] };
  return Promise.all(
    files.map(async (file) => chosenFile(file.webkitRelativePath || file.name, await bytesOf(file), words)),
  );
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}
