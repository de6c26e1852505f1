import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const apt = '/usr/bin/apt-get';
const installTimeoutMs = 600_000;

/** Folders in which commands are looked for, in order. */
export function pathFolders(): readonly string[] {
  return (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
}

/** The first of these commands that is on the path; null when none is. */
export function findOnPath(commands: readonly string[]): string | null {
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  const places = commands.flatMap((name) =>
    pathFolders().flatMap((folder) => endings.map((end) => join(folder, name + end))),
  );
  return places.find((path) => existsSync(path)) ?? null;
}

/** Whether a program answers when asked for its version. */
export function answersVersion(path: string): boolean {
  return (
    existsSync(path) && spawnSync(path, ['--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0
  );
}

/** Installs the first of these system packages that there is, where this may be done (as root, with apt). */
export function installPackage(names: readonly string[], say: (line: string) => void): boolean {
  if (process.getuid?.() !== 0 || !existsSync(apt)) return false;
  const run = (args: readonly string[]): boolean => {
    say(`  apt-get ${args.join(' ')}`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return (
      spawnSync(apt, args, { timeout: installTimeoutMs, stdio: ['ignore', 'ignore', 'inherit'], env })
        .status === 0
    );
  };
  if (!run(['update', '-qq'])) return false;
  return names.some((name) => run(['install', '-y', '-qq', '--no-install-recommends', name]));
}
