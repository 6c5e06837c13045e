import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { StartRefusal } from './refusal.ts';

export interface ApiProcess {
  processId: number;
  /** Settles when the process has ended, with its exit code (null: by a signal). */
  ended: Promise<number | null>;
  /** Asks the process to drain and end; after the limit it is killed. */
  stop(limitMilliseconds?: number): Promise<void>;
  kill(): void;
  /** The word that a process waits for which was started before its database was ready. */
  open(): void;
}

export interface ApiOptions {
  /** The API's compiled entry point. */
  entry: string;
  environment: Record<string, string>;
  /** Folder the process works in. */
  folder: string;
  /** Read in at once, and open at the word only (`open`). */
  whenTold?: boolean;
}

/**
 * A young generation that is small beside the rest, and an old one that is collected each time it has grown by a fifth: where
 * Node by itself takes 590 MB for a file of 68,000 rows. With 6 MB what a submission makes outlives its request, and collecting
 * it takes a quarter of the processor's time; with 16, or a growth of 40 %, a flood of files goes beyond 300 MB. Without Node's cache of
 * what it compiled, which would keep 17 MB to start half a second sooner.
 */
const memoryFlags = ['--max-semi-space-size=10', '--heap-growing-percent=20', '--max-old-space-size=512'];

/** By itself the system's allocator keeps eight heaps a processor, and gives little of them back: 15 MB of a flood. */
const memoryEnvironment = { MALLOC_ARENA_MAX: '2' };

/**
 * Starts the API in a session of its own, so that a Ctrl-C in the terminal reaches the launcher alone, which then stops
 * things in order: requests first, database last.
 */
export function startApi(options: ApiOptions): ApiProcess {
  const lifeLine = join(import.meta.dirname, 'life-line.js');
  const child = spawn(
    process.execPath,
    [...memoryFlags, '--import', lifeLine, options.entry, ...(options.whenTold ? ['--when-told'] : [])],
    {
      cwd: options.folder,
      env: { ...process.env, ...memoryEnvironment, ...options.environment },
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.once('error', () => resolve(-1));
  });
  return {
    processId: child.pid ?? 0,
    ended,
    stop: (limitMilliseconds = 20_000) => stopChild(child, ended, limitMilliseconds),
    kill: () => child.kill('SIGKILL'),
    open: () => {
      if (child.connected) child.send('open');
    },
  };
}

async function stopChild(child: ChildProcess, ended: Promise<unknown>, limitMilliseconds: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const hard = setTimeout(() => child.kill('SIGKILL'), limitMilliseconds);
  await ended;
  clearTimeout(hard);
}

/** Waits for the first healthy answer; refuses when the process ends before, or the time passes. */
export async function waitForHealth(origin: string, api: ApiProcess, limitMilliseconds = 180_000): Promise<void> {
  const end = performance.now() + limitMilliseconds;
  let exitCode: number | null | undefined;
  void api.ended.then((code) => (exitCode = code));
  while (performance.now() < end) {
    if (exitCode !== undefined) throw new StartRefusal(`L'application s'est arrêtée au démarrage (code ${exitCode}).`);
    if (await isHealthy(origin)) return;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  throw new StartRefusal(`L'application ne répond pas sur ${origin}.`);
}

async function isHealthy(origin: string): Promise<boolean> {
  try {
    const answer = await fetch(`${origin}/api/health/ready`, { signal: AbortSignal.timeout(5_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}
