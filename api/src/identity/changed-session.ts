import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { catchError, from, switchMap, throwError, type Observable } from 'rxjs';
import { QueryFailedError } from 'typeorm';
import { Refused } from '../platform/http/refused.js';
import type { Actor } from './actor.js';
import type { SignedRequest } from './current-actor.js';
import { SessionGuard } from './session.guard.js';

/**
 * A statement found the session at another version than the one the request began with: ended, or only under another
 * role now, chosen in another window or on another server. Who is still signed in is asked about anew, once, under the
 * role they have; nothing of the first try was kept.
 */
@Injectable()
export class ChangedSession implements NestInterceptor {
  constructor(private readonly guard: SessionGuard) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<SignedRequest>();
    const asked = request.actor;
    return next.handle().pipe(
      catchError((thrown: unknown) => {
        if (!asked || !saysEnded(thrown)) return throwError(() => thrown);
        return from(this.guard.actorAnew(request, context.getHandler())).pipe(
          switchMap((actor) => this.again(request, next, { asked, actor, thrown })),
        );
      }),
    );
  }

  private again(
    request: SignedRequest,
    next: CallHandler,
    { asked, actor, thrown }: { asked: Actor; actor: Actor | null; thrown: unknown },
  ): Observable<unknown> {
    if (!actor || actor.sessionVersion === asked.sessionVersion) return throwError(() => thrown);
    // A file's bytes went by and cannot be read twice: its sender repeats it.
    if (!isReadAgain(request)) return throwError(() => new Refused('server.busy', { retryAfterSeconds: 1 }));
    request.actor = actor;
    return next.handle();
  }
}

function saysEnded(thrown: unknown): boolean {
  if (thrown instanceof Refused) return thrown.code === 'session.missing';
  return thrown instanceof QueryFailedError && (thrown.driverError as { code?: string }).code === 'PA007';
}

/** Has no body, or one that was read whole before the route. */
function isReadAgain({ headers }: SignedRequest): boolean {
  const type = headers['content-type'];
  return type === undefined || type.toLowerCase().startsWith('application/json');
}
