import type { StateWords } from '../orders/order-words.js';
import type { ActorRole } from '../roles/roles.js';
import type { ConventionAction, ConventionState } from './convention-lifecycle.js';

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

type NextWords = Record<ConventionState | 'none', string>;

/** What happens next for a school whose convention is in this state and does not cover it today; `none`: there is no convention. */
export const CONVENTION_NEXT: NextWords = {
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

/** The same for those who prepare conventions: what they have to do. */
export const CONVENTION_TO_DO: NextWords = {
  none: 'Préparez-la, puis transmettez-la au signataire.',
  drafted: 'Complétez-la, puis transmettez-la au signataire.',
  sent: 'Le signataire doit l’approuver.',
  approved: 'Il reste à la signer.',
  signed: 'Elle entre en vigueur à sa date.',
  'in-force': 'Ajoutez-y l’école, ou corrigez ses dates.',
  expired: 'Préparez son renouvellement.',
  ended: 'Préparez-en une autre.',
  renewed: 'La nouvelle entre en vigueur à sa date.',
};

/** What happens next, in the terms of the reader. */
export function conventionNext(reader: ActorRole): NextWords {
  return reader === 'plan-manager' ? CONVENTION_TO_DO : CONVENTION_NEXT;
}

/** Readers of the school: the refusal's own sentence speaks to them. */
const OF_THE_SCHOOL: readonly ActorRole[] = ['teacher', 'school-head'];

/**
 * Why no convention lets an order through, for a reader who is not of the school: which convention, of whom, in which
 * state, what happens next. Null for the school.
 * @param missing `party` as a complement: "la commune de Firminy"; `state` null when there is no convention
 */
export function conventionMissing(
  reader: ActorRole,
  missing: { party: string; state: ConventionState | null; next: string },
): string | null {
  if (OF_THE_SCHOOL.includes(reader)) return null;
  const { party, state, next } = missing;
  return state === null
    ? `Aucune convention avec ${party} ne couvre l’école. ${next}`
    : `La convention avec ${party} est « ${CONVENTION_STATE_WORDS[state].word} » et ne couvre pas l’école aujourd’hui. ${next}`;
}
