import type { OrderAction } from './order-lifecycle.js';

/** What the thread says somebody did. */
export const ORDER_ACTION_WORDS: Record<OrderAction | 'compose' | 'prerequisite', string> = {
  compose: 'Brouillon commencé',
  prerequisite: 'Préalable',
  discard: 'Abandonnée',
  submit: 'Envoyée',
  withdraw: 'Reprise par l’école',
  return: 'Renvoyée à l’école',
  approve: 'Approuvée',
  reject: 'Refusée',
  lapse: 'Rendue en fin d’année',
  schedule: 'Planifiée',
  move: 'Déplacée',
  'ask-to-cancel': 'Annulation demandée',
  cancel: 'Annulée',
  start: 'Commencée',
  interrupt: 'Interrompue',
  report: 'Installée',
  confirm: 'Confirmée',
  'confirm-by-default': 'Constat par défaut',
  dispute: 'Écart signalé',
  complement: 'Complément engagé',
  adjourn: 'Ajournée',
  certify: 'Service fait certifié',
  'record-invoice': 'Facture enregistrée',
  close: 'Close',
};
