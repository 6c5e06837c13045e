import type { PersonalDataRegister, PlainColumns, Redactable } from '../personal-data/register.js';

export const EQUIPMENT_DATA = {
  equipmentTexts: {
    what: 'Motif d’un mouvement d’appareil',
    purpose: 'Comprendre ce qui est arrivé à un appareil',
    lies: ['equipment_move.reason'],
    term: { with: 'aussi longtemps que l’appareil, que l’application n’efface pas' },
    then: 'redactable',
  },
} as const satisfies PersonalDataRegister;

export const EQUIPMENT_PLAIN = {
  'equipment.commitment_number': 'a number of a document',
  'equipment.complaint_number': 'a number of a document',
  'equipment.funding': 'a number of a document',
  'equipment.retirement_number': 'a number of a document',
  'equipment.serial': 'a mark on an object',
  'equipment.state': 'a kind',
  'equipment.tag': 'a mark on an object',
  'equipment.words': 'a mark on an object',
  'equipment_label.code': 'a mark on an object',
  'equipment_move.action': 'a kind',
  'equipment_move.detail': 'a number of a document',
  'equipment_move.from_state': 'a kind',
  'equipment_move.role': 'a kind',
  'equipment_move.to_state': 'a kind',
  'stock_place.name': 'a place or an institution',
} as const satisfies PlainColumns;

/** What each free text is, to who takes one out. */
export const EQUIPMENT_TEXT_WORDS: Readonly<Record<Redactable<typeof EQUIPMENT_DATA>, string>> = {
  'equipment_move.reason': 'Motif d’un mouvement',
};
