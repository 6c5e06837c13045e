import { provideHttpClient, withInterceptors, withXhr } from '@angular/common/http';
import type { Routes } from '@angular/router';
import { absentRoute } from '../shell/absent-route';
import { permitted } from '../shell/guards';
import { attachSession, readProblem } from '../shell/interceptors';
import { OWN_SCHOOL, SCHOOLS } from './school-need';

/** Under /annuaire: the schools a role reaches, one school as a page, and the files that keep the directory up to date. */
export const directoryRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Écoles',
    canMatch: [permitted(SCHOOLS)],
    loadComponent: () => import('./list/school-list').then((file) => file.SchoolListPage),
  },
  {
    path: 'imports',
    pathMatch: 'full',
    title: 'Importer un fichier',
    canMatch: [permitted('directory.import')],
    // Only XMLHttpRequest tells how far a file has been sent.
    providers: [provideHttpClient(withXhr(), withInterceptors([attachSession, readProblem]))],
    data: { backTo: '/annuaire' },
    loadComponent: () => import('./imports/import-list').then((file) => file.ImportListPage),
  },
  {
    path: 'imports/:id',
    title: 'Import',
    canMatch: [permitted('directory.import')],
    data: { backTo: '/annuaire/imports' },
    loadComponent: () => import('./imports/import-page').then((file) => file.ImportPage),
  },
  {
    path: 'service',
    title: 'Horaires et délais',
    canMatch: [permitted('service.settings')],
    data: { backTo: '/annuaire' },
    loadComponent: () => import('./service/service-page').then((file) => file.ServicePage),
  },
  {
    path: ':id',
    pathMatch: 'full',
    title: 'École',
    canMatch: [permitted(SCHOOLS)],
    data: { backTo: '/annuaire' },
    loadComponent: () => import('./school/school-page').then((file) => file.SchoolPageView),
  },
  absentRoute,
];

/** Under /ecole: the page of the reader's own school. */
export const ownSchoolRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'L’école',
    canMatch: [permitted(OWN_SCHOOL)],
    loadComponent: () => import('./school/school-page').then((file) => file.SchoolPageView),
  },
  absentRoute,
];
