import type { Routes } from '@angular/router';
import { absentRoute } from '../shell/absent-route';
import { permitted } from '../shell/guards';

/** Under /courriels. */
export const mailRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Courriels',
    canMatch: [permitted('mail.outbox')],
    loadComponent: () => import('./outbox-page').then((file) => file.OutboxPage),
  },
  absentRoute,
];
