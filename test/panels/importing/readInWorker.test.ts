import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readInWorker } from '../../../src/panels/importing/readInWorker';

/** A worker that does what the test says; the test sees whether it was stopped. */
class FakeWorker extends EventTarget {
  static made: FakeWorker[] = [];
  readonly tasks: unknown[] = [];
  isStopped = false;

  constructor() {
    super();
    FakeWorker.made.push(this);
  }

  postMessage(task: unknown): void {
    this.tasks.push(task);
  }

  terminate(): void {
    this.isStopped = true;
  }
}

beforeEach(() => {
  FakeWorker.made = [];
  vi.stubGlobal('Worker', FakeWorker);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const task = { files: [{ name: 'map.mmd', text: 'journey' }], language: 'en' } as const;

/** Begins to read; what has come of it so far, and the worker that does it. */
function begin() {
  const reading: { result: Awaited<ReturnType<typeof readInWorker>> | null } = { result: null };
  const done = readInWorker(task).then((result) => (reading.result = result));
  const [worker] = FakeWorker.made;
  if (!worker) throw new Error('there is no worker');
  return { reading, done, worker };
}

test('INT-46 a file that keeps its reader busy for 10 s is refused, and the reader stopped', async () => {
  const { reading, done, worker } = begin();
  expect(worker.tasks).toEqual([task]);
  await vi.advanceTimersByTimeAsync(9_999);
  expect([reading.result, worker.isStopped]).toEqual([null, false]);
  await vi.advanceTimersByTimeAsync(1);
  await done;
  expect(reading.result).toMatchObject({ ok: false, refusal: { reason: 'unsafe' } });
  expect(worker.isStopped).toBe(true);
});

test('INT-46 a reader that dies refuses its file; one that has read it is stopped and waited for no longer', async () => {
  const dead = begin();
  dead.worker.dispatchEvent(new Event('error'));
  await dead.done;
  expect(dead.reading.result).toMatchObject({ ok: false, refusal: { reason: 'unsafe' } });
  FakeWorker.made = [];
  const { reading, done, worker } = begin();
  const read = { ok: false, refusal: { reason: 'empty', message: 'Nothing.' }, candidates: [] };
  worker.dispatchEvent(new MessageEvent('message', { data: read }));
  await done;
  expect([reading.result, worker.isStopped, vi.getTimerCount()]).toEqual([read, true, 0]);
});
