import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mapsPath } from '../../../src/doc/wire';
import { newMapId, systemEntropy } from '../../../src/model/ids';
import { programFor } from './bundledProgram';
import type { ServerReady, ServerUsage } from './processReport';
import { dialectOf, type Dialect, type ServerKind } from './serverKind';

/** A sync server in a process of its own, so that its processor time and memory are its own. */
export interface BenchServer {
  readonly kind: ServerKind;
  readonly port: number;
  /** Whether it says when it has stored (ours) or taken (Hocuspocus) an update. */
  readonly tells: boolean;
  /** Makes a map's room. */
  newRoom(): Promise<Dialect>;
  /** Processor time used so far, ms. */
  cpuMs(): Promise<number>;
  /** What it holds in memory, after what nobody uses was collected. */
  memory(): Promise<ServerUsage>;
  /** Bytes of all its files. */
  storedBytes(): Promise<number>;
  /** Ends the process as an operator would, and starts it again on the same port and data. */
  restart(): Promise<void>;
  /** Ends the process and removes its data. */
  stop(): Promise<void>;
}

/**
 * Starts a server. Whoever calls it stops it. `BENCH_PROFILE=folder` leaves a processor profile of each server there.
 */
export async function startBenchServer(kind: ServerKind): Promise<BenchServer> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
  let { child, port } = await startProcess(kind, dataFolder, 0);
  const usage = async (question: 'usage' | 'memory'): Promise<ServerUsage> => {
    child.send(question);
    return (await nextMessage(child)) as ServerUsage;
  };
  return {
    kind,
    port,
    tells: kind !== 'reference',
    async newRoom() {
      const mapId = newMapId(systemEntropy);
      // The others make a room for whoever asks.
      if (kind === 'throughline') await makeRoom(port, mapId);
      return dialectOf(kind, port, mapId);
    },
    cpuMs: async () => (await usage('usage')).cpuMs,
    memory: () => usage('memory'),
    storedBytes: () => folderSize(dataFolder),
    async restart() {
      await end(child);
      ({ child, port } = await startProcess(kind, dataFolder, port));
    },
    async stop() {
      await end(child);
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function startProcess(
  kind: ServerKind,
  dataFolder: string,
  port: number,
): Promise<{ child: ChildProcess; port: number }> {
  const profile = process.env['BENCH_PROFILE'];
  const child = fork(await programFor(kind), [dataFolder, String(port), kind], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    env: { ...process.env, NODE_ENV: 'production' },
    execArgv: [
      '--expose-gc',
      ...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${join(profile, kind)}`]),
    ],
  });
  const ready = (await nextMessage(child)) as ServerReady;
  return { child, port: ready.port };
}

async function makeRoom(port: number, mapId: string): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}${mapsPath}/${mapId}`, {
    method: 'PUT',
    body: JSON.stringify({ addressRole: 'editor' }),
  });
  if (!response.ok) throw new Error(`The server answered ${response.status} to a new map.`);
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}

async function folderSize(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** What the process says next; rejects when it ends instead. */
async function nextMessage(child: ChildProcess): Promise<unknown> {
  const stop = new AbortController();
  const { signal } = stop;
  try {
    const [message] = (await Promise.race([
      once(child, 'message', { signal }),
      once(child, 'exit', { signal }).then(() => {
        throw new Error('The server’s process has ended.');
      }),
    ])) as [unknown];
    return message;
  } finally {
    stop.abort();
  }
}
