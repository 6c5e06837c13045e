import type { House } from '../harness/house.js';
import type { Dice } from './dice.js';
import { insertRows } from './insert-rows.js';
import { DATA_DAY, type World } from './world.js';

type Row = Record<string, unknown>;

const STATES = ['new', 'assigned', 'resolved', 'resolved', 'closed', 'closed', 'closed', 'cancelled'];
const WEEK = {
  ...{ mon: day('08:20', '11:45'), tue: day('08:20', '11:45'), wed: { morning: ['09:00', '12:00'], afternoon: null } },
  ...{ thu: day('08:20', '11:45'), fri: { morning: null, afternoon: ['13:45', '15:30'] } },
};

function day(opens: string, closes: string) {
  return { morning: [opens, closes], afternoon: ['13:40', '16:15'] };
}

/** Breakdowns of every state, taken, given back, repaired and opened again; what their clocks have said, and what nobody has counted. */
export async function addBreakdowns(house: House, dice: Dice, world: World): Promise<void> {
  const hours = world.schools
    .filter(() => dice.chance(0.6))
    .flatMap(({ id }) => [
      { id: dice.uuid(), school_id: id, from_day: dice.pick(['2023-01-01', '2026-05-04']), hours: WEEK },
    ]);
  await insertRows(house, 'school_opening_hours', hours);
  const tickets: Row[] = [];
  const moves: Row[] = [];
  for (let number = 0; number < 140; number++) {
    const ticket = randomTicket(dice, world, number);
    tickets.push(ticket);
    moves.push(...movesOf(dice, ticket, world.accountId));
  }
  await insertRows(house, 'ticket', tickets);
  await insertRows(house, 'ticket_move', moves);
}

function randomTicket(dice: Dice, { schools, accountId }: World, number: number): Row {
  const state = dice.pick(STATES);
  const reported_at = dice.instant(dice.day(dice.chance(0.5) ? '2025-06-01' : '2026-06-01', DATA_DAY));
  const isResolved = state === 'resolved' || state === 'closed';
  const resolved_at = dice.instant(dice.day(reported_at.slice(0, 10), DATA_DAY));
  // What came in as a list has no history, and nothing of it is counted.
  const isCounted = isResolved && !(dice.chance(0.1) && isListed(number));
  const isInHand = state === 'assigned' || isResolved;
  return {
    ...{ id: dice.uuid(), number: `T-2026-${70_000 + number}`, school_id: dice.pick(schools).id, subject: 'school' },
    ...{ symptom: 'outage', impact: dice.pick(['person', 'class', 'school']), version: 1, priority: 'P2', state },
    ...{ urgency: dice.pick(['normally', 'otherwise', 'stopped', 'stopped']), state_since: reported_at },
    ...{ reported_by: accountId, reported_at, assigned_account_id: isInHand ? accountId : null },
    resolved_at: isResolved ? (resolved_at > reported_at ? resolved_at : reported_at) : null,
    metropole_minutes: isCounted ? dice.whole(0, 3_000) : null,
    class_minutes: isCounted ? dice.whole(0, 5_000) : null,
    restored_in_time: isCounted ? dice.chance(0.7) : null,
    class_in_time: isCounted ? dice.chance(0.5) : null,
    taken_in_time: isCounted || (isInHand && !isResolved && dice.chance(0.8)) ? dice.chance(0.8) : null,
  };
}

const isListed = (number: number) => number % 4 === 0;

/** Taken once or twice, repaired once or more; of what came in as a list there is nothing. */
function movesOf(dice: Dice, ticket: Row, account_id: string): Row[] {
  const isResolved = ticket['resolved_at'] !== null;
  if (isResolved && ticket['metropole_minutes'] === null) return [];
  const first = String(ticket['reported_at']).slice(0, 10);
  const line = (
    action: string,
    from_state: string | null,
    to_state: string,
    at = dice.instant(dice.day(first, DATA_DAY)),
  ) => ({
    ...{ id: dice.uuid(), ticket_id: ticket['id'], action, from_state, to_state, account_id, role: 'technician' },
    ...{ deputy: false, at, priority: 'P2', presence: false, detail: {} },
  });
  const moves: Row[] = [line('report', null, 'new', String(ticket['reported_at']))];
  if (ticket['state'] === 'new' || ticket['state'] === 'cancelled') return moves;
  const takes = dice.whole(1, 3);
  for (let take = 0; take < takes; take++) moves.push(line(dice.pick(['take', 'assign']), 'new', 'assigned'));
  if (isResolved) {
    const repairs = dice.whole(1, 3);
    for (let repair = 0; repair < repairs; repair++) moves.push(line('resolve', 'in-progress', 'resolved'));
    for (let again = 1; again < repairs; again++) moves.push(line('reopen', 'resolved', 'assigned'));
  }
  return moves;
}
