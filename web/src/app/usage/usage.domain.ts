import type { WebDomain } from '../shell/domain';

/** Use measured, and use told where nothing measures. */
export const usage: WebDomain = {
  name: 'usage',
  routes: [{ path: 'pilotage/usages', loadChildren: () => import('./usage.routes').then((file) => file.usageRoutes) }],
  cards: [
    {
      need: { all: ['home.desk', 'usage.read'] },
      place: 'second',
      order: 9,
      load: () => import('./usage-card').then((file) => file.UsageCard),
    },
    {
      need: { all: ['home.school', 'usage.declare'] },
      place: 'second',
      order: 90,
      load: () => import('./declared-card').then((file) => file.DeclaredCard),
    },
  ],
};
