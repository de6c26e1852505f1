import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { serverBuild } from '../../../scripts/vite/serverBuild';

/** The server with a test's traps in it, built as it is for production: starting it many times costs little then. */
export interface TrappedServer {
  /** What Node runs. */
  readonly program: string;
  remove(): void;
}

/** Builds the server of `trappedProcess.ts` into a folder of its own, inside the repository so that it finds its packages. */
export async function buildTrappedServer(): Promise<TrappedServer> {
  mkdirSync('test-results', { recursive: true });
  const folder = mkdtempSync(resolve('test-results', 'trapped-server-'));
  await build(serverBuild(folder, 'test/server/support/trappedProcess.ts'));
  return {
    program: join(folder, 'trappedProcess.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
