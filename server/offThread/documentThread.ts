import { Worker } from 'node:worker_threads';
import type { Clock } from '../clock';
import { documentTasks, largeBytes, type DocumentTasks, type TaskName } from './documentTasks';
import type { Reply, Request } from './documentWorker';

/** Memory of the worker, MB, and how long one task may take, ms: what takes more is stopped, and nobody else notices. */
const limits = { heapMb: 1_024, taskMs: 60_000, idleMs: 30_000 } as const;

/** The worker was stopped in the middle of a task: out of memory, or out of time. */
export class ThreadStoppedError extends Error {
  override readonly name = 'ThreadStoppedError';
}

interface Job {
  readonly request: Request;
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A second thread for work on large documents, one task after the other. It is started when there is something to do and
 * ends when there has been nothing for a while. What is small is done at once, right here.
 */
export class DocumentThread {
  readonly #clock: Clock;
  readonly #jobs: Job[] = [];
  #current: Job | null = null;
  #worker: Worker | null = null;
  #cancelTimer: (() => void) | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Does a task, elsewhere if it is large. Rejects with what the task throws, or a `ThreadStoppedError`. */
  async run<Name extends TaskName>(
    task: Name,
    updates: readonly Uint8Array[],
  ): Promise<ReturnType<DocumentTasks[Name]>> {
    const bytes = updates.reduce((sum, update) => sum + update.length, 0);
    if (bytes < largeBytes) return documentTasks[task](updates) as ReturnType<DocumentTasks[Name]>;
    // Copies, which then are handed over: an update may be a view of a buffer that is used for more.
    const request = { task, updates: updates.map((update) => update.slice()) };
    return new Promise((resolve, reject) => {
      this.#jobs.push({ request, resolve, reject });
      this.#next();
    });
  }

  /** Ends the thread. What is under way is given up. */
  close(): void {
    for (const { reject } of this.#jobs.splice(0)) reject(new ThreadStoppedError('the server is closing'));
    this.#stop('the server is closing');
  }

  #next(): void {
    if (this.#current) return;
    this.#cancelTimer?.();
    this.#current = this.#jobs.shift() ?? null;
    if (this.#current) {
      this.#worker ??= this.#start();
      const { request } = this.#current;
      this.#worker.postMessage(
        request,
        request.updates.map((update) => update.buffer as ArrayBuffer),
      );
      this.#cancelTimer = this.#clock.after(limits.taskMs, () => this.#stop('it took too long'));
    } else this.#cancelTimer = this.#clock.after(limits.idleMs, () => this.#stop('it is not needed'));
  }

  #start(): Worker {
    const worker = startWorker();
    const end = (why: string): void => {
      if (this.#worker === worker) this.#stop(why);
    };
    worker.on('message', (reply: Reply) => {
      if (this.#worker === worker) this.#finish(reply);
    });
    worker.on('error', (error) => end(error.message));
    worker.on('exit', () => end('it ended'));
    // Whatever it is doing must not keep the process alive.
    worker.unref();
    return worker;
  }

  #finish(reply: Reply): void {
    const job = this.#current;
    this.#current = null;
    if (reply.ok) job?.resolve(reply.result as never);
    else job?.reject(new Error(reply.problem));
    this.#next();
  }

  #stop(why: string): void {
    const worker = this.#worker;
    const job = this.#current;
    this.#worker = null;
    this.#current = null;
    this.#cancelTimer?.();
    void worker?.terminate();
    job?.reject(new ThreadStoppedError(`working on a large document was stopped: ${why}`));
    if (this.#jobs.length > 0) this.#next();
  }
}

function startWorker(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: limits.heapMb };
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('documentWorker.js', import.meta.url), { resourceLimits });
  // From the sources: a thread does not inherit what lets the process read TypeScript.
  const source = JSON.stringify(new URL('documentWorker.ts', import.meta.url).href);
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import(${source}); });`;
  return new Worker(code, { eval: true, resourceLimits });
}
