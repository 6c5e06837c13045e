import { describe, expect, it } from '@jest/globals';
import { lastLine, sum, tallyStep } from './tally.ts';

const unit = {
  numPassedTests: 12,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};
const journeys = { stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

describe('The tally of a run', () => {
  it.each([
    ['a step without tests that passes counts as one', undefined, 0, null, [1, 0, 0]],
    ['a step without tests that fails counts as one', undefined, 2, null, [0, 1, 0]],
    ['each test counts as one', 'jest', 0, unit, [12, 0, 0]],
    ['failed tests are counted, not the exit code besides', 'jest', 1, { ...unit, numFailedTests: 2 }, [12, 2, 0]],
    ['a test file that cannot be run is a failure', 'jest', 1, { ...unit, numRuntimeErrorTestSuites: 1 }, [12, 1, 0]],
    ['a failing exit code without a failed test is a failure', 'jest', 1, unit, [12, 1, 0]],
    ['a run that wrote no report is a failure', 'jest', 0, null, [0, 1, 0]],
    ['a run without a single test is a failure', 'jest', 0, { ...unit, numPassedTests: 0 }, [0, 1, 0]],
    ['skipped tests are told apart', 'jest', 0, { ...unit, numPendingTests: 1, numTodoTests: 2 }, [12, 0, 3]],
    ['each journey counts as one', 'playwright', 0, journeys, [5, 0, 0]],
    ['a flaky journey is a failure', 'playwright', 0, { stats: { ...journeys.stats, flaky: 1 } }, [5, 1, 0]],
    ['an error outside the journeys is a failure', 'playwright', 1, { ...journeys, errors: [{}] }, [5, 1, 0]],
  ] as const)('%s', (_sentence, counts, exitCode, report, [passed, failed, skipped]) => {
    expect(tallyStep({ counts }, exitCode, report)).toEqual({ passed, failed, skipped });
  });

  it('ends with one plain line', () => {
    const total = sum([
      { passed: 12, failed: 1, skipped: 0 },
      { passed: 1, failed: 0, skipped: 2 },
    ]);
    expect(lastLine(total)).toBe('13 passed, 1 failed');
  });
});
