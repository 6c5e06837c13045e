import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readProxies, trustOf } from '../src/platform/config/trusted-proxies.js';
import { countedAddress } from '../src/platform/http/client-address.js';
import { House } from './harness/house.js';

describe('the address a request counts for', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:c000:201', '192.0.2.1'],
    ['192.0.2.1:51820', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    // Translated on its way to a server that has IPv6 alone: everybody of IPv4 would be one.
    ['64:ff9b::192.0.2.1', '192.0.2.1'],
    ['64:ff9b::c000:202', '192.0.2.2'],
    ['::ffff:0:192.0.2.1', '192.0.2.1'],
    ['64:ff9b:1::c000:201', '64:ff9b:1:0::/64'],
    ['inconnue', 'inconnue'],
    [undefined as never, 'undefined'],
  ])('of %s is %s', (ip, counted) => expect(countedAddress({ ip })).toBe(counted));
});

describe('a proxy of ours', () => {
  it.each(['1', '2', '10'])('is none that has no address any more, its connection being broken: %s', (given) => {
    const trust = trustOf(readProxies(given) as number) as (address: string | undefined, hop: number) => boolean;
    expect([undefined, '', 'nulle part'].map((address) => trust(address, 0))).toEqual([false, false, false]);
    expect(['10.0.0.2', '::ffff:10.0.0.2', '::1', 'fe80::1%eth0'].map((address) => trust(address, 0))).toEqual(
      Array(4).fill(true),
    );
    expect(['192.0.2.1', '::ffff:192.0.2.1', '2001:db8::1'].some((address) => trust(address, 0))).toBe(false);
  });
});

const MOST = 5;

/** The statuses of as many requests as one address may make, and one more; each writes its own X-Forwarded-For. */
async function statusesOf(house: House, forwarded: (time: number) => string, remoteAddress: string): Promise<number[]> {
  const statuses: number[] = [];
  for (let time = 0; time <= MOST; time++) {
    const headers = { 'x-forwarded-for': forwarded(time) };
    const { statusCode } = await house.application.inject({ url: '/api/v1/session', headers, remoteAddress });
    statuses.push(statusCode);
  }
  return statuses;
}

describe.each([
  ['off', '10.0.0.2'],
  ['1', '10.0.0.2'],
  ['10.0.0.0/24', '10.0.0.2'],
])('with TRUST_PROXY=%s', (TRUST_PROXY, proxy) => {
  let house: House;
  beforeAll(async () => {
    house = await House.open({ TRUST_PROXY, REQUESTS_PER_MINUTE: String(MOST) });
  });
  afterAll(() => house.close());

  it('what a client has written itself changes nothing', async () => {
    house.setNow('2026-10-06T07:00:01Z');
    // The proxy adds the address it sees, 192.0.2.7, behind whatever the client sent.
    const through = await statusesOf(house, (time) => `203.0.113.${time}, 192.0.2.7`, proxy);
    expect(through.at(-1)).toBe(429);
    // Past the proxy, from the street.
    const direct = await statusesOf(house, (time) => `203.0.113.${time}`, '198.51.100.1');
    expect(direct.at(-1)).toBe(429);
  });

  it('a header that says nothing readable changes nothing', async () => {
    house.setNow('2026-10-06T07:01:01Z');
    const odd = ['', ' ', ',,,', 'null', '"', '203.0.113.1:80', '%00', '1,'.repeat(3_000)];
    const statuses = await statusesOf(house, (time) => `${odd[time % odd.length]}, 192.0.2.8`, proxy);
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.slice(0, -1)).toEqual(Array(MOST).fill(204));
  });

  it('no other header is asked', async () => {
    house.setNow('2026-10-06T07:03:01Z');
    const statuses: number[] = [];
    for (let time = 0; time <= MOST; time++) {
      const own = `203.0.113.${time}`;
      const headers = { forwarded: `for=${own}`, 'x-real-ip': own, 'client-ip': own, 'true-client-ip': own };
      const request = { url: '/api/v1/session', headers, remoteAddress: '198.51.100.9' };
      statuses.push((await house.application.inject(request)).statusCode);
    }
    expect(statuses.at(-1)).toBe(429);
  });

  it('addresses of one /64 count together', async () => {
    house.setNow('2026-10-06T07:02:01Z');
    const through = await statusesOf(house, (time) => `2001:db8:1:2::${time}`, proxy);
    expect(through.at(-1)).toBe(429);
  });

  it(`people behind it count ${TRUST_PROXY === 'off' ? 'together: its word is not believed' : 'apart'}`, async () => {
    house.setNow('2026-10-06T07:04:01Z');
    const apart = TRUST_PROXY !== 'off';
    expect((await statusesOf(house, (time) => `203.0.113.${time}`, proxy)).includes(429)).toBe(!apart);
    expect((await statusesOf(house, (time) => `2001:db8:1:${time}::1`, proxy)).includes(429)).toBe(!apart);
  });
});
