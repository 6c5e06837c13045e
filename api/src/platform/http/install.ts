import { existsSync } from 'node:fs';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import helmet from 'helmet';
import { behindTls, type Settings } from '../config/settings.js';
import { LIMITS } from '../limits.js';
import { boundBodies } from './bodies.js';
import { boundPipelining } from './pipelining.js';
import { OpenWrites } from './open-writes.interceptor.js';
import { ProblemFilter } from './problem.filter.js';
import { RefusalReader } from './refusal-reader.js';
import { passStreams } from './streamed-body.js';
import { validationPipe } from './validation.pipe.js';

/** File names that carry a hash of their content may be kept for good. */
const HASHED = /-[\w-]{8}\.(js|css|woff2)$/;

/** Files that are never a page of their own: what forbids a page this and that would travel with each for nothing. */
const NO_PAGE = /\.(js|css|wasm|woff2)$/;
const PAGE_HEADERS = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'x-frame-options',
];

interface StaticReply {
  header(name: string, value: string): unknown;
  raw: { removeHeader(name: string): void };
}

/** Everything between the socket and the controllers. */
export async function installHttp(application: NestFastifyApplication, settings: Settings): Promise<void> {
  const webRoot = settings.WEB_ROOT && existsSync(join(settings.WEB_ROOT, 'index.html')) ? settings.WEB_ROOT : null;
  application.setGlobalPrefix('api/v1', { exclude: ['api/health/live', 'api/health/ready'] });
  application.useGlobalPipes(validationPipe());
  application.useGlobalInterceptors(new OpenWrites());
  application.useGlobalFilters(new ProblemFilter(application.get(RefusalReader), webRoot ? 'index.html' : null));
  boundPipelining(application);
  boundBodies(application);
  passStreams(application);
  await application.register(cookie as never);
  await application.register(multipart as never, {
    limits: { fileSize: LIMITS.photoBytes, files: 1, fields: 4, parts: 6 },
  });
  sayWhatBrowsersMayDo(application, settings);
  if (webRoot) await serveWeb(application, webRoot);
  keepNothingElse(application);
  sendBytes(application);
}

/**
 * The headers are the same for every answer: asked of helmet once and written again, instead of being put together anew at
 * each request, a fortieth of what one costs.
 */
function sayWhatBrowsersMayDo(application: NestFastifyApplication, settings: Settings): void {
  const headers = new Map<string, string>();
  const answer = {
    setHeader: (name: string, value: string) => headers.set(name, value),
    removeHeader: () => undefined,
  };
  helmet(securityHeaders(settings))(null as never, answer as never, (fault) => {
    if (fault) throw fault as Error;
  });
  application
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (_request, reply, done) => {
      headers.forEach((value, name) => reply.raw.setHeader(name, value));
      done();
    });
}

function securityHeaders(settings: Settings) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // The scanner's program is compiled from what we serve; no text is ever run as script.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        // Angular writes component styles into <style>; no script may.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: behindTls(settings) ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' as const },
    crossOriginEmbedderPolicy: false,
    // For browsers, and plug-ins, that no longer exist.
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  };
}

async function serveWeb(application: NestFastifyApplication, root: string): Promise<void> {
  await application.register(fastifyStatic as never, {
    root,
    preCompressed: true,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply: StaticReply, path: string) => {
      const file = path.replace(/\.(br|gz)$/, '');
      void reply.header('cache-control', HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
      if (NO_PAGE.test(file)) PAGE_HEADERS.forEach((name) => reply.raw.removeHeader(name));
    },
  });
}

/** Bytes, not text: Node copies a text twice when it sends it with its headers, which took half of a list's time. */
function sendBytes(application: NestFastifyApplication): void {
  application
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (_request, _reply, payload, done) => {
      done(null, typeof payload === 'string' ? Buffer.from(payload) : payload);
    });
}

/** Files say how long they may be kept. All else is one person's, or a refusal: never kept by a shared machine or a proxy. */
function keepNothingElse(application: NestFastifyApplication): void {
  application
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (_request, reply, _payload, done) => {
      if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
      done();
    });
}
