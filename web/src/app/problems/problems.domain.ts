import type { WebDomain } from '../shell/domain';

/** One cause that breaks many things: reached from the queue and from a ticket, by those who repair. */
export const problems: WebDomain = {
  name: 'problems',
  routes: [{ path: 'problemes', loadChildren: () => import('./problems.routes').then((file) => file.problemRoutes) }],
};
