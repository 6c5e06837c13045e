import type { Route, Routes } from '@angular/router';
import { DOMAINS } from './domains';
import { absentRoute } from './shell/absent-route';
import type { DomainHome } from './shell/domain';
import { nobodyHere, permitted, signedIn, signedOut } from './shell/guards';
import { loadCards } from './shell/homes/load-cards';
import { HOME_PATH, homesOf } from './shell/homes/homes';
import { PLAN_FIGURES } from './steering/plan-figures';

/**
 * Every address of the application: the doors, then what the domains bring. `title` is the page's name in the tab and on
 * the phone's title bar; `data.backTo`, where its arrow leads.
 */
export const routes: Routes = [
  {
    path: 'connexion',
    title: 'Entrer',
    canActivate: [signedOut],
    loadComponent: () => import('./identity/sign-in/sign-in').then((file) => file.SignIn),
  },
  {
    path: 'mot-de-passe',
    title: 'Mot de passe',
    loadComponent: () => import('./identity/password/password-page').then((file) => file.PasswordPage),
  },
  {
    path: 'telephone',
    title: 'Ouvrir ce téléphone',
    loadComponent: () => import('./offline/enrolment/unlock-page').then((file) => file.UnlockPage),
  },
  {
    path: 'donnees-personnelles',
    title: 'Données personnelles',
    loadComponent: () => import('./identity/legal/personal-data-page').then((file) => file.PersonalDataPage),
  },
  {
    // Whoever scans a label without an account reports from it; all others find the device, in the frame.
    path: 'e/:tag',
    title: 'Signaler une panne',
    canMatch: [nobodyHere],
    loadComponent: () => import('./maintenance/label/label-report-page').then((file) => file.LabelReportPage),
  },
  {
    path: 'verifier/:code',
    title: 'Vérifier une attestation',
    loadComponent: () => import('./training/certificates/verify-page').then((file) => file.VerifyPage),
  },
  {
    path: 'questionnaire',
    title: 'Questionnaire',
    loadComponent: () => import('./training/survey/survey-page').then((file) => file.SurveyPage),
  },
  {
    // For a wall: no frame around it.
    path: 'presentation',
    title: 'Présentation',
    canActivate: [signedIn],
    canMatch: [permitted(PLAN_FIGURES)],
    loadComponent: () => import('./steering/wall/wall-page').then((file) => file.WallPage),
  },
  {
    path: '',
    canActivate: [signedIn],
    loadComponent: () => import('./shell/frame/frame').then((file) => file.Frame),
    children: [
      { path: '', pathMatch: 'full', redirectTo: HOME_PATH },
      ...homesOf(DOMAINS).map(homeRoute),
      ...DOMAINS.flatMap(({ routes: own }) => own ?? []),
      absentRoute,
    ],
  },
];

function homeRoute(home: DomainHome): Route {
  const { need, title, data = {}, load } = home;
  // Another hat of the same person may have the same first page, and other cards.
  return {
    path: HOME_PATH,
    title,
    canMatch: [permitted(need)],
    data,
    runGuardsAndResolvers: 'always',
    resolve: { cards: loadCards(home) },
    loadComponent: load,
  };
}
