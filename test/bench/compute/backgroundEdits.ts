import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import type { FromWorker } from '../../../src/analysis/background/protocol';
import type { Journey } from '../../../src/model/resolve';
import { backgroundAnalysis, type JudgeAnswer } from '../../../src/store/backgroundAnalysis';
import { singleEdits } from './singleEdits';
import { least, watch, type Took } from './threadTime';

/** How often each edit is made and taken back. */
const editRuns = 3;

/** What judging away from the page takes. `thread` is the page's share, `clock` the time until what is found can be shown. */
export interface BackgroundFigures {
  /** The first time: every record is sent, and everything found comes back. */
  readonly first: Took;
  readonly edits: ReadonlyMap<string, Took>;
}

/** Measures with a real worker, with nothing else going on in this thread. */
export async function measureBackground(journey: Journey): Promise<BackgroundFigures> {
  const worker = new Worker(await bundledWorker(), { eval: true });
  try {
    const ask = asker(worker);
    const measured = async (map: Journey): Promise<Took> => {
      const took = watch();
      await ask(map);
      return took();
    };
    const first = await measured(journey);
    const edits = new Map<string, Took>();
    for (const { name, make } of singleEdits) {
      const runs: Took[] = [];
      for (let run = 0; run < editRuns; run++) {
        runs.push(await measured(make(journey)));
        await ask(journey);
      }
      edits.set(name, least(runs));
    }
    return { first, edits };
  } finally {
    await worker.terminate();
  }
}

/** The worker as one script, made by the bundler that makes the page's. */
async function bundledWorker(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      ssr: fileURLToPath(new URL('./analysisWorker.ts', import.meta.url)),
      rolldownOptions: { output: { format: 'cjs', codeSplitting: false } },
    },
    ssr: { noExternal: true },
  });
  const [made] = Array.isArray(result) ? result : [result];
  const chunk = made && 'output' in made ? made.output[0] : undefined;
  if (!chunk) throw new Error('the worker was not built');
  return chunk.code;
}

function asker(worker: Worker): (journey: Journey) => Promise<JudgeAnswer> {
  let answered: (answer: JudgeAnswer) => void = () => undefined;
  const background = backgroundAnalysis(
    (heard) => {
      worker.on('message', (message: FromWorker) => heard(message));
      return { post: (message) => worker.postMessage(message), close: () => undefined };
    },
    (ms, work) => {
      const timer = setTimeout(work, ms).unref();
      return () => clearTimeout(timer);
    },
    {
      onAnswer: (answer) => answered(answer),
      onLost: () => {
        throw new Error('the worker says nothing');
      },
    },
  );
  return (journey) =>
    new Promise((resolve) => {
      answered = resolve;
      background?.judge({ journey, trial: null, drawn: journey, today: null });
    });
}
