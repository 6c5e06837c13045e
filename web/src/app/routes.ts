import { SCHOOL_ROLES } from '@parc/domain';
import type { Routes } from '@angular/router';
import { absentRoute } from './shell/absent-route';
import { forRoles, signedIn, signedOut } from './shell/guards';

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
    path: 'mot-de-passe',
    title: 'Mot de passe',
    loadComponent: () => import('./identity/password/password-page').then((file) => file.PasswordPage),
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
        canMatch: [forRoles(...SCHOOL_ROLES)],
        loadComponent: () => import('./home/school/school-home').then((file) => file.SchoolHomePage),
      },
      {
        path: 'accueil',
        title: 'Tournée',
        canMatch: [forRoles('technician', 'installer')],
        loadComponent: () => import('./home/round/round').then((file) => file.Round),
      },
      {
        path: 'accueil',
        title: 'Bureau',
        canMatch: [forRoles('plan-manager')],
        loadComponent: () => import('./home/desk/desk-home').then((file) => file.DeskHomePage),
      },
      {
        path: 'accueil',
        title: 'Vue d’ensemble',
        canMatch: [forRoles('committee')],
        data: { short: true },
        loadComponent: () => import('./steering/overview-page').then((file) => file.OverviewPage),
      },
      {
        path: 'accueil',
        title: 'Accueil',
        canMatch: [forRoles('commune-officer', 'private-body-officer')],
        loadComponent: () => import('./steering/overview-page').then((file) => file.OverviewPage),
      },
      {
        path: 'accueil',
        title: 'Accueil',
        canMatch: [forRoles('inspector', 'digital-trainer')],
        loadComponent: () => import('./home/overview/scope-home').then((file) => file.ScopeHome),
      },
      {
        path: 'accueil',
        title: 'Accueil',
        canMatch: [forRoles('administrator')],
        loadComponent: () =>
          import('./home/administration/administration-home').then((file) => file.AdministrationHome),
      },
      {
        path: 'pilotage',
        title: 'Pilotage',
        canMatch: [forRoles('committee', 'plan-manager')],
        loadComponent: () => import('./steering/overview-page').then((file) => file.OverviewPage),
      },
      {
        path: 'commandes',
        title: 'Commandes',
        loadComponent: () => import('./orders/list/order-list').then((file) => file.OrderList),
      },
      {
        path: 'commandes/nouvelle',
        title: 'Commander une installation',
        canMatch: [forRoles(...SCHOOL_ROLES)],
        data: { backTo: '/accueil' },
        loadComponent: () => import('./orders/compose/order-compose').then((file) => file.OrderCompose),
      },
      // Not an order of that name for who composes none.
      { ...absentRoute, path: 'commandes/nouvelle' },
      {
        path: 'commandes/:id/composer',
        title: 'Commander une installation',
        canMatch: [forRoles(...SCHOOL_ROLES)],
        data: { backTo: '/accueil' },
        loadComponent: () => import('./orders/compose/order-compose').then((file) => file.OrderCompose),
      },
      {
        path: 'commandes/:id/travaux',
        title: 'Travaux',
        canMatch: [forRoles('technician', 'installer')],
        data: { backTo: '/accueil' },
        loadComponent: () => import('./orders/work/work-page').then((file) => file.WorkPage),
      },
      {
        path: 'commandes/:id',
        title: 'Commande',
        data: { backTo: '/commandes' },
        loadComponent: () => import('./orders/page/order-page').then((file) => file.OrderPageView),
      },
      {
        path: 'budget',
        title: 'Budget',
        canMatch: [forRoles(...SCHOOL_ROLES)],
        loadComponent: () => import('./budgets/statement/budget-page').then((file) => file.BudgetPage),
      },
      {
        path: 'budgets',
        title: 'Budgets',
        canMatch: [forRoles('plan-manager', 'committee', 'commune-officer', 'private-body-officer')],
        loadComponent: () => import('./budgets/overview/budget-overview').then((file) => file.BudgetOverview),
      },
      {
        path: 'budgets/repartir',
        title: 'Répartir les budgets',
        canMatch: [forRoles('plan-manager')],
        data: { backTo: '/budgets' },
        loadComponent: () => import('./budgets/allocation/allocation-page').then((file) => file.AllocationPage),
      },
      {
        path: 'budgets/virement',
        title: 'Virer d’un budget à un autre',
        canMatch: [forRoles('plan-manager')],
        data: { backTo: '/budgets' },
        loadComponent: () => import('./budgets/transfer/transfer-page').then((file) => file.TransferPage),
      },
      {
        path: 'budgets/:schoolId',
        title: 'Budget',
        canMatch: [forRoles('plan-manager', 'committee', 'commune-officer', 'private-body-officer')],
        data: { backTo: '/budgets' },
        loadComponent: () => import('./budgets/statement/budget-page').then((file) => file.BudgetPage),
      },
      {
        path: 'catalogue',
        loadChildren: () => import('./catalogue/catalogue.routes').then((file) => file.catalogueRoutes),
      },
      {
        path: 'conventions',
        loadChildren: () => import('./agreements/agreements.routes').then((file) => file.agreementsRoutes),
      },
      {
        path: 'mon-compte',
        title: 'Votre compte',
        data: { backTo: '/accueil' },
        loadComponent: () => import('./identity/own/own-account-page').then((file) => file.OwnAccountPage),
      },
      {
        path: 'comptes',
        loadChildren: () => import('./identity/accounts/accounts.routes').then((file) => file.accountRoutes),
      },
      {
        path: 'taches',
        title: 'Tâches de nuit',
        canMatch: [forRoles('administrator', 'plan-manager')],
        loadComponent: () => import('./nightly/jobs-page').then((file) => file.JobsPage),
      },
      {
        path: 'courriels',
        title: 'Courriels',
        canMatch: [forRoles('administrator')],
        loadComponent: () => import('./mail/outbox-page').then((file) => file.OutboxPage),
      },
      {
        path: 'annuaire',
        loadChildren: () => import('./directory/directory.routes').then((file) => file.directoryRoutes),
      },
      {
        path: 'ecole',
        title: 'L’école',
        canMatch: [forRoles(...SCHOOL_ROLES)],
        loadComponent: () => import('./directory/school/school-page').then((file) => file.SchoolPageView),
      },
      absentRoute,
    ],
  },
];
