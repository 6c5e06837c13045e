import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { inTurn } from '../bounds/dear-work.js';
import { OPEN } from './permit.js';

/**
 * What somebody not signed in sends waits its turn before anything is counted, asked of the database or hashed: a crowd at
 * the door costs the people inside nothing, and who is refused here has used up no try.
 */
export class OpenWrites implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method } = context.switchToHttp().getRequest<FastifyRequest>();
    if (method === 'GET' || !Reflect.hasMetadata(OPEN, context.getHandler())) return next.handle();
    return from(inTurn('signIn', null, () => lastValueFrom(next.handle(), { defaultValue: undefined })));
  }
}
