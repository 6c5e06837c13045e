import type { Routes } from '@angular/router';
import { absentRoute } from '../shell/absent-route';
import { permitted } from '../shell/guards';

/** Under /textes-libres: the texts of one object, named by its kind and its id. */
export const personalDataRoutes: Routes = [
  {
    path: ':kind/:id',
    title: 'Textes libres',
    canMatch: [permitted('free-texts.redact')],
    loadComponent: () => import('./free-texts-page').then((file) => file.FreeTextsPage),
  },
  absentRoute,
];
