import { exec, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const REPOSITORY = join(import.meta.dirname, '../../..');
const BUILD = JSON.parse(readFileSync(join(REPOSITORY, 'api/project.json'), 'utf8')) as {
  targets: { build: { options: { commands: string[] } } };
};
const START_LIMIT_MILLISECONDS = 30_000;
/** As the launcher and the image start it. */
const MEMORY = { MALLOC_ARENA_MAX: '2' };
const MEMORY_FLAGS = ['--max-semi-space-size=10', '--heap-growing-percent=20', '--max-old-space-size=512'];

/** The API as a process of its own, which a test may kill in the middle of its work and start again. */
export class ApiProcess {
  /** Where it listens; another address at each start. */
  origin = '';
  private child: ChildProcess | null = null;

  private constructor(
    private readonly folder: string,
    private readonly databaseUrl: string,
  ) {}

  /**
   * Builds the sources as they are now, by the build's own commands: a test judges neither yesterday's, nor a process that holds
   * more than the one people run.
   */
  static async compiled(databaseUrl: string): Promise<ApiProcess> {
    const folder = `dist/test-api-${process.pid}`;
    const tools = [join(REPOSITORY, 'node_modules/.bin'), dirname(process.execPath), process.env.PATH];
    const options = { cwd: REPOSITORY, env: { ...process.env, PATH: tools.join(delimiter) } };
    for (const command of BUILD.targets.build.options.commands)
      await promisify(exec)(command.replaceAll(/\bdist\b/g, folder), options);
    return new ApiProcess(join(REPOSITORY, folder), databaseUrl);
  }

  /** @throws Error when it ends, or has not answered in time, before it is ready */
  async start(): Promise<void> {
    const port = await freePort();
    this.origin = `http://127.0.0.1:${port}`;
    const settings = { DATABASE_URL: this.databaseUrl, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'error' };
    const child = spawn(process.execPath, [...MEMORY_FLAGS, join(this.folder, 'api/src/main.js')], {
      cwd: REPOSITORY,
      env: { PATH: process.env.PATH, JOBS: 'off', DEMO: 'off', ...MEMORY, ...settings },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    this.child = child;
    const limit = performance.now() + START_LIMIT_MILLISECONDS;
    while (!(await this.isReady())) {
      if (child.exitCode !== null) throw new Error(`the API ended with code ${child.exitCode} while it started`);
      if (performance.now() > limit) throw new Error('the API did not become ready');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /**
   * Memory that it and the processes it has started hold now, in megabytes (10⁶ bytes), what they share counted once; 0
   * where the system does not tell (no /proc).
   */
  memoryMegabytes(): number {
    const { pid } = this.child!;
    const started = readIfThere(`/proc/${pid}/task/${pid}/children`).trim().split(' ');
    return [String(pid), ...started].reduce((sum, one) => sum + megabytesOf(one), 0);
  }

  /** Does one thing and ends, instead of listening. */
  async run(
    command: string[],
    settings: Record<string, string> = {},
  ): Promise<{ code: number | null; output: string }> {
    const child = spawn(process.execPath, [join(this.folder, 'api/src/main.js'), ...command], {
      cwd: REPOSITORY,
      env: { PATH: process.env.PATH, DATABASE_URL: this.databaseUrl, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, output };
  }

  /** SIGKILL: nothing is finished, nothing is said. */
  async kill(): Promise<void> {
    const { child } = this;
    this.child = null;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  async remove(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async isReady(): Promise<boolean> {
    return fetch(`${this.origin}/api/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
  }
}

function megabytesOf(processId: string): number {
  const kibibytes = /^Pss:\s+(\d+) kB$/m.exec(readIfThere(`/proc/${processId}/smaps_rollup`))?.[1];
  return (Number(kibibytes ?? 0) * 1024) / 1e6;
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
