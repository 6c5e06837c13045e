import type { EquipmentState } from '@parc/domain';
import type { Body } from './answers.js';
import type { House } from './house.js';
import type { Answer, Person } from './person.js';

export const AT = '2026-10-06T07:00:00Z';

type Row = Record<string, unknown>;

/** A school under a convention, two of its rooms, two shelves and two models: what devices need around them. */
export interface Fleet {
  school: { id: string; uai: string; communeId: string };
  roomId: string;
  otherRoomId: string;
  stockPlaceId: string;
  otherStockPlaceId: string;
  modelId: string;
  /** Its model asks for a training. */
  taughtModelId: string;
}

export async function aFleet(house: House): Promise<Fleet> {
  const { build } = house;
  const school = await build.school();
  await build.convention(school);
  return {
    school,
    roomId: await build.room(school.id),
    otherRoomId: await build.room(school.id),
    stockPlaceId: await aStockPlace(house),
    otherStockPlaceId: await aStockPlace(house),
    modelId: await aModel(house),
    taughtModelId: await aModel(house, { training_module: 'Prendre en main' }),
  };
}

let count = 0;

export const aStockPlace = (house: House, row: Row = {}): Promise<string> =>
  house.build.insert('stock_place', { name: `Réserve ${++count}`, ...row });

export const aModel = (house: House, row: Row = {}): Promise<string> =>
  house.build.item({ kind: 'model', category: 'hardware', name: `Tablette ${++count}`, ...row });

/** Where a device of each state is, and the state that it came from. A new state is told here by the compiler. */
const PAST: Record<EquipmentState, { spot: 'nowhere' | 'stock' | 'room'; from: EquipmentState | null; by?: string }> = {
  ordered: { spot: 'nowhere', from: null },
  'in-stock': { spot: 'stock', from: 'ordered', by: 'receive' },
  'awaiting-training': { spot: 'room', from: 'in-stock', by: 'place' },
  'in-service': { spot: 'room', from: 'awaiting-training', by: 'release' },
  'on-loan': { spot: 'stock', from: 'in-stock', by: 'lend' },
  'under-repair': { spot: 'room', from: 'in-service', by: 'send-to-repair' },
  lost: { spot: 'room', from: 'in-service', by: 'lose' },
  stolen: { spot: 'room', from: 'in-service', by: 'steal' },
  retired: { spot: 'stock', from: 'in-stock', by: 'retire' },
  disposed: { spot: 'nowhere', from: 'retired', by: 'dispose' },
};

export const BUILT_EQUIPMENT_STATES = Object.keys(PAST) as EquipmentState[];

/** A device in a state, with the move that brought it there. */
export async function aDevice(house: House, fleet: Fleet, state: EquipmentState, row: Row = {}): Promise<string> {
  const past: (typeof PAST)[EquipmentState] | undefined = PAST[state];
  if (!past) throw new Error(`no device is built in the state '${state}': say in equipment-builders.ts where it is`);
  const place = {
    nowhere: {},
    stock: { stock_place_id: fleet.stockPlaceId },
    room: { room_id: fleet.roomId, school_id: fleet.school.id },
  }[past.spot];
  // Far from the numbers that the house gives by itself.
  const n = 500_000 + ++count;
  // What is gone was retired first, and left by a departure.
  const gone = state === 'disposed';
  const id = await house.build.insert('equipment', {
    ...{
      tag: `PE-${String(n).padStart(6, '0')}`,
      serial: `SN${n}`,
      model_id: fleet.modelId,
      state: gone ? 'retired' : state,
      state_since: AT,
    },
    ...{ words: ` pe ${String(n).padStart(6, '0')} sn${n} ` },
    ...(row.container_id === undefined ? place : { school_id: (place as Row).school_id ?? null }),
    ...row,
    ...(gone ? { stock_place_id: fleet.stockPlaceId, room_id: null, school_id: null } : {}),
  });
  if (state === 'retired' || gone) await aWipe(house, id);
  if (gone) await leave(house, id, { stock_place_id: null, room_id: null, school_id: null, ...row });
  if (past.from)
    await house.build.insert('equipment_move', {
      ...{ equipment_id: id, action: past.by, from_state: past.from, to_state: state, role: 'system', at: AT },
    });
  return id;
}

/** Its data were wiped. */
export async function aWipe(house: House, equipmentId: string, row: Row = {}): Promise<string> {
  const accountId = (await house.build.account('technician')).id;
  return house.build.insert('equipment_wipe', {
    ...{
      equipment_id: equipmentId,
      method: 'overwrite',
      operator: 'Sami Roux',
      wiped_on: '2026-10-06',
      result: 'wiped',
    },
    ...{ account_id: accountId, at: AT, ...row },
  });
}

/** A departure, of nobody yet. */
export async function aDisposal(house: House, row: Row = {}): Promise<string> {
  const accountId = (await house.person('plan-manager')).accountId;
  return house.build.insert('equipment_disposal', {
    ...{ destination: 'transfer', receiver: 'Commune de Sorbiers', proof_number: 'CES-1', disposed_on: '2026-10-06' },
    ...{ account_id: accountId, at: AT, ...row },
  });
}

/** One device leaves by a departure of its own. */
async function leave(house: House, id: string, place: Row): Promise<void> {
  const disposalId = await aDisposal(house);
  await house.arrange(
    `with gone as (update equipment set state = 'disposed', stock_place_id = $3, room_id = $4, school_id = $5 where id = $1)
     insert into disposed_device (equipment_id, disposal_id, destination, disposed_on, wipe_id)
     select $1, d.id, d.destination, d.disposed_on, (select w.id from equipment_wipe w where w.equipment_id = $1) from equipment_disposal d where d.id = $2`,
    [id, disposalId, place.stock_place_id, place.room_id, place.school_id],
  );
}

/** A case in a state, and so many devices in it. */
export async function aCase(house: House, fleet: Fleet, state: EquipmentState, devices: number, row: Row = {}) {
  const id = await aDevice(house, fleet, state, { is_container: true, ...row });
  const contents: string[] = [];
  for (let n = 0; n < devices; n++) contents.push(await aDevice(house, fleet, state, { container_id: id }));
  return { id, contents };
}

export interface DeviceRow extends Row {
  version: number;
  state: EquipmentState;
}

export async function deviceRow(house: House, id: string): Promise<DeviceRow> {
  const [row] = await house.sql<{ row: DeviceRow }>('select to_jsonb(e) as row from equipment e where id = $1', [id]);
  return row!.row;
}

export async function movesOf(house: House, id: string): Promise<Row[]> {
  const rows = await house.sql<{ row: Row }>(
    'select to_jsonb(v) as row from equipment_move v where equipment_id = $1 order by at, id',
    [id],
  );
  return rows.map(({ row }) => row);
}

/** A move asked for at the version that the device has now. */
export async function act(house: House, person: Person, id: string, action: string, body?: Body): Promise<Answer> {
  const { version } = await deviceRow(house, id);
  return person.post(`/api/v1/equipment/${id}/${action}`, body, { version });
}

/** Writes the row of the register by hand, and the device's with it unless it `stays`. */
export function leaveAround(
  house: House,
  id: string,
  disposalId: string,
  wipe: 'with its wipe' | 'without',
  stays = false,
): Promise<void> {
  const found = wipe === 'without' ? 'null' : '(select w.id from equipment_wipe w where w.equipment_id = $1 limit 1)';
  return house.arrange(
    `${stays ? '' : `with gone as (update equipment set state = 'disposed', stock_place_id = null where id = $1)`}
     insert into disposed_device (equipment_id, disposal_id, destination, disposed_on, wipe_id, stores_data, missing)
     select $1, d.id, d.destination, d.disposed_on, ${found}, false, false from equipment_disposal d where d.id = $2`,
    [id, disposalId],
  );
}
