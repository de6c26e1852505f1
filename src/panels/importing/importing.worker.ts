/// <reference lib="webworker" />
import type { ChosenFile } from '../../interchange/chosenFile';
import { importFiles } from '../../interchange/importFiles';
import { systemEntropy } from '../../model/ids';

/** Reads foreign files away from the page, so that a hostile one can be stopped without taking the page along. */
self.addEventListener('message', (event: MessageEvent<readonly ChosenFile[]>) => {
  self.postMessage(importFiles(event.data, { entropy: systemEntropy }));
});
