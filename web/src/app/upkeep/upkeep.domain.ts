import type { WebDomain } from '../shell/domain';

/** What is looked after before it breaks: plans and campaigns for who makes them, checks for who does them and where they are done. */
export const upkeep: WebDomain = {
  name: 'upkeep',
  routes: [{ path: 'entretien', loadChildren: () => import('./upkeep.routes').then((file) => file.upkeepRoutes) }],
  rooms: [
    {
      // Whoever reads tickets comes from their list.
      path: 'entretien',
      label: 'Entretien',
      icon: 'refresh',
      need: { all: ['upkeep-plans.counts'], without: 'tickets.read' },
      order: 28,
    },
  ],
  cards: [
    {
      need: { all: ['home.desk', 'upkeep-checks.read'] },
      place: 'second',
      order: 6,
      load: () => import('./home/late-checks-card').then((file) => file.LateChecksCard),
    },
    {
      need: { all: ['home.school', 'upkeep-checks.read'] },
      place: 'second',
      order: 28,
      load: () => import('./home/school-checks-card').then((file) => file.SchoolChecksCard),
    },
  ],
};
