import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '../../..');

/** Guard → the rows of the permission matrix that it holds up. */
const GUARDS: Record<string, string> = {
  'route-permission': 'the role table holds',
  'access-door': 'the role table holds',
  'scope-predicate': 'nothing of another scope',
  'field-list': 'one reads the fields',
};

/**
 * `npm run guards`: takes each guard of the API away in turn, at the boot of the tests' house, and runs the permission
 * matrix again. A guard whose absence no row notices makes it fail.
 */
const work = mkdtempSync(join(tmpdir(), 'parc-ecole-guards-'));
try {
  const whole = runMatrix(null, '');
  say('every guard in its place', whole);
  if (whole.failed > 0 || whole.passed === 0) process.exitCode = 1;
  for (const [guard, rows] of Object.entries(GUARDS)) {
    const without = runMatrix(guard, rows);
    say(`without ${guard}`, without);
    if (without.failed === 0) process.exitCode = 1;
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

function runMatrix(guard: string | null, rows: string): { passed: number; failed: number } {
  const report = join(work, `${guard ?? 'none'}.json`);
  const jest = ['--experimental-vm-modules', join(repository, 'node_modules/jest/bin/jest.js')];
  const asked = ['-c', 'api/jest.config.mjs', 'permission-matrix', '-t', rows, '--json', `--outputFile=${report}`];
  const environment = { ...process.env, NODE_NO_WARNINGS: '1', ...(guard ? { WITHOUT_GUARD: guard } : {}) };
  spawnSync(process.execPath, [...jest, ...asked], { cwd: repository, env: environment, stdio: 'ignore' });
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
  return { passed: numPassedTests ?? 0, failed: numFailedTests ?? 0 };
}

function say(title: string, { passed, failed }: { passed: number; failed: number }): void {
  process.stdout.write(`${title.padEnd(26)} ${passed} rows hold, ${failed} rows fail\n`);
}
