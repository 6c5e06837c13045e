import type { Routes } from '@angular/router';
import { absentRoute } from '../../shell/absent-route';
import { permitted } from '../../shell/guards';

/** Under /parc/logiciels: the register, a title, its forms, the licences of all. */
export const softwareRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Logiciels',
    canMatch: [permitted('software.read')],
    data: { backTo: '/parc' },
    loadComponent: () => import('./software-list').then((file) => file.SoftwareListPage),
  },
  {
    path: 'nouveau',
    title: 'Ajouter un logiciel',
    canMatch: [permitted('software.write')],
    data: { backTo: '/parc/logiciels' },
    loadComponent: () => import('./software-form-page').then((file) => file.SoftwareFormPage),
  },
  {
    path: 'licences',
    title: 'Licences',
    canMatch: [permitted('software.read')],
    data: { backTo: '/parc/logiciels' },
    loadComponent: () => import('./licence-list').then((file) => file.LicenceListPage),
  },
  {
    path: 'appareils',
    title: 'Un logiciel sur plusieurs appareils',
    canMatch: [permitted('software.install')],
    data: { backTo: '/parc' },
    loadComponent: () => import('./software-many-page').then((file) => file.SoftwareManyPage),
  },
  {
    path: ':id',
    title: 'Logiciel',
    canMatch: [permitted('software.read')],
    data: { backTo: '/parc/logiciels' },
    loadComponent: () => import('./software-page').then((file) => file.SoftwarePageView),
  },
  absentRoute,
];
