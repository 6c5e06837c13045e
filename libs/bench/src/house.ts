import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../launcher/src/index.ts';

/** A running `npm start`: what people have, with PostgreSQL's own settings for durability. */
export interface House {
  /** Address of the application: `http://127.0.0.1:PORT`. */
  origin: string;
  /** Connection string of a superuser on the application's database. */
  databaseUrl: string;
  /** What the database server says, statements included when it is told to. */
  databaseLog: string;
  apiProcessId: number;
  /** From the command to the first healthy answer. */
  startSeconds: number;
  stop(): Promise<void>;
}

const prefix = 'parc-ecole-bench-';
const startLimitMilliseconds = 120_000;

/**
 * A folder that looks like the repository, built parts included, but has data of its own: the launcher keeps its database
 * beside the files it is run from, and the bench must neither find nor touch the one people work with.
 */
export function openStage(repository: string): { folder: string; remove(): void } {
  removeStaleStages();
  const folder = join(tmpdir(), `${prefix}${process.pid}`);
  mkdirSync(join(folder, 'libs/launcher'), { recursive: true });
  // The database server runs as another account when we are root.
  chmodSync(folder, 0o755);
  const link = (name: string) => symlinkSync(join(repository, name), join(folder, name));
  ['api', 'web', 'dist', 'node_modules', 'package.json', 'package-lock.json'].forEach(link);
  ['tsconfig.base.json', 'nx.json', '.swcrc'].forEach(link);
  readdirSync(join(repository, 'libs'))
    .filter((name) => name !== 'launcher')
    .forEach((name) => link(`libs/${name}`));
  // Copied, not linked: Node would follow the link, and the launcher take the repository for its home.
  cpSync(join(repository, 'libs/launcher/src'), join(folder, 'libs/launcher/src'), { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function removeStaleStages(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    if (!isAlive(Number(name.slice(prefix.length)))) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Runs `npm start`'s command in the stage, and waits for its first healthy answer. */
export async function startHouse(stage: string): Promise<House> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const begin = performance.now();
  // The channel is the launcher's line of life: killed or not, we take it with us, and it takes the rest.
  const launcher = spawn(
    process.execPath,
    ['--import', join(stage, 'libs/launcher/src/life-line.js'), join(stage, 'libs/launcher/src/start.ts')],
    { cwd: stage, env: environment(port), stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true },
  );
  const said = listen(launcher);
  const ended = new Promise<void>((resolve) => launcher.once('exit', () => resolve()));
  const stop = async () => {
    if (launcher.exitCode === null && launcher.signalCode === null) launcher.kill('SIGTERM');
    await ended;
  };
  while (!(await isHealthy(origin))) {
    const over = launcher.exitCode !== null || performance.now() - begin > startLimitMilliseconds;
    if (!over) continue;
    await stop();
    throw new Error(`The application did not start: ${said()}`);
  }
  const startSeconds = (performance.now() - begin) / 1000;
  return { origin, ...database(stage), apiProcessId: await apiProcessId(stage), startSeconds, stop };
}

/** Our own choices alone: what the person has set for the real application must not change what is measured. */
function environment(port: number): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, LANG } = process.env;
  return {
    PATH,
    HOME,
    TMPDIR,
    LANG,
    HOST: '127.0.0.1',
    PORT: String(port),
    DEMO: 'on',
    JOBS: 'off',
    LOG_LEVEL: 'warn',
    // A few sessions ask as fast as they can: what is measured is the answer, not the bound on it.
    REQUESTS_PER_MINUTE: '0',
  };
}

function listen(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (text = (text + chunk.toString()).slice(-4_000)));
  }
  return () => text.trim();
}

async function isHealthy(origin: string): Promise<boolean> {
  try {
    const answer = await fetch(`${origin}/api/health/ready`, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return false;
  }
}

/** Where the launcher keeps its embedded server (see its README). */
function database(stage: string): { databaseUrl: string; databaseLog: string } {
  const folder = join(stage, '.data/postgres');
  const read = (name: string) => readFileSync(join(folder, name), 'utf8').trim();
  const databaseUrl = `postgres://parc:${read('password')}@127.0.0.1:${read('port')}/parc`;
  return { databaseUrl, databaseLog: join(folder, 'log') };
}

async function apiProcessId(stage: string): Promise<number> {
  const { api } = JSON.parse(readFileSync(join(stage, '.data/run.json'), 'utf8')) as { api: number | null };
  if (api === null) throw new Error('The launcher has not written down its API.');
  return api;
}

/** Most memory the process ever held, in megabytes (10⁶ bytes); null where the system does not tell (no /proc). */
export function peakMemoryMegabytes(processId: number): number | null {
  return statusMegabytes(processId, 'VmHWM');
}

/** Memory the process holds now, in megabytes (10⁶ bytes); null where the system does not tell. */
export function memoryMegabytes(processId: number): number | null {
  return statusMegabytes(processId, 'VmRSS');
}

function statusMegabytes(processId: number, line: 'VmHWM' | 'VmRSS'): number | null {
  try {
    const status = readFileSync(`/proc/${processId}/status`, 'utf8');
    const kibibytes = Number(new RegExp(`^${line}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]);
    return (kibibytes * 1024) / 1e6;
  } catch {
    return null;
  }
}

const ticksPerSecond = 100;

/** Processor time the process has used so far, its own and the kernel's for it; null where the system does not tell. */
export function processorSeconds(processId: number): number | null {
  try {
    // The name, in brackets, may hold spaces: fields are counted behind it.
    const fields = readFileSync(`/proc/${processId}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return null;
  }
}
