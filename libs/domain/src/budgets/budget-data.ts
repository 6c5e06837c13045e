import type { PersonalDataRegister, PlainColumns } from '../personal-data/register.js';

export const BUDGET_DATA = {
  ledgerActors: {
    what: 'Auteur d’une écriture du budget, par l’identifiant de son compte',
    purpose: 'Prouver qui a engagé une dépense',
    lies: ['ledger_entry.actor', 'contract_entry.actor'],
    term: { with: 'aussi longtemps que le budget (10 ans, comptabilité publique)' },
    then: 'kept',
  },
  budgetTexts: {
    what: 'Motif d’une écriture ou d’une répartition du budget',
    purpose: 'Comprendre un mouvement du budget',
    lies: ['ledger_entry.reason', 'allocation_run.reason'],
    term: { with: 'aussi longtemps que le budget (10 ans, comptabilité publique)' },
    then: 'kept',
  },
} as const satisfies PersonalDataRegister;

export const BUDGET_PLAIN = {
  'allocation_run.kind': 'a kind',
  'allocation_run.rule': 'figures of the rule',
  'contract_entry.reason': 'a kind',
  'envelope.kind': 'a kind',
  'ledger_entry.kind': 'a kind',
  'ledger_entry.opens_hold': 'a kind',
  'ledger_entry.resolves_hold': 'a kind',
} as const satisfies PlainColumns;
