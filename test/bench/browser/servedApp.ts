import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig } from 'vite';
import { firstScriptPlugin } from '../../../scripts/vite/firstScriptPlugin';
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
    plugins: [
      firstScriptPlugin({
        entry: 'src/app/firstPicture.ts',
        name: 'first-picture',
        ahead: 'src/app/map/MapPage.tsx',
      }),
      serviceWorkerPlugin({ entry: 'src/app/serviceWorker.ts', fileName: 'sw.js' }),
    ],
  });
}

/**
 * Builds and serves a page of a bench: the folder below `test/bench` that holds its `index.html`, and texts the page
 * asks for, by file name.
 */
export async function servePage(
  folder: string,
  texts: Readonly<Record<string, string>> = {},
): Promise<ServedApp> {
  const root = fileURLToPath(new URL(`../${folder}`, import.meta.url));
  return serveBuild({ configFile: false, root, plugins: [react()] }, texts);
}

async function serveBuild(
  config: InlineConfig,
  texts: Readonly<Record<string, string>> = {},
): Promise<ServedApp> {
  // React and others build their fast variant for production alone.
  process.env['NODE_ENV'] = 'production';
  const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
  const staticFolder = join(folder, 'app');
  // Vite and its plugins take it from the root.
  const outDir = relative(config.root ?? process.cwd(), staticFolder);
  await build({ ...config, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  for (const [name, text] of Object.entries(texts)) await writeFile(join(staticFolder, name), text);
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
