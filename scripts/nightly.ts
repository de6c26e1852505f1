import { spawnSync } from 'node:child_process';

/**
 * Tests that take too long for every change, at their full size: 200 kills of the server, and 10 MB over a line of
 * 0.3 Mbit/s. Ends with what failed.
 */
const runs: readonly {
  readonly what: string;
  readonly project: string;
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
}[] = [
  {
    what: '200 kills of the server',
    project: 'server',
    file: 'test/server/crash.test.ts',
    env: { THROUGHLINE_KILLS: '200' },
  },
  {
    what: '10 MB over a slow line',
    project: 'unit',
    file: 'test/sync/firstLoad.test.ts',
    env: { THROUGHLINE_SLOW_LINE: '1' },
  },
];

const failed = runs.filter(({ what, project, file, env }) => {
  const begun = performance.now();
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, file];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
  process.stdout.write(`${status === 0 ? 'ok' : 'FAILED'}  ${what}  ${minutes} min\n`);
  return status !== 0;
});
process.exitCode = failed.length === 0 ? 0 : 1;
