import type { DotationPartState, DotationState } from '@parc/domain';
import { AT } from './equipment-builders.js';
import type { House } from './house.js';

type Row = Record<string, unknown>;

/** What a dotation of each state needs besides; a state that is added is told here by the compiler. */
const DOTATION_ROWS: Record<DotationState, Row> = {
  prepared: {},
  asked: { answer_by: '2099-12-31' },
  decided: { answer_by: '2026-10-01' },
  closed: { answer_by: '2026-10-01' },
  cancelled: {},
};
const PLANNED = { planned_on: '2099-11-30', planned_half: 'morning' };
const PART_ROWS: Record<DotationPartState, Row> = {
  drafted: { answer_by: null },
  asked: {},
  answered: { opinion: 'yes' },
  silent: { answer_by: '2026-10-01' },
  confirmed: { opinion: 'yes' },
  planned: { opinion: 'yes', ...PLANNED },
  'received-in-part': { opinion: 'yes', ...PLANNED, received: 1 },
  received: { opinion: 'yes', ...PLANNED, received: 2 },
  'received-otherwise': { opinion: 'yes', ...PLANNED, received: 1 },
  dropped: {},
};
export const BUILT_DOTATION_STATES = Object.keys(DOTATION_ROWS) as DotationState[];
export const BUILT_DOTATION_PART_STATES = Object.keys(PART_ROWS) as DotationPartState[];

/** The model counts toward the first part of the kit from here on. */
export async function countsFor(house: House, modelId: string): Promise<string> {
  const [group] = await house.sql<{ id: string }>('select id from kit_group order by place limit 1');
  await house.arrange('insert into kit_model (model_id, group_id) values ($1, $2) on conflict (model_id) do nothing', [
    modelId,
    group!.id,
  ]);
  return group!.id;
}

/** A dotation in a state, of one model. */
export async function aDotation(
  house: House,
  { modelId, accountId }: { modelId: string; accountId: string },
  row: Row & { state?: DotationState } = {},
): Promise<string> {
  const groupId = await countsFor(house, modelId);
  return house.build.insert('dotation', {
    ...{ title: 'Tablettes 2026', group_id: groupId, model_id: modelId, basis: 'gap', source: 'purchase' },
    ...{ quantity: 10, created_by: accountId, created_at: AT, state_since: AT },
    ...DOTATION_ROWS[row.state ?? 'prepared'],
    ...row,
  });
}

/** A school's part of it, of two devices. */
export const aDotationPart = (
  house: House,
  { dotationId, schoolId }: { dotationId: string; schoolId: string },
  row: Row & { state?: DotationPartState } = {},
): Promise<string> =>
  house.build.insert('dotation_part', {
    ...{ dotation_id: dotationId, school_id: schoolId, quantity: 2, asked: 3, counted: 1 },
    ...{ answer_by: '2099-12-31', created_at: AT, state_since: AT },
    ...PART_ROWS[row.state ?? 'drafted'],
    ...row,
  });

/** A device made ready for a part. */
export const prepared = (house: House, partId: string, equipmentId: string): Promise<string> =>
  house.build.insert('dotation_device', { part_id: partId, equipment_id: equipmentId, named_at: AT });
