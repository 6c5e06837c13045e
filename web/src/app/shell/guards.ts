import { inject } from '@angular/core';
import {
  type CanActivateFn,
  type CanMatchFn,
  type GuardResult,
  type Route,
  Router,
  type UrlSegment,
} from '@angular/router';
import type { Need } from './need';
import { Session } from './session';

/** Lets in who has a session; others go to the door and come back to the page they asked for. */
export const signedIn: CanActivateFn = async (_route, { url }): Promise<GuardResult> => {
  const router = inject(Router);
  const session = inject(Session);
  if ((await session.restore()) !== null) return true;
  const door = session.unreachable() ? '/telephone' : '/connexion';
  return router.createUrlTree([door], { queryParams: url === '/' ? {} : { retour: url } });
};

/** The sign-in page is for who has none yet. A server that does not answer is that page's to say. */
export const signedOut: CanActivateFn = async (): Promise<GuardResult> => {
  const router = inject(Router);
  const session = await inject(Session)
    .restore()
    .catch(() => null);
  return session === null ? true : router.createUrlTree(['/']);
};

/** Matches for who has no session, and is no phone that opens without the network. A server that does not answer is the page's to say. */
export const nobodyHere: CanMatchFn = async () => {
  const session = inject(Session);
  const here = await session.restore().catch(() => null);
  return here === null && !session.unreachable();
};

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether an id stands where the address has one: "nouveau", closed to a reader, is no object that could be read. */
function named({ path = '' }: Route, segments: readonly UrlSegment[]): boolean {
  return path.split('/').every((part, place) => part !== ':id' || ID.test(segments[place]?.path ?? ''));
}

/** The same address shows each reader their own page: it matches for those who hold what the page needs. */
export function permitted(need: Need): CanMatchFn {
  return async (route, segments) => {
    if (!named(route, segments)) return false;
    const restoring = inject(Session).restore();
    // The table of rights arrives while the session is asked for: it is no part of what the door waits for.
    const [session, { meets }] = await Promise.all([restoring, import('./need')]);
    return session !== null && meets(need, session.assignment.role);
  };
}
