import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { messageOf } from '../log';

/** Longest request, bytes. */
const longestRequest = 10_000;

/** What whoever may write into the data folder can ask of the server that runs on it. */
export interface AdminRequest {
  readonly command: 'backup';
  readonly file: string;
}

function socketPath(dataFolder: string): string {
  return process.platform === 'win32'
    ? `\\\\.\\pipe\\throughline-${Buffer.from(resolve(dataFolder)).toString('base64url')}`
    : join(dataFolder, 'admin.sock');
}

/**
 * Listens in the data folder, which nobody but the server's own user may enter, for commands to the running server.
 * Resolves to a function that stops.
 */
export function serveAdmin(dataFolder: string, run: (request: AdminRequest) => void): Promise<() => void> {
  const path = socketPath(dataFolder);
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let text = '';
    socket.setEncoding('utf8').setTimeout(10_000, () => socket.destroy());
    socket.on('error', () => undefined);
    socket.on('data', (part: string) => {
      text += part;
      if (text.length > longestRequest) socket.destroy();
    });
    socket.on('end', () => socket.end(answer(text, run)));
  });
  // One that was killed leaves its socket behind; the lock on the database tells that no other is alive.
  if (process.platform !== 'win32') rmSync(path, { force: true });
  return new Promise((done, reject) => {
    server.once('error', reject);
    server.listen(path, () => done(() => server.close()));
  });
}

function answer(text: string, run: (request: AdminRequest) => void): string {
  try {
    const request = JSON.parse(text) as Partial<AdminRequest>;
    if (request.command !== 'backup' || typeof request.file !== 'string') return 'unknown command';
    run({ command: 'backup', file: request.file });
    return '';
  } catch (error) {
    return messageOf(error);
  }
}

/** Asks the server that runs on a folder. False when none does; throws when it could not do it. */
export async function askServer(dataFolder: string, request: AdminRequest): Promise<boolean> {
  const socket = connect({ path: socketPath(dataFolder), allowHalfOpen: true });
  let text = '';
  try {
    await new Promise<void>((done, reject) => {
      socket.once('error', reject).once('close', done).setEncoding('utf8');
      socket.on('data', (part: string) => (text += part));
      socket.end(JSON.stringify(request));
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return false;
    throw error;
  }
  if (text !== '') throw new Error(text);
  return true;
}
