import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStep, type StepOptions, type StepResult } from './step-run.ts';
import { steps, type Step } from './steps.ts';
import { lastLine, sum } from './tally.ts';
import { startThrowawayPostgres, type ThrowawayPostgres } from './throwaway-postgres.ts';

const repository = join(import.meta.dirname, '../../..');
const parallelSteps = 2;

/** `npm test`: every step, even after one has failed; `npm run check -- NAME [PARAMETERS]`: that step alone. */
async function check(): Promise<void> {
  const chosen = chooseSteps(process.argv.slice(2));
  const reports = mkdtempSync(join(tmpdir(), 'parc-ecole-reports-'));
  const children = new Set<ChildProcess>();
  let database: ThrowawayPostgres | null = null;
  const interrupted = () => {
    for (const child of children) child.kill('SIGTERM');
    rmSync(reports, { recursive: true, force: true });
    void (database?.stop() ?? Promise.resolve()).then(() => process.exit(130));
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    const environment: Record<string, string> = {};
    if (chosen.steps.some((step) => step.database) && !process.env['TEST_DATABASE_URL']) {
      database = await startThrowawayPostgres();
      environment['TEST_DATABASE_URL'] = database.url;
    }
    const live = chosen.steps.length === 1;
    const options = { repository, reports, environment, live, parameters: chosen.parameters, children };
    report(await runAll(chosen.steps, options));
  } finally {
    await database?.stop();
    rmSync(reports, { recursive: true, force: true });
  }
}

function chooseSteps([name, ...parameters]: string[]): { steps: Step[]; parameters: string[] } {
  if (name === undefined) return { steps, parameters: [] };
  const step = steps.find((known) => known.name === name);
  if (step !== undefined) return { steps: [step], parameters };
  const list = steps.map((known) => `  ${known.name.padEnd(10)}${known.proves}`).join('\n');
  process.stderr.write(`No step is called ${name}. The steps are:\n${list}\n`);
  process.exit(2);
}

/** At most two at a time, each after the steps it needs, those that want the machine for themselves last. */
async function runAll(chosen: Step[], options: StepOptions): Promise<StepResult[]> {
  const results: StepResult[] = [];
  const waiting = [...chosen.filter((step) => !step.alone), ...chosen.filter((step) => step.alone)];
  const running = new Map<string, Promise<void>>();
  const isReady = (step: Step) => {
    const awaited = (name: string) => waiting.some((other) => other.name === name) || running.has(name);
    return !step.after?.some(awaited) && (!step.alone || running.size === 0);
  };
  while (waiting.length > 0 || running.size > 0) {
    const next = running.size < parallelSteps ? waiting.findIndex(isReady) : -1;
    const [step] = next >= 0 ? waiting.splice(next, 1) : [];
    if (step === undefined) {
      await Promise.race(running.values());
      continue;
    }
    const begun = runStep(step, options).then((result) => {
      running.delete(step.name);
      results.push(result);
      if (!options.live) show(result);
    });
    running.set(step.name, begun);
    if (step.alone) await begun;
  }
  return results;
}

/** A step that passed is a line; one that failed shows all it said. */
function show(result: StepResult): void {
  if (result.failed > 0) write(`\n${'─'.repeat(20)} ${result.name} ${'─'.repeat(20)}\n${result.output.trimEnd()}\n`);
  write(line(result));
}

function line(result: StepResult): string {
  const mark = result.failed > 0 ? '✗' : '✓';
  const skipped = result.skipped > 0 ? `, ${result.skipped} skipped` : '';
  const counts = `${result.passed} passed, ${result.failed} failed${skipped}`;
  return `${mark} ${result.name.padEnd(10)} ${result.seconds.toFixed(1).padStart(6)} s   ${counts}`;
}

function report(results: StepResult[]): void {
  const total = sum(results);
  write(`\n${results.map(line).join('\n')}\n`);
  if (total.failed > 0) process.exitCode = 1;
  write(lastLine(total));
}

function write(text: string): void {
  process.stdout.write(`${text}\n`);
}

await check();
