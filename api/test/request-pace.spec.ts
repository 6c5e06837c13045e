import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSettings, SettingsError } from '../src/platform/config/settings.js';
import { House } from './harness/house.js';

const MOST = 20;
let house: House;

beforeAll(async () => {
  house = await House.open({ REQUESTS_PER_MINUTE: String(MOST) });
});
afterAll(() => house.close());

const anonymous = (remoteAddress: string, cookie?: string) =>
  house.application.inject({
    method: 'GET',
    url: cookie ? '/api/v1/orders/tabs' : '/api/v1/session',
    remoteAddress,
    ...(cookie ? { cookies: { parc_session: cookie } } : {}),
  });

const statusesOf = async (times: number, ask: () => Promise<{ statusCode: number }>) => {
  const statuses: number[] = [];
  for (let time = 0; time < times; time++) statuses.push((await ask()).statusCode);
  return statuses;
};

describe('the pace of requests', () => {
  it('is bounded per session, says when to come back, and begins anew with the minute', async () => {
    house.setNow('2026-10-06T07:00:10Z');
    const manager = await house.person('plan-manager');
    const colleague = await house.person('plan-manager');
    for (let time = 0; time < MOST; time++) expect((await manager.get('/api/v1/orders/tabs')).status).toBe(200);
    const refused = await manager.get('/api/v1/orders/tabs');
    expect(refused).toMatchObject({ status: 429, body: { code: 'request.too-many' } });
    const seconds = Number(refused.headers['retry-after']);
    expect(seconds).toBeGreaterThan(40);
    expect(seconds).toBeLessThanOrEqual(50);
    expect((await colleague.get('/api/v1/orders/tabs')).status).toBe(200);
    house.setNow('2026-10-06T07:01:00Z');
    expect((await manager.get('/api/v1/orders/tabs')).status).toBe(200);
  });

  it('is bounded per address for those who have not signed in', async () => {
    house.setNow('2026-10-06T07:05:00Z');
    const statuses = await statusesOf(MOST + 1, () => anonymous('192.0.2.1'));
    expect(statuses.slice(0, MOST)).not.toContain(429);
    expect(statuses[MOST]).toBe(429);
    expect((await anonymous('192.0.2.2')).statusCode).not.toBe(429);
  });

  it('counts made-up sessions with their address, and stops looking them up', async () => {
    house.setNow('2026-10-06T07:10:00Z');
    let made = 0;
    const statuses = await statusesOf(MOST, () => anonymous('192.0.2.3', `invente-${made++}`));
    expect(new Set(statuses)).toEqual(new Set([401]));
    house.statements.take();
    expect((await anonymous('192.0.2.3', 'invente-encore')).statusCode).toBe(429);
    expect(house.statements.take()).toEqual([]);
  });

  it('lets a session known this minute work on behind a crowded address', async () => {
    house.setNow('2026-10-06T07:15:00Z');
    const head = await house.person('plan-manager');
    const ask = () => head.get('/api/v1/orders/tabs');
    expect((await ask()).status).toBe(200);
    expect((await statusesOf(MOST + 1, () => anonymous('127.0.0.1'))).at(-1)).toBe(429);
    expect((await ask()).status).toBe(200);
    // What its page asks first, reloaded, or in a second window.
    const again = ['/api/v1/session', '/api/v1/session/options'];
    for (const url of again) expect([url, (await head.get(url)).status]).toEqual([url, 200]);
    expect((await anonymous('127.0.0.1')).statusCode).toBe(429);
  });

  it('counts what such a session asks of routes open to everyone as its own, and nobody else’s', async () => {
    house.setNow('2026-10-06T07:17:00Z');
    const head = await house.person('plan-manager');
    house.setNow('2026-10-06T07:18:00Z');
    expect((await head.get('/api/v1/orders/tabs')).status).toBe(200);
    const statuses = await statusesOf(MOST, async () => ({ statusCode: (await head.get('/api/v1/session')).status }));
    expect([statuses.at(-2), statuses.at(-1)]).toEqual([200, 429]);
    expect((await anonymous('127.0.0.1')).statusCode).toBe(204);
  });

  it('leaves the questions of machines out', async () => {
    house.setNow('2026-10-06T07:20:00Z');
    const statuses = await statusesOf(MOST * 2, () =>
      house.application.inject({ method: 'GET', url: '/api/health/live', remoteAddress: '192.0.2.4' }),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
  });
});

describe('the setting of the pace', () => {
  const read = (value?: string) =>
    readSettings({ DATABASE_URL: 'postgres://localhost/parc', ...(value ? { REQUESTS_PER_MINUTE: value } : {}) });

  it('has a default no person meets, and 0 takes it away', () => {
    expect(read().REQUESTS_PER_MINUTE).toBe(1_200);
    expect(read('0').REQUESTS_PER_MINUTE).toBe(0);
  });

  it.each(['-1', 'beaucoup', '1.5'])('refuses to start with %s', (value) =>
    expect(() => read(value)).toThrow(SettingsError),
  );
});
