import type { WebDomain } from '../shell/domain';

/** The day of who goes from school to school: orders and tickets on one list and one map. */
export const round: WebDomain = {
  name: 'round',
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
