import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig } from 'vite';
import { serviceWorkerPlugin } from '../../../scripts/vite/serviceWorkerPlugin';
import { precompress } from '../../../scripts/precompress';
import { startServer } from '../../../server/server';

/** A production build that is served by the real server, from folders of its own. */
export interface ServedApp {
  readonly origin: string;
  /** Stops the server and removes everything. */
  stop(): Promise<void>;
}

/** Builds and serves the program as it is now. */
export async function serveApp(): Promise<ServedApp> {
  return serveBuild({
    plugins: [serviceWorkerPlugin({ entry: 'src/app/serviceWorker.ts', fileName: 'sw.js' })],
  });
}

/** Builds and serves a page of a bench: the folder below `test/bench` that holds its `index.html`. */
export async function servePage(folder: string): Promise<ServedApp> {
  const root = fileURLToPath(new URL(`../${folder}`, import.meta.url));
  return serveBuild({ configFile: false, root, plugins: [react()] });
}

async function serveBuild(config: InlineConfig): Promise<ServedApp> {
  // React and others build their fast variant for production alone.
  process.env['NODE_ENV'] = 'production';
  const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
  const staticFolder = join(folder, 'app');
  await build({ ...config, logLevel: 'error', build: { outDir: staticFolder, emptyOutDir: true } });
  await precompress(staticFolder);
  const server = await startServer({ port: 0, dataFolder: join(folder, 'data'), staticFolder });
  return {
    origin: server.url,
    async stop() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
