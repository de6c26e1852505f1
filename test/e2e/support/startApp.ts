import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startServer } from '../../../server/server';

/** The app and the sync server as `npm start` runs them, on a free port, with an empty data folder of their own. */
export interface RunningApp {
  /** The app's address, without a slash at the end. Stays the same over `restart`. */
  readonly origin: string;
  readonly dataFolder: string;
  /** Stops the server and starts it again on the same port and data, as an update of it would. */
  restart(): Promise<void>;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
}

/** Starts the real server over the production build. Whoever calls it stops it. */
export async function startApp(): Promise<RunningApp> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'throughline-'));
  const start = (port: number) => startServer({ port, dataFolder, staticFolder: resolve('dist/app') });
  let server = await start(0);
  const { port, url } = server;
  return {
    origin: url,
    dataFolder,
    async restart() {
      await server.close();
      server = await start(port);
    },
    async stop() {
      await server.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
