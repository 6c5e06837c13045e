import { ORDER_STATES } from '@parc/domain';

const FINAL = Object.entries(ORDER_STATES).flatMap(([state, row]) => ('final' in row ? [`'${state}'`] : []));

/** Forgets whom to ask for on the spot, of orders that nothing moves any more since before $1. */
export const FORGET_CONTACTS = `update installation_order set contact = ''
  where contact <> '' and state in (${FINAL.join(', ')}) and state_since < $1`;
