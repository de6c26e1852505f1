import type { FromWorker } from '../analysis/background/protocol';
import type { OpenAnalysisLine } from './backgroundAnalysis';

/** Starts a worker that analyses. Null where there are none: then the page does it. */
export const openAnalysisWorker: OpenAnalysisLine = (heard, lost) => {
  if (typeof Worker === 'undefined') return null;
  const worker = new Worker(new URL('./analysis.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', (event: MessageEvent<FromWorker>) => heard(event.data));
  // A program that cannot be loaded, and one that broke off.
  worker.addEventListener('error', lost);
  worker.addEventListener('messageerror', lost);
  return { post: (message) => worker.postMessage(message), close: () => worker.terminate() };
};
