import type { WebDomain } from '../shell/domain';

export const agreements: WebDomain = {
  name: 'agreements',
  routes: [
    { path: 'conventions', loadChildren: () => import('./agreements.routes').then((file) => file.agreementsRoutes) },
  ],
  rooms: [
    {
      // A school has its own beside its sheet.
      path: 'conventions',
      label: 'Conventions',
      icon: 'pencil',
      need: { all: ['conventions.read'], without: 'home.school' },
      order: 60,
    },
  ],
  cards: [
    {
      need: { all: ['home.desk', 'conventions.read'] },
      place: 'second',
      order: 10,
      load: () => import('./desk/followed-conventions-card').then((file) => file.FollowedConventionsCard),
    },
    {
      need: { all: ['home.school', 'orders.compose'] },
      place: 'above',
      order: 10,
      load: () => import('./school-home/gate-notice').then((file) => file.GateNotice),
    },
  ],
};
