import { Socket } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { LIMITS } from '../limits.js';

/** How long the server waits, and for what: `LIMITS.http`, shorter in tests. */
export type Patience = { readonly [limit in keyof typeof LIMITS.http]: number };

/** What the server itself is told; `waitPatiently` says the rest request by request. */
export function serverTimeouts(patience: Patience) {
  return {
    // The longest of all, for a file; other requests are cut sooner.
    requestTimeout: patience.uploadMilliseconds,
    connectionTimeout: patience.idleMilliseconds,
    keepAliveTimeout: patience.keepAliveMilliseconds,
  };
}

/**
 * A body that is no file has `requestMilliseconds` to arrive; a file that is being read has as long as a slow line needs, as
 * long as it keeps coming, and one that was refused no longer than any other body. Once a request is whole the connection may stay silent for as long as the work takes, which the statements' own
 * time-outs bound; Node puts the connection's time-out back with the next request.
 */
export function waitPatiently(application: NestFastifyApplication, patience: Patience): void {
  const cutSoon = ({ raw }: FastifyRequest) => {
    const cut = setTimeout(() => {
      if (!raw.complete) raw.socket.destroy();
    }, patience.requestMilliseconds).unref();
    raw.once('close', () => clearTimeout(cut));
    raw.once('end', () => clearTimeout(cut));
  };
  application
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => {
      const { raw } = request;
      const { socket } = raw;
      // A test's injected request has no connection to cut.
      if (!(socket instanceof Socket)) return done();
      const letWork = () => void socket.setTimeout(patience.workMilliseconds);
      if (!hasBody(request)) {
        letWork();
        return done();
      }
      raw.once('end', letWork);
      if (!isUpload(request)) cutSoon(request);
      done();
    })
    .addHook('onResponse', (request, _reply, done) => {
      if (request.raw.socket instanceof Socket && isUpload(request) && !request.raw.complete) cutSoon(request);
      done();
    });
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function isUpload({ headers }: FastifyRequest): boolean {
  return String(headers['content-type'] ?? '')
    .toLowerCase()
    .startsWith('multipart/form-data');
}
