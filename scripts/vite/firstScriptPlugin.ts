import { createHash } from 'node:crypto';
import { build, type Plugin, type Rolldown } from 'vite';

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

/** The addresses of a module's file and of all that it needs, as the build has named them. */
function filesOf(bundle: Rolldown.OutputBundle, module: string): readonly string[] {
  const own = Object.values(bundle).find(
    (output) => output.type === 'chunk' && output.moduleIds.some((id) => id.endsWith(`/${module}`)),
  );
  const files = new Set<string>(own ? [own.fileName] : []);
  for (const file of files) {
    const chunk = bundle[file];
    if (chunk?.type === 'chunk') for (const next of chunk.imports) files.add(next);
  }
  return [...files].map((file) => `/${file}`);
}

/**
 * Has a module run as soon as the page is known, before the program itself has arrived: built as one script that needs no
 * other file, named first in the page. What the program has of the same code it has once more. Only in production builds.
 *
 * @param options.ahead a module whose files the script is told (`data-ahead`, with spaces between them), to fetch them
 *   while nothing has asked for them yet
 */
export function firstScriptPlugin(options: {
  readonly entry: string;
  readonly name: string;
  readonly ahead: string;
}): Plugin {
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
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const ahead = bundle ? filesOf(bundle, options.ahead).join(' ') : '';
        const attrs = { async: true, src: `/${fileName}`, 'data-ahead': ahead };
        return [{ tag: 'script', attrs, injectTo: 'head-prepend' }];
      },
    },
  };
}
