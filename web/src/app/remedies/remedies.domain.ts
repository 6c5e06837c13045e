import type { WebDomain } from '../shell/domain';

/** What others may try before they report: reached from the queue and from a ticket; schools find it as they report. */
export const remedies: WebDomain = {
  name: 'remedies',
  routes: [{ path: 'remedes', loadChildren: () => import('./remedies.routes').then((file) => file.remedyRoutes) }],
};
