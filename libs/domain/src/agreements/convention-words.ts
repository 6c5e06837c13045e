import type { ActorRole } from '../roles/roles.js';
import type { ConventionAction } from './convention-lifecycle.js';
import { CONVENTION_STATE_NAMES, CONVENTION_STATES, type ConventionState } from './convention-states.js';

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

type NextWords = Readonly<Record<ConventionState | 'none', string>>;

const nextWords = (of: 'next' | 'toDo', none: string): NextWords => {
  const words = CONVENTION_STATE_NAMES.map((state) => [state, CONVENTION_STATES[state][of]] as const);
  return { ...(Object.fromEntries(words) as Record<ConventionState, string>), none };
};

const NEXT = nextWords('next', 'La métropole doit d’abord préparer la convention.');
const TO_DO = nextWords('toDo', 'Préparez-la, puis transmettez-la au signataire.');

/** What happens next for a school that no convention covers today, in the terms of the reader; `none`: there is no convention. */
export function conventionNext(reader: ActorRole): NextWords {
  return reader === 'plan-manager' ? TO_DO : NEXT;
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
    : `La convention avec ${party} est « ${CONVENTION_STATES[state].word} » et ne couvre pas l’école aujourd’hui. ${next}`;
}
