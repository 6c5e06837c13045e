import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, throwError } from 'rxjs';
import { sessionDescribe } from '@parc/api-client/first-page';
import { PageTitle } from './page-title';
import { asProblem } from './problem';
import { Session } from './session';
import { PendingWrites } from './writes/pending-writes';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Sends the session's cookie, and its CSRF token with every write. */
export const attachSession: HttpInterceptorFn = (request, next) => {
  const token = inject(Session).current()?.csrfToken;
  const headers: Record<string, string> =
    token !== undefined && !SAFE_METHODS.has(request.method) ? { 'x-csrf-token': token } : {};
  // Answering in place of a network that is away, the worker of an enrolled phone would have it look like a server that failed.
  if (navigator.serviceWorker?.controller) headers['ngsw-bypass'] = 'true';
  return next(request.clone({ withCredentials: true, setHeaders: headers }));
};

/** Keeps each write of a `mutation` that leaves, until it is known what became of it. */
export const keepPending: HttpInterceptorFn = (request, next) => {
  const accountId = inject(Session).current()?.account.id;
  if (accountId === undefined || SAFE_METHODS.has(request.method)) return next(request);
  const key = inject(PendingWrites).keep(request, accountId, inject(PageTitle).name());
  return next(key === null ? request : request.clone({ setHeaders: { 'Idempotency-Key': key } }));
};

/**
 * Turns every failure into a Problem, and a session that has ended into a return to the sign-in page. A token that holds no
 * more says that another window has changed the session: it is read again.
 */
export const readProblem: HttpInterceptorFn = (request, next) => {
  const session = inject(Session);
  return next(request).pipe(
    catchError((error: unknown) => {
      const problem = asProblem(error);
      if (problem.status === 401 && !request.url.startsWith(sessionDescribe.PATH)) session.lose();
      // Whether it could be read is the next request's to find out: this one is refused in any case.
      if (problem.code === 'session.csrf') void session.extend().catch(() => undefined);
      return throwError(() => problem);
    }),
  );
};
