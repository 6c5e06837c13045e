import { randomUUID } from 'node:crypto';
import { request as httpRequest, type ClientRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIMITS } from '../src/platform/limits.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';

/** A hundredth of what people have, so that a test need not wait a minute. */
const PATIENCE = {
  requestMilliseconds: 500,
  uploadMilliseconds: 12_000,
  idleMilliseconds: 800,
  workMilliseconds: 6_000,
  keepAliveMilliseconds: 1_000,
};

let house: House;
let manager: Person;
let port: number;

beforeAll(async () => {
  house = await House.open({}, PATIENCE);
  manager = await house.person('plan-manager');
  await house.application.listen(0, '127.0.0.1');
  port = (house.application.getHttpServer().address() as AddressInfo).port;
});
afterAll(() => house.close());

const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Opens a request of the manager's; the status it is answered with, or what became of its connection. */
function begin(method: string, path: string, headers: Record<string, string> = {}) {
  const session = { cookie: `parc_session=${manager.token}`, 'x-csrf-token': manager.session!.csrfToken };
  const request = httpRequest({
    ...{ host: '127.0.0.1', port, method, path, agent: false },
    headers: { ...session, 'idempotency-key': randomUUID(), ...headers },
  });
  const outcome = new Promise<number | 'cut'>((resolve) => {
    request.on('response', (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode!));
      response.on('error', () => undefined);
    });
    request.on('error', () => resolve('cut'));
  });
  return { request, outcome };
}

/** Sends a body in pieces, with a pause before each. */
async function trickle(request: ClientRequest, body: string, pieces: number, pauseMilliseconds: number): Promise<void> {
  const size = Math.ceil(body.length / pieces);
  for (let from = 0; from < body.length; from += size) {
    if (request.destroyed) return;
    request.write(body.slice(from, from + size));
    await after(pauseMilliseconds);
  }
  request.end();
}

const upload = () =>
  begin('POST', '/api/v1/imports?kind=public-holidays', { 'content-type': 'multipart/form-data; boundary=craie' });
const file = `--craie\r\nContent-Disposition: form-data; name="file"; filename="feries.csv"\r\n\r\ndate,annee,zone,nom_jour_ferie\r\n${Array.from(
  { length: 28 },
  (_, day) => `2027-02-${String(day + 1).padStart(2, '0')},2027,Métropole,Jour ${day}\r\n`,
).join('')}\r\n--craie--\r\n`;

describe('a slow line', () => {
  it('brings a file, however long it takes, as long as it comes', async () => {
    const { request, outcome } = upload();
    // Four times what any other request has, and more than the longest silence, in all.
    await trickle(request, file, 20, 100);
    expect(await outcome).toBe(201);
  });

  it('is cut when the file stops coming', async () => {
    const { request, outcome } = upload();
    request.write(file.slice(0, 100));
    expect(await outcome).toBe('cut');
  });

  it('is cut sooner when it brings no file: nobody types a request letter by letter', async () => {
    const { request, outcome } = begin('POST', '/api/v1/session', { 'content-type': 'application/json' });
    const started = Date.now();
    void trickle(request, JSON.stringify({ email: 'lente@exemple.fr', password: 'x'.repeat(40) }), 20, 100);
    expect(await outcome).toBe('cut');
    expect(Date.now() - started).toBeLessThan(1_500);
  });
});

describe('a file nobody wants', () => {
  it('is not waited for longer than any other body, once it is refused', async () => {
    const { request } = begin('POST', '/api/v1/imports?kind=public-holidays', {
      'content-type': 'multipart/form-data; boundary=craie',
      cookie: '',
    });
    const status = new Promise((resolve) => request.once('response', ({ statusCode }) => resolve(statusCode)));
    const closed = new Promise<number>((resolve) => request.once('close', () => resolve(Date.now())));
    const started = Date.now();
    void trickle(request, file, 40, 100);
    expect(await status).toBe(401);
    expect((await closed) - started).toBeLessThan(1_500);
  });
});

describe('long work', () => {
  it('is answered, even when it is silent for longer than a connection may be', async () => {
    const holder = await house.pool.connect();
    await holder.query('begin');
    await holder.query('lock table mail in access exclusive mode');
    const administrator = await house.person('administrator');
    const { request, outcome } = begin('GET', '/api/v1/mails', { cookie: `parc_session=${administrator.token}` });
    request.end();
    await after(PATIENCE.idleMilliseconds * 2);
    await holder.query('commit');
    holder.release();
    expect(await outcome).toBe(200);
  });

  it('has, by the limits, longer than any statement of it', () => {
    expect(LIMITS.http.workMilliseconds).toBeGreaterThan(3 * LIMITS.statementMilliseconds.import);
    // At 2 Mbit/s.
    expect(LIMITS.http.uploadMilliseconds / 1000).toBeGreaterThan((LIMITS.importBytes * 8) / 2_000_000);
  });
});
