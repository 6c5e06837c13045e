import type { PersonalDataRegister, PlainColumns, Redactable } from '../../personal-data/register.js';

export const PILOT_DATA = {
  pilotAims: {
    what: 'Ce qu’un essai dans une école pilote doit montrer',
    purpose: 'Que l’école sache ce qu’elle regarde',
    lies: ['pilot.looked_for'],
    term: { with: 'aussi longtemps que l’article' },
    then: 'redactable',
  },
  pilotOpinions: {
    what: 'Avis libre d’une personne d’une école pilote, lu sans son nom',
    purpose: 'Éclairer la décision sur un article',
    lies: ['pilot_opinion.text'],
    term: { with: 'aussi longtemps que l’article' },
    then: 'redactable',
  },
} as const satisfies PersonalDataRegister;

export const PILOT_PLAIN = {
  'pilot_opinion.easy': 'a kind',
  'pilot_opinion.useful': 'a kind',
  'pilot_opinion.keep': 'a kind',
} as const satisfies PlainColumns;

/** What each free text is, to who takes one out. */
export const PILOT_TEXT_WORDS: Readonly<Record<Redactable<typeof PILOT_DATA>, string>> = {
  'pilot.looked_for': 'Ce qu’un essai doit montrer',
  'pilot_opinion.text': 'Avis d’une école pilote',
};
