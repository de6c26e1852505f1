import { createHash } from 'node:crypto';
import { build, type Plugin } from 'vite';

const hashLength = 8;

/** Bundles a module with all that it imports as one classic script. */
async function bundled(root: string, entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      rolldownOptions: { input: entry, output: { format: 'iife', codeSplitting: false } },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output[0] : null;
  if (chunk?.type !== 'chunk') throw new Error(`${entry} has become no script`);
  return chunk.code;
}

/**
 * Has a module run as soon as the page is known, before the program itself has arrived: built as one script that needs no
 * other file, named first in the page. What the program has of the same code it has once more. Only in production builds.
 */
export function firstScriptPlugin(options: { readonly entry: string; readonly name: string }): Plugin {
  let root = '';
  let fileName = '';
  return {
    name: 'throughline:first-script',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    async buildStart() {
      const source = await bundled(root, options.entry);
      const hash = createHash('sha256').update(source).digest('hex').slice(0, hashLength);
      fileName = `assets/${options.name}-${hash}.js`;
      this.emitFile({ type: 'asset', fileName, source });
    },
    transformIndexHtml: () => [
      { tag: 'script', attrs: { async: true, src: `/${fileName}` }, injectTo: 'head-prepend' },
    ],
  };
}
