import type { WebDomain } from '../shell/domain';

export const mail: WebDomain = {
  name: 'mail',
  routes: [{ path: 'courriels', loadChildren: () => import('./mail.routes').then((file) => file.mailRoutes) }],
  rooms: [{ path: 'courriels', label: 'Courriels', icon: 'mail', need: 'mail.outbox', order: 90 }],
  watches: [{ need: 'mail.outbox', order: 30, load: () => import('./outbox-watch').then((file) => file.watchOutbox) }],
};
