import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { listFiles } from './listFiles';

/** Issue and promise: what must be loaded before the app can start, in bytes after brotli. */
const entryBudget = 260_000;
/** What comes even before, in bytes after brotli. */
const firstScriptBudget = 6_000;
const appFolder = 'dist/app';

interface ManifestChunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

/** The entry chunk and everything it imports statically, as file names. */
function entryFiles(manifest: Readonly<Record<string, ManifestChunk>>): ReadonlySet<string> {
  const files = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) visit(key);
  return files;
}

/** The script that shows a stored map while the app starts (PIC-11). The app does not wait for its arrival. */
function isFirstScript(file: string): boolean {
  return file.startsWith('assets/first-picture-');
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1).padStart(8)} kB`;
}

async function main(): Promise<void> {
  const manifest = JSON.parse(await readFile('dist/app-manifest.json', 'utf8')) as Record<
    string,
    ManifestChunk
  >;
  const entry = entryFiles(manifest);
  if (entry.size === 0) throw new Error('The build manifest names no entry chunk.');
  let startBytes = 0;
  let yjsCopies = 0;
  const rows: string[] = [];
  for (const file of (await listFiles(appFolder)).filter((name) => /\.(js|css)$/.test(name))) {
    const content = await readFile(join(appFolder, file));
    const compressed = brotliCompressSync(content).byteLength;
    if (isFirstScript(file) && compressed > firstScriptBudget)
      throw new Error('The script of the first picture is over its budget: it has to be there at once.');
    if (entry.has(file)) startBytes += compressed;
    // Yjs says this sentence when it is loaded a second time; one copy of Yjs holds it once.
    yjsCopies += content.toString('utf8').split('Yjs was already imported').length - 1;
    rows.push(
      `${kilobytes(content.byteLength)} ${kilobytes(compressed)}  ${file}${entry.has(file) ? '  (entry)' : ''}`,
    );
  }
  process.stdout.write(`        raw      brotli  file\n${rows.join('\n')}\n`);
  process.stdout.write(
    `Needed to start: ${kilobytes(startBytes).trim()} of ${kilobytes(entryBudget).trim()}\n`,
  );
  if (startBytes > entryBudget)
    throw new Error('The entry chunk is over its budget: load the heavy part on demand.');
  if (yjsCopies > 1)
    throw new Error(`The app bundles Yjs ${yjsCopies} times: two copies break instanceof silently.`);
}

await main();
