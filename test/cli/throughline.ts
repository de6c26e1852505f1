import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { runCommand } from '../../src/cli/runCommand';

const root = join(import.meta.dirname, '../..');

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Does what `throughline` does with these words, from the repository's root, without a process of its own: one costs a second. */
export async function throughline(...words: readonly string[]): Promise<Run> {
  let [stdout, stderr] = ['', ''];
  const status = await runCommand(words, {
    folder: root,
    isColoured: false,
    say: (text) => void (stdout += text),
    complain: (text) => void (stderr += text),
  });
  return { status, stdout, stderr };
}

/** Runs `throughline` in a process of its own, as `npm run throughline` does. */
export function throughlineProcess(...words: readonly string[]): Promise<Run> {
  const args = ['--import', 'tsx', join(root, 'src/cli/main.ts'), ...words];
  return new Promise((resolve) => {
    const options = { cwd: root, timeout: 200_000, maxBuffer: 64 * 1_048_576 };
    const child = execFile(process.execPath, args, options, (_, stdout, stderr) => {
      resolve({ status: child.exitCode, stdout, stderr });
    });
  });
}
