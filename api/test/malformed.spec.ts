import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { draft, smallPlan, type SmallPlan } from './harness/plan.js';
import { sendRaw, type RawAnswer } from './harness/raw-http.js';

/** Requests that no browser sends, as bytes on the connection: each is answered in French, by a problem document. */
let house: House;
let plan: SmallPlan;
let port: number;
let root: string;
let orderId: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'parc-web-'));
  writeFileSync(join(root, 'index.html'), '<html lang="fr">Parc École</html>');
  writeFileSync(join(root, 'main-ABCDEFGH.js'), 'console.log(1)');
  house = await House.open({ WEB_ROOT: root });
  plan = await smallPlan(house, 1_000_000);
  orderId = (await draft(plan)).id;
  await house.application.listen(0, '127.0.0.1');
  port = (house.application.getHttpServer().address() as AddressInfo).port;
});
afterAll(async () => {
  await house.close();
  rmSync(root, { recursive: true });
});

const CRLF = '\r\n';
const request = (line: string, ...headers: string[]) =>
  [`${line} HTTP/1.1`, 'host: parc.exemple.fr', ...headers, '', ''].join(CRLF);
const get = (path: string, ...headers: string[]) => request(`GET ${path}`, ...headers);
const PAGE = 'accept: text/html';
const BEYOND = 'range: bytes=99999999-';

/** A refusal is a problem document, in French, of these status and code. */
function expectProblem(answer: RawAnswer | null, [status, code]: readonly [number, string]): void {
  if (!answer) throw new Error('no answer came');
  expect([answer.status, answer.headers['content-type']]).toEqual([status, 'application/problem+json; charset=utf-8']);
  const body = JSON.parse(answer.body) as Record<string, string>;
  expect(body).toMatchObject({ type: 'about:blank', status, code });
  expect(body['title']).toMatch(/^\p{Lu}.*\.$/u);
}

const UNREADABLE = [400, 'request.unreadable'] as const;
const NO_SUCH_PLACE = [404, 'route.not-found'] as const;
const NO_SUCH_PART = [416, 'request.range'] as const;
const CHANGED = [412, 'request.condition'] as const;
const TOO_LONG = [414, 'request.address-too-long'] as const;
const TOO_MANY_HEADERS = [431, 'request.headers-too-large'] as const;

const SHEET = '/api/docs/swagger-ui.css';
const OLD = 'if-unmodified-since: Mon, 01 Jan 1990 00:00:00 GMT';

describe('an address', () => {
  it.each([
    [get('/api/docs/..'), NO_SUCH_PLACE],
    [get('/api/docs/%2e%2e/'), NO_SUCH_PLACE],
    [get('/api/docs/./index.css'), NO_SUCH_PLACE],
    [get('/api/docs//index.css'), NO_SUCH_PLACE],
    [get('/api/docs/..', PAGE), NO_SUCH_PLACE],
    [get('/api/docs/..%2f..%2fpackage.json'), NO_SUCH_PLACE],
    [get('/api/docs/%00'), UNREADABLE],
    [get('/commandes%0a', PAGE), UNREADABLE],
    [get('/commandes%7F'), UNREADABLE],
    [get('/%'), UNREADABLE],
    [get('/api/docs/%ff'), UNREADABLE],
    [get('/api/v1/orders/%E0%A4%A'), UNREADABLE],
    [get('/%zz', PAGE), UNREADABLE],
    [get('http://'), UNREADABLE],
    [get(`/api/v1/orders/${'a'.repeat(150)}`), TOO_LONG],
    [get(`/api/v1/orders/${'a'.repeat(1_000)}`), TOO_LONG],
    [get(`/api/docs/${'a'.repeat(1_000)}`), TOO_LONG],
    [get(`/commandes/${'a'.repeat(1_000)}`, PAGE), TOO_LONG],
    [get(`/api/v1/orders?search=${'a'.repeat(20_000)}`), TOO_MANY_HEADERS],
    [get('/../etc/passwd'), NO_SUCH_PLACE],
    [get('//'), NO_SUCH_PLACE],
    [request('OPTIONS *'), NO_SUCH_PLACE],
    // Some of them are found by a router that stops at a #, or starts behind what it takes for a host.
    [get('/api/v1/session#x'), UNREADABLE],
    [get('/commandes#/api', PAGE), UNREADABLE],
    [get('ftp://parc.exemple.fr/api/v1/session'), UNREADABLE],
    [get('api/v1/session'), UNREADABLE],
    [get('http:///api/v1/session'), UNREADABLE],
    [get('/%%361pi/v1/session'), UNREADABLE],
  ])('%j', async (bytes, problem) => expectProblem(await sendRaw(port, bytes), problem));
});

describe('the same address, written otherwise,', () => {
  const write = (path: string, key: string) => {
    const body = JSON.stringify({ lines: [], wishes: [], contact: '', note: '', prerequisites: [] });
    const headers = [
      `cookie: parc_session=${plan.head.token}`,
      `x-csrf-token: ${plan.head.session!.csrfToken}`,
      `idempotency-key: ${key}`,
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
    ];
    return sendRaw(port, request(`POST ${path}`, ...headers) + body);
  };
  const written = (path: string) => [
    path,
    `http://parc.exemple.fr${path}`,
    `HTTPS://ailleurs:81${path}`,
    path.replace('/api', '/%61p%69'),
    `http://ailleurs${path.replace('v1', '%76%31')}`,
  ];

  it('is one: a repeated key writes once', async () => {
    const key = randomUUID();
    const answers = [];
    for (const path of [...written('/api/v1/orders'), '/api/v1/orders?']) answers.push(await write(path, key));
    expect(answers.map((answer) => answer?.status)).toEqual(answers.map(() => 201));
    expect(new Set(answers.map((answer) => JSON.parse(answer!.body).id)).size).toBe(1);
  });

  it.each(written('/api/v1/session/options'))('is kept by no machine between: %s', async (path) => {
    const answer = await sendRaw(port, get(path));
    expect([answer?.status, answer?.headers['cache-control']]).toEqual([200, 'no-store']);
  });

  it.each(written('/api/v1/nulle-part'))('is no page where there is no route: %s', async (path) => {
    const answer = await sendRaw(port, get(path, PAGE));
    expectProblem(answer, NO_SUCH_PLACE);
    expect(answer!.headers['cache-control']).toBe('no-store');
  });

  it.each(['http://parc.exemple.fr', 'http://parc.exemple.fr?vue=tout', '/commande%73', '/'])(
    'is a page where there is one: %s',
    async (path) => {
      const answer = await sendRaw(port, get(path, PAGE));
      expect([answer?.status, answer?.headers['cache-control']]).toEqual([200, 'no-cache']);
    },
  );

  it('keeps what a code stands for where it separates', async () => {
    for (const path of ['/api%2Fv1/session/options', '/api/v1/session%3Foptions', '/api/v1/session%23options'])
      expectProblem(await sendRaw(port, get(path)), NO_SUCH_PLACE);
  });
});

describe('a file', () => {
  it.each([
    [get('/main-ABCDEFGH.js', BEYOND), NO_SUCH_PART],
    [get('/', BEYOND), NO_SUCH_PART],
    [get('/commandes', PAGE, BEYOND), NO_SUCH_PART],
    [get(SHEET, BEYOND), NO_SUCH_PART],
    [get('/main-ABCDEFGH.js', 'range: bytes=5-2'), NO_SUCH_PART],
    [get('/main-ABCDEFGH.js', 'if-match: "x"'), CHANGED],
    [get('/commandes', PAGE, 'if-match: "x"'), CHANGED],
    [get(SHEET, 'if-match: "x"'), CHANGED],
    [get(SHEET, OLD), CHANGED],
    [get('/main-ABCDEFGH.js', OLD), CHANGED],
  ])('%j', async (bytes, problem) => expectProblem(await sendRaw(port, bytes), problem));

  it('is there whole for who asks for a part of it rightly', async () => {
    const part = await sendRaw(port, get('/main-ABCDEFGH.js', 'range: bytes=0-6'));
    expect([part?.status, part?.body]).toEqual([206, 'console']);
    expect((await sendRaw(port, get('/main-ABCDEFGH.js', 'if-match: *')))?.status).toBe(200);
  });
});

const json = (...lines: string[]) =>
  ['POST /api/v1/session HTTP/1.1', 'host: x', 'content-type: application/json', ...lines].join(CRLF);

describe('what is no HTTP, or nearly', () => {
  it.each([
    ['garbage\r\n\r\n', UNREADABLE],
    ['\u0016\u0003\u0001', UNREADABLE],
    [request('FOO /'), UNREADABLE],
    ['GET / HTTP/9.9\r\nhost: x\r\n\r\n', UNREADABLE],
    ['GET / HTTP/1.1\nhost: x\n\n', UNREADABLE],
    ['GET / HTTP/1.1\r\n\r\n', UNREADABLE],
    ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', UNREADABLE],
    [get('/', 'x y: 1'), UNREADABLE],
    [get('/', 'nothing'), UNREADABLE],
    [get('/', 'x: a\u0000b'), UNREADABLE],
    [get('/', `x: ${'a'.repeat(20_000)}`), TOO_MANY_HEADERS],
    [get('/', ...Array.from({ length: 3_000 }, (_, at) => `x${at}: 1`)), TOO_MANY_HEADERS],
    [json('content-length: 3', 'transfer-encoding: chunked', '', '0', '', ''), UNREADABLE],
    [json('content-length: 3', 'content-length: 4', '', 'abcd'), UNREADABLE],
    [json('content-length: -1', '', ''), UNREADABLE],
    [json('transfer-encoding: gzip', '', 'abc'), UNREADABLE],
    [json('transfer-encoding: chunked', '', 'zz', ''), UNREADABLE],
    [json('transfer-encoding: chunked', '', `1;${'a'.repeat(20_000)}`, ''), [413, 'request.too-large'] as const],
    [json('content-length: 2', 'expect: tea', '', '{}'), [417, 'request.expectation'] as const],
    [request('CONNECT x:80'), [405, 'route.method'] as const],
  ])('%j', async (bytes, problem) => expectProblem(await sendRaw(port, bytes), problem));
});

describe('a header that may be said once', () => {
  it.each([
    [get('/api/v1/session', 'host: ailleurs.exemple.fr'), UNREADABLE],
    [get('/', PAGE, 'Host: parc.exemple.fr'), UNREADABLE],
    [json('Content-Type: text/plain', 'content-length: 2', '', '{}'), UNREADABLE],
    [get('/', 'if-match: "1"', 'if-match: "2"'), UNREADABLE],
    [json('idempotency-key: 12345678', 'idempotency-key: 87654321', 'content-length: 2', '', '{}'), UNREADABLE],
    [json('x-csrf-token: a', 'X-CSRF-Token: b', 'content-length: 2', '', '{}'), UNREADABLE],
  ])('and is said twice: %j', async (bytes, problem) => expectProblem(await sendRaw(port, bytes), problem));
});

describe('a form', () => {
  const FILE = 'content-disposition: form-data; name="file"; filename="a.csv"';
  const post = (person: Person, path: string, type: string, body: string) =>
    [
      request(
        `POST ${path}`,
        `cookie: parc_session=${person.token}`,
        `x-csrf-token: ${person.session!.csrfToken}`,
        `idempotency-key: ${randomUUID()}`,
        `content-type: ${type}`,
        `content-length: ${Buffer.byteLength(body)}`,
      ),
      body,
    ].join('');
  const B = 'multipart/form-data; boundary=b';

  describe.each([
    ['of an import', () => [plan.manager, '/api/v1/imports?kind=public-holidays'] as const],
    ['of a photo', () => [plan.head, `/api/v1/orders/${orderId}/files?kind=place-photo`] as const],
  ])('%s', (_, whose) => {
    it.each([
      ['without a boundary', 'multipart/form-data', 'x', UNREADABLE],
      ['with an empty boundary', 'multipart/form-data; boundary=', 'x', UNREADABLE],
      ['with a boundary of 300 letters', `multipart/form-data; boundary=${'a'.repeat(300)}`, 'x', UNREADABLE],
      ['of no part', B, 'junk', UNREADABLE],
      ['cut in its first header', B, '--b\r\ncontent-disp', UNREADABLE],
      ['cut in its file', B, `--b\r\n${FILE}\r\n\r\ndate,annee`, UNREADABLE],
      ['cut before its last mark', B, `--b\r\n${FILE}\r\n\r\ndate,annee\r\n--`, UNREADABLE],
      ['that names a prototype', B, `--b\r\n${FILE.replace('file', '__proto__')}\r\n\r\nx\r\n--b--\r\n`, UNREADABLE],
      [
        'with broken JSON',
        B,
        '--b\r\ncontent-disposition: form-data; name="q"\r\ncontent-type: application/json\r\n\r\n{\r\n--b--\r\n',
        UNREADABLE,
      ],
      ['of another kind', 'multipart/mixed; boundary=b', 'x', [415, 'request.media-type'] as const],
    ])('%s', async (_name, type, body, problem) => {
      const [person, path] = whose();
      expectProblem(await sendRaw(port, post(person, path, type, body)), problem);
    });

    it('that somebody hangs up in, is forgotten, and the next is read', async () => {
      const [person, path] = whose();
      const cut = post(person, path, B, `--b\r\n${FILE}\r\n\r\ndate`).replace(
        /content-length: \d+/,
        'content-length: 9999',
      );
      const answer = await sendRaw(port, cut, true);
      if (answer) expectProblem(answer, UNREADABLE);
      expect((await sendRaw(port, get('/api/health/live')))?.status).toBe(200);
    });
  });
});
