import type { Routes } from '@angular/router';
import { absentRoute } from '../shell/absent-route';
import { reachOf, ROLES } from '@parc/domain';
import { forRoles } from '../shell/guards';

const readers = ROLES.filter((role) => reachOf('conventions.read', role) !== null);
const writers = ROLES.filter((role) => reachOf('conventions.write', role) !== null);

/** Under /conventions: those a role reads, the schools that none covers, and their drafting by the metropole. */
export const agreementsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Conventions',
    canMatch: [forRoles(...readers)],
    loadComponent: () => import('./list/convention-list').then((file) => file.ConventionListPage),
  },
  {
    path: 'nouvelle',
    title: 'Préparer une convention',
    canMatch: [forRoles(...writers)],
    data: { backTo: '/conventions' },
    loadComponent: () => import('./draft/convention-form-page').then((file) => file.ConventionFormPage),
  },
  {
    path: ':id',
    title: 'Convention',
    canMatch: [forRoles(...readers)],
    data: { backTo: '/conventions' },
    loadComponent: () => import('./page/convention-page').then((file) => file.ConventionPageView),
  },
  {
    path: ':id/modifier',
    title: 'Modifier une convention',
    canMatch: [forRoles(...writers)],
    data: { backTo: '/conventions' },
    loadComponent: () => import('./draft/convention-form-page').then((file) => file.ConventionFormPage),
  },
  absentRoute,
];
