import type { PersonalDataRegister, PlainColumns, Redactable } from '../personal-data/register.js';

export const CONVENTION_DATA = {
  signatories: {
    what: 'Signataires des conventions et des délibérations',
    purpose: 'Prouver qui a engagé chaque partie',
    lies: ['convention_signature.signatory', 'deliberation.signatory'],
    term: { with: 'aussi longtemps que la convention' },
    then: 'kept',
  },
  conventionTexts: {
    what: 'Textes libres d’une convention : intitulé, motifs',
    purpose: 'Comprendre une décision sur la convention',
    lies: ['convention.title', 'convention.ended_reason', 'convention_move.reason'],
    term: { with: 'aussi longtemps que la convention' },
    then: 'redactable',
  },
  conventionActs: {
    what: 'Engagements et visas d’une convention, tels que signés',
    purpose: 'Prouver ce à quoi chaque partie s’est engagée ; une erreur s’y corrige par un avenant',
    lies: ['convention.promises', 'deliberation.visas'],
    term: { with: 'aussi longtemps que la convention' },
    then: 'kept',
  },
} as const satisfies PersonalDataRegister;

export const CONVENTION_PLAIN = {
  'convention.kind': 'a kind',
  'convention.legal_basis': 'a public text',
  'convention.number': 'a number of a document',
  'convention.running_costs': 'a kind',
  'convention.state': 'a kind',
  'convention_move.action': 'a kind',
  'convention_move.from_state': 'a kind',
  'convention_move.role': 'a kind',
  'convention_move.to_state': 'a kind',
  'convention_signature.party': 'a kind',
  'deliberation.council': 'an assembly',
  'deliberation.number': 'a number of a document',
} as const satisfies PlainColumns;

/** What each free text is, to who takes one out. */
export const CONVENTION_TEXT_WORDS: Readonly<Record<Redactable<typeof CONVENTION_DATA>, string>> = {
  'convention.title': 'Intitulé',
  'convention.ended_reason': 'Motif de la fin',
  'convention_move.reason': 'Motif',
};
