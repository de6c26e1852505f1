import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { messageOf } from '../log';
import { readOperation, type Operation, type Outcome } from './operation';

/** Longest request, characters. */
const longestRequest = 10_000;
/** How long a request may take to arrive, ms; what it asks for takes as long as it takes. */
const arrivesWithinMs = 10_000;

type Answer =
  | { readonly ok: true; readonly outcome: Outcome }
  | { readonly ok: false; readonly problem: string };

function socketPath(dataFolder: string): string {
  return process.platform === 'win32'
    ? `\\\\.\\pipe\\throughline-${Buffer.from(resolve(dataFolder)).toString('base64url')}`
    : join(dataFolder, 'admin.sock');
}

/**
 * Listens in the data folder, which nobody but the server's own user may enter, for what an operator wants of the running
 * server. One is done after the other. Resolves to a function that stops.
 */
export function serveAdmin(
  dataFolder: string,
  perform: (operation: Operation) => Promise<Outcome>,
): Promise<() => void> {
  const path = socketPath(dataFolder);
  let last: Promise<unknown> = Promise.resolve();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let text = '';
    socket.setEncoding('utf8').setTimeout(arrivesWithinMs, () => socket.destroy());
    socket.on('error', () => undefined);
    socket.on('data', (part: string) => {
      text += part;
      if (text.length > longestRequest) socket.destroy();
    });
    socket.on('end', () => {
      socket.setTimeout(0);
      last = last.then(async () => socket.end(JSON.stringify(await answer(text, perform))));
    });
  });
  // One that was killed leaves its socket behind; the lock on the database tells that no other is alive.
  if (process.platform !== 'win32') rmSync(path, { force: true });
  return new Promise((done, reject) => {
    server.once('error', reject);
    server.listen(path, () => done(() => server.close()));
  });
}

async function answer(text: string, perform: (operation: Operation) => Promise<Outcome>): Promise<Answer> {
  try {
    const operation = readOperation(JSON.parse(text));
    if (!operation) return { ok: false, problem: 'the running server does not know this command' };
    return { ok: true, outcome: await perform(operation) };
  } catch (error) {
    return { ok: false, problem: messageOf(error) };
  }
}

/**
 * Has the server that runs on a folder do something. Null when none runs there; throws with what it says when it cannot,
 * or when it ended meanwhile.
 */
export async function askServer(dataFolder: string, operation: Operation): Promise<Outcome | null> {
  const socket = connect({ path: socketPath(dataFolder), allowHalfOpen: true });
  let text = '';
  try {
    await new Promise<void>((done, reject) => {
      socket.once('error', reject).once('close', done).setEncoding('utf8');
      socket.on('data', (part: string) => (text += part));
      socket.end(JSON.stringify(operation));
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return null;
    throw error;
  }
  if (text === '') throw new Error('the server ended before it was done');
  const answered = JSON.parse(text) as Answer;
  if (!answered.ok) throw new Error(answered.problem);
  return answered.outcome;
}
