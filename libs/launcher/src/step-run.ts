import { spawn, type ChildProcess } from 'node:child_process';
import { delimiter, join } from 'node:path';
import type { Step } from './steps.ts';
import { readReport, tallyStep, type Tally } from './tally.ts';

export interface StepOptions {
  repository: string;
  /** Folder for the steps' JSON reports. */
  reports: string;
  environment: Record<string, string>;
  /** Shows the output as it comes; otherwise it is kept, to be shown whole. */
  live: boolean;
  /** Added to the last command: a test file or a filter when a step runs alone. */
  parameters: string[];
  /** Children under way, for whoever must stop them. */
  children: Set<ChildProcess>;
}

export interface StepResult extends Tally {
  name: string;
  seconds: number;
  output: string;
}

/** Runs a step's commands and counts what they say. */
export async function runStep(step: Step, options: StepOptions): Promise<StepResult> {
  const begin = performance.now();
  const report = join(options.reports, `${step.name}.json`);
  let output = '';
  let code = 0;
  for (const [index, command] of step.commands.entries()) {
    const isLast = index === step.commands.length - 1;
    const said = await runCommand(
      [...command, ...(isLast ? lastParameters(step, report, options) : [])],
      report,
      options,
    );
    output += said.output;
    code = said.code;
    if (code !== 0) break;
  }
  const seconds = (performance.now() - begin) / 1000;
  return { name: step.name, seconds, output, ...tallyStep(step, code, step.counts ? readReport(report) : null) };
}

function lastParameters(step: Step, report: string, options: StepOptions): string[] {
  const counting = step.counts === 'jest' ? ['--json', `--outputFile=${report}`] : [];
  return [...counting, ...(step.counts === 'playwright' ? ['--reporter=list,json'] : []), ...options.parameters];
}

function runCommand(
  command: string[],
  report: string,
  options: StepOptions,
): Promise<{ code: number; output: string }> {
  const [program = '', ...parameters] = command;
  return new Promise((resolve) => {
    const child = spawn(program === 'node' ? process.execPath : program, parameters, {
      cwd: options.repository,
      env: {
        ...process.env,
        // The local programs, and Node 24 before the machine's own.
        PATH: [join(options.repository, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
        NX_DAEMON: 'false',
        NODE_NO_WARNINGS: '1',
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        ...options.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    options.children.add(child);
    let output = '';
    const hear = (text: Buffer) => {
      output += text.toString();
      if (options.live) process.stdout.write(text);
    };
    child.stdout.on('data', hear);
    // With --json, Jest prints its report on the output and its progress on the error stream.
    child.stderr.on('data', hear);
    child.on('error', (error) => {
      options.children.delete(child);
      resolve({ code: -1, output: `${output}${error.message}\n` });
    });
    child.on('close', (code) => {
      options.children.delete(child);
      resolve({ code: code ?? -1, output });
    });
  });
}
