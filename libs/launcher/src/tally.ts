import { readFileSync } from 'node:fs';
import type { Step } from './steps.ts';

/** What a step adds to the total. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** The fields read from `jest --json`. */
interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
}

/** The fields read from Playwright's JSON report. */
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors?: unknown[];
}

/**
 * Counts a step that ended with this exit code. Tests count one each; a file that could not be run, a flaky journey, a
 * failing exit code without a failed test, and a run without any test count as failures; other steps count as one.
 */
export function tallyStep(step: Pick<Step, 'counts'>, exitCode: number, report: unknown): Tally {
  if (step.counts === undefined) return exitCode === 0 ? tally(1, 0) : tally(0, 1);
  const counted = report === null ? tally(0, 0) : countedBy[step.counts](report);
  const failsUnsaid = counted.failed === 0 && (exitCode !== 0 || counted.passed === 0);
  return failsUnsaid ? { ...counted, failed: 1 } : counted;
}

const countedBy = {
  jest: (report: unknown) => {
    const read = report as JestReport;
    const failed = read.numFailedTests + read.numRuntimeErrorTestSuites;
    return tally(read.numPassedTests, failed, read.numPendingTests + read.numTodoTests);
  },
  playwright: (report: unknown) => {
    const { stats, errors } = report as PlaywrightReport;
    return tally(stats.expected, stats.unexpected + stats.flaky + (errors?.length ?? 0), stats.skipped);
  },
};

function tally(passed: number, failed: number, skipped = 0): Tally {
  return { passed, failed, skipped };
}

export function sum(tallies: Tally[]): Tally {
  return tallies.reduce(
    (total, one) => tally(total.passed + one.passed, total.failed + one.failed, total.skipped + one.skipped),
    tally(0, 0),
  );
}

/** The JSON report a step wrote, null when it wrote none that can be read. */
export function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** The last line of a run. */
export function lastLine(total: Tally): string {
  return `${total.passed} passed, ${total.failed} failed`;
}
