import type { House } from '../harness/house.js';
import type { Dice } from './dice.js';
import { insertRows } from './insert-rows.js';
import { DATA_DAY, type World } from './world.js';

type Row = Record<string, unknown>;

/** Conventions that begin, end and expire, of some schools; budgets of two years with what happened to them; orders sent or not. */
export async function addConduct(house: House, dice: Dice, world: World): Promise<void> {
  await addConventions(house, dice, world);
  await addBudgets(house, dice, world);
  await insertRows(
    house,
    'installation_order',
    Array.from({ length: 60 }, (_, number) => randomOrder(dice, world, number)),
  );
}

async function addConventions(house: House, dice: Dice, { schools, communes }: World): Promise<void> {
  const conventions = Array.from({ length: 14 }, (_, number) => {
    const state = dice.pick([
      'in-force',
      'in-force',
      'in-force',
      'expired',
      'ended',
      'ended',
      'ended',
      'renewed',
      'drafted',
    ]);
    const kind = dice.chance(0.15) ? 'framework' : 'commune';
    const from_day = dice.day('2023-04-01', '2026-08-01');
    return {
      ...{ id: dice.uuid(), number: `CV-H${number}`, title: 'Au hasard', kind, state, version: 1, promises: [] },
      ...{
        commune_id: kind === 'commune' ? dice.pick(communes) : null,
        from_day,
        to_day: dice.day(from_day, '2027-12-31'),
      },
      ended_on: state === 'ended' ? dice.day('2026-06-01', '2026-11-30') : null,
    };
  });
  await insertRows(house, 'convention', conventions);
  const sites = conventions.flatMap((convention) =>
    schools
      .filter(() => dice.chance(0.3))
      .map(({ id }) => {
        const from_day = dice.day(convention.from_day, '2026-12-31');
        const to_day = dice.day(from_day, '2027-12-31');
        return { id: dice.uuid(), convention_id: convention.id, school_id: id, from_day, to_day };
      }),
  );
  await insertRows(house, 'convention_site', sites);
}

/** Of some schools and of the plan's reserve: opened in parts, spent on breakdowns, carried over and lapsed. */
async function addBudgets(house: House, dice: Dice, { schools }: World): Promise<void> {
  const tickets = await house.sql<{ id: string }>('select id from ticket order by id');
  const envelopes: Row[] = [];
  const entries: Row[] = [];
  for (const school_id of [null, ...schools.map(({ id }) => id)])
    for (const year of [2025, 2026]) {
      if (dice.chance(0.3)) continue;
      const envelope = { id: dice.uuid(), school_id, year, kind: 'installation' };
      envelopes.push(envelope);
      entries.push(...entriesOf(dice, envelope, dice.pick(tickets).id));
    }
  await insertRows(house, 'envelope', envelopes);
  await insertRows(house, 'ledger_entry', entries);
}

function entriesOf(dice: Dice, { id, year }: { id: string; year: number }, ticketId: string): Row[] {
  const entries: Row[] = [];
  let [opened, spent] = [0, 0];
  const days = Array.from({ length: 6 }, () => dice.day(`${year}-01-01`, `${year}-12-31`)).sort();
  const post = (kind: string, opened_change: number, spent_change: number) => {
    entries.push({
      ...{ id: dice.uuid(), envelope_id: id, sequence: entries.length + 1, kind, actor: 'hasard' },
      ...{ posted_at: dice.instant(days[entries.length]!), ticket_id: kind === 'expense' ? ticketId : null },
      ...{ opened_before: opened, reserved_before: 0, committed_before: 0, spent_before: spent },
      ...{ opened_change, reserved_change: 0, committed_change: 0, spent_change },
    });
    opened += opened_change;
    spent += spent_change;
  };
  if (dice.chance(0.1)) return entries;
  for (let part = dice.whole(1, 2); part > 0; part--) post('allocation', dice.whole(10_000, 200_000), 0);
  for (let part = dice.whole(0, 2); part > 0; part--)
    post('expense', 0, dice.whole(1, Math.max(1, (opened - spent) / 3)));
  if (dice.chance(0.5) && opened > spent) post('lapse', spent - opened, 0);
  return entries;
}

function randomOrder(dice: Dice, { schools, accountId }: World, number: number): Row {
  const state = dice.pick(['closed', 'closed', 'certified', 'rejected', 'cancelled', 'draft', 'discarded']);
  const submitted_at = dice.instant(dice.day('2025-06-01', DATA_DAY));
  const isDone = state === 'closed' || state === 'certified';
  const confirmed_at = dice.instant(dice.day(submitted_at.slice(0, 10), DATA_DAY));
  return {
    ...{ id: dice.uuid(), number: `C-2026-${70_000 + number}`, kind: 'installation', basket_id: dice.uuid(), state },
    ...{ school_id: dice.pick(schools).id, school_uai: '0427000A', title: '', note: '', contact: '', wishes: [] },
    ...{ prerequisites: [], performer: 'metropole', counted_net_cents: 0, asked_cents: 0, created_by: accountId },
    ...{ created_at: submitted_at, submitted_by: accountId, submitted_at, ever_started: isDone, performed_by: [] },
    ...{ confirmed_at: isDone ? (confirmed_at > submitted_at ? confirmed_at : submitted_at) : null },
    ...{ state_since: submitted_at, version: 1 },
  };
}
