import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import type { FromWorker } from '../../../src/analysis/background/protocol';
import type { Journey } from '../../../src/model/resolve';
import { backgroundAnalysis, type JudgeAnswer } from '../../../src/store/backgroundAnalysis';
import { singleEdits } from './singleEdits';
import { least, watch, type Took } from './threadTime';

/** How often the whole map is analysed, and each edit made and taken back. */
const wholeRuns = 6;
const editRuns = 3;

/** What judging away from the page takes. `thread` is the page's share, `clock` the time until what is found can be shown. */
export interface BackgroundFigures {
  /** A whole analysis in the worker; here `thread` is the worker's. */
  readonly whole: Took;
  /** The very first one, before the engine's code has been compiled. */
  readonly cold: Took;
  /** The first time: every record is sent, and everything found comes back. */
  readonly first: Took;
  readonly edits: ReadonlyMap<string, Took>;
}

/** Measures with a real worker, with nothing else going on in this thread. */
export async function measureBackground(journey: Journey): Promise<BackgroundFigures> {
  const worker = new Worker(await bundledWorker(), { eval: true });
  try {
    const { whole, cold } = await wholeAnalysis(worker);
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
    return { whole, cold, first, edits };
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

function wholeAnalysis(worker: Worker): Promise<Pick<BackgroundFigures, 'whole' | 'cold'>> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', resolve);
    worker.postMessage({ wholeRuns });
  });
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
