import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { Refused } from './refused.js';

/** Types of bodies that a route reads itself, as they come. */
export const STREAMED = ['text/csv', 'application/x-ndjson'];
const STREAMS = 'streamsBody';

/** The route reads what is sent as it comes, from the request's own stream. */
export const Streams = () => RouteConfig({ [STREAMS]: true });

/** Elsewhere such a body is refused, unread. */
export function passStreams(application: NestFastifyApplication): void {
  const server = application.getHttpAdapter().getInstance();
  server.addContentTypeParser(STREAMED, (request: FastifyRequest, _payload, done: (error: Error | null) => void) => {
    const config = request.routeOptions.config as unknown as Record<string, unknown> | undefined;
    done(config?.[STREAMS] ? null : new Refused('request.media-type'));
  });
}
