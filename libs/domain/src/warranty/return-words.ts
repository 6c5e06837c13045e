import type { ReturnAction } from './return-lifecycle.js';

/** What a button says. */
export const RETURN_ACTION_WORDS: Record<ReturnAction, string> = {
  send: 'Noter l’envoi',
  follow: 'Relancer le constructeur',
  'receive-repaired': 'Il est revenu réparé',
  'receive-replaced': 'Un autre est revenu à sa place',
  refuse: 'Le constructeur refuse',
  cancel: 'Annuler le retour',
};

/** What the thread says was done: the moves, and the preparation that makes it. */
export const RETURN_DONE_WORDS: Record<ReturnAction | 'prepare', string> = {
  prepare: 'Préparé',
  send: 'Envoyé',
  follow: 'Constructeur relancé',
  'receive-repaired': 'Revenu réparé',
  'receive-replaced': 'Échangé',
  refuse: 'Refusé par le constructeur',
  cancel: 'Annulé',
};
