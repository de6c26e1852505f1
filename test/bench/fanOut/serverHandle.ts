import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mapsPath, syncPath } from '../../../src/doc/wire';
import type { ServerKind, ServerReady, ServerUsage } from './serverProcess';

/** A sync server in a process of its own, so that its processor time is its own. */
export interface ServerHandle {
  /** Makes a room for a map and gives the address of its socket. */
  openRoom(mapId: string): Promise<string>;
  /** Processor time the process has used so far, ms. */
  cpuMs(): Promise<number>;
  /** Ends the process and removes its data. */
  stop(): Promise<void>;
}

/** Starts a server. Whoever calls it stops it. */
export async function startServerProcess(kind: ServerKind): Promise<ServerHandle> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
  const child = fork(fileURLToPath(new URL('serverProcess.ts', import.meta.url)), [kind, dataFolder]);
  const { port } = (await nextMessage(child)) as ServerReady;
  return {
    async openRoom(mapId) {
      // The reference makes a room for whoever asks.
      if (kind === 'reference') return `ws://127.0.0.1:${port}/${mapId}`;
      const response = await fetch(`http://127.0.0.1:${port}${mapsPath}/${mapId}`, {
        method: 'PUT',
        body: JSON.stringify({ addressRole: 'editor' }),
      });
      if (!response.ok) throw new Error(`The server answered ${response.status} to a new map.`);
      return `ws://127.0.0.1:${port}${syncPath}/${mapId}`;
    },
    async cpuMs() {
      child.send('usage');
      return ((await nextMessage(child)) as ServerUsage).cpuMs;
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** What the process says next; rejects when it ends instead. */
async function nextMessage(child: ChildProcess): Promise<unknown> {
  const [message] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error('The server’s process has ended.');
    }),
  ])) as [unknown];
  return message;
}
