import type { ActorRole } from '../roles/roles.js';
import type { StateRow } from './states.js';
import { statesOf } from './states.js';

/**
 * One line of a lifecycle's table, as its domain writes it. The names of guards, effects and of those who are told are the
 * table's own: their unions are derived from the rows, and whoever answers them answers all of them.
 */
export interface MoveRow<State extends string> {
  from: State | readonly State[];
  action: string;
  who: readonly ActorRole[];
  to: State | 'same';
  /** The state changes only when this holds; otherwise the move is written and the state stays (a signature that is not the last). */
  when?: string;
  /** A written reason is required. */
  reason?: true;
  /** Conditions beyond role and state, in the order in which they refuse. */
  guards?: readonly string[];
  /** What happens in the transaction, in this order. What an effect is about may follow its name: `commit reported`. */
  effects?: readonly string[];
  /** Who is told once the transaction has committed. */
  tells?: readonly string[];
}

type Column = 'when' | 'guards' | 'effects' | 'tells';
type NamesOf<Row, Key extends Column> = Row extends { readonly [key in Key]: infer Names }
  ? Names extends readonly (infer Name extends string)[]
    ? Name
    : Names extends string
      ? Names
      : never
  : never;

type TellingOf<Row> = Row extends { readonly action: infer Action extends string }
  ? [NamesOf<Row, 'tells'>] extends [never]
    ? never
    : `${Action} ${NamesOf<Row, 'tells'>}`
  : never;

/** The name of an effect without what it is about: `commit` of `commit reported`. */
export type NameOf<Effect extends string> = Effect extends `${infer Name} ${string}` ? Name : Effect;

/** What an effect of this name may be about: `approved` and `reported` of `commit`. */
export type AboutOf<Effect extends string, Name extends string> = Effect extends `${Name} ${infer About}`
  ? About
  : never;

/** The words of one table, derived from its rows. */
export interface Words {
  state: string;
  action: string;
  guard: string;
  effect: string;
  /** Who is told. */
  notice: string;
  /** An action and who is told of it: `approve school`. */
  telling: string;
  condition: string;
}

export interface WordsOf<State extends string, Row extends { readonly action: string }> {
  state: State;
  action: Row['action'];
  guard: NamesOf<Row, 'guards'>;
  effect: NamesOf<Row, 'effects'>;
  notice: NamesOf<Row, 'tells'>;
  telling: TellingOf<Row>;
  condition: NamesOf<Row, 'when'>;
}

/** One state and one action: what the API, the screens and the documents read. */
export interface Move<W extends Words = Words> {
  readonly state: W['state'];
  readonly action: W['action'];
  readonly who: readonly ActorRole[];
  readonly next: W['state'];
  readonly when?: W['condition'];
  readonly reason?: true;
  readonly guards: readonly W['guard'][];
  readonly effects: readonly W['effect'][];
  readonly tells: readonly W['notice'][];
}

export interface Lifecycle<W extends Words = Words> {
  readonly name: string;
  readonly initial: W['state'];
  readonly states: readonly W['state'][];
  readonly actions: readonly W['action'][];
  readonly moves: readonly Move<W>[];
  /** Every action that tells somebody, with each whom it tells. */
  readonly tellings: readonly W['telling'][];
  find(state: W['state'], action: W['action']): Move<W> | undefined;
  /** What this role could do in this state, guards left aside: a refusal names it. */
  actionsFor(role: ActorRole, state: W['state']): W['action'][];
  /** Whether the role stands anywhere in the table for this action: the question asked before the object is even loaded. */
  roleMayEver(role: ActorRole, action: W['action']): boolean;
  /** The states that this action leaves from: what waits for it. */
  statesFrom(action: W['action']): readonly W['state'][];
}

/** The words of a table that stands. */
export type WordsIn<Table> = Table extends Lifecycle<infer W> ? W : never;

/**
 * A table of states and moves that runs. It is checked once, when the module is read.
 * @throws Error on a row that stands twice, a state nobody reaches, a state that is neither left nor final, or both
 */
export function lifecycle<State extends string, const Rows extends readonly MoveRow<NoInfer<State>>[]>(table: {
  name: string;
  states: Readonly<Record<State, StateRow>>;
  initial: NoInfer<State>;
  moves: Rows;
}): Lifecycle<WordsOf<State, Rows[number]>> {
  type Own = WordsOf<State, Rows[number]>;
  type Found = Move<Own>;
  // The names are the rows' own, which the type of the table has kept.
  const moves = table.moves.flatMap(rowByState) as unknown as readonly Found[];
  const byStateAndAction = new Map(moves.map((move) => [`${move.state} ${move.action}`, move]));
  checkTable(table, moves);
  return {
    name: table.name,
    initial: table.initial,
    states: statesOf(table.states),
    actions: [...new Set(moves.map(({ action }) => action))],
    moves,
    tellings: [
      ...new Set(moves.flatMap(({ action, tells }) => tells.map((who) => `${action} ${who}`))),
    ] as Own['telling'][],
    find: (state, action) => byStateAndAction.get(`${state} ${action}`),
    actionsFor: (role, state) =>
      moves.filter((move) => move.state === state && move.who.includes(role)).map(({ action }) => action),
    roleMayEver: (role, action) => moves.some((move) => move.action === action && move.who.includes(role)),
    statesFrom: (action) => moves.filter((move) => move.action === action).map(({ state }) => state),
  };
}

/** One row an action of a state: a line of the table may leave from several. */
function rowByState({ from, to, guards = [], effects = [], tells = [], ...row }: MoveRow<string>): Move[] {
  return [from].flat().map((state) => ({ ...row, state, next: to === 'same' ? state : to, guards, effects, tells }));
}

function checkTable(
  table: { name: string; states: Readonly<Record<string, StateRow>>; initial: string },
  moves: readonly { state: string; action: string; next: string }[],
): void {
  const wrong = (what: string) => new Error(`the table of ${table.name}: ${what}`);
  const seen = new Set<string>();
  for (const { state, action } of moves) {
    if (seen.has(`${state} ${action}`)) throw wrong(`"${action}" from "${state}" stands twice`);
    seen.add(`${state} ${action}`);
  }
  const reached = new Set([
    table.initial,
    ...moves.filter(({ state, next }) => next !== state).map(({ next }) => next),
  ]);
  const left = new Set(moves.map(({ state }) => state));
  for (const [state, row] of Object.entries(table.states)) {
    if (!reached.has(state)) throw wrong(`nobody reaches "${state}"`);
    if (!row.final && !left.has(state)) throw wrong(`nobody leaves "${state}", which is not said to be final`);
    if (row.final && left.has(state)) throw wrong(`"${state}" is said to be final and is left`);
  }
}
