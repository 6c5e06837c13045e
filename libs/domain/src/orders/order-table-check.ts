import type { Lifecycle } from '../lifecycle/lifecycle.js';
import { isDated, type OrderStateRow } from './order-states.js';

type Table = Pick<Lifecycle, 'initial' | 'moves' | 'statesFrom'>;
type Rows = Readonly<Record<string, OrderStateRow>>;

/**
 * What the columns of a state's row say of one another and of the moves that leave it; one sentence each where they do not
 * agree. Read with the table: a state that is added with a row half thought through does not start.
 */
export function orderTableFaults(rows: Rows, table: Table): string[] {
  const unsent = reachedWithout(table, 'submit');
  const unapproved = reachedWithout(table, 'approve');
  const unreported = reachedWithout(table, 'report');
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
 * A school that asks to cancel waits for an answer: the order may be cancelled where it asks, and wherever a move then leads
 * as long as nothing was begun. Who begins the work answers, too.
 */
function lostCancellations(state: string, rows: Rows, { moves, statesFrom }: Table): string[] {
  if (!statesFrom('ask-to-cancel').includes(state)) return [];
  const cancelled = statesFrom('cancel');
  if (!cancelled.includes(state)) return [`"${state}" may be asked to be cancelled, and nobody may cancel it there`];
  return moves
    .filter((move) => move.state === state && isStillToBegin(rows[move.next]!) && !cancelled.includes(move.next))
    .map(
      ({ action, next }) =>
        `"${state}" loses, by "${action}", the cancellation asked for: none may cancel in "${next}"`,
    );
}

const isStillToBegin = ({ hold, photos }: OrderStateRow) => hold !== null && photos === 'place';

const isWaiting = ({ hold, awaits, photos, appointment }: OrderStateRow) =>
  hold !== null || awaits !== null || photos !== null || appointment;

const appointmentWords = ({ appointment }: OrderStateRow) =>
  appointment
    ? `has an appointment, and nobody may start or report in it`
    : `may be started or reported, and has no appointment`;

/** The states an order comes to without this action ever having been made. */
function reachedWithout({ initial, moves }: Table, action: string): ReadonlySet<string> {
  const reached = new Set([initial]);
  for (const state of reached)
    for (const move of moves) if (move.state === state && move.action !== action) reached.add(move.next);
  return reached;
}
