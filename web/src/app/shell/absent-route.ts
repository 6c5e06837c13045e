import type { Route } from '@angular/router';

/** Last of a room's routes: what is not there, or not for this role, says so. */
export const absentRoute: Route = {
  path: '**',
  title: 'Page absente',
  loadComponent: () => import('./page-absent').then((file) => file.PageAbsent),
};
