import { execFile } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `throughline check` in a process of its own, from the repository's root, as `npm run throughline` does. */
export function runCheck(...words: readonly string[]): Promise<Run> {
  const args = ['--import', 'tsx', join(root, 'src/cli/main.ts'), 'check', ...words];
  return new Promise((resolve) => {
    const options = { cwd: root, timeout: 60_000, maxBuffer: 64 * 1_048_576 };
    const child = execFile(process.execPath, args, options, (_, stdout, stderr) => {
      resolve({ status: child.exitCode, stdout, stderr });
    });
  });
}
