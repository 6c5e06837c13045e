import type { PersonalDataRegister, PlainColumns, Redactable } from '../personal-data/register.js';

export const LOAN_DATA = {
  loanTexts: {
    what: 'Usage prévu d’un prêt, motif d’une étape, remarque à la remise ou au retour',
    purpose: 'Prêter du matériel, et s’en expliquer',
    lies: ['loan.purpose', 'loan_move.reason', 'loan_check.note'],
    term: { with: 'aussi longtemps que le prêt, que l’application n’efface pas' },
    then: 'redactable',
  },
} as const satisfies PersonalDataRegister;

export const LOAN_PLAIN = {
  'loan.from_half': 'a kind',
  'loan.number': 'a number of a document',
  'loan.state': 'a kind',
  'loan.to_half': 'a kind',
  'loan_check.condition': 'a kind',
  'loan_check.direction': 'a kind',
  'loan_device.outcome': 'a kind',
  'loan_kit.accessories': 'a mark on an object',
  'loan_kit.kinds': 'a kind',
  'loan_kit.name': 'a mark on an object',
  'loan_move.action': 'a kind',
  'loan_move.detail': 'a number of a document',
  'loan_move.from_state': 'a kind',
  'loan_move.role': 'a kind',
  'loan_move.to_state': 'a kind',
} as const satisfies PlainColumns;

/** What each free text is, to who takes one out. */
export const LOAN_TEXT_WORDS: Readonly<Record<Redactable<typeof LOAN_DATA>, string>> = {
  'loan.purpose': 'Usage prévu d’un prêt',
  'loan_move.reason': 'Motif d’une étape d’un prêt',
  'loan_check.note': 'Remarque à la remise ou au retour d’un prêt',
};
