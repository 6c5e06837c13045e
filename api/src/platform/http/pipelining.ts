import { Socket } from 'node:net';
import { finished } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LIMITS } from '../limits.js';
import { Refused } from './refused.js';

/**
 * Node begins every request that stands on a connection, and keeps each answer until those before it have been taken: one
 * packet of a thousand requests would be a thousand answers in memory. So many may be unanswered; the next is refused and
 * ends the connection.
 */
export function boundPipelining(application: NestFastifyApplication): void {
  const unanswered = new WeakMap<Socket, number>();
  application
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      const { socket } = request.raw;
      if (!(socket instanceof Socket)) return done();
      const count = (unanswered.get(socket) ?? 0) + 1;
      unanswered.set(socket, count);
      finished(reply.raw, () => unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1));
      if (count <= LIMITS.unansweredOfConnection) return done();
      void reply.header('connection', 'close');
      done(new Refused('request.too-many', { retryAfterSeconds: 1 }));
    });
}
