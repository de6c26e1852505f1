import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const lockfile = `${folder}package-lock.json`;
/** What npm leaves behind when everything of the lockfile is in place. */
const installedLockfile = `${folder}node_modules/.package-lock.json`;

/**
 * Installs the programs that benches measure against, unless they are there already. They have a folder of their own: nobody
 * who builds, tests or runs the product needs them. Throws when npm cannot install them.
 */
export async function installPeers(): Promise<void> {
  if (await isInstalled()) return;
  console.log(
    'Installing what is measured against (npm ci --prefix test/bench/peers); needed once, takes minutes.\n',
  );
  const npm = spawn('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund'], { stdio: 'inherit' });
  const [code] = (await once(npm, 'exit')) as [number | null];
  if (code !== 0)
    throw new Error('npm could not install test/bench/peers; the benches that need it cannot run.');
}

async function isInstalled(): Promise<boolean> {
  const [wanted, installed] = await Promise.all([stat(lockfile), stat(installedLockfile).catch(() => null)]);
  return installed !== null && installed.mtimeMs >= wanted.mtimeMs;
}
