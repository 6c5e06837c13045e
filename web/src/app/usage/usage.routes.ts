import type { Routes } from '@angular/router';
import { absentRoute } from '../shell/absent-route';
import { permitted } from '../shell/guards';

const canMatch = [permitted('usage.read')];

/** Under /pilotage/usages. */
export const usageRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Usages',
    canMatch,
    loadComponent: () => import('./usage-page').then((file) => file.UsagePage),
  },
  {
    path: 'arrivees',
    title: 'Fichiers d’usage',
    canMatch,
    loadComponent: () => import('./arrivals-page').then((file) => file.ArrivalsPage),
  },
  {
    path: 'arrivees/:id',
    title: 'Fichier d’usage',
    canMatch,
    loadComponent: () => import('./arrival-page').then((file) => file.ArrivalPage),
  },
  {
    path: 'format',
    title: 'Le format attendu',
    canMatch,
    loadComponent: () => import('./format-page').then((file) => file.FormatPage),
  },
  {
    path: 'sources',
    title: 'Sources et jetons',
    canMatch: [permitted('usage.write')],
    loadComponent: () => import('./sources-page').then((file) => file.SourcesPage),
  },
  absentRoute,
];
