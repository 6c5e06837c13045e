import type { ProblemAction, ProblemState } from '@parc/domain';
import type { Body } from './answers.js';
import { AT } from './equipment-builders.js';
import type { House } from './house.js';
import type { Answer, Person } from './person.js';

type Row = Record<string, unknown>;

let count = 0;

const SOLUTION = { cause: 'network', repair: 'remote', solution: 'L’opérateur a réparé la fibre.', ticket_minutes: 5 };

/** What a problem of each state has, and the move that brought it there. A new state is told here by the compiler. */
const PAST: Record<ProblemState, { by: ProblemAction | 'opening'; from: ProblemState | null; has: Row }> = {
  open: { by: 'opening', from: null, has: {} },
  known: { by: 'find', from: 'open', has: { cause_note: 'Fibre coupée rue du Canal' } },
  solved: { by: 'solve', from: 'open', has: SOLUTION },
  'given-up': { by: 'give-up', from: 'open', has: {} },
};
export const BUILT_PROBLEM_STATES = Object.keys(PAST) as ProblemState[];

/** A problem of the Internet everywhere, in a state, with its opening and the move that brought it there. */
export async function aProblem(house: House, accountId: string, state: ProblemState, row: Row = {}): Promise<string> {
  const { by, from, has } = PAST[state];
  const id = await house.build.insert('problem', {
    ...{
      number: `PB-2026-${String(50_000 + ++count)}`,
      title: 'Internet coupé',
      about: 'service',
      service: 'internet',
    },
    ...{ state, state_since: AT, opened_at: AT, opened_by: accountId, ...has, ...row },
  });
  const line = { problem_id: id, account_id: accountId, role: 'technician', at: AT, detail: {} };
  await house.build.insert('problem_move', { ...line, action: 'opening', from_state: null, to_state: 'open' });
  if (from !== null)
    await house.build.insert('problem_move', {
      ...{ ...line, action: by, from_state: from, to_state: state },
      ...(by === 'give-up' ? { reason: 'Sans suite' } : {}),
    });
  return id;
}

/** The problem joins the ticket. */
export const joined = (house: House, problemId: string, ticketId: string, accountId: string): Promise<string> =>
  house.build.insert('problem_ticket', {
    ...{ problem_id: problemId, ticket_id: ticketId, added_at: AT, added_by: accountId },
  });

export async function problemRow(house: House, id: string): Promise<Row> {
  return (await house.sql<Row>('select * from problem where id = $1', [id]))[0]!;
}

export const problemMovesOf = (house: House, id: string): Promise<Row[]> =>
  house.sql<Row>('select * from problem_move where problem_id = $1 order by at, id', [id]);

/** The action at the version that the problem has now. */
export async function actOnProblem(
  house: House,
  person: Person,
  id: string,
  action: ProblemAction,
  body?: Body,
): Promise<Answer> {
  const { version } = (await problemRow(house, id)) as { version: number };
  return person.post(`/api/v1/problems/${id}/${action}`, body, { version });
}

export const NO_PROBLEM = {
  ...{ title: 'Internet coupé', about: 'service', service: 'internet', modelId: null, symptom: null },
  ...{ communeId: null, told: null, expectedOn: null, ticketIds: [] as string[] },
};
