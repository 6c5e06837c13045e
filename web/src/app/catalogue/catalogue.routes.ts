import type { Routes } from '@angular/router';
import { absentRoute } from '../shell/absent-route';
import { reachOf, ROLES, SCHOOL_ROLES } from '@parc/domain';
import { forRoles } from '../shell/guards';

const readers = ROLES.filter((role) => reachOf('catalogue.read', role) !== null);
const writers = ROLES.filter((role) => reachOf('catalogue.write', role) !== null);
const contractReaders = ROLES.filter((role) => reachOf('contracts.read', role) !== null);

/** Under /catalogue: what a school may order, and the catalogue with its contracts for those who keep or read it. */
export const catalogueRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Catalogue',
    canMatch: [forRoles(...SCHOOL_ROLES)],
    loadComponent: () => import('./orderable/orderable-page').then((file) => file.OrderablePage),
  },
  {
    path: '',
    pathMatch: 'full',
    title: 'Catalogue',
    canMatch: [forRoles(...readers)],
    loadComponent: () => import('./items/item-list').then((file) => file.ItemListPage),
  },
  {
    path: 'proposer',
    title: 'Proposer un article',
    canMatch: [forRoles(...writers)],
    data: { backTo: '/catalogue' },
    loadComponent: () => import('./item/item-form-page').then((file) => file.ItemFormPage),
  },
  {
    path: 'articles/:id',
    title: 'Article',
    canMatch: [forRoles(...readers)],
    data: { backTo: '/catalogue' },
    loadComponent: () => import('./item/item-page').then((file) => file.ItemPageView),
  },
  {
    path: 'articles/:id/modifier',
    title: 'Modifier un article',
    canMatch: [forRoles(...writers)],
    data: { backTo: '/catalogue' },
    loadComponent: () => import('./item/item-form-page').then((file) => file.ItemFormPage),
  },
  {
    path: 'marches',
    title: 'Marchés',
    canMatch: [forRoles(...contractReaders)],
    data: { backTo: '/catalogue' },
    loadComponent: () => import('./contracts/contract-list').then((file) => file.ContractListPage),
  },
  {
    path: 'marches/nouveau',
    title: 'Nouveau marché',
    canMatch: [forRoles(...writers)],
    data: { backTo: '/catalogue/marches' },
    loadComponent: () => import('./contracts/contract-form-page').then((file) => file.ContractFormPage),
  },
  {
    path: 'marches/:id',
    title: 'Marché',
    canMatch: [forRoles(...contractReaders)],
    data: { backTo: '/catalogue/marches' },
    loadComponent: () => import('./contracts/contract-page').then((file) => file.ContractPageView),
  },
  {
    path: 'marches/:id/modifier',
    title: 'Modifier un marché',
    canMatch: [forRoles(...writers)],
    data: { backTo: '/catalogue/marches' },
    loadComponent: () => import('./contracts/contract-form-page').then((file) => file.ContractFormPage),
  },
  absentRoute,
];
