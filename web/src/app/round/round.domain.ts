import type { WebDomain } from '../shell/domain';
import { permitted } from '../shell/guards';

/** The day of who goes from school to school: orders and tickets on one list and one map. */
export const round: WebDomain = {
  name: 'round',
  // Under the tickets' address, and before them in the list of domains: the pages of a ticket that a phone has taken along.
  routes: [
    {
      path: 'tickets/:id/clore',
      title: 'Clore le ticket',
      canMatch: [permitted('tickets.resolve')],
      data: { backTo: '/accueil' },
      loadComponent: () => import('./closing/closing-page').then((file) => file.ClosingPage),
    },
    {
      path: 'tickets/:id/departager/:key',
      title: 'Retour du réseau',
      canMatch: [permitted('tickets.resolve')],
      data: { backTo: '/accueil' },
      loadComponent: () => import('./closing/conflict-page').then((file) => file.ConflictPage),
    },
  ],
  homes: [
    {
      need: 'home.work',
      order: 20,
      title: 'Tournée',
      label: 'Tournée',
      icon: 'map',
      load: () => import('./round').then((file) => file.Round),
    },
  ],
};
