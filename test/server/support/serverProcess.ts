import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

/** The real program in a process of its own. */
export interface ServerProcess {
  readonly process: ChildProcess;
  readonly url: string;
  /** Everything it has said. */
  readonly lines: readonly string[];
}

/**
 * Starts the server with these settings on a free port. The caller ends it.
 *
 * @param program the program itself, unless it is the same server with a test's traps in it
 */
export async function spawnServer(
  settings: Readonly<Record<string, string>>,
  program = 'server/main.ts',
): Promise<ServerProcess> {
  const loader = program.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const child = spawn(process.execPath, ['--expose-gc', ...loader, program], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', ...settings },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const lines: string[] = [];
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout as NonNullable<typeof child.stdout> }).on('line', (line) => {
      lines.push(line);
      const url = /http:\/\/\S+/.exec(line)?.[0];
      if (url !== undefined) resolve({ process: child, url, lines });
    });
    child.once('exit', () => reject(new Error(`the server ended before it was ready: ${lines.join(' ')}`)));
  });
}

/** Starts the server as `spawnServer` does. It is killed when the test ends. */
export async function startProcess(
  settings: Readonly<Record<string, string>>,
  program?: string,
): Promise<ServerProcess> {
  const server = await spawnServer(settings, program);
  onTestFinished(() => void server.process.kill('SIGKILL'));
  return server;
}
