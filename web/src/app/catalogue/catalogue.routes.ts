import type { Routes } from '@angular/router';
import { absentRoute } from '../shell/absent-route';
import { permitted } from '../shell/guards';

/** Under /catalogue: what a school may order, and the catalogue with its contracts for those who keep or read it. */
export const catalogueRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Catalogue',
    canMatch: [permitted('catalogue.order')],
    data: { backTo: '/commandes' },
    loadComponent: () => import('./orderable/orderable-page').then((file) => file.OrderablePage),
  },
  {
    path: '',
    pathMatch: 'full',
    title: 'Catalogue',
    canMatch: [permitted('catalogue.read')],
    loadComponent: () => import('./items/item-list').then((file) => file.ItemListPage),
  },
  {
    path: 'proposer',
    title: 'Proposer un article',
    canMatch: [permitted('catalogue.write')],
    data: { backTo: '/catalogue' },
    loadComponent: () => import('./item/item-form-page').then((file) => file.ItemFormPage),
  },
  {
    path: 'articles/:id',
    title: 'Article',
    canMatch: [permitted('catalogue.read')],
    data: { backTo: '/catalogue' },
    loadComponent: () => import('./item/item-page').then((file) => file.ItemPageView),
  },
  {
    path: 'articles/:id/modifier',
    title: 'Modifier un article',
    canMatch: [permitted('catalogue.write')],
    data: { backTo: '/catalogue' },
    loadComponent: () => import('./item/item-form-page').then((file) => file.ItemFormPage),
  },
  {
    path: 'marches',
    title: 'Marchés',
    canMatch: [permitted('contracts.read')],
    data: { backTo: '/catalogue' },
    loadComponent: () => import('./contracts/contract-list').then((file) => file.ContractListPage),
  },
  {
    path: 'marches/nouveau',
    title: 'Nouveau marché',
    canMatch: [permitted('catalogue.write')],
    data: { backTo: '/catalogue/marches' },
    loadComponent: () => import('./contracts/contract-form-page').then((file) => file.ContractFormPage),
  },
  {
    path: 'marches/:id',
    title: 'Marché',
    canMatch: [permitted('contracts.read')],
    data: { backTo: '/catalogue/marches' },
    loadComponent: () => import('./contracts/contract-page').then((file) => file.ContractPageView),
  },
  {
    path: 'marches/:id/modifier',
    title: 'Modifier un marché',
    canMatch: [permitted('catalogue.write')],
    data: { backTo: '/catalogue/marches' },
    loadComponent: () => import('./contracts/contract-form-page').then((file) => file.ContractFormPage),
  },
  {
    path: 'pilotes/:id',
    title: 'École pilote',
    canMatch: [permitted('pilots.read')],
    data: { backTo: '/accueil' },
    loadComponent: () => import('./pilots/pilot-page').then((file) => file.PilotPageView),
  },
  absentRoute,
];
