import { afterAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { serverAccount } from './native-postgres.ts';
import { embeddedFolders, removeEmbeddedPostgres, startEmbeddedPostgres } from './postgres.ts';
import { commandOf, waitUntil } from './processes.ts';
import { startThrowawayPostgres } from './throwaway-postgres.ts';

async function ask<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

const temporary = (name: string) => join(tmpdir(), `parc-ecole-spec-${name}-${randomBytes(4).toString('hex')}`);

describe('The embedded PostgreSQL', () => {
  const folder = temporary('embedded');
  const postmaster = () => Number(readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[0]);

  afterAll(() => removeEmbeddedPostgres([folder]));

  it('starts on an empty machine: version 18, on 127.0.0.1 only, with a password', async () => {
    const server = await startEmbeddedPostgres([folder]);
    const [settings] = await ask<Record<string, string>>(
      server.url,
      `SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('listen_addresses') AS listens,
              current_setting('unix_socket_directories') AS sockets, current_setting('password_encryption') AS passwords,
              current_setting('fsync') AS fsync, current_database() AS name`,
    );
    expect(settings).toEqual({
      version: 18,
      listens: '127.0.0.1',
      sockets: '',
      passwords: 'scram-sha-256',
      fsync: 'on',
      name: 'parc',
    });
    expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600);
    const wrong = new URL(server.url);
    wrong.password = 'wrong';
    await expect(ask(wrong.toString(), 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('is reused by a second start, at the same address', async () => {
    const first = await startEmbeddedPostgres([folder]);
    const second = await startEmbeddedPostgres([folder]);
    expect(second).toMatchObject({ reused: true, url: first.url });
  });

  it('keeps what was committed when it is killed, and starts again by itself', async () => {
    const before = await startEmbeddedPostgres([folder]);
    await ask(before.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const killed = postmaster();
    process.kill(killed, 'SIGKILL');
    await waitUntil(async () => (await commandOf(killed)) === '', 5_000);
    const after = await startEmbeddedPostgres([folder]);
    expect(after).toMatchObject({ reused: false, url: before.url });
    expect(await ask(after.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('is not mistaken for another program that bears its old number', async () => {
    const server = await startEmbeddedPostgres([folder]);
    const [, ...others] = readFileSync(join(folder, 'data/postmaster.pid'), 'utf8').split('\n');
    await server.stop();
    const stranger = spawn('sleep', ['60'], { ...(serverAccount() ?? {}), stdio: 'ignore' });
    writeFileSync(join(folder, 'data/postmaster.pid'), [String(stranger.pid), ...others].join('\n'));
    expect(await startEmbeddedPostgres([folder])).toMatchObject({ reused: false, url: server.url });
    expect(stranger.exitCode).toBeNull();
    stranger.kill();
  });

  it('takes another port when its own was taken meanwhile', async () => {
    const server = await startEmbeddedPostgres([folder]);
    await server.stop();
    const thief = createServer();
    await new Promise<void>((resolve) => thief.listen(server.port, '127.0.0.1', resolve));
    const moved = await startEmbeddedPostgres([folder]);
    expect(moved.port).not.toBe(server.port);
    expect(await ask(moved.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await new Promise((resolve) => thief.close(resolve));
  });

  it('leaves nothing once removed', async () => {
    const server = postmaster();
    expect(await removeEmbeddedPostgres([folder])).toEqual([folder]);
    expect(existsSync(folder)).toBe(false);
    expect(await commandOf(server)).toBe('');
  });

  it('lives in the repository; as root it has a second place, one for each copy of the repository', () => {
    expect(embeddedFolders('/home/a/parc', 1000)).toEqual(['/home/a/parc/.data/postgres']);
    const [inside, outside] = embeddedFolders('/root/parc', 0);
    expect(inside).toBe('/root/parc/.data/postgres');
    expect(outside).toMatch(/^\/var\/lib\/parc-ecole\/[0-9a-f]{12}$/);
    expect(embeddedFolders('/root/other', 0)[1]).not.toBe(outside);
  });
});

describe('The throwaway PostgreSQL of the tests', () => {
  /** Runs in a process of its own, which says the server's folder and process, then waits. */
  const holder = `
    import { readFileSync } from 'node:fs';
    import { startThrowawayPostgres } from '${join(import.meta.dirname, 'throwaway-postgres.ts')}';
    const server = await startThrowawayPostgres();
    const postmaster = readFileSync(server.folder + '/data/postmaster.pid', 'utf8').split('\\n')[0];
    console.log(JSON.stringify({ folder: server.folder, postmaster: Number(postmaster) }));
    setInterval(() => undefined, 1000);
  `;

  it('ends and leaves no folder behind when the process that holds it is killed', async () => {
    const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', holder], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    const said = await new Promise<string>((resolve) => child.stdout.once('data', (text) => resolve(String(text))));
    const { folder, postmaster } = JSON.parse(said) as { folder: string; postmaster: number };
    expect(await commandOf(postmaster)).toContain('postgres');
    child.kill('SIGKILL');
    expect(await waitUntil(() => !existsSync(folder), 10_000)).toBe(true);
    expect(await commandOf(postmaster)).toBe('');
  });

  it('removes what an earlier run left, and leaves alone the folders of runs under way', async () => {
    const [stale, underWay] = ['stale', 'under-way'].map((name) => join(tmpdir(), `parc-ecole-test-${name}`)) as [
      string,
      string,
    ];
    const noProcess = 2 ** 22 + 1;
    mkdirSync(stale);
    writeFileSync(join(stale, 'owner'), String(noProcess));
    mkdirSync(underWay);
    writeFileSync(join(underWay, 'owner'), String(process.pid));
    const server = await startThrowawayPostgres();
    await server.stop();
    const left = readdirSync(tmpdir());
    rmSync(underWay, { recursive: true });
    expect(left).not.toContain('parc-ecole-test-stale');
    expect(left).toContain('parc-ecole-test-under-way');
  });
});
