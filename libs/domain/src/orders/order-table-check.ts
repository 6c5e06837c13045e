import type { Lifecycle } from '../lifecycle/lifecycle.js';
import { reachedBy } from '../lifecycle/reach.js';
import { isDated, type OrderStateRow } from './order-states.js';

type Table = Pick<Lifecycle, 'initial' | 'moves' | 'statesFrom'>;
/** States of a table in which the work may not have begun yet: nothing has led to where it is reported. */
export function unbegun({ moves, statesFrom }: Pick<Table, 'moves' | 'statesFrom'>, from: string): ReadonlySet<string> {
  const begun = statesFrom('report');
  return reachedBy(moves, from, ({ action, next }) => action !== 'report' && !begun.includes(next));
}

type Rows = Readonly<Record<string, OrderStateRow>>;

/**
 * What the columns of a state's row say of one another and of the moves that leave it; one sentence each where they do not
 * agree. Read with the table: a state that is added with a row half thought through does not start.
 */
export function orderTableFaults(rows: Rows, table: Table): string[] {
  const without = (wanted: string) => reachedBy(table.moves, table.initial, ({ action }) => action !== wanted);
  const [unsent, unapproved, unreported] = [without('submit'), without('approve'), without('report')];
  const leaves = (state: string, ...actions: string[]) =>
    table.moves.some((move) => move.state === state && actions.includes(move.action));
  return Object.entries(rows).flatMap(([state, row]) => {
    const said: [fault: boolean, sentence: string][] = [
      [
        row.readFrom !== (unsent.has(state) ? 'composing' : unapproved.has(state) ? 'submission' : 'approval'),
        `is read from the ${row.readFrom} on, which is not what its orders have behind them`,
      ],
      [row.quantity === 'approved' && unapproved.has(state), `counts what was approved, and is reached before`],
      [
        row.quantity === 'asked' && row.behind !== null && !unapproved.has(state),
        `counts what was asked, and less may have been approved`,
      ],
      [row.quantity === 'done' && unreported.has(state), `counts what was done, and is reached before any report`],
      [
        row.photos === 'work' && unreported.has(state) && !leaves(state, 'report'),
        `takes photos of the work, and nobody may report in it nor has`,
      ],
      [row.photos !== 'work' && leaves(state, 'report'), `may be reported, and takes no photos of the work`],
      [row.appointment !== leaves(state, 'start', 'report'), appointmentWords(row)],
      [
        row.hold !== null && row.awaits === null && !row.appointment,
        `holds money, and neither awaits anything nor has an appointment`,
      ],
      [row.final === true && isWaiting(row), `is final, and still holds, awaits or takes something`],
      [
        (row.phase === 'stopped') !== (row.behind === null),
        `is on the path and stopped, or neither on the path nor stopped`,
      ],
      [row.milestone !== null && row.behind === null, `is a milestone, and not on the path`],
      [
        row.milestone === null && row.behind !== null && row.behind !== leastBefore(state, rows, table),
        `is aside of the path, and has not behind it what the states before it have`,
      ],
      [row.hold !== null && begun(table).has(state) && !leaves(state, ...safeWaysOn(state, table)), deadEndWords],
    ];
    const told = said.flatMap(([fault, sentence]) => (fault ? [`"${state}" ${sentence}`] : []));
    return [...told, ...lostCancellations(state, rows, table), ...missingAppointments(state, rows, table)];
  });
}

/**
 * A date is told where an appointment stands or was kept: whoever comes there from where none does fixes one, or the order
 * would show the last one it had.
 */
function missingAppointments(state: string, rows: Rows, { moves }: Table): string[] {
  if (isDated(rows[state]!)) return [];
  return moves
    .filter((move) => move.state === state && isDated(rows[move.next]!) && !move.effects.includes('plan'))
    .map(
      ({ action, next }) =>
        `"${state}" has no appointment and comes by "${action}" to "${next}", which tells one: its row needs the effect "plan"`,
    );
}

/**
 * A school that asks to cancel waits for an answer: the order may be cancelled where it asks, and wherever moves then lead,
 * however many, as long as nothing was begun. Who begins the work answers, too.
 */
function lostCancellations(asked: string, rows: Rows, table: Table): string[] {
  if (!table.statesFrom('ask-to-cancel').includes(asked)) return [];
  const cancelled = table.statesFrom('cancel');
  if (!cancelled.includes(asked)) return [`"${asked}" may be asked to be cancelled, and nobody may cancel it there`];
  return [...unbegun(table, asked)]
    .filter((state) => rows[state]!.hold !== null && !cancelled.includes(state))
    .map((state) => `"${asked}" loses the cancellation asked for: it may come to "${state}", where none may cancel`);
}

/** The milestones behind every order that comes to a state. A first state has what it says. */
function leastBefore(state: string, rows: Rows, { initial, moves }: Table): number | null {
  if (state === initial) return rows[state]!.behind;
  const before = moves.filter((move) => move.next === state && move.state !== state);
  return Math.min(...before.map((move) => rows[move.state]!.behind ?? Infinity));
}

/** The states to which the work may have led. */
const begun = ({ moves, statesFrom }: Table): ReadonlySet<string> =>
  new Set(statesFrom('report').flatMap((state) => [...reachedBy(moves, state, () => true)]));

/** The actions that lead on from a state whatever becomes of the school, and though the work has begun. */
const safeWaysOn = (state: string, { moves }: Table): string[] =>
  moves
    .filter((move) => move.state === state && move.next !== state)
    .filter(({ guards }) => !guards.includes('school-open') && !guards.includes('never-started'))
    .map(({ action }) => action);

const deadEndWords =
  'holds money once the work has begun, and every way on asks for an open school or for no work begun: where the school closes, nobody leads it on';

const isWaiting = ({ hold, awaits, photos, appointment }: OrderStateRow) =>
  hold !== null || awaits !== null || photos !== null || appointment;

const appointmentWords = ({ appointment }: OrderStateRow) =>
  appointment
    ? `has an appointment, and nobody may start or report in it`
    : `may be started or reported, and has no appointment`;
