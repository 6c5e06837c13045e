import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest, RouteOptions } from 'fastify';
import { LIMITS } from '../limits.js';
import { passedBound } from './json-bounds.js';
import { OPEN_TO_ALL } from './permit.js';
import { Refused } from './refused.js';

type Done = (error: Error | null, body?: unknown) => void;

/** What a request may bring is bounded before anything walks it; routes open to everyone take little. */
export function boundBodies(application: NestFastifyApplication): void {
  const server = application.getHttpAdapter().getInstance();
  const parse = server.getDefaultJsonParser('error', 'error') as unknown as (
    request: FastifyRequest,
    text: string,
    done: Done,
  ) => void;
  const { bodyBytes: bodyLimit, openBodyBytes } = LIMITS;
  application.useBodyParser('application/json', { bodyLimit }, (request, sent: Buffer, done: Done) => {
    if (passedBound(sent, LIMITS.json)) done(new Refused('request.unreadable'));
    else parse(request as FastifyRequest, sent.toString(), done);
  });
  // Nobody sends a form: read, it would be an object of as many keys as somebody likes.
  application.useBodyParser('application/x-www-form-urlencoded', { bodyLimit }, (_request, _sent: Buffer, done: Done) =>
    done(new Refused('request.media-type')),
  );
  server.addHook('onRoute', (route: RouteOptions) => {
    if ((route.config as unknown as Record<string, unknown> | undefined)?.[OPEN_TO_ALL])
      route.bodyLimit = openBodyBytes;
  });
  server.addHook('onRequest', (request, _reply, done) => {
    done(addressProblem(request));
  });
}

/** What reads the address further would throw on it, or walk it for long. */
function addressProblem({ url, raw: { httpVersionMinor, headers, rawHeaders } }: FastifyRequest): Refused | undefined {
  const [path] = url.split('?', 1);
  if (path!.length > LIMITS.pathCharacters) return new Refused('request.address-too-long');
  const isUnreadable = CONTROL.test(path!) || !isPlain(url) || hasMoreNames(url, LIMITS.queryNames);
  const isForNobody = httpVersionMinor > 0 && headers.host === undefined;
  return isUnreadable || isForNobody || isToldTwice(rawHeaders, ONCE) ? new Refused('request.unreadable') : undefined;
}

/** Of this server, or of none (`OPTIONS *`); a `#` is for browsers, and the router would take what follows for a query. */
function isPlain(url: string): boolean {
  return (url.startsWith('/') || url === '*') && !url.includes('#');
}

/** Control characters: the file system throws on some. */
const CONTROL = /%(?:[01][0-9a-f]|7f)/i;

/** Said twice, each of these may mean one thing to a proxy and another here: Node keeps the first, or makes one of both. */
const ONCE = new Set([
  'host',
  'content-type',
  'if-match',
  'idempotency-key',
  'x-csrf-token',
  'content-range',
  'phone-act',
]);

/** Names and values take turns. */
function isToldTwice(rawHeaders: readonly string[], names: ReadonlySet<string>): boolean {
  const told = rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
  return told.some((name, at) => names.has(name) && told.indexOf(name) < at);
}

function hasMoreNames(url: string, most: number): boolean {
  let names = 1;
  for (let at = url.indexOf('&'); at >= 0; at = url.indexOf('&', at + 1)) if (++names > most) return true;
  return false;
}
