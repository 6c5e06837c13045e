import fc from 'fast-check';
import { HARD_TEXTS } from './fuzz.js';

/** One request as bytes; nobody's session when there is no token. */
export interface RawRequest {
  method: string;
  target: string;
  headers: [name: string, value: string][];
  body: Buffer;
  /** The connection ends, one way, after so much of the bytes. */
  cutAt: number | null;
}

const line = (most: number) =>
  fc.string({ maxLength: most, unit: 'binary' }).map((text) => text.replace(/[\r\n]/g, ' '));
const hard = fc.constantFrom(...HARD_TEXTS).map((text) => text.replace(/[\r\n]/g, ' '));

const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'PATCH',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'PROPFIND',
  'FOO',
  'get',
  '',
];

const ODD_TARGETS = [
  '*',
  '//',
  '/..',
  '/%',
  '/%00',
  'http://',
  'http://x/',
  '/?',
  '/#',
  '/api',
  '/api/docs/..',
  '/api/v1//orders',
  '/./',
  '\\',
];

/** Headers that servers, proxies and static files look at. */
const HEADERS: Record<string, readonly string[]> = {
  range: ['bytes=99999999-', 'bytes=-0', 'bytes=0-0,1-1', 'bytes=5-2', 'lines=1', 'bytes='],
  'if-match': ['*', '"x"', 'W/"1"', ''],
  'if-none-match': ['*', '"x"'],
  'if-modified-since': ['Mon, 01 Jan 1990 00:00:00 GMT', 'x'],
  'if-unmodified-since': ['Mon, 01 Jan 1990 00:00:00 GMT', 'x'],
  'if-range': ['"x"', 'x'],
  'content-length': ['0', '-1', '5', '1e3', '99999999999999999999'],
  'transfer-encoding': ['chunked', 'gzip', 'chunked, gzip', 'identity'],
  'content-encoding': ['gzip', 'x'],
  'content-type': ['application/json', 'application/json; charset=x', 'text/plain', 'multipart/form-data', ';', ''],
  expect: ['100-continue', 'x'],
  upgrade: ['websocket', 'h2c'],
  connection: ['close', 'upgrade', 'x'],
  host: ['x', '', '[::', 'a b'],
  accept: ['text/html', '*/*', 'x'],
  'accept-encoding': ['br', 'gzip;q=9', 'x'],
  'accept-version': ['1', 'x'],
  cookie: ['parc_session=%', '=;;', '__proto__=1', 'a=b; a=c'],
  'x-forwarded-for': ['x', '1.1.1.1, , 2'],
  'x-http-method-override': ['DELETE'],
  origin: ['null', 'x'],
};

const header = fc.oneof(
  ...Object.entries(HEADERS).map(([name, values]) => fc.tuple(fc.constant(name), fc.constantFrom(...values))),
  fc.tuple(fc.constantFrom('x-odd', 'x odd', 'é', ''), fc.oneof(line(60), hard)),
);

/** Any bytes in the shape of a request, or nearly. @param paths that are there */
export function rawRequests(paths: readonly string[]): fc.Arbitrary<RawRequest> {
  const path = fc.constantFrom(...paths);
  const target = fc.oneof(
    { weight: 6, arbitrary: path },
    { weight: 2, arbitrary: fc.tuple(path, fc.oneof(line(40), hard)).map(([begin, odd]) => `${begin}/${odd}`) },
    { weight: 2, arbitrary: fc.tuple(path, fc.webQueryParameters()).map(([begin, query]) => `${begin}?${query}`) },
    { weight: 1, arbitrary: fc.constantFrom(...ODD_TARGETS) },
    { weight: 1, arbitrary: line(60) },
  );
  return fc.record({
    method: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom('GET', 'POST', 'HEAD') },
      { weight: 2, arbitrary: fc.constantFrom(...METHODS) },
    ),
    target,
    headers: fc.array(header, { maxLength: 4 }),
    body: fc.oneof(
      fc.constant(Buffer.alloc(0)),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    ),
    cutAt: fc.option(fc.nat(400), { freq: 5, nil: null }),
  });
}

const DISPOSITIONS = [
  'form-data; name="file"; filename="a.csv"',
  'form-data; name="file"; filename="../../x"',
  'form-data; name="file"',
  'form-data; filename="a.csv"',
  'form-data; name="__proto__"; filename="x"',
  'form-data; name="constructor"',
  'form-data; name="file"; filename*=utf-8\'\'%zz',
  'form-data; name="file"; filename*=x\'\'%41',
  'attachment',
  '',
];
const BOUNDARIES = ['b', 'b', 'b', '', '"b"', 'a'.repeat(71), 'é', 'b; b=c'];

/** Forms, whole or broken. @param paths that take a file */
export function rawForms(paths: readonly string[]): fc.Arbitrary<RawRequest> {
  const content = fc.oneof(
    fc.constantFrom(
      'date,annee,zone,nom_jour_ferie\r\n2027-01-01,2027,Métropole,1er janvier\r\n',
      '\u0000',
      '',
      '\ufeffa;b',
    ),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
  );
  const part = fc
    .tuple(fc.constantFrom(...DISPOSITIONS), fc.option(fc.constantFrom('application/json', 'text/csv', 'x')), content)
    .map(([disposition, type, inside]) => {
      const told = type ? `content-type: ${type}\r\n` : '';
      return `--b\r\ncontent-disposition: ${disposition}\r\n${told}\r\n${inside}\r\n`;
    });
  return fc
    .record({
      target: fc.constantFrom(...paths),
      boundary: fc.constantFrom(...BOUNDARIES),
      parts: fc.oneof(
        { weight: 3, arbitrary: part.map((one) => [one]) },
        { weight: 1, arbitrary: fc.array(part, { maxLength: 8 }) },
      ),
      end: fc.constantFrom('--b--\r\n', '--b--\r\n', '--b--', '--b', '', 'junk'),
      cutAt: fc.option(fc.nat(900), { freq: 4, nil: null }),
    })
    .map(({ target, boundary, parts, end, cutAt }) => ({
      method: 'POST',
      target,
      headers: [['content-type', `multipart/form-data; boundary=${boundary}`]],
      body: Buffer.from(parts.join('') + end),
      cutAt,
    }));
}

/** @param fixed headers of a person's session */
export function bytesOf({ method, target, headers, body }: RawRequest, fixed: readonly [string, string][]): Buffer {
  const told = new Set(headers.map(([name]) => name));
  const own: [string, string][] = [
    ['host', 'x'],
    ...(body.length > 0 ? [['content-length', String(body.length)] as [string, string]] : []),
  ];
  const all = [...own.filter(([name]) => !told.has(name)), ...fixed, ...headers];
  const head = `${method} ${target} HTTP/1.1\r\n${all.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}
