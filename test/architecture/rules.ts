import type { SourceFile, SourceImport } from './sourceFiles';

/** The table of ARCHITECTURE.md: what each layer may import besides itself. A layer that is not named may import nothing. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  analysis: ['model'],
  layout: ['model'],
  doc: ['model'],
  commands: ['model', 'doc'],
  interchange: ['model', 'analysis', 'layout'],
  store: ['model', 'analysis', 'layout', 'doc'],
  // Of the store only the session: what is saved, what is synced, who is here.
  sync: ['model', 'doc', 'store/session'],
  ui: [],
  canvas: ['model', 'analysis', 'layout', 'commands', 'interchange', 'store', 'ui'],
  panels: ['model', 'analysis', 'layout', 'commands', 'interchange', 'store', 'ui'],
  table: ['model', 'analysis', 'layout', 'commands', 'interchange', 'store', 'ui'],
  workshop: ['model', 'analysis', 'layout', 'commands', 'interchange', 'store', 'ui'],
};

/** The composition roots: they put everything together. */
const compositionRoots: readonly string[] = ['app', 'cli'];

/** What the server may take from `src`: records, the wire protocol, the schema version, the way comments are written. */
const serverMayImport: readonly string[] = [
  'src/model/',
  'src/doc/wire',
  'src/doc/schemaVersion',
  'src/doc/documentWriter',
  // What writes a map as a file, for exporting them all.
  'src/doc/journeyDocument',
  'src/doc/seed',
  'src/interchange/throughline/',
];

/** Each big library has one door (the folders named); tests are free. */
const doors: Readonly<Record<string, readonly string[]>> = {
  yjs: ['src/doc/', 'src/sync/', 'server/'],
  'y-protocols': ['src/doc/', 'src/sync/', 'server/'],
  lib0: ['src/doc/', 'src/sync/', 'server/'],
  'y-websocket': ['src/sync/'],
  '@xyflow/react': ['src/canvas/'],
  dexie: ['src/sync/'],
  '@base-ui/react': ['src/ui/'],
  zustand: ['src/store/'],
  libsql: ['server/'],
  ws: ['server/'],
  pg: ['server/storage/'],
  ioredis: ['server/cluster/'],
  'openid-client': ['server/'],
};

/** Layers that work without React, a browser or any package but those named. */
const onlyPackages: Readonly<Record<string, readonly string[]>> = {
  model: ['zod'],
  analysis: [],
  layout: [],
  commands: [],
  interchange: ['yaml', 'zod'],
};

/** Tools want a default export from these. */
const defaultExportWanted: ReadonlySet<string> = new Set(['test/e2e/support/globalSetup.ts']);

const longestFile = 600;

/** The folder below `src` a path lies in (`panels` with its feature: `panels/inspector`), null outside `src`. */
function layerOf(path: string): string | null {
  const [root, layer, feature, ...rest] = path.split('/');
  if (root !== 'src' || layer === undefined || feature === undefined) return null;
  return featureLayers.includes(layer) && rest.length > 0 ? `${layer}/${feature}` : layer;
}

const featureLayers: readonly string[] = ['panels', 'workshop'];

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

function layerProblem(file: SourceFile, target: string): string | null {
  if (file.path.startsWith('server/')) {
    const allowed = !target.startsWith('src/') || serverMayImport.some((prefix) => target.startsWith(prefix));
    return allowed ? null : 'the server may not import it';
  }
  const from = layerOf(file.path);
  if (from === null) return null;
  const to = layerOf(target);
  if (to === null) return `${target} is outside src`;
  const layer = from.split('/')[0] ?? from;
  if (from === to || compositionRoots.includes(layer)) return null;
  if (to.split('/')[0] === layer && from !== layer) return 'features never import one another';
  const allowed = mayImport[layer] ?? [];
  const isAllowed = allowed.some(
    (name) =>
      to === name ||
      (name.includes('/') && (target === `src/${name}.ts` || target.startsWith(`src/${name}/`))),
  );
  return isAllowed ? null : `${layer} may not import ${to}`;
}

function packageProblem(file: SourceFile, specifier: string): string | null {
  const name = packageOf(specifier);
  const folders = doors[name];
  if (folders && !folders.some((folder) => file.path.startsWith(folder)))
    return `${name} is imported elsewhere only`;
  const allowed = onlyPackages[layerOf(file.path) ?? ''];
  return allowed && !allowed.includes(name) ? 'this layer works without it' : null;
}

function importProblem(file: SourceFile, { specifier, target }: SourceImport): string | null {
  const problem = target === null ? packageProblem(file, specifier) : layerProblem(file, target);
  return problem === null ? null : `${file.path} imports ${specifier}: ${problem}`;
}

/** Imports that break the table of layers or go past the one door to a library. Type-only imports count. */
export function importProblems(files: readonly SourceFile[]): readonly string[] {
  return files
    .flatMap((file) => file.imports.map((entry) => importProblem(file, entry)))
    .filter((problem) => problem !== null);
}

/** Files that are too long or export a default. */
export function fileProblems(files: readonly SourceFile[]): readonly string[] {
  const tooLong = files
    .filter((file) => file.lines > longestFile)
    .map((file) => `${file.path}: ${file.lines} lines`);
  const defaults = files
    .filter((file) => file.hasDefaultExport && !defaultExportWanted.has(file.path))
    .map((file) => `${file.path}: default export`);
  return [...tooLong, ...defaults];
}

/** Circles of imports that remain at run time, each once, as `a → b → a`. */
export function importCycles(files: readonly SourceFile[]): readonly string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const entry of byPath.get(path)?.imports ?? []) {
      if (entry.target !== null && !entry.isTypeOnly) visit(entry.target, [...trail, path]);
    }
    done.add(path);
  };
  for (const file of files) visit(file.path, []);
  return cycles;
}
