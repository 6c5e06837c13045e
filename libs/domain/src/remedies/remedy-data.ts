import type { PersonalDataRegister, PlainColumns, Redactable } from '../personal-data/register.js';

export const REMEDY_DATA = {
  remedyTexts: {
    what: 'Titre, gestes et partie interne d’un remède, ses versions, et le motif de son retrait',
    purpose: 'Que les écoles règlent d’elles-mêmes ce qui se règle sans visite ; aucune personne n’y est nommée',
    lies: [
      'remedy.title',
      'remedy.steps',
      'remedy.inside',
      'remedy_version.title',
      'remedy_version.steps',
      'remedy_version.inside',
      'remedy_move.reason',
    ],
    term: { with: 'aussi longtemps que le remède, que l’application n’efface pas' },
    then: 'redactable',
  },
} as const satisfies PersonalDataRegister;

export const REMEDY_PLAIN = {
  'remedy.about': 'a kind',
  'remedy.family': 'a kind',
  'remedy.service': 'a kind',
  'remedy.state': 'a kind',
  'remedy.symptom': 'a kind',
  'remedy.words': 'a mark on an object',
  'remedy_move.action': 'a kind',
  'remedy_move.from_state': 'a kind',
  'remedy_move.role': 'a kind',
  'remedy_move.to_state': 'a kind',
} as const satisfies PlainColumns;

/** What each free text is, to who takes one out. */
export const REMEDY_TEXT_WORDS: Readonly<Record<Redactable<typeof REMEDY_DATA>, string>> = {
  'remedy.title': 'Titre d’un remède',
  'remedy.steps': 'Gestes d’un remède',
  'remedy.inside': 'Partie interne d’un remède',
  'remedy_version.title': 'Titre d’une version d’un remède',
  'remedy_version.steps': 'Gestes d’une version d’un remède',
  'remedy_version.inside': 'Partie interne d’une version d’un remède',
  'remedy_move.reason': 'Motif d’une étape d’un remède',
};
