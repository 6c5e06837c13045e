import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApi, waitForHealth } from './api-process.ts';
import { freePort } from './ports.ts';
import { commandOf, waitUntil } from './processes.ts';

/** Healthy at the third question; drains for a moment when asked to end, and writes that it did. */
const smallApi = `
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
let questions = 0;
const server = createServer((_request, response) => response.writeHead(++questions < 3 ? 503 : 200).end());
server.listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => setTimeout(() => {
  writeFileSync(process.env.DRAINED, 'drained');
  process.exit(0);
}, 100));
`;

describe("The API's process", () => {
  const folder = mkdtempSync(join(tmpdir(), 'parc-ecole-spec-api-'));
  const drained = join(folder, 'drained');
  const entry = join(folder, 'api.mjs');
  const broken = join(folder, 'broken.mjs');
  const patient = join(folder, 'patient.mjs');
  const start = async (file: string, whenTold = false) => {
    const port = await freePort();
    const environment = { PORT: String(port), DRAINED: drained, NODE_OPTIONS: '' };
    return { port, origin: `http://127.0.0.1:${port}`, api: startApi({ entry: file, folder, environment, whenTold }) };
  };

  beforeAll(() => {
    writeFileSync(entry, smallApi);
    writeFileSync(broken, 'process.exit(3);');
    writeFileSync(
      patient,
      `import { once } from 'node:events';\nprocess.channel.ref();\nif (process.argv[2] === '--when-told') await once(process, 'message');\nprocess.channel.unref();\nawait import('./api.mjs');`,
    );
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is waited for until it is healthy, and drains when it is stopped', async () => {
    const { origin, api } = await start(entry);
    await waitForHealth(origin, api);
    await api.stop();
    expect(readFileSync(drained, 'utf8')).toBe('drained');
    expect(await api.ended).toBe(0);
    rmSync(drained, { force: true });
  });

  it('that is to wait opens at the word, and ends before it as after', async () => {
    const { origin, api } = await start(patient, true);
    await expect(waitForHealth(origin, api, 400)).rejects.toThrow('ne répond pas');
    api.open();
    await waitForHealth(origin, api);
    await api.stop();
    const other = await start(patient, true);
    await other.api.stop();
    other.api.open();
    rmSync(drained, { force: true });
  });

  it('that ends before it is healthy is told with its code', async () => {
    const { origin, api } = await start(broken);
    await expect(waitForHealth(origin, api)).rejects.toThrow('code 3');
  });

  it('that stays silent is refused once the time has passed', async () => {
    const { port, api } = await start(entry);
    await expect(waitForHealth(`http://127.0.0.1:${port === 1 ? 2 : 1}`, api, 200)).rejects.toThrow('ne répond pas');
    await api.stop();
    rmSync(drained, { force: true });
  });

  it('drains and ends by itself when the launcher is killed', async () => {
    const holder = `
      import { startApi, waitForHealth } from '${join(import.meta.dirname, 'api-process.ts')}';
      const api = startApi({ entry: '${entry}', folder: '${folder}', environment: {} });
      await waitForHealth('http://127.0.0.1:' + process.env.PORT, api);
      console.log(api.processId);
    `;
    const environment = { PORT: String(await freePort()), DRAINED: drained, NODE_OPTIONS: '' };
    const launcher = spawn(process.execPath, ['--input-type=module-typescript', '--eval', holder], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...environment },
    });
    const api = Number(await new Promise((resolve) => launcher.stdout.once('data', (text) => resolve(String(text)))));
    expect(await commandOf(api)).toContain('api.mjs');
    launcher.kill('SIGKILL');
    expect(await waitUntil(async () => (await commandOf(api)) === '', 5_000)).toBe(true);
    expect(readFileSync(drained, 'utf8')).toBe('drained');
  });
});
