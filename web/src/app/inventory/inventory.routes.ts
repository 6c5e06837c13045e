import type { Routes } from '@angular/router';
import { absentRoute } from '../shell/absent-route';
import { permitted } from '../shell/guards';

/** Under /parc: what a school has for those who work in it, the list for everyone else, and one device as a page. */
export const inventoryRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Parc',
    canMatch: [permitted({ all: ['equipment.read', 'home.school'] })],
    loadComponent: () => import('./school/school-equipment').then((file) => file.SchoolEquipmentPage),
  },
  {
    path: '',
    pathMatch: 'full',
    title: 'Parc',
    canMatch: [permitted({ all: ['equipment.read'], without: 'home.school' })],
    loadComponent: () => import('./list/equipment-list').then((file) => file.EquipmentListPage),
  },
  {
    path: 'appareils',
    pathMatch: 'full',
    title: 'Appareils',
    canMatch: [permitted('equipment.read')],
    data: { backTo: '/parc' },
    loadComponent: () => import('./list/equipment-list').then((file) => file.EquipmentListPage),
  },
  {
    path: 'appareils/:id',
    title: 'Appareil',
    canMatch: [permitted('equipment.read')],
    data: { backTo: '/parc' },
    loadComponent: () => import('./page/equipment-page').then((file) => file.EquipmentPageView),
  },
  {
    path: 'livraisons',
    pathMatch: 'full',
    title: 'Livraisons',
    canMatch: [permitted('deliveries.read')],
    data: { backTo: '/parc' },
    loadComponent: () => import('./deliveries/delivery-list').then((file) => file.DeliveryListPage),
  },
  {
    path: 'livraisons/nouvelle',
    title: 'Recevoir une livraison',
    canMatch: [permitted('deliveries.write')],
    data: { backTo: '/parc/livraisons' },
    loadComponent: () => import('./deliveries/delivery-form-page').then((file) => file.DeliveryFormPage),
  },
  {
    path: 'livraisons/:id',
    title: 'Livraison',
    canMatch: [permitted('deliveries.read')],
    data: { backTo: '/parc/livraisons' },
    loadComponent: () => import('./deliveries/delivery-page').then((file) => file.DeliveryPageView),
  },
  {
    path: 'livraisons/:id/listes/:listId',
    title: 'Réception',
    canMatch: [permitted('deliveries.write')],
    data: { backTo: '/parc/livraisons' },
    loadComponent: () => import('./deliveries/reception-page').then((file) => file.ReceptionPage),
  },
  {
    path: 'imports',
    pathMatch: 'full',
    title: 'Reprendre un parc existant',
    canMatch: [permitted('equipment.import')],
    data: { backTo: '/parc' },
    loadComponent: () => import('./imports/fleet-imports').then((file) => file.FleetImportsPage),
  },
  {
    path: 'imports/:id',
    title: 'Liste de matériel',
    canMatch: [permitted('equipment.import')],
    data: { backTo: '/parc/imports' },
    loadComponent: () => import('./imports/fleet-import-page').then((file) => file.FleetImportPageView),
  },
  {
    path: 'sorties',
    title: 'Registre des sorties',
    canMatch: [permitted('disposals.read')],
    data: { backTo: '/parc' },
    loadComponent: () => import('./ends/disposal-list').then((file) => file.DisposalListPage),
  },
  {
    path: 'fin-de-vie',
    title: 'Fin de vie',
    canMatch: [permitted('equipment.wipe')],
    data: { backTo: '/parc' },
    loadComponent: () => import('./ends/end-many-page').then((file) => file.EndManyPage),
  },
  {
    path: 'valeur',
    title: 'Valeur du parc',
    canMatch: [permitted('fleet-value.read')],
    data: { backTo: '/parc' },
    loadComponent: () => import('./ends/fleet-value-page').then((file) => file.FleetValuePage),
  },
  {
    path: 'reemploi',
    title: 'Réemploi',
    canMatch: [permitted('fleet-value.read')],
    data: { backTo: '/parc' },
    loadComponent: () => import('./ends/reuse-page').then((file) => file.ReusePage),
  },
  {
    path: 'ecoles/:id',
    title: 'Parc de l’école',
    canMatch: [permitted('equipment.read')],
    data: { backTo: '/parc' },
    loadComponent: () => import('./school/school-equipment').then((file) => file.SchoolEquipmentPage),
  },
  {
    path: 'socle',

    title: 'Le socle',
    canMatch: [permitted('kit.read')],
    data: { backTo: '/parc' },
    loadComponent: () => import('./needs/kit-page').then((file) => file.KitPage),
  },
  {
    path: 'ecarts',

    title: 'Écarts au socle',
    canMatch: [permitted('kit.read')],
    data: { backTo: '/parc' },
    loadComponent: () => import('./needs/gap-list').then((file) => file.GapListPage),
  },
  {
    path: 'besoins',
    pathMatch: 'full',
    title: 'Besoins',
    canMatch: [permitted('needs.read')],
    data: { backTo: '/parc' },
    loadComponent: () => import('./needs/need-list').then((file) => file.NeedListPage),
  },
  {
    path: 'besoins/nouveau',

    title: 'Dire un besoin',
    canMatch: [permitted('needs.state')],
    data: { backTo: '/parc' },
    loadComponent: () => import('./needs/need-form-page').then((file) => file.NeedFormPage),
  },
  {
    path: 'besoins/:id',

    title: 'Besoin',
    canMatch: [permitted('needs.read')],
    data: { backTo: '/parc/besoins' },
    loadComponent: () => import('./needs/need-page').then((file) => file.NeedPageView),
  },
  {
    path: 'redeploiements',
    pathMatch: 'full',
    title: 'Redéploiements',
    canMatch: [permitted('redeployments.read')],
    data: { backTo: '/parc' },
    loadComponent: () => import('./needs/redeployment-list').then((file) => file.RedeploymentListPage),
  },
  {
    path: 'redeploiements/:id',

    title: 'Redéploiement',
    canMatch: [permitted('redeployments.read')],
    data: { backTo: '/parc/redeploiements' },
    loadComponent: () => import('./needs/redeployment-page').then((file) => file.RedeploymentPageView),
  },
  {
    path: 'recolements',
    pathMatch: 'full',
    title: 'Récolements',
    canMatch: [permitted('campaigns.list')],
    data: { backTo: '/parc' },
    loadComponent: () => import('./campaigns/campaign-list').then((file) => file.CampaignListPage),
  },
  {
    path: 'recolements/nouveau',
    title: 'Préparer un récolement',
    canMatch: [permitted('campaigns.write')],
    data: { backTo: '/parc/recolements' },
    loadComponent: () => import('./campaigns/campaign-form-page').then((file) => file.CampaignFormPage),
  },
  {
    path: 'recolements/:id',
    pathMatch: 'full',
    title: 'Récolement',
    canMatch: [permitted('campaigns.list')],
    data: { backTo: '/parc/recolements' },
    loadComponent: () => import('./campaigns/campaign-page').then((file) => file.CampaignPageView),
  },
  {
    path: 'recolements/:id/proces-verbal',
    title: 'Procès-verbal de récolement',
    canMatch: [permitted('campaigns.list')],
    data: { backTo: '/parc/recolements/:id' },
    loadComponent: () => import('./campaigns/minutes-page').then((file) => file.CampaignMinutesPage),
  },
  {
    path: 'recolement/:id',
    pathMatch: 'full',
    title: 'Récolement',
    canMatch: [permitted('campaigns.read')],
    data: { backTo: '/parc' },
    loadComponent: () => import('./campaigns/part-page').then((file) => file.CampaignPartPageView),
  },
  {
    path: 'recolement/:id/salles/:roomId',
    title: 'Récolement',
    canMatch: [permitted('campaigns.read')],
    data: { backTo: '/parc/recolement/:id' },
    loadComponent: () => import('./campaigns/room/room-page').then((file) => file.CampaignRoomPageView),
  },
  {
    path: 'logiciels',
    loadChildren: () => import('./software/software.routes').then((file) => file.softwareRoutes),
  },
  {
    path: 'etiquettes',
    title: 'Étiquettes',
    canMatch: [permitted('labels.print')],
    data: { backTo: '/parc' },
    loadComponent: () => import('./labels/labels-page').then((file) => file.LabelsPage),
  },
  absentRoute,
];

/** Under /scanner: from a label to its device. */
export const scanRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Lire une étiquette',
    canMatch: [permitted('equipment.read')],
    loadComponent: () => import('./scan/scan-page').then((file) => file.ScanPage),
  },
  absentRoute,
];

/** Under /e: what a scanned label opens. */
export const labelRoutes: Routes = [
  {
    path: ':tag',
    title: 'Étiquette',
    canMatch: [permitted('equipment.read')],
    data: { backTo: '/parc' },
    loadComponent: () => import('./page/scanned-label').then((file) => file.ScannedLabel),
  },
  absentRoute,
];
