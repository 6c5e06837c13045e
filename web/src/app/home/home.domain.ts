import type { WebDomain } from '../shell/domain';

/** The first pages that gather several domains: their cards are brought by those. */
export const home: WebDomain = {
  name: 'home',
  homes: [
    {
      need: 'home.school',
      order: 10,
      title: 'Accueil',
      label: 'Accueil',
      icon: 'home',
      load: () => import('./school/school-home').then((file) => file.SchoolHomePage),
    },
    {
      need: 'home.desk',
      order: 30,
      title: 'Bureau',
      label: 'Bureau',
      icon: 'home',
      load: () => import('./desk/desk-home').then((file) => file.DeskHomePage),
    },
    // Whoever has no page made for their work looks after what runs.
    {
      need: 'session.use',
      order: 90,
      title: 'Accueil',
      label: 'Accueil',
      icon: 'home',
      load: () => import('./watch/watch-home').then((file) => file.WatchHome),
    },
  ],
};
