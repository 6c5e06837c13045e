import type { PersonalDataRegister, PlainColumns, Redactable } from '../personal-data/register.js';

const AS_LONG_AS_THE_BUDGET =
  'aussi longtemps que le budget, pièce de la comptabilité publique que l’application n’efface pas';

export const BUDGET_DATA = {
  ledgerActors: {
    what: 'Auteur d’une écriture du budget, par l’identifiant de son compte',
    purpose: 'Prouver qui a engagé une dépense',
    lies: ['ledger_entry.actor', 'contract_entry.actor'],
    term: { with: AS_LONG_AS_THE_BUDGET },
    then: 'kept',
  },
  budgetTexts: {
    what: 'Motif d’une écriture ou d’une répartition du budget',
    purpose: 'Comprendre un mouvement du budget',
    lies: ['ledger_entry.reason', 'allocation_run.reason', 'allocation_run.rule'],
    term: { with: AS_LONG_AS_THE_BUDGET },
    then: 'redactable',
  },
} as const satisfies PersonalDataRegister;

export const BUDGET_PLAIN = {
  'allocation_run.kind': 'a kind',
  'contract_entry.reason': 'a kind',
  'envelope.kind': 'a kind',
  'ledger_entry.kind': 'a kind',
  'ledger_entry.opens_hold': 'a kind',
  'ledger_entry.resolves_hold': 'a kind',
} as const satisfies PlainColumns;

/** What each free text is, to who takes one out. */
export const BUDGET_TEXT_WORDS: Readonly<Record<Redactable<typeof BUDGET_DATA>, string>> = {
  'ledger_entry.reason': 'Motif d’une écriture',
  'allocation_run.reason': 'Motif d’une répartition',
  'allocation_run.rule': 'Motif d’un montant fixé pour une école',
};
