import type { PersonalDataRegister, PlainColumns, Redactable } from '../../personal-data/register.js';

export const NEED_DATA = {
  needTexts: {
    what: 'Besoin dit par une école, avis et motifs d’un redéploiement',
    purpose: 'Choisir qui reçoit un appareil, et s’en expliquer',
    lies: ['need.purpose', 'need.note', 'need_move.reason', 'redeployment_move.reason'],
    term: { with: 'aussi longtemps que le besoin, que l’application n’efface pas' },
    then: 'redactable',
  },
} as const satisfies PersonalDataRegister;

export const NEED_PLAIN = {
  'kit_group.name': 'a kind',
  'kit_rule.school_kind': 'a kind',
  'kit_rule.source': 'a number of a document',
  'need.state': 'a kind',
  'need_move.action': 'a kind',
  'need_move.from_state': 'a kind',
  'need_move.role': 'a kind',
  'need_move.to_state': 'a kind',
  'redeployment.giving_answer': 'a kind',
  'redeployment.idle': 'a kind',
  'redeployment.receiving_answer': 'a kind',
  'redeployment.state': 'a kind',
  'redeployment_move.action': 'a kind',
  'redeployment_move.answer': 'a kind',
  'redeployment_move.from_state': 'a kind',
  'redeployment_move.role': 'a kind',
  'redeployment_move.to_state': 'a kind',
} as const satisfies PlainColumns;

/** What each free text is, to who takes one out. */
export const NEED_TEXT_WORDS: Readonly<Record<Redactable<typeof NEED_DATA>, string>> = {
  'need.purpose': 'Usage dit par une école',
  'need.note': 'Précision d’un besoin',
  'need_move.reason': 'Motif d’une décision sur un besoin',
  'redeployment_move.reason': 'Avis ou motif d’un redéploiement',
};
