import type { BY_STEP, JudgedRefusal, Lifecycle, Move, StateWord, Verdict, Words } from '@parc/domain';
import { Refused } from '../http/refused.js';

/** What an effect leaves behind: columns of the object, and figures or names that the thread tells. */
export interface Left<Columns> {
  columns?: Columns;
  detail?: Record<string, unknown>;
}

/** A guard that needs more than the object's own facts. */
export interface GuardStep<Context, Parent = never> {
  /** What must be locked before the object, for its answer to hold until the commit. */
  locks: readonly Parent[];
  /** @throws Refused when the move may not be made */
  check(context: Context): Promise<void> | void;
}

/** An effect in the transaction. It gets the object as the effects before it left it, and never writes the state. */
export interface EffectStep<Context, Columns, Parent = never> {
  locks: readonly Parent[];
  /** @param of what the row says it is about: `reported` in `commit reported` */
  run(context: Context, of: string): Promise<Left<Columns> | void> | Left<Columns> | void;
}

/** A domain's answer to its table: both records are total over the names of the rows. */
export interface Steps<Context, Columns, Parent = never> {
  /** The guards of the table that facts answer: they were asked when the move was judged. */
  rules: Readonly<Record<string, typeof BY_STEP | ((subject: never) => unknown)>>;
  guards: Readonly<Record<string, GuardStep<Context, Parent>>>;
  effects: Readonly<Record<string, EffectStep<Context, Columns, Parent>>>;
}

/**
 * The move that the table allows. The refusal carries the table's code, and the state's word where the state refuses.
 * @throws Refused
 */
export function allowed<Found>(verdict: Verdict<Found, JudgedRefusal>, stateWord: StateWord): Found {
  if (verdict.refused === undefined) return verdict.move;
  throw Refused.inState(verdict.refused, stateWord);
}

/**
 * Runs one row: its guards, then its effects, in the row's order. What the row does not name does not happen; what it names
 * cannot be skipped. `runMove` writes what is left, with the state, the move and the notices.
 * @param object takes the columns of each effect, so that the next one sees them
 */
export async function runRow<Context, Columns extends object, Parent>(
  move: Move,
  steps: Steps<Context, Columns, Parent>,
  context: Context,
  object: object,
): Promise<Required<Left<Columns>>> {
  for (const name of move.guards) {
    const step = steps.guards[name];
    if (step) await step.check(context);
    else if (typeof steps.rules[name] !== 'function')
      throw new Error(`no step answers the guard "${name}" of "${move.action}"`);
  }
  const columns = {} as Columns;
  const detail: Record<string, unknown> = {};
  for (const effect of move.effects) {
    const [name, of = ''] = effect.split(' ') as [string, string?];
    const step = steps.effects[name];
    if (!step) throw new Error(`no step makes the effect "${name}" of "${move.action}"`);
    const left = (await step.run(context, of)) ?? {};
    Object.assign(object, left.columns);
    Object.assign(columns, left.columns);
    Object.assign(detail, left.detail);
  }
  return { columns, detail };
}

/** A table and its domain's whole answer to it. Nothing can be left out: a table that begins to tell does not compile without `tell`. */
export interface Running<W extends Words, Context, Columns, Parent = never> {
  table: Lifecycle<W>;
  steps: Steps<Context, Columns, Parent>;
  /** Writes the object's columns and its state, and the line of the thread that explains them. */
  write(context: Context, move: Move<W>, left: Required<Left<Columns>>): Promise<void>;
  /** Queues what is sent to those whom the row names, in the same transaction; null in a table that tells nobody. */
  tell: [W['notice']] extends [never] ? null : (context: Context, move: Move<W>) => Promise<void>;
}

/** One move whole: the row runs, what it leaves is written with the state, and whom it tells is told. */
export async function runMove<W extends Words, Context, Columns extends object, Parent>(
  running: Running<W, Context, Columns, Parent>,
  move: Move<W>,
  context: Context,
  object: object,
): Promise<Required<Left<Columns>>> {
  const left = await runRow(move, running.steps, context, object);
  await running.write(context, move, left);
  if (move.tells.length > 0) await running.tell?.(context, move);
  return left;
}

/** What must be locked before the object for one action, whatever its state: the parents that its rows' steps name. */
export function parentsOf<Context, Columns, Parent extends string>(
  moves: readonly Move[],
  steps: Steps<Context, Columns, Parent>,
  action: string,
): ReadonlySet<Parent> {
  const rows = moves.filter((move) => move.action === action);
  const guards = rows.flatMap(({ guards }) => guards.flatMap((name) => steps.guards[name]?.locks ?? []));
  const effects = rows.flatMap(({ effects }) =>
    effects.flatMap((effect) => steps.effects[effect.split(' ')[0]!]?.locks ?? []),
  );
  return new Set([...guards, ...effects]);
}
