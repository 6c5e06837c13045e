import type { StateIcon, StateWords } from '../words/state-words.js';

/** What a row says of a state besides its word; a domain adds columns of its own. */
export interface StateRow extends StateWords {
  icon: StateIcon;
  /** Nobody leaves it. */
  final?: true;
}

/** The states of a table of rows, in its order. */
export function statesOf<State extends string>(rows: Readonly<Record<State, unknown>>): readonly State[] {
  return Object.keys(rows) as State[];
}

/** A named set is a question about the row, never a list: a state that is added answers for itself. */
export function statesWhere<State extends string, Row>(
  rows: Readonly<Record<State, Row>>,
  is: (row: Row, state: State) => boolean,
): readonly State[] {
  return statesOf(rows).filter((state) => is(rows[state], state));
}
