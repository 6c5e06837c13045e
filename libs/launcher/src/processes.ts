import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** A system account, for children that must not run as root. */
export interface Account {
  uid: number;
  gid: number;
}

export interface Finished {
  /** Exit code; -1 when the program could not be run at all. */
  code: number;
  output: string;
}

/** Runs a program to its end, as another account if asked, and says how it ended; it never throws. */
export async function run(program: string, parameters: string[], account: Account | null = null): Promise<Finished> {
  try {
    const { stdout, stderr } = await execute(program, parameters, {
      ...(account ?? {}),
      cwd: '/',
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
      maxBuffer: 16 * 1024 * 1024,
    });
    return { code: 0, output: `${stdout}${stderr}`.trim() };
  } catch (error) {
    const failure = error as { code?: unknown; stdout?: string; stderr?: string; message: string };
    const output = `${failure.stdout ?? ''}${failure.stderr ?? ''}`.trim();
    return { code: typeof failure.code === 'number' ? failure.code : -1, output: output || failure.message };
  }
}

/** Whether a process of that number exists, whoever owns it. */
export function isAlive(processId: number): boolean {
  if (!Number.isInteger(processId) || processId <= 0) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * The command line of a running process, empty when there is none: after a reboot a remembered number may belong to
 * another program, which must be neither trusted nor stopped.
 */
export async function commandOf(processId: number): Promise<string> {
  if (!isAlive(processId)) return '';
  const file = `/proc/${processId}/cmdline`;
  if (existsSync('/proc/self')) {
    try {
      return readFileSync(file, 'utf8').replaceAll('\0', ' ').trim();
    } catch {
      return '';
    }
  }
  const listed = await run('ps', ['-o', 'command=', '-p', String(processId)]);
  return listed.code === 0 ? listed.output : '';
}

/** Asks until the answer is yes, or the time has passed. */
export async function waitUntil(
  question: () => boolean | Promise<boolean>,
  limitMilliseconds: number,
  pauseMilliseconds = 25,
): Promise<boolean> {
  const end = performance.now() + limitMilliseconds;
  for (;;) {
    if (await question()) return true;
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
  }
}
