import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PERSONAL_DATA } from '@parc/domain';
import { HousekeepingService } from '../src/nightly/housekeeping.service.js';
import { LIMITS } from '../src/platform/limits.js';
import { placeFor } from '../src/platform/bounds/dear-work.js';
import { Builders } from './harness/builders.js';
import { House } from './harness/house.js';
import { askReset, linkSentTo } from './harness/letters.js';

let house: House;
let schoolId: string;

beforeAll(async () => {
  house = await House.open();
  schoolId = (await house.build.school()).id;
});
afterAll(() => house.close());
beforeEach(() => house.setNow(House.START));

const { perAddress, perAccount } = LIMITS.signIn;
const teacher = () => house.build.account('teacher', { school_id: schoolId });

function enter(email: string, from: string, password = Builders.PASSWORD) {
  const request = {
    method: 'POST',
    url: '/api/v1/session',
    payload: { email, password },
    remoteAddress: from,
  } as const;
  return house.application.inject(request);
}

function secondsLater(seconds: number): void {
  house.setNow(new Date(new Date(House.START).getTime() + seconds * 1000).toISOString());
}

let unknown = 0;
const mistake = (from: string) => enter(`inconnu-${++unknown}@exemple.fr`, from, 'pas le bon');

/** As many failures as an address may make in its window. */
async function fill(from: string): Promise<void> {
  const answers = await Promise.all(Array.from({ length: perAddress.most }, () => mistake(from)));
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([401]));
  expect((await mistake(from)).statusCode).toBe(429);
}

describe('the bound of an address', () => {
  it('is a window: the typing errors of a whole school over five hours hold nobody up', async () => {
    for (let person = 0; person < 62; person++) {
      secondsLater(person * 300);
      expect((await mistake('192.0.2.10')).statusCode).toBe(401);
    }
    expect((await enter((await teacher()).email, '192.0.2.10')).statusCode).toBe(201);
  });

  it('slides: what is a minute old leaves it, and being refused does not prolong it', async () => {
    await fill('192.0.2.11');
    secondsLater(perAddress.withinSeconds - 10);
    const refused = await mistake('192.0.2.11');
    expect(refused.json().code).toBe('session.throttled');
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(15);
    secondsLater(perAddress.withinSeconds + 1);
    expect((await mistake('192.0.2.11')).statusCode).toBe(401);
    expect((await enter((await teacher()).email, '192.0.2.11')).statusCode).toBe(201);
  });

  it('counts what is under way: of a thousand at once, a window is judged', async () => {
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => mistake('192.0.2.12')));
    const judged = answers.filter(({ statusCode }) => statusCode === 401);
    expect(judged.length).toBe(perAddress.most);
    expect(answers.filter(({ statusCode }) => statusCode === 429).length).toBe(1_000 - perAddress.most);
  });

  it('gives back what was right: a school that enters at eight fills nothing', async () => {
    const accounts = await Promise.all(Array.from({ length: 70 }, teacher));
    for (const { email } of accounts) expect((await enter(email, '192.0.2.13')).statusCode).toBe(201);
    const [window] = await house.sql<{ most: number }>('select max(cardinality(tries)) as most from sign_in_window');
    expect((await mistake('192.0.2.13')).statusCode).toBe(401);
    expect(window!.most).toBeLessThanOrEqual(perAddress.most);
  });

  it('lets through who has signed in from there before, and nobody else', async () => {
    const { email } = await teacher();
    const colleague = await teacher();
    expect((await enter(email, '192.0.2.14')).statusCode).toBe(201);
    await fill('192.0.2.14');
    expect((await enter(email, '192.0.2.14')).statusCode).toBe(201);
    expect((await enter(colleague.email, '192.0.2.14')).statusCode).toBe(429);
  });

  it('does not double as it is knocked at, and one of IPv6 is its /64', async () => {
    await fill('2001:db8:1:2::1');
    expect((await mistake('2001:db8:1:2:ffff::9')).statusCode).toBe(429);
    expect((await mistake('2001:db8:1:3::1')).statusCode).toBe(401);
    secondsLater(perAddress.withinSeconds + 1);
    await fill('2001:db8:1:2::2');
  });
});

describe('the bound of an account over all addresses', () => {
  it('slows guessing from everywhere, without ever shutting: one try passes every so often', async () => {
    const { email } = await teacher();
    const guess = (at: number, address: number) => {
      secondsLater(at);
      return enter(email, `198.18.${address >> 8}.${address & 255}`, 'devinette');
    };
    for (let address = 0; address < perAccount.most; address++) expect((await guess(1, address)).statusCode).toBe(401);
    expect((await guess(2, 1_000)).statusCode).toBe(429);
    const late = await Promise.all(
      Array.from({ length: 20 }, (_, address) => guess(2 + perAccount.slowSeconds, 2_000 + address)),
    );
    expect(late.filter(({ statusCode }) => statusCode === 401).length).toBe(1);
    // The owner, from a place never seen: the next turn.
    secondsLater(4 + 2 * perAccount.slowSeconds);
    expect((await enter(email, '203.0.113.77')).statusCode).toBe(201);
  });

  it('leaves the owner alone where they sign in as a rule, and where a link was used', async () => {
    const { email } = await teacher();
    expect((await enter(email, '203.0.113.80')).statusCode).toBe(201);
    for (let address = 0; address < perAccount.most; address++) await enter(email, `198.19.0.${address}`, 'devinette');
    expect((await enter(email, '203.0.113.81')).statusCode).toBe(429);
    expect((await enter(email, '203.0.113.80')).statusCode).toBe(201);

    await askReset(house, email);
    const used = await house.application.inject({
      method: 'POST',
      url: '/api/v1/password-links/use',
      payload: { token: await linkSentTo(house, email), password: 'gomme, équerre et compas' },
      remoteAddress: '203.0.113.81',
    });
    expect(used.statusCode).toBe(204);
    expect((await enter(email, '203.0.113.81', 'gomme, équerre et compas')).statusCode).toBe(201);
  });

  it('is one, however the address is written', async () => {
    const { email } = await teacher();
    const written = [
      email,
      email.toUpperCase(),
      ` ${email}`,
      email.replace('personne', 'Personne'),
      email.replace('i', 'İ'),
    ];
    const statuses: number[] = [];
    for (let time = 0; time < 10; time++)
      statuses.push((await enter(written[time % written.length]!, '203.0.113.90', 'devinette')).statusCode);
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(LIMITS.signIn.freeFailures + 2);
  });
});

describe('what is remembered of signing in', () => {
  it('names neither an account nor an address, and ends', async () => {
    const { id, email } = await teacher();
    await enter(email, '203.0.113.95');
    await enter(email, '203.0.113.95', 'pas le bon');
    await enter('quelqu-un@exemple.fr', '203.0.113.95', 'pas le bon');
    const rows = await house.sql<{ row: string }>(
      `select to_jsonb(p)::text as row from sign_in_place p union all select to_jsonb(w)::text from sign_in_window w
       union all select to_jsonb(t)::text from sign_in_try t`,
    );
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.filter(({ row }) => row.includes(id) || /203\.0\.113|exemple\.fr/.test(row))).toEqual([]);

    const left = async () => {
      await house.application.get(HousekeepingService).purge();
      const [counts] = await house.sql(
        `select (select count(*)::int from sign_in_place) as places, (select count(*)::int from sign_in_window) as windows,
                (select count(*)::int from sign_in_try) as tries`,
      );
      return counts;
    };
    secondsLater(3 * 86_400);
    expect(await left()).toEqual({ places: expect.any(Number), windows: 0, tries: 0 });
    expect((await left())!.places).not.toBe(0);
    secondsLater((PERSONAL_DATA.signInPlaces.term.days + 1) * 86_400);
    expect(await left()).toEqual({ places: 0, windows: 0, tries: 0 });
  });
});

describe('a password that no place was free to judge', () => {
  it('gives its own try back, and forgets none of those before it', async () => {
    const { email } = await teacher();
    const { freeFailures } = LIMITS.signIn;
    for (let failure = 0; failure < freeFailures; failure++) await enter(email, '192.0.2.60', 'pas le bon');

    const { atOnce, waiting } = LIMITS.work.password;
    const places = Array.from({ length: atOnce + waiting }, () => placeFor('password', null));
    const refused = await enter(email, '192.0.2.60', 'pas le bon');
    expect(refused.json().code).toBe('work.too-many');
    for (const place of places) (await place)();

    expect((await enter(email, '192.0.2.60', 'pas le bon')).statusCode).toBe(401);
    expect((await enter(email, '192.0.2.60')).json().code).toBe('session.throttled');
  });
});
