import type { PersonalDataRegister, PlainColumns, Redactable } from '../personal-data/register.js';

export const UPKEEP_DATA = {
  checkTexts: {
    what: 'Motif d’une étape d’un contrôle, remarque sur un appareil contrôlé',
    purpose: 'Entretenir le matériel, et s’en expliquer',
    lies: ['upkeep_check_move.reason', 'upkeep_check_device.note'],
    term: { with: 'aussi longtemps que le contrôle, que l’application n’efface pas' },
    then: 'redactable',
  },
} as const satisfies PersonalDataRegister;

export const UPKEEP_PLAIN = {
  'upkeep_plan.family': 'a kind',
  'upkeep_plan.name': 'a mark on an object',
  'upkeep_plan.points': 'a mark on an object',
  'upkeep_plan.rule': 'a kind',
  'upkeep_plan.weekday': 'a kind',
  'upkeep_check.state': 'a kind',
  'upkeep_check_device.finding': 'a kind',
  'upkeep_check_move.action': 'a kind',
  'upkeep_check_move.detail': 'a number of a document',
  'upkeep_check_move.from_state': 'a kind',
  'upkeep_check_move.role': 'a kind',
  'upkeep_check_move.to_state': 'a kind',
} as const satisfies PlainColumns;

/** What each free text is, to who takes one out. */
export const UPKEEP_TEXT_WORDS: Readonly<Record<Redactable<typeof UPKEEP_DATA>, string>> = {
  'upkeep_check_move.reason': 'Motif d’une étape d’un contrôle',
  'upkeep_check_device.note': 'Remarque sur un appareil contrôlé',
};
