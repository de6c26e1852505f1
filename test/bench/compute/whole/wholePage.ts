declare global {
  /** Analyses the large map so many times in a worker of its own. */
  var analyseInWorker: (runs: number) => Promise<WholeRuns>;
}

/** What one worker measured, ms on the clock. */
export interface WholeRuns {
  /** Whole analyses one after the other; the first before the engine's code has been compiled. */
  readonly runs: readonly number[];
  /** A search a transition, reckoned from one in `naiveSample`. */
  readonly naive: number;
}

globalThis.analyseInWorker = (runs) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./whole.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<WholeRuns>) => {
      worker.terminate();
      resolve(data);
    });
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.postMessage(runs);
  });
