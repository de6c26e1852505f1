import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { listFiles } from '../listFiles';

/** One file the service worker keeps for a start without a network; the revision is a hash of its content. */
interface PrecacheEntry {
  readonly url: string;
  readonly revision: string;
}

const hashLength = 16;

function isPrecached(file: string, ownName: string): boolean {
  return file !== ownName && !file.startsWith('.vite/') && !/\.(br|gz|map)$/.test(file);
}

async function precacheOf(outDir: string, ownName: string): Promise<readonly PrecacheEntry[]> {
  const files = (await listFiles(outDir)).filter((file) => isPrecached(file, ownName));
  return Promise.all(
    files.map(async (file) => {
      const content = await readFile(join(outDir, file));
      const revision = createHash('sha256').update(content).digest('hex').slice(0, hashLength);
      return { url: `/${file}`, revision };
    }),
  );
}

/**
 * Builds the service worker after the app, as one classic script beside it. Two constants are defined inside it:
 * `__PRECACHE__`, the list `{ url, revision }[]` of every emitted file, and `__APP_VERSION__`, a hash over that list,
 * which changes exactly when any of them does. Without the entry file it does nothing.
 */
export function serviceWorkerPlugin(options: { readonly entry: string; readonly fileName: string }): Plugin {
  let root = '';
  let outDir = '';
  return {
    name: 'throughline:service-worker',
    configResolved(config) {
      root = config.root;
      outDir = join(config.root, config.build.outDir);
    },
    async closeBundle() {
      const entry = join(root, options.entry);
      if (!existsSync(entry)) return;
      const precache = await precacheOf(outDir, options.fileName);
      const version = createHash('sha256')
        .update(JSON.stringify(precache))
        .digest('hex')
        .slice(0, hashLength);
      await build({
        configFile: false,
        root,
        publicDir: false,
        logLevel: 'warn',
        define: { __PRECACHE__: JSON.stringify(precache), __APP_VERSION__: JSON.stringify(version) },
        build: {
          outDir,
          emptyOutDir: false,
          reportCompressedSize: false,
          rolldownOptions: {
            input: entry,
            output: { format: 'iife', entryFileNames: options.fileName, codeSplitting: false },
          },
        },
      });
    },
  };
}
