import type { RemedyAction, RemedyState } from '@parc/domain';
import type { Body } from './answers.js';
import { AT } from './equipment-builders.js';
import type { House } from './house.js';
import type { Answer, Person } from './person.js';

type Row = Record<string, unknown>;

/** The move that brought a remedy to each state. A new state is told here by the compiler. */
const PAST: Record<RemedyState, { by: RemedyAction | 'writing'; from: RemedyState | null }> = {
  draft: { by: 'writing', from: null },
  published: { by: 'publish', from: 'draft' },
  withdrawn: { by: 'withdraw', from: 'draft' },
};
export const BUILT_REMEDY_STATES = Object.keys(PAST) as RemedyState[];

/** A remedy of any device that stays dark, in a state, with its writing and the move that brought it there. */
export async function aRemedy(house: House, accountId: string, state: RemedyState, row: Row = {}): Promise<string> {
  const { by, from } = PAST[state];
  const texts = { title: 'L’écran reste noir', steps: 'Éteignez-le.\nRallumez-le.', inside: 'Voir le câble HDMI.' };
  const id = await house.build.insert('remedy', {
    ...{ ...texts, about: 'device', symptom: 'black-screen', state, state_since: AT, changed_at: AT, ...row },
  });
  await house.arrange('insert into remedy_tally (remedy_id) values ($1)', [id]);
  const line = { remedy_id: id, account_id: accountId, role: 'plan-manager', at: AT };
  await house.build.insert('remedy_move', { ...line, action: 'writing', from_state: null, to_state: 'draft' });
  const reason = by === 'withdraw' ? { reason: 'Dépassé' } : {};
  if (from !== null)
    await house.build.insert('remedy_move', { ...line, ...reason, action: by, from_state: from, to_state: state });
  return id;
}

export async function remedyRow(house: House, id: string): Promise<Row> {
  return (await house.sql<Row>('select * from remedy where id = $1', [id]))[0]!;
}

export const remedyMovesOf = (house: House, id: string): Promise<Row[]> =>
  house.sql<Row>('select * from remedy_move where remedy_id = $1 order by at, id', [id]);

/** The action at the version that the remedy has now. */
export async function actOnRemedy(
  house: House,
  person: Person,
  id: string,
  action: RemedyAction,
  body?: Body,
): Promise<Answer> {
  const { version } = (await remedyRow(house, id)) as { version: number };
  return person.post(`/api/v1/remedies/${id}/${action}`, body, { version });
}

export const REMEDY_TEXTS = {
  ...{ title: 'La tablette ne charge plus', about: 'device', family: 'tablet', service: null, symptom: 'no-charge' },
  ...{ steps: 'Changez de prise.\nChangez de câble.', inside: 'Connecteur souvent encrassé.' },
};
