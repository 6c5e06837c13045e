import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runningLauncher, takeFolder } from './run-record.ts';

describe('The record of who runs from a folder', () => {
  const file = join(tmpdir(), `parc-ecole-spec-run-${randomBytes(4).toString('hex')}.json`);
  const children: ChildProcess[] = [];
  /** A process whose command line holds that text. */
  const processNamed = (name: string) => {
    const child = spawn(process.execPath, ['--eval', 'setInterval(() => undefined, 1000)', name], { stdio: 'ignore' });
    children.push(child);
    return child;
  };
  const leave = (launcher: number, api: number | null) =>
    writeFileSync(file, JSON.stringify({ launcher, api, port: 3000 }));

  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(file, { force: true });
  });

  it('lets the first launcher in, and is gone when it leaves', async () => {
    const folder = await takeFolder(file, 3000);
    expect(existsSync(file)).toBe(true);
    folder.leave();
    expect(existsSync(file)).toBe(false);
  });

  it('refuses a second launcher, with the address of the first', async () => {
    leave(processNamed('libs/launcher/src/start.ts').pid ?? 0, null);
    await expect(takeFolder(file, 3001)).rejects.toThrow(/déjà.*http:\/\/localhost:3000$/);
    expect(await runningLauncher(file)).toBe('http://localhost:3000');
  });

  it('is not believed when its number belongs to another program by now', async () => {
    leave(processNamed('something-else').pid ?? 0, null);
    expect(await runningLauncher(file)).toBeNull();
    await expect(takeFolder(file, 3001)).resolves.toBeDefined();
  });

  it('ends the API that a killed launcher left behind, and nothing else', async () => {
    const orphan = processNamed('dist/api/src/main.js');
    const ended = new Promise((resolve) => orphan.once('exit', (_code, signal) => resolve(signal)));
    leave(2 ** 22 + 1, orphan.pid ?? 0);
    await takeFolder(file, 3001);
    expect(await ended).toBe('SIGTERM');
    const stranger = processNamed('something-else');
    leave(2 ** 22 + 1, stranger.pid ?? 0);
    await takeFolder(file, 3001);
    expect(stranger.signalCode).toBeNull();
  });

  it('that was cut short counts for nothing', async () => {
    writeFileSync(file, '{"launcher":');
    await expect(takeFolder(file, 3001)).resolves.toBeDefined();
  });
});
