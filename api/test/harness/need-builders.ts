import type { NeedState, RedeploymentState } from '@parc/domain';
import type { House } from './house.js';

const AT = '2026-10-06T07:00:00Z';

type Row = Record<string, unknown>;

/** A need that a school has said. */
export const aNeed = (house: House, schoolId: string, accountId: string, row: Row = {}): Promise<string> =>
  house.build.insert('need', {
    ...{ school_id: schoolId, purpose: 'Lecture au CP', created_by: accountId, created_at: AT, state_since: AT },
    ...row,
  });

/** A device offered for a need: of the school it stands in, or from stock. */
export async function aRedeployment(
  house: House,
  { equipmentId, needId }: { equipmentId: string; needId: string },
  row: Row = {},
): Promise<string> {
  const [at] = await house.sql<{ from: string | null; to: string }>(
    'select e.school_id as "from", n.school_id as "to" from equipment e, need n where e.id = $1 and n.id = $2',
    [equipmentId, needId],
  );
  return house.build.insert('redeployment', {
    ...{ equipment_id: equipmentId, need_id: needId, from_school_id: at!.from, to_school_id: at!.to },
    ...{
      idle: at!.from === null ? 'in-stock' : 'beyond-kit',
      answer_by: '2026-10-16',
      created_at: AT,
      state_since: AT,
    },
    ...row,
  });
}

/** Every state has its builder: a state that is added is told here by the compiler. */
const NEED_BUILDERS: Record<NeedState, true> = {
  stated: true,
  'taken-up': true,
  met: true,
  declined: true,
  withdrawn: true,
};
const REDEPLOYMENT_BUILDERS: Record<RedeploymentState, true> = {
  proposed: true,
  'carried-out': true,
  dropped: true,
  ended: true,
};
export const BUILT_NEED_STATES = Object.keys(NEED_BUILDERS) as NeedState[];
export const BUILT_REDEPLOYMENT_STATES = Object.keys(REDEPLOYMENT_BUILDERS) as RedeploymentState[];
