import { halfDayNumber, spanOf, type HalfDay, type LoanAction, type LoanState } from '@parc/domain';
import type { Body } from './answers.js';
import { AT, aDevice, type Fleet } from './equipment-builders.js';
import type { House } from './house.js';
import type { Answer, Person } from './person.js';

type Row = Record<string, unknown>;

let count = 0;

/** A case on a shelf with tablets in it, lent under a name. */
export interface BuiltKit {
  id: string;
  equipmentId: string;
  /** What lies in it. */
  contents: string[];
}

export async function aKit(house: House, fleet: Fleet, row: Row = {}, tablets = 2): Promise<BuiltKit> {
  const equipmentId = await aDevice(house, fleet, 'in-stock', { is_container: true });
  const contents: string[] = [];
  for (let left = tablets; left > 0; left--)
    contents.push(await aDevice(house, fleet, 'in-stock', { container_id: equipmentId, school_id: null }));
  const id = await house.build.insert('loan_kit', {
    ...{ name: `Valise ${++count}`, equipment_id: equipmentId, needs_approval: true },
    ...{ kinds: ['nursery', 'elementary', 'primary', 'teaching-unit'], ...row },
  });
  return { id, equipmentId, contents };
}

interface Ground {
  schoolId: string;
  /** Who asked for it, and answers for it. */
  teacherId: string;
  technicianId: string;
}

/** The move that brought a loan to each state. A new state is told here by the compiler. */
const PAST: Record<LoanState, { by: LoanAction | 'request'; from: LoanState | null }> = {
  requested: { by: 'request', from: null },
  approved: { by: 'approve', from: 'requested' },
  refused: { by: 'refuse', from: 'requested' },
  cancelled: { by: 'cancel', from: 'requested' },
  unfetched: { by: 'lapse', from: 'approved' },
  out: { by: 'hand-over', from: 'approved' },
  returned: { by: 'return', from: 'out' },
  closed: { by: 'clear', from: 'returned' },
};
export const BUILT_LOAN_STATES = Object.keys(PAST) as LoanState[];

/** From the day that all tests are of to the end of the week. */
export const WEEK = { fromDay: '2026-10-06', fromHalf: 'morning', toDay: '2026-10-09', toHalf: 'afternoon' } as const;
export const PERIOD = (
  fromDay: string,
  toDay: string,
  fromHalf: HalfDay = 'morning',
  toHalf: HalfDay = 'afternoon',
) => ({
  ...{ fromDay, fromHalf, toDay, toHalf },
});

/** A loan of a kit in a state, with its request and the move that brought it there; its devices are where that leaves them. */
export async function aLoan(
  house: House,
  kit: BuiltKit,
  ground: Ground,
  state: LoanState,
  row: Row = {},
): Promise<string> {
  const { by, from } = PAST[state];
  const period = { from_day: WEEK.fromDay, from_half: WEEK.fromHalf, to_day: WEEK.toDay, to_half: WEEK.toHalf };
  const asked = { ...period, ...row } as typeof period;
  const { ends } = spanOf({
    ...{ fromDay: asked.from_day, fromHalf: asked.from_half, toDay: asked.to_day, toHalf: asked.to_half },
  });
  const id = await house.build.insert('loan', {
    ...{ number: `P-2026-${String(50_000 + ++count)}`, equipment_id: kit.equipmentId, kit_id: kit.id, state },
    ...{ school_id: ground.schoolId, state_since: AT, requested_by: ground.teacherId, referent_id: ground.teacherId },
    ...{ ...period, held_until: ends + 2, ...row },
  });
  const first = {
    action: 'request',
    from_state: null,
    to_state: 'requested',
    role: 'teacher',
    account_id: ground.teacherId,
  };
  await house.build.insert('loan_move', { loan_id: id, at: AT, ...first });
  if (from !== null)
    await house.build.insert('loan_move', {
      ...{ loan_id: id, at: AT, action: by, from_state: from, to_state: state },
      ...{ role: 'technician', account_id: ground.technicianId },
    });
  if (by === 'hand-over' || from === 'out' || from === 'returned')
    for (const equipmentId of kit.contents)
      await house.build.insert('loan_device', {
        ...{ loan_id: id, equipment_id: equipmentId, back: by === 'hand-over' ? null : true },
      });
  if (by === 'hand-over')
    await house.arrange(`update equipment set state = 'on-loan' where id = $1 or container_id = $1`, [kit.equipmentId]);
  return id;
}

export async function loanRow(house: House, id: string): Promise<Row> {
  return (await house.sql<Row>('select * from loan where id = $1', [id]))[0]!;
}

export const loanMovesOf = (house: House, id: string): Promise<Row[]> =>
  house.sql<Row>('select * from loan_move where loan_id = $1 order by at, id', [id]);

/** The action at the version that the loan has now. */
export async function actOnLoan(
  house: House,
  person: Person,
  id: string,
  action: LoanAction,
  body?: Body,
): Promise<Answer> {
  const { version } = (await loanRow(house, id)) as { version: number };
  return person.post(`/api/v1/loans/${id}/${action}`, body, { version });
}

/** The morning of a day, as the database counts it. */
export const morningOf = (day: string) => halfDayNumber(day, 'morning');
