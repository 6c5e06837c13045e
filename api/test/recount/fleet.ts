import { endOfDay } from './days.js';
import { grouped, keptOf, type Tables } from './tables.js';

export interface EquipmentRow {
  id: string;
  model_id: string;
  is_container: boolean;
  state: string;
  state_since: string;
  net_cents: number | null;
  vat_basis_points: number | null;
  purchased_on: string | null;
  refurbished: boolean;
  retired_on: string | null;
}

export interface ModelRow {
  model_id: string;
  family: string;
  for_teachers: boolean;
  stores_data: boolean;
}

export interface MoveRow {
  id: string;
  equipment_id: string;
  action: string;
  from_state: string;
  to_state: string;
  at: string;
  school_id: string | null;
  room_id: string | null;
  container_id: string | null;
  stock_place_id: string | null;
}

/** A device that stands in a school. */
export interface Standing {
  equipment: EquipmentRow;
  schoolId: string;
  family: string | null;
  forTeachers: boolean;
  roomId: string | null;
  containerId: string | null;
}

/** Moves of each device, the first first. */
export function movesByDevice(tables: Tables): Map<string, MoveRow[]> {
  const known = movesOf.get(tables);
  if (known) return known;
  const moves = grouped(tables.of<MoveRow>('equipment_move'), (row) => row.equipment_id);
  for (const ofOne of moves.values())
    ofOne.sort((one, other) => Date.parse(one.at) - Date.parse(other.at) || (one.id < other.id ? -1 : 1));
  movesOf.set(tables, moves);
  return moves;
}
const movesOf = new WeakMap<Tables, Map<string, MoveRow[]>>();

export const modelsById = (tables: Tables): Map<string, ModelRow> =>
  new Map(tables.of<ModelRow>('equipment_model').map((row) => [row.model_id, row]));

/** Where its moves had left a device when a day was over; null before its first one. */
export function lastMove(moves: readonly MoveRow[] | undefined, day: string): MoveRow | null {
  const end = endOfDay(day);
  let last: MoveRow | null = null;
  for (const move of moves ?? []) if (Date.parse(move.at) < end) last = move;
  return last;
}

/** The fleet at the end of a day: in service, awaiting training or under repair, in a school; cases count nothing. */
export const fleetOnDay = keptOf(standing);

function standing(tables: Tables, day: string): Standing[] {
  const models = modelsById(tables);
  const moves = movesByDevice(tables);
  const fleet: Standing[] = [];
  for (const equipment of tables.of<EquipmentRow>('equipment')) {
    if (equipment.is_container) continue;
    const last = lastMove(moves.get(equipment.id), day);
    if (last === null || last.school_id === null) continue;
    if (!['in-service', 'awaiting-training', 'under-repair'].includes(last.to_state)) continue;
    const model = models.get(equipment.model_id);
    fleet.push({
      ...{ equipment, schoolId: last.school_id, family: model?.family ?? null },
      ...{ forTeachers: model?.for_teachers ?? false, roomId: last.room_id, containerId: last.container_id },
    });
  }
  return fleet;
}

export const isTerminal = ({ family, forTeachers }: Standing): boolean =>
  ['laptop', 'desktop', 'tablet'].includes(family ?? '') && !forTeachers;

export const isDisplay = ({ family }: Standing): boolean => family === 'projector' || family === 'interactive-display';

/** How many devices of a sort each school has. */
export function countBySchool(fleet: readonly Standing[], counts: (one: Standing) => boolean): Map<string, number> {
  const devices = new Map<string, number>();
  for (const one of fleet) if (counts(one)) devices.set(one.schoolId, (devices.get(one.schoolId) ?? 0) + 1);
  return devices;
}
