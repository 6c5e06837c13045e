import type { CheckAction, CheckState } from '@parc/domain';
import type { Body } from './answers.js';
import { AT, aDevice, type Fleet } from './equipment-builders.js';
import type { House } from './house.js';
import type { Answer, Person } from './person.js';

type Row = Record<string, unknown>;

let count = 0;

/** A plan by the first Monday of each term, of the fleet's model, everywhere. */
export const aPlan = (house: House, fleet: Fleet, row: Row = {}): Promise<string> =>
  house.build.insert('upkeep_plan', {
    ...{ name: `Entretien ${++count}`, model_id: fleet.modelId, rule: 'term', weekday: 'mon' },
    ...{ points: ['Écran', 'Câbles'], started_on: '2026-09-01', made_until: '2026-10-05', ...row },
  });

/** The move that brought a check to each state. A new state is told here by the compiler. */
const PAST: Record<CheckState, CheckAction | null> = {
  planned: null,
  done: 'do',
  'not-done': 'give-up',
  cancelled: 'cancel',
};
export const BUILT_CHECK_STATES = Object.keys(PAST) as CheckState[];

export interface BuiltCheck {
  id: string;
  /** Its devices, in service at the fleet's school. */
  devices: string[];
}

/** A check of two devices at the fleet's school in a state, with the plan's line and the move that brought it there. */
export async function aCheck(
  house: House,
  fleet: Fleet,
  by: { accountId: string },
  state: CheckState = 'planned',
  row: Row = {},
): Promise<BuiltCheck> {
  const devices = [await aDevice(house, fleet, 'in-service'), await aDevice(house, fleet, 'in-service')];
  const planId = (row.plan_id as string | undefined) ?? (await aPlan(house, fleet));
  const id = await house.build.insert('upkeep_check', {
    ...{ plan_id: planId, school_id: fleet.school.id, due_on: '2026-10-12', planned_on: '2026-10-12' },
    ...{ state, state_since: AT, devices: devices.length, ...row },
  });
  for (const equipmentId of devices)
    await house.build.insert('upkeep_check_device', {
      ...{ check_id: id, equipment_id: equipmentId, finding: state === 'done' ? 'good' : null },
    });
  const made = { action: 'make', from_state: null, to_state: 'planned', role: 'system', account_id: null };
  await house.build.insert('upkeep_check_move', { check_id: id, at: AT, ...made });
  const action = PAST[state];
  if (action)
    await house.build.insert('upkeep_check_move', {
      ...{ check_id: id, at: AT, action, from_state: 'planned', to_state: state },
      ...{ role: 'technician', account_id: by.accountId },
    });
  return { id, devices };
}

export async function checkRow(house: House, id: string): Promise<Row> {
  return (await house.sql<Row>('select * from upkeep_check where id = $1', [id]))[0]!;
}

export const checkMovesOf = (house: House, id: string): Promise<Row[]> =>
  house.sql<Row>('select * from upkeep_check_move where check_id = $1 order by at, id', [id]);

export const checkDevicesOf = (house: House, id: string): Promise<Row[]> =>
  house.sql<Row>('select * from upkeep_check_device where check_id = $1 order by equipment_id', [id]);

/** The action at the version that the check has now. */
export async function actOnCheck(
  house: House,
  person: Person,
  id: string,
  action: CheckAction,
  body?: Body,
): Promise<Answer> {
  const { version } = (await checkRow(house, id)) as { version: number };
  return person.post(`/api/v1/upkeep-checks/${id}/${action}`, body, { version });
}

/** Every device of it found so. */
export const found = ({ devices }: BuiltCheck, finding = 'good') => ({
  found: devices.map((equipmentId) => ({ equipmentId, finding })),
});
