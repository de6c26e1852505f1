import { parentPort } from 'node:worker_threads';
import { analyse } from '../../../src/analysis/analyse';
import { analysisHost } from '../../../src/analysis/background/analysisHost';
import type { ToWorker } from '../../../src/analysis/background/protocol';
import { largeJourney } from './largeMap';
import { least, watch } from './threadTime';

/** The worker of the page, and besides it what a whole analysis takes in one: asked for by how often it is to run. */
const port = parentPort;
if (port === null) throw new Error('this runs in a worker');
const hear = analysisHost((message) => port.postMessage(message));

port.on('message', (message: ToWorker | { readonly wholeRuns: number }) => {
  if (!('wholeRuns' in message)) return hear(message);
  const journey = largeJourney();
  const runs = Array.from({ length: message.wholeRuns }, () => {
    const took = watch();
    analyse(journey);
    return took();
  });
  port.postMessage({ whole: least(runs), cold: runs[0] });
});
