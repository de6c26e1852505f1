import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addTallies, countTests } from '../../scripts/testTally';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-tally-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function report(numPassedTests: number, numTotalTests: number): Promise<string> {
  const path = join(folder, 'report.json');
  await writeFile(path, JSON.stringify({ numPassedTests, numTotalTests }));
  return path;
}

test('counts what passed and what did not', async () => {
  expect(countTests(await report(7, 7), true)).toEqual({ passed: 7, failed: 0 });
  expect(countTests(await report(5, 7), false)).toEqual({ passed: 5, failed: 2 });
});

test('a skipped test counts as failed, though the runner is content', async () => {
  expect(countTests(await report(6, 7), true)).toEqual({ passed: 6, failed: 1 });
});

test('a file that does not load fails the run, though every test passed', async () => {
  expect(countTests(await report(7, 7), false)).toEqual({ passed: 7, failed: 1 });
});

test('no test at all, or no report, is a failure', async () => {
  expect(countTests(await report(0, 0), true)).toEqual({ passed: 0, failed: 1 });
  expect(countTests(join(folder, 'missing.json'), true)).toEqual({ passed: 0, failed: 1 });
});

test('tallies add up', () => {
  expect(addTallies({ passed: 1, failed: 2 }, { passed: 3, failed: 4 })).toEqual({ passed: 4, failed: 6 });
});
