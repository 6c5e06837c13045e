import type { PersonalDataRegister, PlainColumns, Redactable } from '../personal-data/register.js';

export const WARRANTY_DATA = {
  returnTexts: {
    what: 'Panne décrite au constructeur, motif d’une étape d’un retour en garantie',
    purpose: 'Faire jouer la garantie, et s’en expliquer',
    lies: ['warranty_return.fault', 'warranty_return_move.reason'],
    term: { with: 'aussi longtemps que le retour, que l’application n’efface pas' },
    then: 'redactable',
  },
} as const satisfies PersonalDataRegister;

export const WARRANTY_PLAIN = {
  'warranty_return.former_serial': 'a mark on an object',
  'warranty_return.new_serial': 'a mark on an object',
  'warranty_return.state': 'a kind',
  'warranty_return.tracking_number': 'a number of a document',
  'warranty_return_move.action': 'a kind',
  'warranty_return_move.detail': 'a number of a document',
  'warranty_return_move.from_state': 'a kind',
  'warranty_return_move.role': 'a kind',
  'warranty_return_move.to_state': 'a kind',
} as const satisfies PlainColumns;

/** What each free text is, to who takes one out. */
export const WARRANTY_TEXT_WORDS: Readonly<Record<Redactable<typeof WARRANTY_DATA>, string>> = {
  'warranty_return.fault': 'Panne décrite au constructeur',
  'warranty_return_move.reason': 'Motif d’une étape d’un retour en garantie',
};
