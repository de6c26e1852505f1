import { parentPort } from 'node:worker_threads';
import { analysisHost } from '../../../src/analysis/background/analysisHost';

/** The page's worker, in Node. */
const port = parentPort;
if (port === null) throw new Error('this runs in a worker');
port.on(
  'message',
  analysisHost((message) => port.postMessage(message)),
);
