import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { serverBuild } from '../../../scripts/vite/serverBuild';
import type { ServerKind } from './serverKind';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** Where a program finds its packages: ours the product's, the others their own. */
const homes = { throughlineProcess: 'dist', peerProcess: 'test/bench/peers/node_modules' } as const;
const built = new Map<string, Promise<string>>();

/**
 * The program that runs a server, bundled as for production and run by Node alone: run from source every function would
 * be slowed down by the tool that translates it.
 */
export function programFor(kind: ServerKind): Promise<string> {
  const name = kind === 'throughline' ? 'throughlineProcess' : 'peerProcess';
  const known = built.get(name) ?? bundle(name);
  built.set(name, known);
  return known;
}

async function bundle(name: keyof typeof homes): Promise<string> {
  const home = join(root, homes[name]);
  mkdirSync(home, { recursive: true });
  const outDir = mkdtempSync(join(home, 'bench-'));
  process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));
  await build({ ...serverBuild(outDir, `test/bench/server/${name}.ts`), root });
  return join(outDir, `${name}.js`);
}
