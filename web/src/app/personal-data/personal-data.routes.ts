import type { Routes } from '@angular/router';
import type { FreeTextObject } from '@parc/domain';
import { absentRoute } from '../shell/absent-route';
import { permitted } from '../shell/guards';

/** Under /textes-libres: the texts of one object, by its word and its id. A budget shows those of its allocations, too. */
const KINDS = {
  commande: 'order',
  convention: 'convention',
  article: 'item',
  budget: 'budget',
  appareil: 'device',
  besoin: 'need',
  redeploiement: 'redeployment',
  dotation: 'dotation',
  'part-de-dotation': 'dotation-part',
  ticket: 'ticket',
  pret: 'loan',
  remede: 'remedy',
  probleme: 'problem',
  intervention: 'visit',
  formation: 'training-session',
  accompagnement: 'support-request',
  'travail-confie': 'deposit',
  controle: 'check',
  'retour-en-garantie': 'warranty-return',
} as const satisfies Record<string, FreeTextObject>;

export const personalDataRoutes: Routes = [
  ...Object.entries(KINDS).map(([word, kind]) => ({
    path: `${word}/:id`,
    title: 'Textes libres',
    data: { kind },
    canMatch: [permitted('free-texts.redact')],
    loadComponent: () => import('./free-texts-page').then((file) => file.FreeTextsPage),
  })),
  absentRoute,
];
