import { anyOf, noneOf } from './kinds.sql.js';

/** A named set of states as SQL, over the column that holds one: `o.state in ('scheduled', 'in-progress')`. Nothing is in an empty set. */
export function inStates(column: string, states: readonly string[]): string {
  return anyOf(column, states);
}

/** The same for what is in none of them; a column of states is never null. */
export function notInStates(column: string, states: readonly string[]): string {
  return noneOf(column, states, '<>');
}
