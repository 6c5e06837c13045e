import type { Routes } from '@angular/router';
import { signedIn, signedOut } from './shell/guards';

/**
 * Every address of the application. A room of shell/rooms.ts shows in the rail once its first path is a child here.
 * `title` is the page's name in the tab and on the phone's title bar; `data.backTo`, where its arrow leads.
 */
export const routes: Routes = [
  {
    path: 'connexion',
    title: 'Entrer',
    canActivate: [signedOut],
    loadComponent: () => import('./identity/sign-in/sign-in').then((file) => file.SignIn),
  },
  {
    path: '',
    canActivate: [signedIn],
    loadComponent: () => import('./shell/frame/frame').then((file) => file.Frame),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'accueil' },
      {
        path: 'accueil',
        title: 'Accueil',
        loadComponent: () => import('./home/home').then((file) => file.Home),
      },
      {
        path: '**',
        title: 'Page absente',
        loadComponent: () => import('./shell/page-absent').then((file) => file.PageAbsent),
      },
    ],
  },
];
