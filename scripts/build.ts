import { mkdir, rename, rm } from 'node:fs/promises';
import { build } from 'vite';
import { precompress } from './precompress';
import { firstScriptPlugin } from './vite/firstScriptPlugin';
import { serverBuild } from './vite/serverBuild';
import { serviceWorkerPlugin } from './vite/serviceWorkerPlugin';

/**
 * The production build: `dist/app` (what browsers load, with .br and .gz beside each text file), `dist/server`
 * (for Node: the program and its second thread, packages stay in node_modules) and `dist/app-manifest.json` (what the size budget reads).
 */
async function main(): Promise<void> {
  process.env['NODE_ENV'] = 'production';
  await rm('dist', { recursive: true, force: true });
  await build({
    logLevel: 'warn',
    plugins: [
      firstScriptPlugin({
        entry: 'src/app/firstPicture.ts',
        name: 'first-picture',
        ahead: 'src/app/map/MapPage.tsx',
      }),
      serviceWorkerPlugin({ entry: 'src/app/serviceWorker.ts', fileName: 'sw.js' }),
    ],
  });
  await mkdir('dist/server', { recursive: true });
  await rename('dist/app/.vite/manifest.json', 'dist/app-manifest.json');
  await rm('dist/app/.vite', { recursive: true });
  const files = await precompress('dist/app');
  await build(serverBuild('dist/server'));
  process.stdout.write(`Built dist/app (${files} files compressed) and dist/server.\n`);
}

await main();
