import type { House } from '../harness/house.js';
import type { Dice } from './dice.js';
import { insertRows } from './insert-rows.js';
import { DATA_DAY, FIRST_DAY, type World } from './world.js';

/** Where a device stands after a move. */
interface Spot {
  state: string;
  stock_place_id: string | null;
  room_id: string | null;
  /** In a case that stands in its school; none at the end of a life. */
  container_id?: string;
  school_id: string | null;
}

/** What may happen to a device in each state: the action, the state after it, and whether it is then in a room. */
const STEPS: Readonly<
  Record<string, readonly (readonly [action: string, to: string, where: 'room' | 'stock' | 'stays'])[]>
> = {
  'in-stock': [
    ['place', 'in-service', 'room'],
    ['place', 'in-service', 'room'],
    ['place', 'awaiting-training', 'room'],
    ['retire', 'retired', 'stays'],
    ['retire', 'retired', 'stays'],
  ],
  'awaiting-training': [['release', 'in-service', 'stays']],
  'in-service': [
    ['move', 'in-service', 'room'],
    ['send-to-repair', 'under-repair', 'stays'],
    ['return-to-stock', 'in-stock', 'stock'],
    ['lose', 'lost', 'stays'],
    ['lose', 'lost', 'stays'],
    ['retire', 'retired', 'stock'],
  ],
  'under-repair': [
    ['bring-back', 'in-service', 'stays'],
    ['shelve-repaired', 'in-stock', 'stock'],
  ],
  lost: [
    ['find', 'in-stock', 'stock'],
    ['retire', 'retired', 'stays'],
    ['retire', 'retired', 'stays'],
  ],
  retired: [],
};

/** Devices bought over three years and before, each with what happened to it; cases, and what nobody knows the price or the day of. */
export async function addFleet(house: House, dice: Dice, world: World): Promise<void> {
  const devices: Record<string, unknown>[] = [];
  const moves: Record<string, unknown>[] = [];
  const caseId = await aCase(house, dice, world);
  for (let number = 0; number < dice.whole(160, 260); number++) {
    const id = dice.uuid();
    const { family, ...model } = dice.pick(world.models);
    const purchased = dice.day('2012-01-01', DATA_DAY);
    const life = randomLife(dice, world, caseId, id, purchased > FIRST_DAY ? purchased : FIRST_DAY);
    moves.push(...life.moves);
    const isPriced = dice.chance(0.85);
    devices.push({
      ...{ id, tag: `PH-${String(number).padStart(6, '0')}`, serial: `HASARD${number}`, model_id: model.id },
      ...{ is_container: family === null && dice.chance(0.5), ...placeOf(life.spot), state_since: life.since },
      ...{ net_cents: isPriced ? dice.whole(5_000, 150_000) : null, vat_basis_points: isPriced ? 2_000 : null },
      ...{ purchased_on: dice.chance(0.9) ? purchased : null, refurbished: dice.chance(0.3) },
      ...retirementOf(life.spot.state, life.since),
      ...{ words: ` hasard ${number} `, version: 1 },
    });
  }
  await insertRows(house, 'equipment', devices);
  await insertRows(house, 'equipment_move', moves);
}

const placeOf = ({ state, stock_place_id, room_id, school_id }: Spot) => ({
  state,
  stock_place_id,
  room_id,
  school_id,
});

/** Which devices lie in for a time. */
function aCase(house: House, dice: Dice, world: World): Promise<string> {
  return house.build.insert('equipment', {
    ...{ id: dice.uuid(), tag: 'PH-CASE', model_id: world.models[0]!.id, is_container: true, state: 'in-stock' },
    ...{ stock_place_id: world.stockPlaceId, state_since: `${FIRST_DAY}T08:00:00Z`, words: ' case ' },
  });
}

const laterOf = (one: string, other: string) => (other > one ? other : one);

/** What a retired device is retired by. */
function retirementOf(state: string, since: string): Record<string, unknown> {
  const isRetired = state === 'retired';
  return {
    retirement_number: isRetired ? 'D-1' : null,
    retirement_kind: isRetired ? 'decision' : null,
    retired_on: isRetired ? since.slice(0, 10) : null,
  };
}

/** From its arrival on, one step after another until today. */
function randomLife(dice: Dice, world: World, caseId: string, equipmentId: string, from: string) {
  const stock = { stock_place_id: world.stockPlaceId, room_id: null, school_id: null };
  let spot: Spot = { state: 'in-stock', ...stock };
  let at = dice.instant(from);
  const moves: Record<string, unknown>[] = [];
  const write = (action: string, from_state: string) =>
    moves.push({
      ...{ id: dice.uuid(), equipment_id: equipmentId, action, from_state, to_state: spot.state, role: 'system', at },
      ...{ stock_place_id: spot.stock_place_id, room_id: spot.room_id, school_id: spot.school_id, detail: {} },
      container_id: spot.container_id ?? null,
    });
  write('receive', 'ordered');
  for (let step = dice.whole(0, 6); step > 0; step--) {
    const next = dice.pick([...STEPS[spot.state]!, null]);
    if (next === null || next === undefined) break;
    // Two moves of one instant are told apart by their keys.
    if (!dice.chance(0.05)) at = laterOf(at, dice.instant(dice.day(at.slice(0, 10), DATA_DAY)));
    const [action, state, where] = next;
    const school = dice.pick(world.schools);
    const room = { stock_place_id: null, room_id: dice.pick(school.rooms), school_id: school.id };
    const before = spot.state;
    const inCase = { ...room, room_id: null, container_id: caseId };
    spot = { ...{ room: dice.chance(0.3) ? inCase : room, stock, stays: spot }[where], state };
    write(action, before);
  }
  if (spot.container_id) {
    const { school_id, state } = spot;
    at = laterOf(at, dice.instant(DATA_DAY));
    const [room_id] = world.schools.find(({ id }) => id === school_id)!.rooms;
    spot = { state, stock_place_id: null, room_id: room_id!, school_id };
    write('move', state);
  }
  const left = spot.state;
  if (world.schools.some(({ id, isClosed }) => isClosed && id === spot.school_id)) {
    spot = { ...stock, state: left === 'retired' ? left : 'in-stock' };
    write('return-to-stock', left);
  }
  return { moves, spot, since: at };
}
