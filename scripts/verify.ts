import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './findChromium';
import { ensurePostgres } from './findPostgres';
import { ensureRedis } from './findRedis';
import { addTallies, countTests, type Tally } from './testTally';

/**
 * Everything that must hold before a change lands, in the order in which it fails fastest. Each check counts as one,
 * each test as one; the last line of the output is the sum, `N passed, N failed`.
 *
 * `npm run verify -- types unit` runs only the steps named; `--keep-going` does not stop at the first failure.
 */
interface Step {
  readonly name: string;
  readonly run: () => Promise<Tally>;
}

const reports = 'node_modules/.cache/verify';

/** Path of a package's command: run with this Node, it needs neither a shell nor npx on any system. */
function command(packageName: string): string {
  const folder = join('node_modules', packageName);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const name = packageName === 'typescript' ? 'tsc' : packageName;
  const file = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[name];
  if (file === undefined) throw new Error(`${packageName} has no command ${name}.`);
  return join(folder, file);
}

interface Manifest {
  readonly bin: string | Readonly<Record<string, string>>;
}

function execute(args: readonly string[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === 0));
  });
}

function check(name: string, packageName: string, ...args: readonly string[]): Step {
  return {
    name,
    run: async () => ((await execute([command(packageName), ...args])) ? onePassed : oneFailed),
  };
}

function tests(name: string, project: string): Step {
  const report = join(reports, `${name}.json`);
  return {
    name,
    run: async () => {
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const ok = await execute([command('vitest'), 'run', '--project', project, ...reporters]);
      return countTests(report, ok);
    },
  };
}

const onePassed: Tally = { passed: 1, failed: 0 };
const oneFailed: Tally = { passed: 0, failed: 1 };

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const steps: readonly Step[] = [
  check('types', 'typescript', '--noEmit', '-p', '.'),
  check('lint', 'oxlint', '--deny-warnings'),
  check('format', 'oxfmt', '--check'),
  tests('architecture', 'architecture'),
  tests('unit', 'unit'),
  {
    name: 'databases',
    run: async () => {
      process.env['THROUGHLINE_POSTGRES_BIN'] = ensurePostgres(say);
      process.env['THROUGHLINE_REDIS_SERVER'] = ensureRedis(say);
      return onePassed;
    },
  },
  tests('server', 'server'),
  check('build', 'tsx', 'scripts/build.ts'),
  check('size', 'tsx', 'scripts/checkSize.ts'),
  {
    name: 'chromium',
    run: async () => {
      process.env['THROUGHLINE_CHROMIUM'] = ensureChromium(say);
      return onePassed;
    },
  },
  tests('browser', 'browser'),
  check('dead code', 'knip'),
];

async function runStep(step: Step): Promise<Tally> {
  say(`\n── ${step.name} ${'─'.repeat(Math.max(0, 60 - step.name.length))}`);
  const start = performance.now();
  const tally = await step.run().catch((error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    return oneFailed;
  });
  const seconds = ((performance.now() - start) / 1_000).toFixed(1);
  say(`${tally.failed === 0 ? 'ok' : 'FAILED'}  ${step.name}  ${seconds} s`);
  return tally;
}

async function main(args: readonly string[]): Promise<void> {
  const named = args.filter((arg) => !arg.startsWith('--'));
  const unknown = named.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) throw new Error(`No such step: ${unknown.join(', ')}.`);
  const chosen = named.length === 0 ? steps : steps.filter((step) => named.includes(step.name));
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  let total: Tally = { passed: 0, failed: 0 };
  const failedSteps: string[] = [];
  for (const step of chosen) {
    const tally = await runStep(step);
    total = addTallies(total, tally);
    if (tally.failed === 0) continue;
    failedSteps.push(step.name);
    if (!args.includes('--keep-going')) break;
  }
  say(failedSteps.length === 0 ? '\nAll steps passed.' : `\nFailed: ${failedSteps.join(', ')}.`);
  say(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = failedSteps.length === 0 ? 0 : 1;
}

await main(process.argv.slice(2));
