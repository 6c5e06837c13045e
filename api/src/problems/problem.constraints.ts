import type { ConstraintRegister } from '../platform/http/constraints.js';

export const PROBLEM_CONSTRAINTS = {
  problem_number_key: { neverByRequest: 'a sequence draws the number' },
  problem_id_open_key: { neverByRequest: 'the id is drawn; whether it is open is there to be referred to' },
  // Tickets are held before: which problem each is in is read, and said. This is what is left where somebody forgets.
  problem_ticket_in_one_open: 'problem.ticket-elsewhere',
  problem_ticket_there_once: { neverByRequest: 'what is there already is left out under the lock of the ticket' },
} as const satisfies ConstraintRegister;
