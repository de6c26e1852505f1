import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const lockfile = `${folder}package-lock.json`;
/** The lockfile as it was when everything of it had been installed. */
const installedLockfile = `${folder}node_modules/.installed-lock.json`;

/**
 * Installs the programs that benches measure against, unless they are there already. They have a folder of their own: nobody
 * who builds, tests or runs the product needs them. Throws when npm cannot install them.
 */
export async function installPeers(): Promise<void> {
  const [wanted, installed] = await Promise.all([
    readFile(lockfile, 'utf8'),
    readFile(installedLockfile, 'utf8').catch(() => null),
  ]);
  if (installed === wanted) return;
  console.log(
    'Installing what is measured against (npm ci --prefix test/bench/peers); needed once, takes minutes.\n',
  );
  const npm = spawn('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund'], { stdio: 'inherit' });
  const [code] = (await once(npm, 'exit')) as [number | null];
  if (code !== 0)
    throw new Error('npm could not install test/bench/peers; the benches that need it cannot run.');
  await copyFile(lockfile, installedLockfile);
}
