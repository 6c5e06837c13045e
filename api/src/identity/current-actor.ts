import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor.js';

export interface SignedRequest extends FastifyRequest {
  actor?: Actor;
}

/** The actor of the request, put there by the session guard. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  return context.switchToHttp().getRequest<SignedRequest>().actor!;
});
