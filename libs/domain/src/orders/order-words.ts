import type { OrderAction, OrderState } from './order-lifecycle.js';

/** The one meaning a colour has everywhere (design.md). */
export type Tone = 'waiting' | 'progress' | 'done' | 'trouble' | 'idle';

export interface StateWords {
  /** As read by everyone: "Envoyée". */
  word: string;
  tone: Tone;
}

export const ORDER_STATE_WORDS: Record<OrderState, StateWords> = {
  draft: { word: 'Brouillon', tone: 'idle' },
  discarded: { word: 'Abandonnée', tone: 'idle' },
  submitted: { word: 'En attente d’accord', tone: 'idle' },
  rejected: { word: 'Refusée', tone: 'trouble' },
  approved: { word: 'Approuvée', tone: 'progress' },
  scheduled: { word: 'Planifiée', tone: 'progress' },
  'in-progress': { word: 'En cours', tone: 'progress' },
  installed: { word: 'À confirmer', tone: 'waiting' },
  confirmed: { word: 'Confirmée', tone: 'progress' },
  certified: { word: 'Service fait', tone: 'done' },
  closed: { word: 'Close', tone: 'idle' },
  cancelled: { word: 'Annulée', tone: 'trouble' },
};

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
