import { parentPort } from 'node:worker_threads';
import { messageOf } from '../log';
import { documentTasks, type TaskName } from './documentTasks';

/** What the worker is asked, and answers. */
export interface Request {
  readonly task: TaskName;
  readonly updates: readonly Uint8Array[];
}
export type Reply =
  | { readonly ok: true; readonly result: ReturnType<(typeof documentTasks)[TaskName]> }
  | { readonly ok: false; readonly problem: string };

parentPort?.on('message', ({ task, updates }: Request) => {
  parentPort?.postMessage(answer(task, updates));
});

function answer(task: TaskName, updates: readonly Uint8Array[]): Reply {
  try {
    return { ok: true, result: documentTasks[task](updates) };
  } catch (error) {
    return { ok: false, problem: messageOf(error) };
  }
}
