import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reachOf, ROLES } from '@parc/domain';
import { DataSource } from 'typeorm';
import { LIMITS } from '../src/platform/limits.js';
import { House } from './harness/house.js';
import { requestOf } from './matrix/matrix.js';
import { documentedRoutes } from './matrix/routes.js';
import { buildWorld, ownPlace, type World } from './matrix/world.js';

/** What stands around every route: origin, size, time, headers, and the history that nobody rewrites. */
const { routes } = await documentedRoutes();

let house: House;
let world: World;

beforeAll(async () => {
  house = await House.open({ PUBLIC_URL: 'https://parc.exemple.fr' });
  world = await buildWorld(house);
}, 120_000);
afterAll(() => house.close());

const writing = routes.filter(({ method, permission }) => method !== 'GET' && permission);
const manager = () => world.people['plan-manager'];

describe('a page of another site', () => {
  const TYPES = [
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '',
  ];

  it.each(writing.map((route) => [`${route.method} ${route.path}`, route] as const))(
    'cannot make a browser send %s',
    async (_, route) => {
      const role = ROLES.find((one) => reachOf(route.permission!, one))!;
      const { method, url } = requestOf(route, { ...ownPlace(world, role), world, role });
      for (const type of TYPES) {
        const answer = await house.application.inject({
          method: method as 'POST',
          url,
          payload: type === 'application/json' ? '{}' : '',
          headers: { origin: 'https://ailleurs.fr', ...(type ? { 'content-type': type } : {}) },
          cookies: world.people[role].cookies!,
        });
        const refusal = answer.json().code;
        expect([type, ['session.csrf', 'request.media-type', 'request.unreadable'].includes(refusal)]).toEqual([
          type,
          true,
        ]);
        if (type === 'application/json') expect(refusal).toBe('session.csrf');
      }
    },
  );

  it('reads nothing: no other origin is allowed', async () => {
    for (const method of ['GET', 'OPTIONS'] as const) {
      const answer = await house.application.inject({
        method,
        url: '/api/v1/orders',
        headers: { origin: 'https://ailleurs.fr', 'access-control-request-method': 'POST' },
        cookies: manager().cookies!,
      });
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

describe('every answer', () => {
  it.each([
    '/api/v1/session/options',
    '/api/v1/orders',
    '/api/health/live',
    '/api/openapi.json',
    '/api/docs',
    '/nulle-part',
  ])('as that of %s says what a browser may do with it', async (url) => {
    const { headers } = await house.application.inject({
      method: 'GET',
      url,
      cookies: manager().cookies!,
    });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': expect.stringContaining('max-age=31536000'),
    });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(/script-src[^;]*/.exec(policy)?.[0]).toBe("script-src 'self' 'wasm-unsafe-eval'");
    expect(headers['x-powered-by'] ?? headers['server']).toBeUndefined();
    if (url.startsWith('/api/v1')) expect(headers['cache-control']).toBe('no-store');
  });

  it('keeps nothing of the inside: no debugging route, no trace', async () => {
    for (const url of [
      '/metrics',
      '/debug',
      '/api/v1/debug',
      '/.env',
      '/api/v1/install',
      '/actuator',
      '/api/v1/orders/x%',
    ]) {
      const answer = await house.application.inject({ method: 'GET', url });
      expect([url, answer.statusCode >= 400 && answer.statusCode < 500]).toEqual([url, true]);
      expect(answer.body).not.toMatch(/node_modules|at \w+ \(|select /);
    }
  });
});

describe('a request that costs too much', () => {
  it('is not read: a body too large, a list too long, a page too deep', async () => {
    const large = await manager().post('/api/v1/conventions', { title: 'x'.repeat(300_000) });
    expect([large.status, large.body.code]).toEqual([413, 'request.too-large']);
    for (const query of [
      'size=201',
      'page=20001',
      'page=401&size=200',
      `search=${'a'.repeat(101)}`,
      `state=${'draft,'.repeat(500)}draft`,
    ]) {
      const answer = await manager().get(`/api/v1/orders?${query}`);
      expect([query.slice(0, 20), answer.status]).toEqual([query.slice(0, 20), 400]);
    }
  });

  it('is stopped: no statement of a request runs for long, none waits for long', async () => {
    const settings = await house.application
      .get(DataSource)
      .query(`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock`);
    expect(settings).toEqual([{ statement: '10s', lock: '5s' }]);
  });

  it('is not waited for: who sends slowly is cut off', () => {
    const server = house.application.getHttpServer() as Record<'requestTimeout' | 'headersTimeout' | 'timeout', number>;
    // Of a request that brings no file, or none that is wanted; the rest is in slow-requests.spec.ts.
    expect(LIMITS.http.requestMilliseconds).toBeLessThanOrEqual(30_000);
    for (const [bound, most] of [
      [server.headersTimeout, 60_000],
      [server.timeout, 60_000],
      [server.requestTimeout, LIMITS.http.uploadMilliseconds],
    ] as const) {
      expect(bound).toBeGreaterThan(0);
      expect(bound).toBeLessThanOrEqual(most);
    }
  });

  it('is no expression that runs away: texts made for it are refused at once', async () => {
    const admin = world.people.administrator;
    const texts = [
      `${'a'.repeat(240)}@`,
      `${'a.'.repeat(120)}@b`,
      '-'.repeat(250),
      `${' '.repeat(250)}x`,
      `"${'\\"'.repeat(120)}`,
    ];
    for (const email of texts) {
      const began = performance.now();
      await admin.post('/api/v1/accounts', { email, name: email, role: email, scopeId: email, fromDay: email });
      await manager().get(`/api/v1/schools?search=${encodeURIComponent(email.slice(0, 100))}`);
      expect(performance.now() - began).toBeLessThan(2_000);
    }
  });

  it('that is two in one is refused whole', async () => {
    await house.application.listen(0, '127.0.0.1');
    const { port } = house.application.getHttpServer().address() as AddressInfo;
    for (const head of [
      'Content-Length: 4\r\nTransfer-Encoding: chunked',
      'Content-Length: 4\r\nContent-Length: 40',
      'Transfer-Encoding: chunked, identity',
    ]) {
      const socket = connect(port, '127.0.0.1');
      socket.write(
        `POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${head}\r\n\r\n0\r\n\r\nGET /api/v1/session HTTP/1.1\r\nHost: x\r\n\r\n`,
      );
      const [answer] = (await once(socket, 'data')) as [Buffer];
      socket.destroy();
      expect([head, answer.toString().split('\r\n')[0]]).toEqual([head, 'HTTP/1.1 400 Bad Request']);
    }
  });
});

describe('what was done', () => {
  it.each(['history', 'order_move', 'ledger_entry', 'item_decision', 'contract_entry', 'convention_move'])(
    'is never changed or removed in %s, by whoever holds the database’s own account',
    async (table) => {
      await house.arrange(
        `insert into convention_move (convention_id, action, from_state, to_state, role, at)
        select $1, 'expire', 'in-force', 'expired', 'system', now()`,
        [world.ours.public.conventionId],
      );
      const [column] = await house.sql<{ name: string }>(
        `select column_name as name from information_schema.columns where table_name = $1 and data_type in ('text', 'timestamp with time zone') limit 1`,
        [table],
      );
      expect((await house.sql(`select from ${table} limit 1`)).length).toBe(1);
      for (const statement of [
        `update ${table} set ${column!.name} = ${column!.name}`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ]) {
        await expect(house.arrange(statement)).rejects.toThrow(/rows are only ever added/);
      }
    },
  );

  it('is read, written and named by no route', () => {
    expect(routes.filter(({ path }) => /history|audit|security-event|session-log/.test(path))).toEqual([]);
  });
});
