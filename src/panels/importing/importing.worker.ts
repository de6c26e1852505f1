/// <reference lib="webworker" />
import { importFiles } from '../../interchange/importFiles';
import { german } from '../../interchange/words/de/importWords';
import { english } from '../../interchange/words/en/importWords';
import type { ImportLanguage, ImportWords } from '../../interchange/words/importWords';
import { systemEntropy } from '../../model/ids';
import type { ReadingTask } from './readInWorker';

/** All at once: a worker that had to load its words first could fail at it. */
const wordsOf: { readonly [L in ImportLanguage]: ImportWords } = { en: english, de: german };

/** Reads foreign files away from the page, so that a hostile one can be stopped without taking the page along. */
self.addEventListener('message', ({ data }: MessageEvent<ReadingTask>) => {
  self.postMessage(importFiles(data.files, { entropy: systemEntropy, words: wordsOf[data.language] }));
});
