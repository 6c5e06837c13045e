import type { House } from '../harness/house.js';
import type { Dice } from './dice.js';
import { insertRows } from './insert-rows.js';
import { DATA_DAY, type World } from './world.js';

/** Breakdowns that ended, one way or another, and what some cost their school. */
export async function addEndedTickets(house: House, dice: Dice, world: World): Promise<void> {
  const devices = await house.sql<{ id: string }>('select id from equipment where not is_container order by id');
  const tickets: Record<string, unknown>[] = [];
  const resolutions: Record<string, unknown>[] = [];
  for (let number = 0; number < 60; number++) {
    const [id, school] = [dice.uuid(), dice.pick(world.schools)];
    const isOfDevice = dice.chance(0.8);
    const state = dice.pick(['resolved', 'closed', 'closed', 'assigned']);
    const ends = Array.from({ length: dice.whole(1, 2) }, () => dice.instant(dice.day('2025-07-01', DATA_DAY))).sort();
    for (const at of ends) resolutions.push(resolutionOf(dice, id, world.accountId, at));
    tickets.push({
      ...{ id, number: `T-2026-${90_000 + number}`, school_id: school.id, subject: isOfDevice ? 'device' : 'school' },
      ...{
        equipment_id: isOfDevice ? dice.pick(devices).id : null,
        symptom: 'other',
        impact: 'person',
        urgency: 'otherwise',
      },
      ...{ priority: 'P2', state, state_since: ends.at(-1), reported_by: world.accountId, reported_at: ends[0] },
      ...{ assigned_account_id: world.accountId, resolved_at: ends.at(-1), version: 1 },
    });
  }
  await insertRows(house, 'ticket', tickets);
  await insertRows(house, 'ticket_resolution', resolutions);
  await addExpenses(house, dice, world, tickets);
}

function resolutionOf(dice: Dice, ticketId: string, accountId: string, at: string): Record<string, unknown> {
  return {
    ...{
      id: dice.uuid(),
      ticket_id: ticketId,
      account_id: accountId,
      at,
      cause: 'battery',
      repair: 'replaced',
      minutes: 30,
    },
    ...{ price_cents: 0, device: dice.pick(['stays', 'leaves', 'returns']), charge: 'free', version: 1 },
  };
}

/** Each school's money of a year: what was given to it, then expenses one after another, some of them taken back. */
async function addExpenses(
  house: House,
  dice: Dice,
  world: World,
  tickets: readonly Record<string, unknown>[],
): Promise<void> {
  const envelopes: Record<string, unknown>[] = [];
  const entries: Record<string, unknown>[] = [];
  for (const year of [2025, 2026])
    for (const school of world.schools) {
      const own = tickets.filter(({ school_id }) => school_id === school.id);
      if (own.length === 0 || dice.chance(0.3)) continue;
      const [id, opened] = [dice.uuid(), 900_000];
      envelopes.push({ id, school_id: school.id, year, kind: 'maintenance' });
      const entry = {
        envelope_id: id,
        actor: 'system:test',
        reserved_before: 0,
        committed_before: 0,
        opened_change: 0,
      };
      let [sequence, spent] = [1, 0];
      const write = (row: Record<string, unknown> & { spent_change: number }) => {
        const before = { opened_before: sequence === 1 ? 0 : opened, spent_before: spent };
        entries.push({
          reserved_change: 0,
          committed_change: 0,
          ticket_id: null,
          reverses_id: null,
          reason: null,
          ...entry,
          ...before,
          sequence,
          ...row,
        });
        sequence++;
        spent += row.spent_change;
      };
      write({
        id: dice.uuid(),
        kind: 'allocation',
        posted_at: `${year}-01-05T08:00:00Z`,
        opened_change: opened,
        spent_change: 0,
      });
      for (let times = dice.whole(0, 3); times > 0; times--) {
        const [key, cents, posted_at] = [
          dice.uuid(),
          dice.whole(1, 90_000),
          dice.instant(dice.day(`${year}-01-06`, year === 2026 ? DATA_DAY : '2025-12-31')),
        ];
        write({ id: key, kind: 'expense', posted_at, spent_change: cents, ticket_id: dice.pick(own).id });
        if (dice.chance(0.2))
          write({
            id: dice.uuid(),
            kind: 'expense',
            posted_at,
            spent_change: -cents,
            reverses_id: key,
            reason: 'Erreur',
          });
      }
    }
  await insertRows(house, 'envelope', envelopes);
  await insertRows(house, 'ledger_entry', entries);
}
