import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';

describe.each([
  ['https://parc.exemple.fr', '__Host-parc_session', true],
  ['HTTPS://PARC.EXEMPLE.FR', '__Host-parc_session', true],
  ['http://localhost:3000', 'parc_session', false],
])('the cookie of people who come by %s', (PUBLIC_URL, name, secure) => {
  let house: House;
  let person: Person;
  beforeAll(async () => {
    house = await House.open({ PUBLIC_URL });
    person = await house.person('plan-manager');
  });
  afterAll(() => house.close());

  it(`is ${name}, taken by this host alone`, () => expect(Object.keys(person.cookies!)).toEqual([name]));

  it('is believed under its own name only', async () => {
    const other = name === 'parc_session' ? '__Host-parc_session' : 'parc_session';
    const { statusCode } = await house.application.inject({
      url: '/api/v1/orders',
      cookies: { [other]: person.token! },
    });
    expect(statusCode).toBe(401);
    expect((await person.get('/api/v1/orders')).status).toBe(200);
  });

  it('is taken away with what a browser asks of it', async () => {
    const { headers } = await person.delete('/api/v1/session');
    expect(headers['set-cookie']).toMatch(new RegExp(`^${name}=; .*Path=/; .*Expires=Thu, 01 Jan 1970`));
    expect(/; Secure(;|$)/.test(String(headers['set-cookie']))).toBe(secure);
    expect(String(headers['set-cookie'])).not.toContain('Domain');
  });
});
