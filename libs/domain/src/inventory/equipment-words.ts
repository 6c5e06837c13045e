import type { EquipmentAction } from './equipment-lifecycle.js';

/** What a button says. */
export const EQUIPMENT_ACTION_WORDS: Record<EquipmentAction, string> = {
  receive: 'Recevoir',
  'undo-receipt': 'Annuler la réception',
  store: 'Changer de lieu de stock',
  place: 'Poser dans une école',
  release: 'Mettre en service',
  'waive-training': 'Mettre en service sans formation',
  move: 'Changer de salle',
  lend: 'Prêter',
  return: 'Rendre',
  'send-to-repair': 'Envoyer en réparation',
  'bring-back': 'Ramener dans sa salle',
  'shelve-repaired': 'Rentrer de réparation en stock',
  withdraw: 'Rentrer en stock',
  lose: 'Déclarer perdu',
  steal: 'Déclarer volé',
  'record-complaint': 'Donner le numéro de plainte',
  find: 'Déclarer retrouvé',
  retire: 'Retirer du parc',
  restore: 'Remettre en stock',
  dispose: 'Sortir du parc',
};

/** What the history says was done. */
export const EQUIPMENT_DONE_WORDS: Record<EquipmentAction, string> = {
  receive: 'Reçu',
  'undo-receipt': 'Réception annulée',
  store: 'Changé de lieu de stock',
  place: 'Posé',
  release: 'Mis en service',
  'waive-training': 'Mis en service sans formation',
  move: 'Changé de salle',
  lend: 'Prêté',
  return: 'Rendu',
  'send-to-repair': 'Parti en réparation',
  'bring-back': 'Revenu de réparation',
  'shelve-repaired': 'Rentré de réparation en stock',
  withdraw: 'Rentré en stock',
  lose: 'Déclaré perdu',
  steal: 'Déclaré volé',
  'record-complaint': 'Plainte enregistrée',
  find: 'Retrouvé',
  retire: 'Retiré du parc',
  restore: 'Remis en stock',
  dispose: 'Sorti du parc',
};
