import { createHash } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync, appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { keptSecret } from './kept-secret.ts';
import { placeNativePostgres, type NativePostgres } from './native-postgres.ts';
import { freePort, portFault } from './ports.ts';
import { commandOf, run, waitUntil, type Account } from './processes.ts';
import { StartRefusal } from './refusal.ts';

/** A PostgreSQL server of our own, in the background: it outlives us until `stop`. */
export interface EmbeddedPostgres {
  /** Connection string of the application's database. */
  url: string;
  folder: string;
  port: number;
  /** True when the server was running already, as after a SIGKILL of the launcher. */
  reused: boolean;
  stop(): Promise<void>;
}

const userName = 'parc';
const startLimitSeconds = 120;

/** The folders to try for the embedded server's data: in the repository, else (root only) where another account can go. */
export function embeddedFolders(repository: string, userId = process.getuid?.()): string[] {
  const inside = join(repository, '.data', 'postgres');
  if (userId !== 0) return [inside];
  const mark = createHash('sha256').update(repository).digest('hex').slice(0, 12);
  return [inside, join('/var/lib/parc-ecole', mark)];
}

/**
 * Starts the embedded server, or takes the one that is running, and makes the database if it is not there.
 * Data, password (mode 0600), port and log stand in the first of `folders` the server's account can reach.
 */
export async function startEmbeddedPostgres(folders: string[], database = 'parc'): Promise<EmbeddedPostgres> {
  const { folder, native } = await placeNativePostgres(folders);
  const data = join(folder, 'data');
  const password = readPassword(folder, native.account);
  await createCluster(native, folder, data);
  const { port, reused } = await startServer(native, folder, data);
  const address = (name: string) => `postgres://${userName}:${password}@127.0.0.1:${port}/${name}`;
  await createDatabase(address('postgres'), database);
  return { url: address(database), folder, port, reused, stop: () => stopServer(native, data) };
}

/** Stops the embedded server if it runs, then removes all that it holds. Answers the folders that were removed. */
export async function removeEmbeddedPostgres(folders: string[]): Promise<string[]> {
  const existing = folders.filter((folder) => existsSync(folder));
  for (const folder of existing) {
    const data = join(folder, 'data');
    if (existsSync(data)) await stopServer((await placeNativePostgres([folder])).native, data);
    rmSync(folder, { recursive: true, force: true });
  }
  return existing;
}

function readPassword(folder: string, account: Account | null): string {
  const file = join(folder, 'password');
  const password = keptSecret(file);
  if (account !== null) chownSync(file, account.uid, account.gid);
  return password;
}

/** initdb works beside the final place: a start cut short leaves nothing that looks like a whole cluster. */
async function createCluster(native: NativePostgres, folder: string, data: string): Promise<void> {
  if (existsSync(join(data, 'PG_VERSION'))) return;
  const fresh = `${data}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const made = await run(
    join(native.folder, 'bin', 'initdb'),
    initdbParameters(fresh, join(folder, 'password')),
    native.account,
  );
  if (made.code !== 0)
    throw new StartRefusal(`La base embarquée ne peut être créée dans ${folder}\u202f: ${made.output}`);
  appendFileSync(join(fresh, 'postgresql.conf'), "\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\n");
  renameSync(fresh, data);
}

/** The parameters of initdb for every server of ours: UTF-8, names compared by code point, passwords by SCRAM. */
export function initdbParameters(data: string, passwordFile: string): string[] {
  return [
    ['-D', data, '-U', userName, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'],
    ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  ].flat();
}

async function startServer(native: NativePostgres, folder: string, data: string) {
  await forgetDeadServer(data);
  const running = await runningPort(native, data);
  if (running !== null) return { port: running, reused: true };
  const port = await rememberedPort(join(folder, 'port'));
  const log = join(folder, 'log');
  const parameters = ['start', '-D', data, '-w', '-t', String(startLimitSeconds), '-s', '-l', log, '-o', `-p ${port}`];
  // The server's children may need a moment to notice that their parent was killed, and hold its memory until then.
  let started = { code: -1, output: '' };
  const up = await waitUntil(
    async () => {
      started = await run(join(native.folder, 'bin', 'pg_ctl'), parameters, native.account);
      return started.code === 0;
    },
    5_000,
    500,
  );
  if (!up) throw new StartRefusal(`La base embarquée ne démarre pas (${started.output})\u202f: voir ${log}.`);
  writeFileSync(join(folder, 'port'), String(port));
  return { port, reused: false };
}

/** A number in postmaster.pid that another program now bears would make the server believe it is running. */
async function forgetDeadServer(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const processId = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!/postgres/.test(await commandOf(processId))) rmSync(file, { force: true });
}

async function runningPort(native: NativePostgres, data: string): Promise<number | null> {
  const status = await run(join(native.folder, 'bin', 'pg_ctl'), ['status', '-D', data], native.account);
  if (status.code !== 0) return null;
  // The fourth line is the port, the last says "ready" once the server accepts connections.
  const file = join(data, 'postmaster.pid');
  const lines = () => (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);
  const ready = await waitUntil(() => lines()[7]?.trim() === 'ready', startLimitSeconds * 1000);
  if (!ready) throw new StartRefusal("La base embarquée tourne mais n'accepte pas de connexion.");
  return Number(lines()[3]);
}

async function rememberedPort(file: string): Promise<number> {
  const remembered = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (remembered > 0 && (await portFault(remembered, '127.0.0.1')) === null) return remembered;
  return freePort();
}

async function createDatabase(adminUrl: string, database: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

async function stopServer(native: NativePostgres, data: string): Promise<void> {
  const stop = ['stop', '-D', data, '-m', 'fast', '-w', '-s'];
  await run(join(native.folder, 'bin', 'pg_ctl'), stop, native.account);
}
