import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { passedBound } from '../src/platform/http/json-bounds.js';
import { LIMITS } from '../src/platform/limits.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';

const bounds = { depth: 3, keysOfObject: 4, elementsOfArray: 5, values: 20 };
const passed = (text: string) => passedBound(Buffer.from(text), bounds);

describe('a JSON text', () => {
  it.each([
    ['[[[1]]]', null],
    ['[[[[1]]]]', 'depth'],
    ['{"a":{"b":{"c":{}}}}', 'depth'],
    ['{"a":1,"b":2,"c":3,"d":4}', null],
    ['{"a":1,"b":2,"c":3,"d":4,"e":5}', 'keysOfObject'],
    ['{"a":1,"a":2,"a":3,"a":4,"a":5}', 'keysOfObject'],
    ['[1,2,3,4,5]', null],
    ['[1,2,3,4,5,6]', 'elementsOfArray'],
    ['[[1,2,3,4],[1,2,3,4],[1,2,3,4],[1,2,3,4]]', 'values'],
    // What stands in a text counts for nothing.
    ['["[[[[[,,,,,,,,,{{{{{"]', null],
    ['["\\"[[[[[","\\\\",1]', null],
    ['"[[[[[', null],
    // No JSON, and no way around the count.
    ['[,,,,,,', 'elementsOfArray'],
    ['[[[[', 'depth'],
    [']]]],,,,,,,,,', null],
    ['', null],
  ])('%s passes %s', (text, bound) => expect(passed(text)).toBe(bound));

  it('is judged as what it says, whatever its texts hold', () => {
    const depthOf = (value: unknown): number =>
      typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
    const most = (value: unknown, isArray: boolean): number =>
      typeof value === 'object' && value !== null
        ? Math.max(
            Array.isArray(value) === isArray ? Object.keys(value).length : 0,
            ...Object.values(value).map((one) => most(one, isArray)),
          )
        : 0;
    const wide = { ...bounds, values: 1_000 };
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const within =
          depthOf(value) <= wide.depth &&
          most(value, false) <= wide.keysOfObject &&
          most(value, true) <= wide.elementsOfArray;
        expect(passedBound(Buffer.from(JSON.stringify(value)), wide) === null).toBe(within);
      }),
      { seed: 20_261_129 },
    );
  });
});

describe('what a request brings', () => {
  let house: House;
  let admin: Person;
  beforeAll(async () => {
    house = await House.open();
    admin = await house.person('administrator');
  });
  afterAll(() => house.close());

  const send = (url: string, payload: string, contentType = 'application/json') =>
    house.application.inject({
      method: 'POST',
      url,
      payload,
      headers: {
        'content-type': contentType,
        'idempotency-key': randomUUID(),
        'x-csrf-token': admin.session!.csrfToken,
      },
      cookies: { parc_session: admin.token! },
    });
  const keys = (many: number) => `{${Array.from({ length: many }, (_, i) => `"k${i}":1`).join()}}`;

  it.each([
    ['lists in lists', '['.repeat(5_000)],
    ['lists in lists that end', `${'['.repeat(2_000)}${']'.repeat(2_000)}`],
    ['objects in objects', `${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}`],
    ['a list in a field, deep', `{"email":${'['.repeat(900)}${']'.repeat(900)}}`],
    ['many keys', keys(900)],
    ['many keys in a field', `{"email":${keys(900)}}`],
    ['many elements', `{"email":[${'1,'.repeat(3_000)}1]}`],
  ])('is refused before anything walks it: %s', async (_what, payload) => {
    for (const url of ['/api/v1/session', '/api/v1/accounts', '/api/v1/orders', '/api/v1/password-links/use']) {
      const answer = await send(url, payload);
      expect([url, answer.statusCode, answer.json().code]).toEqual([url, 400, 'request.unreadable']);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    }
  });

  it('is 8 kB at the most where nobody is signed in, on every open route', async () => {
    const long = JSON.stringify({ email: 'a'.repeat(LIMITS.openBodyBytes) });
    for (const url of ['', '/demonstration'].map((end) => `/api/v1/session${end}`))
      expect([url, (await send(url, long)).json().code]).toEqual([url, 'request.too-large']);
    for (const url of ['', '/read', '/use'].map((end) => `/api/v1/password-links${end}`))
      expect([url, (await send(url, long)).json().code]).toEqual([url, 'request.too-large']);
    expect((await send('/api/v1/accounts', long)).json().code).toBe('request.invalid');
  });

  it('is 8 kB there too when it comes in pieces and says no length', async () => {
    await house.application.listen(0, '127.0.0.1');
    const { port } = house.application.getHttpServer().address() as AddressInfo;
    const pieces = new ReadableStream<Uint8Array>({
      start(pieces) {
        for (let i = 0; i < 20; i++) pieces.enqueue(new TextEncoder().encode(' '.repeat(1_000)));
        pieces.close();
      },
    });
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: pieces,
      duplex: 'half',
    } as RequestInit);
    expect([answer.status, await answer.json()]).toEqual([413, expect.objectContaining({ code: 'request.too-large' })]);
  });

  it('is told back by twenty fields at the most', async () => {
    const answer = await send('/api/v1/accounts', keys(100));
    expect(answer.json()).toMatchObject({ code: 'request.invalid', fields: { length: LIMITS.fieldProblems } });
    expect(LIMITS.fieldProblems).toBe(20);
  });

  it('is no form: its names would be keys without number', async () => {
    const form = Array.from({ length: 30_000 }, (_, i) => `k${i}`).join('&');
    expect((await send('/api/v1/accounts', form, 'application/x-www-form-urlencoded')).json()).toMatchObject({
      code: 'request.media-type',
    });
  });

  it('is no address of a thousand names', async () => {
    const query = Array.from({ length: 1_000 }, (_, i) => `k${i}=`).join('&');
    for (const url of ['/api/v1/orders', '/api/v1/session', '/nulle-part'])
      expect((await admin.get(`${url}?${query}`)).body).toMatchObject({ status: 400, code: 'request.unreadable' });
  });
});

describe('the API’s own document', () => {
  it('is open to everyone, and put into text once however often it is asked for', async () => {
    const house = await House.open();
    const stringify = jest.spyOn(JSON, 'stringify');
    try {
      const ask = () => house.application.inject({ method: 'GET', url: '/api/openapi.json' });
      const first = await ask();
      expect(first.json()).toMatchObject({ openapi: '3.1.0' });
      const large = () => stringify.mock.results.filter(({ value }) => String(value).length > 100_000).length;
      expect(large()).toBe(1);
      expect([(await ask()).body === first.body, large()]).toEqual([true, 1]);
    } finally {
      stringify.mockRestore();
      await house.close();
    }
  });
});
