/// <reference lib="webworker" />
import { analysisHost } from '../analysis/background/analysisHost';
import type { FromWorker, ToWorker } from '../analysis/background/protocol';

/** Analyses a large map away from the page, so that an edit never waits for it. */
const hear = analysisHost((message: FromWorker) => self.postMessage(message));
self.addEventListener('message', (event: MessageEvent<ToWorker>) => hear(event.data));
