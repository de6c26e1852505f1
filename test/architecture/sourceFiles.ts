import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { parseSync } from 'vite';
import { listFiles } from '../../scripts/listFiles';

/** One source file, with everything it imports: values, types, re-exports, `import()` in code and in types. */
export interface SourceFile {
  /** Path from the repository's root, with forward slashes. */
  readonly path: string;
  readonly lines: number;
  readonly hasDefaultExport: boolean;
  readonly imports: readonly SourceImport[];
}

/** One import: as it is written, and the file it means where it is relative. */
export interface SourceImport {
  readonly specifier: string;
  readonly target: string | null;
  /** Gone after compilation: no code is loaded through it. */
  readonly isTypeOnly: boolean;
}

interface AstNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

const importingNodes: ReadonlySet<string> = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

function isNode(value: unknown): value is AstNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function walk(value: unknown, visit: (node: AstNode) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit);
  } else if (isNode(value)) {
    visit(value);
    for (const child of Object.values(value)) walk(child, visit);
  }
}

function specifierOf(node: AstNode): string | null {
  if (!importingNodes.has(node.type)) return null;
  const source = node['source'];
  return isNode(source) && typeof source['value'] === 'string' ? source['value'] : null;
}

function isDefaultExport(node: AstNode): boolean {
  if (node.type === 'ExportDefaultDeclaration') return true;
  if (node.type !== 'ExportSpecifier' || !isNode(node['exported'])) return false;
  return node['exported']['name'] === 'default';
}

function resolveImport(from: string, specifier: string, known: ReadonlySet<string>): string | null {
  if (!specifier.startsWith('.')) return null;
  const bare = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
  const candidates = [bare, `${bare}.ts`, `${bare}.tsx`, `${bare}/index.ts`, `${bare}/index.tsx`];
  return candidates.find((path) => known.has(path)) ?? bare;
}

/** Parses one file; `known` are the paths its relative imports may mean. */
export function parseSource(path: string, text: string, known: ReadonlySet<string>): SourceFile {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message ?? ''}`);
  const imports: SourceImport[] = [];
  let hasDefaultExport = false;
  walk(program, (node) => {
    if (isDefaultExport(node)) hasDefaultExport = true;
    const specifier = specifierOf(node);
    if (specifier === null) return;
    const kind = node['importKind'] ?? node['exportKind'];
    const isTypeOnly = kind === 'type' || node.type === 'TSImportType';
    imports.push({ specifier, target: resolveImport(path, specifier, known), isTypeOnly });
  });
  return { path, lines: text.split('\n').length, hasDefaultExport, imports };
}

/** Every TypeScript file below the named folders of the repository. */
export async function readSources(folders: readonly string[]): Promise<readonly SourceFile[]> {
  const lists = await Promise.all(
    folders.map(async (folder) => (await listFiles(folder)).map((file) => `${folder}/${file}`)),
  );
  const paths = lists.flat().filter((path) => /\.tsx?$/.test(path));
  const known = new Set(paths);
  return Promise.all(paths.map(async (path) => parseSource(path, await readFile(path, 'utf8'), known)));
}
