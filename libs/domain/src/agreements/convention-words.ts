import type { StateWords } from '../orders/order-words.js';
import type { ConventionAction, ConventionKind, ConventionState } from './convention-lifecycle.js';

export const CONVENTION_STATE_WORDS: Record<ConventionState, StateWords> = {
  drafted: { word: 'En préparation', tone: 'idle' },
  sent: { word: 'Transmise', tone: 'waiting' },
  approved: { word: 'Approuvée', tone: 'progress' },
  signed: { word: 'Signée', tone: 'progress' },
  'in-force': { word: 'En vigueur', tone: 'done' },
  expired: { word: 'Échue', tone: 'trouble' },
  renewed: { word: 'Renouvelée', tone: 'idle' },
  ended: { word: 'Terminée', tone: 'trouble' },
};

export const CONVENTION_KIND_WORDS: Record<ConventionKind, string> = {
  framework: 'Convention-cadre',
  commune: 'Commune',
  'private-body': 'Organisme privé',
  'medico-social-body': 'Organisme médico-social',
};

/** What the thread says somebody did. */
export const CONVENTION_ACTION_WORDS: Record<ConventionAction, string> = {
  send: 'Transmise',
  refuse: 'Refusée par le signataire',
  recall: 'Reprise par la métropole',
  approve: 'Approuvée',
  sign: 'Signature',
  'enter-into-force': 'Entrée en vigueur',
  amend: 'Avenant',
  end: 'Fin anticipée',
  'reach-term': 'Terme atteint',
  renew: 'Renouvelée',
};

/** What happens next for a school whose convention is in this state and does not cover it today; `none`: there is no convention. */
export const CONVENTION_NEXT: Record<ConventionState | 'none', string> = {
  none: 'La métropole doit d’abord préparer la convention.',
  drafted: 'La métropole prépare la convention.',
  sent: 'La convention est chez le signataire, qui doit l’approuver.',
  approved: 'La convention est approuvée, il reste à la signer.',
  signed: 'La convention est signée, elle entre en vigueur à sa date.',
  'in-force': 'La convention est en vigueur, mais pas pour cette école aujourd’hui : la métropole la complète.',
  expired: 'La convention est arrivée à son terme, la métropole prépare son renouvellement.',
  ended: 'La convention a pris fin, la métropole en prépare une autre.',
  renewed: 'La convention a été renouvelée, la nouvelle entre en vigueur à sa date.',
};
