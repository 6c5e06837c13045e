import { provideHttpClient, withInterceptors, withXhr } from '@angular/common/http';
import type { Routes } from '@angular/router';
import { absentRoute } from '../shell/absent-route';
import { isSchoolRole, reachOf, ROLES } from '@parc/domain';
import { forRoles } from '../shell/guards';
import { attachSession, readProblem } from '../shell/interceptors';

/** A school has its own page under /ecole, and no list. */
const readers = ROLES.filter((role) => reachOf('directory.read', role) !== null && !isSchoolRole(role));
const importers = ROLES.filter((role) => reachOf('directory.import', role) !== null);

/** Under /annuaire: the schools a role reaches, one school as a page, and the files that keep the directory up to date. */
export const directoryRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Écoles',
    canMatch: [forRoles(...readers)],
    loadComponent: () => import('./list/school-list').then((file) => file.SchoolListPage),
  },
  {
    path: 'imports',
    pathMatch: 'full',
    title: 'Importer un fichier',
    canMatch: [forRoles(...importers)],
    // Only XMLHttpRequest tells how far a file has been sent.
    providers: [provideHttpClient(withXhr(), withInterceptors([attachSession, readProblem]))],
    data: { backTo: '/annuaire' },
    loadComponent: () => import('./imports/import-list').then((file) => file.ImportListPage),
  },
  {
    path: 'imports/:id',
    title: 'Import',
    canMatch: [forRoles(...importers)],
    data: { backTo: '/annuaire/imports' },
    loadComponent: () => import('./imports/import-page').then((file) => file.ImportPage),
  },
  {
    path: ':id',
    title: 'École',
    canMatch: [forRoles(...readers)],
    data: { backTo: '/annuaire' },
    loadComponent: () => import('./school/school-page').then((file) => file.SchoolPageView),
  },
  absentRoute,
];
