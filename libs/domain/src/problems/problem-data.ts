import type { PersonalDataRegister, PlainColumns, Redactable } from '../personal-data/register.js';

export const PROBLEM_DATA = {
  problemTexts: {
    what: 'Titre, cause, message aux écoles et solution d’un problème qui réunit des tickets',
    purpose: 'Réparer une seule fois ce qui casse partout, et s’en expliquer',
    lies: ['problem.title', 'problem.told', 'problem.cause_note', 'problem.solution', 'problem_move.reason'],
    term: { with: 'aussi longtemps que le problème, que l’application n’efface pas' },
    then: 'redactable',
  },
} as const satisfies PersonalDataRegister;

export const PROBLEM_PLAIN = {
  'problem.about': 'a kind',
  'problem.cause': 'a kind',
  'problem.number': 'a number of a document',
  'problem.repair': 'a kind',
  'problem.service': 'a kind',
  'problem.state': 'a kind',
  'problem.symptom': 'a kind',
  'problem_move.action': 'a kind',
  'problem_move.detail': 'a number of a document',
  'problem_move.from_state': 'a kind',
  'problem_move.role': 'a kind',
  'problem_move.to_state': 'a kind',
} as const satisfies PlainColumns;

/** What each free text is, to who takes one out. */
export const PROBLEM_TEXT_WORDS: Readonly<Record<Redactable<typeof PROBLEM_DATA>, string>> = {
  'problem.title': 'Titre d’un problème',
  'problem.told': 'Message d’un problème aux écoles',
  'problem.cause_note': 'Cause d’un problème',
  'problem.solution': 'Solution d’un problème',
  'problem_move.reason': 'Motif d’une étape d’un problème',
};
