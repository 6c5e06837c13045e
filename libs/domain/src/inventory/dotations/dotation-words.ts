import type { DotationAction, DotationPartAction } from './dotation-lifecycle.js';

export const DOTATION_ACTION_WORDS: Record<DotationAction, string> = {
  ask: 'Demander l’avis des écoles',
  decide: 'Arrêter la décision',
  close: 'Clore la dotation',
  cancel: 'Annuler la dotation',
};

export const DOTATION_DONE_WORDS: Record<DotationAction, string> = {
  ask: 'Avis demandés aux écoles',
  decide: 'Décision arrêtée',
  close: 'Dotation close',
  cancel: 'Dotation annulée',
};

export const DOTATION_PART_ACTION_WORDS: Record<DotationPartAction, string> = {
  adjust: 'Changer la quantité',
  ask: 'Demander l’avis',
  opine: 'Donner votre avis',
  'fall-silent': 'Constater le silence',
  confirm: 'Confirmer',
  plan: 'Prévoir la livraison',
  prepare: 'Préparer les appareils',
  receive: 'Tout est arrivé',
  'receive-in-part': 'Il en manque',
  settle: 'Ne plus rien attendre',
  drop: 'Écarter cette école',
};

export const DOTATION_PART_DONE_WORDS: Record<DotationPartAction, string> = {
  adjust: 'Quantité changée',
  ask: 'Avis demandé',
  opine: 'Avis donné',
  'fall-silent': 'Pas de réponse dans le délai',
  confirm: 'Confirmé',
  plan: 'Livraison prévue',
  prepare: 'Appareils préparés',
  receive: 'Reçu',
  'receive-in-part': 'Reçu en partie',
  settle: 'Plus rien n’est attendu',
  drop: 'École écartée',
};
