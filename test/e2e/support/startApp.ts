import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startServer } from '../../../server/server';

/** The app and the sync server as `npm start` runs them, on a free port, with an empty data folder of their own. */
export interface RunningApp {
  /** The app's address, without a slash at the end. Stays the same over `restart`. */
  readonly origin: string;
  readonly dataFolder: string;
  /** Stops the server and starts it again on the same port and data, as an update of it would. Also after `halt`. */
  restart(changes?: RestartChanges): Promise<void>;
  /** Stops the server and keeps its data. */
  halt(): Promise<void>;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
}

/** What is different after a restart. */
export interface RestartChanges {
  /** The data folder is empty, as after a lost disk. */
  readonly losesData?: boolean;
  /** The app is served from here from now on. */
  readonly staticFolder?: string;
}

/** Starts the real server over the production build. Whoever calls it stops it. */
export async function startApp(): Promise<RunningApp> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'throughline-'));
  let staticFolder = resolve('dist/app');
  const start = (port: number) => startServer({ port, dataFolder, staticFolder, log: () => {} });
  let server: Awaited<ReturnType<typeof start>> | null = await start(0);
  const { port, url } = server;
  const halt = async (): Promise<void> => {
    await server?.close();
    server = null;
  };
  return {
    origin: url,
    dataFolder,
    halt,
    async restart(changes = {}) {
      await halt();
      if (changes.losesData) await rm(dataFolder, { recursive: true, force: true });
      staticFolder = changes.staticFolder ?? staticFolder;
      server = await start(port);
    },
    async stop() {
      await halt();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
