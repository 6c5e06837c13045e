import type { WebDomain } from '../shell/domain';

/** What is done at one school in one go: begun on the phone, closed with minutes, read by the school. */
export const visits: WebDomain = {
  name: 'visits',
  routes: [{ path: 'interventions', loadChildren: () => import('./visits.routes').then((file) => file.visitRoutes) }],
  cards: [
    {
      need: { all: ['home.school', 'visits.confirm'] },
      place: 'first',
      order: 12,
      load: () => import('./home/to-confirm-card').then((file) => file.ToConfirmCard),
    },
    {
      // Whoever reads minutes has their list.
      need: { all: ['visits.counts'], without: 'visits.read' },
      place: 'second',
      order: 40,
      load: () => import('./home/visit-counts-card').then((file) => file.VisitCountsCard),
    },
  ],
};
