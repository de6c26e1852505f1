import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

const variables = ['THROUGHLINE_CHROMIUM', 'CHROMIUM_PATH'] as const;
const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
];
const programs = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const installTimeoutMs = 600_000;

function onPath(): readonly string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  return commands.flatMap((name) =>
    folders.flatMap((folder) => endings.map((end) => join(folder, name + end))),
  );
}

/** Whether a browser really starts here: a downloaded one may lack system libraries. */
function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true; // chrome.exe --version opens a window there
  return spawnSync(path, ['--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0;
}

/**
 * The Chromium to test with: the one named by THROUGHLINE_CHROMIUM or CHROMIUM_PATH, else an installed one, else
 * Playwright's own; null when there is none that starts. A named browser that does not start throws.
 */
export function findChromium(): string | null {
  for (const variable of variables) {
    const named = process.env[variable];
    if (named === undefined || named === '') continue;
    if (!starts(named)) throw new Error(`${variable} names ${named}, which does not start.`);
    return named;
  }
  return [...onPath(), ...programs, chromium.executablePath()].find(starts) ?? null;
}

function run(command: string, args: readonly string[], say: (line: string) => void): boolean {
  say(`  ${[command, ...args].join(' ')}`);
  return (
    spawnSync(command, args, { timeout: installTimeoutMs, stdio: ['ignore', 'inherit', 'inherit'] })
      .status === 0
  );
}

/**
 * Finds Chromium, or installs it: first Playwright's download, then (as root, where apt exists) the system's
 * package. Says in plain words what it does.
 */
export function ensureChromium(say: (line: string) => void): string {
  const found = findChromium();
  if (found !== null) {
    say(`Chromium: using ${found}`);
    return found;
  }
  say(
    'Chromium: none is installed and none is named by THROUGHLINE_CHROMIUM. Downloading the one Playwright uses:',
  );
  const playwright = join(
    dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
    'cli.js',
  );
  const downloaded = run(process.execPath, [playwright, 'install', 'chromium'], say);
  const canUseApt = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (canUseApt && findChromium() === null) {
    if (downloaded) {
      say('Chromium: it was downloaded but does not start. Installing the system libraries it needs:');
      run(process.execPath, [playwright, 'install-deps', 'chromium'], say);
    } else {
      say('Chromium: the download failed. Installing the system’s package:');
      if (run('apt-get', ['update'], say)) run('apt-get', ['install', '-y', 'chromium'], say);
    }
  }
  const installed = findChromium();
  if (installed === null) {
    throw new Error('Chromium could not be installed. Install it, or name one with THROUGHLINE_CHROMIUM.');
  }
  say(`Chromium: using ${installed}`);
  return installed;
}
