import type { PersonalDataRegister, PlainColumns, Redactable } from '../../personal-data/register.js';

export const DOTATION_DATA = {
  dotationTexts: {
    what: 'Avis d’une école sur une dotation, motifs, ce qui manquait à la livraison',
    purpose: 'Décider qui reçoit quoi, et s’en expliquer',
    lies: ['dotation_move.reason', 'dotation_part_move.reason'],
    term: { with: 'aussi longtemps que la dotation, que l’application n’efface pas' },
    then: 'redactable',
  },
} as const satisfies PersonalDataRegister;

export const DOTATION_PLAIN = {
  'dotation.basis': 'a kind',
  'dotation.source': 'a kind',
  'dotation.state': 'a kind',
  'dotation.title': 'a mark on an object',
  'dotation_device.outcome': 'a kind',
  'dotation_move.action': 'a kind',
  'dotation_move.from_state': 'a kind',
  'dotation_move.role': 'a kind',
  'dotation_move.to_state': 'a kind',
  'dotation_part.opinion': 'a kind',
  'dotation_part.planned_half': 'a kind',
  'dotation_part.state': 'a kind',
  'dotation_part_move.action': 'a kind',
  'dotation_part_move.answer': 'a kind',
  'dotation_part_move.from_state': 'a kind',
  'dotation_part_move.role': 'a kind',
  'dotation_part_move.to_state': 'a kind',
} as const satisfies PlainColumns;

/** What each free text is, to who takes one out. */
export const DOTATION_TEXT_WORDS: Readonly<Record<Redactable<typeof DOTATION_DATA>, string>> = {
  'dotation_move.reason': 'Motif d’une dotation annulée',
  'dotation_part_move.reason': 'Avis ou motif dans une dotation',
};
