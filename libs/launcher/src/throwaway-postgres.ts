import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { placeNativePostgres } from './native-postgres.ts';
import { freePort } from './ports.ts';
import { initdbParameters } from './postgres.ts';
import { commandOf, isAlive, run, waitUntil } from './processes.ts';

/** A PostgreSQL server for one run of the tests. */
export interface ThrowawayPostgres {
  /** Connection string of a superuser on the database `postgres`. */
  url: string;
  folder: string;
  stop(): Promise<void>;
}

const prefix = 'parc-ecole-test-';
const password = 'throwaway';

/** Durability off: a run that is cut short is thrown away whole. */
const fastSettings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=250'];

/**
 * The shell holds the server on a line of life: when this process ends, however it ends, `cat` reads the end of its
 * input, and the server stops and its folder goes.
 */
const lifeLine = [
  'folder=$1; shift',
  '"$@" & server=$!',
  'cat > /dev/null',
  'kill -QUIT "$server"; wait "$server"',
  'cd /; rm -rf "$folder"',
].join('\n');

/** Starts an empty server on a free port of 127.0.0.1, in a temporary folder of its own, which `stop` removes. */
export async function startThrowawayPostgres(): Promise<ThrowawayPostgres> {
  const places = [...new Set([tmpdir(), '/tmp', '/var/tmp'])];
  for (const place of places) await removeStaleServers(place);
  const name = `${prefix}${randomBytes(6).toString('hex')}`;
  const { folder, native } = await placeNativePostgres(places.map((place) => join(place, name)));
  writeFileSync(join(folder, 'owner'), String(process.pid));
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (native.account !== null) chownSync(passwordFile, native.account.uid, native.account.gid);
  const program = (name: string) => join(native.folder, 'bin', name);
  const made = await run(program('initdb'), [...initdbParameters(data, passwordFile), '--no-sync'], native.account);
  if (made.code !== 0) throw new Error(`initdb failed: ${made.output}`);

  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', `port=${port}`, ...fastSettings];
  const server = [program('postgres'), '-D', data, ...settings.flatMap((setting) => ['-c', setting])];
  const log = openSync(join(folder, 'log'), 'a');
  const child = spawn('/bin/sh', ['-c', lifeLine, 'sh', folder, ...server], {
    ...(native.account ?? {}),
    cwd: '/',
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    detached: true,
    stdio: ['pipe', log, log],
  });
  closeSync(log);
  child.unref();
  child.stdin?.on('error', () => undefined);
  (child.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  const stop = () => endLifeLine(child);
  const url = `postgres://parc:${password}@127.0.0.1:${port}/postgres`;
  if (await waitUntil(() => child.exitCode !== null || accepts(url), 60_000)) {
    if (child.exitCode === null) return { url, folder, stop };
  }
  const reason = existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8') : 'no log';
  await stop();
  throw new Error(`The test server did not start: ${reason}`);
}

/** Folders whose run is over and whose line of life was cut too (the machine was switched off, everything was killed). */
async function removeStaleServers(place: string): Promise<void> {
  if (!existsSync(place)) return;
  for (const name of readdirSync(place).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(place, name);
    const owner = Number(firstLine(join(folder, 'owner')));
    // A folder just made, or another account's, has no readable owner: it is left alone.
    if (!owner || isAlive(owner)) continue;
    const server = Number(firstLine(join(folder, 'data', 'postmaster.pid')));
    if (/postgres/.test(await commandOf(server))) process.kill(server, 'SIGQUIT');
    await waitUntil(() => !isAlive(server), 5_000);
    rmSync(folder, { recursive: true, force: true });
  }
}

function firstLine(file: string): string {
  try {
    return readFileSync(file, 'utf8').split('\n')[0] ?? '';
  } catch {
    return '';
  }
}

function endLifeLine(child: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.ref();
    child.stdin?.end();
  });
}

async function accepts(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
