import { readFileSync } from 'node:fs';

/** How many tests and checks passed and failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** Sum of two tallies. */
export function addTallies(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

/** The part of vitest's JSON report that is read here. */
interface TestReport {
  readonly numPassedTests: number;
  readonly numTotalTests: number;
}

/**
 * Counts one run of vitest from its JSON report. Whatever did not pass failed, skipped tests too. A run that failed
 * outside a test (a file that does not load, an unhandled rejection), that found no test at all or that left no
 * report counts as one failure more.
 */
export function countTests(reportPath: string, exitedWell: boolean): Tally {
  const report = readReport(reportPath);
  if (report === null || report.numTotalTests === 0) return { passed: 0, failed: 1 };
  const failed = report.numTotalTests - report.numPassedTests;
  return { passed: report.numPassedTests, failed: failed === 0 && !exitedWell ? 1 : failed };
}

function readReport(path: string): TestReport | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as TestReport;
  } catch {
    return null;
  }
}
