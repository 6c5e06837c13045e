import type { ConstraintRegister } from '../platform/http/constraints.js';

export const BUDGET_CONSTRAINTS = {
  ledger_never_below_zero: {
    code: 'budget.not-enough',
    title: 'Il manque de l’argent. Retirez un poste ou demandez un virement.',
  },
  ledger_amounts_bounded: 'budget.amount-too-large',
  ledger_hold_resolved_once: 'hold.already-resolved',
  /** A movement of an envelope that is closed. */
  PA003: 'budget.envelope-closed',
  envelope_once: { neverByRequest: 'an envelope that is there is left as it is' },
  ledger_chain: { neverByRequest: 'the envelope is locked while an entry follows the last' },
  ledger_chain_amounts: { neverByRequest: 'as ledger_chain; the amounts are there to be referred to' },
  ledger_hold: { neverByRequest: 'the id is drawn; the others are there to be referred to' },
  ledger_hold_of_order: { neverByRequest: 'the id is drawn; the others are there to be referred to' },
  ledger_reversed_once: { neverByRequest: 'no route reverses an entry' },
  ledger_reversible: { neverByRequest: 'the id is drawn; the others are there to be referred to' },
} as const satisfies ConstraintRegister;
