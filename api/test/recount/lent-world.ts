import type { House } from '../harness/house.js';
import type { Dice } from './dice.js';
import { insertRows } from './insert-rows.js';
import { DATA_DAY, type World } from './world.js';

/** Kits that are lent, one loan after another, and devices that went where they were asked for. */
export async function addLent(house: House, dice: Dice, world: World): Promise<void> {
  const shelf = await house.sql<{ id: string }>(
    `select id from equipment where state = 'in-stock' and not is_container order by id limit 8`,
  );
  for (const [place, { id }] of shelf.entries()) await addKit(house, dice, world, id, place);
  await addRedeployments(house, dice, world);
}

async function addKit(house: House, dice: Dice, world: World, equipmentId: string, place: number): Promise<void> {
  const kitId = await house.build.insert('loan_kit', {
    ...{
      id: dice.uuid(),
      name: `Malle ${place}`,
      equipment_id: equipmentId,
      needs_approval: false,
      kinds: '{nursery,elementary,primary}',
    },
    offered: dice.chance(0.8),
  });
  const days = Array.from({ length: dice.whole(0, 4) * 2 }, () => dice.day('2025-03-01', DATA_DAY)).sort();
  const loans: Record<string, unknown>[] = [];
  const moves: Record<string, unknown>[] = [];
  for (let first = 0; first < days.length; first += 2) {
    const [id, from_day, to_day] = [dice.uuid(), days[first]!, days[first + 1]!];
    if (from_day === to_day || days[first - 1] === from_day) continue;
    const state = dice.pick(['closed', 'closed', 'cancelled', first === days.length - 2 ? 'out' : 'closed']);
    loans.push({
      ...{
        id,
        number: `P-2026-${91_000 + place * 20 + first}`,
        equipment_id: equipmentId,
        kit_id: kitId,
        state,
        version: 1,
      },
      ...{
        school_id: dice.pick(world.schools).id,
        state_since: `${to_day}T12:00:00Z`,
        from_day,
        from_half: 'morning',
        to_day,
        to_half: 'morning',
      },
      ...{ requested_by: world.accountId, referent_id: world.accountId },
    });
    const move = (action: string, from_state: string | null, to_state: string, day: string) =>
      moves.push({
        id: dice.uuid(),
        loan_id: id,
        action,
        from_state,
        to_state,
        role: 'system',
        at: dice.instant(day),
        detail: {},
      });
    move('request', null, 'requested', from_day);
    if (state === 'cancelled') continue;
    move('hand-over', 'approved', 'out', from_day);
    if (state !== 'out') move('return', 'out', 'returned', to_day);
  }
  await insertRows(house, 'loan', loans);
  await insertRows(house, 'loan_move', moves);
}

async function addRedeployments(house: House, dice: Dice, world: World): Promise<void> {
  const devices = await house.sql<{ id: string }>(
    'select id from equipment where not is_container order by id limit 25',
  );
  const needs: Record<string, unknown>[] = [];
  const proposals: Record<string, unknown>[] = [];
  const moves: Record<string, unknown>[] = [];
  for (const device of devices) {
    const [need_id, id, school, day] = [
      dice.uuid(),
      dice.uuid(),
      dice.pick(world.schools),
      dice.day('2025-03-01', DATA_DAY),
    ];
    const [state, at] = [dice.pick(['carried-out', 'carried-out', 'dropped', 'proposed']), dice.instant(day)];
    needs.push({
      ...{ id: need_id, school_id: school.id, purpose: 'Au hasard', state: 'stated', state_since: at, created_at: at },
      ...{ created_by: world.accountId, version: 1 },
    });
    proposals.push({
      ...{ id, equipment_id: device.id, need_id, to_school_id: school.id, idle: 'in-stock', answer_by: day, state },
      ...{ state_since: at, created_at: at, version: 1 },
    });
    const move = { id: dice.uuid(), redeployment_id: id, from_state: 'proposed', to_state: state, role: 'system', at };
    if (state !== 'proposed') moves.push({ ...move, action: state === 'dropped' ? 'drop' : 'carry-out' });
  }
  await insertRows(house, 'need', needs);
  await insertRows(house, 'redeployment', proposals);
  await insertRows(house, 'redeployment_move', moves);
}
