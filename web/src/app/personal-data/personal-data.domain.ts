import type { WebDomain } from '../shell/domain';

export const personalData: WebDomain = {
  name: 'personal-data',
  routes: [
    {
      path: 'textes-libres',
      loadChildren: () => import('./personal-data.routes').then((file) => file.personalDataRoutes),
    },
  ],
};
