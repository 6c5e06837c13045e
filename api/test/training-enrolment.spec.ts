import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TRAINING_STATE_NAMES, TRAININGS_ENROLLING } from '@parc/domain';
import { DataSource } from 'typeorm';
import type { Actor } from '../src/identity/actor.js';
import { PlacedMails } from '../src/training/placed-mails.js';
import { QuickEnrolments } from '../src/training/quick-enrolments.js';
import { TrainingMoves } from '../src/training/training-moves.js';
import { House } from './harness/house.js';
import { rowsWritten } from './harness/rows-written.js';
import { aCirconscription, aSession, placesOf, type TrainingGround } from './harness/training-builders.js';

/** Who enrols themselves does it in one statement: it leaves what the table's row leaves, step by step. */
let house: House;
let ground: TrainingGround;
let guestSchoolId: string;
/** Teachers of an invited school, its head, and a teacher of a school that is invited by name alone. */
let team: Actor[];
let guest: Actor;
const ENROL = '/enrol';

beforeAll(async () => {
  house = await House.open();
  const circonscriptionId = await aCirconscription(house);
  const schoolId = (await house.build.school({ circonscription_id: circonscriptionId })).id;
  guestSchoolId = (await house.build.school()).id;
  const trainer = await house.person('digital-trainer', { circonscription_id: circonscriptionId });
  ground = { circonscriptionId, schoolId, trainerId: trainer.accountId, by: trainer.accountId };
  const roles = ['school-head', ...Array<'teacher'>(5).fill('teacher')] as const;
  team = [];
  for (const role of roles) team.push(await signedIn(role, schoolId));
  guest = await signedIn('teacher', guestSchoolId);
  house.stopClock();
});
afterAll(() => house.close());

/** Somebody of a school whose session stands. */
async function signedIn(role: 'teacher' | 'school-head', schoolId: string): Promise<Actor> {
  const { accountId } = await house.person(role, { school_id: schoolId });
  const [session] = await house.sql<{ sessionId: string; sessionVersion: number; assignmentId: string }>(
    'select id as "sessionId", version as "sessionVersion", assignment_id as "assignmentId" from session where account_id = $1',
    [accountId],
  );
  const nothing = { communeId: null, managingBodyId: null, circonscriptionId: null, contractHolderId: null };
  return { ...nothing, ...session!, accountId, role, schoolId, deputy: false } as Actor;
}

const writeOf = ({ accountId, sessionId, sessionVersion }: Actor, keyed: boolean) => ({
  ...{ writer: { accountId }, expectedVersion: null, session: { id: sessionId, version: sessionVersion } },
  repeat: keyed ? { route: `POST ${ENROL}`, key: randomUUID(), bodyHash: 'body', status: 200 } : null,
});
const quickly = (actor: Actor, id: string, accountId: string | null = null) =>
  house.application.get(QuickEnrolments).enrol(actor, id, { accountId }, writeOf(actor, true));
const plainly = (actor: Actor, id: string, action: 'enrol' | 'leave' = 'enrol') =>
  house.application.get(TrainingMoves).move(actor, id, action, { accountId: null }, writeOf(actor, false));

/** The rows that the enrolment's transaction has written in every table, their own ids and the session's left out. */
async function rowsOf(id: string, { accountId }: Actor): Promise<unknown> {
  const of = `(select xmin from training_enrolment where session_id = '${id}' and account_id = '${accountId}' and left_at is null)`;
  const { tables } = await rowsWritten(house.application.get(DataSource).manager, of);
  const { idempotency_key: _, ...kept } = tables;
  const said = JSON.stringify(kept)
    .replaceAll(id, 'the session')
    .replaceAll(/F-\d{4}-\d+/g, 'its number')
    .replaceAll(/Prendre en main \d+/g, 'its module')
    .replaceAll(/le \w+\. \d+ \S+/g, 'its day')
    .replaceAll(/(DTSTART|DTEND):\w+/g, '$1')
    .replaceAll(/training-placed:[0-9a-f-]{36}/g, 'training-placed:the enrolment');
  const worded = JSON.parse(said) as Record<string, Record<string, unknown>[]>;
  for (const rows of Object.values(worded))
    for (const row of rows) {
      for (const name of ['id', 'row_id']) delete row[name];
      if (row['after']) delete (row['after'] as Record<string, unknown>)['id'];
    }
  for (const row of worded['history'] ?? []) delete row['at'];
  return worded;
}

/** Two sessions that differ in nothing; both have the guests. */
async function twins(row: Record<string, unknown>): Promise<[string, string]> {
  const ids: string[] = [];
  for (let count = 0; count < 2; count++) {
    const id = await aSession(house, ground, 'open', row);
    await house.arrange('insert into training_guest (session_id, school_id) values ($1, $2)', [id, guestSchoolId]);
    ids.push(id);
  }
  return ids as [string, string];
}

describe('enrolling oneself', () => {
  it('leaves in one statement the rows that the moves leave step by step: seats in turn, then those who wait', async () => {
    const [one, other] = await twins({ capacity: 4 });
    // What the mail says of the session is read once for all who ask.
    await house.application.get(PlacedMails).of(guest, one);
    for (const actor of [...team, guest]) {
      house.statements.take();
      const answer = await quickly(actor, one);
      expect(house.statements.take()).toEqual([expect.stringContaining('taken as')]);
      const plain = await plainly(actor, other);
      expect({ ...answer, id: null, number: null }).toEqual({ ...plain, id: null, number: null });
      const rows = await rowsOf(one, actor);
      const tables = Object.keys(rows as object).filter((table) => table !== 'mail');
      expect(tables.sort()).toEqual(['history', 'training_enrolment', 'training_session_move']);
      expect(rows).toEqual(await rowsOf(other, actor));
    }
    const places = (await placesOf(house, one)).map(({ seat }) => seat);
    expect(places).toEqual([1, 2, 3, 4, null, null, null]);
  });

  it('takes the place that somebody has left, as the moves do', async () => {
    const pair = await twins({ capacity: 4 });
    for (const id of pair) {
      for (const actor of team.slice(0, 3)) await plainly(actor, id);
      await plainly(team[1]!, id, 'leave');
    }
    const [one, other] = pair;
    expect(await quickly(team[4]!, one)).not.toBeNull();
    await plainly(team[4]!, other);
    expect(await rowsOf(one, team[4]!)).toEqual(await rowsOf(other, team[4]!));
    const { seat } = (await placesOf(house, one)).find(({ accountId }) => accountId === team[4]!.accountId)!;
    expect(seat).toBe(2);
  });

  it('writes nothing at once where the row has to say why not, or somebody else is enrolled', async () => {
    const [open] = await twins({});
    const uninvited = await aSession(house, ground, 'open');
    const begun = await aSession(house, ground, 'open', {
      starts_at: '2020-01-08T13:00Z',
      ends_at: '2020-01-08T15:00Z',
    });
    await quickly(team[0]!, open);
    const inspector = {
      ...team[0]!,
      role: 'inspector' as const,
      schoolId: null,
      circonscriptionId: ground.circonscriptionId,
    };
    const refused = [
      await quickly(team[0]!, open),
      await quickly(guest, uninvited),
      await quickly(team[1]!, begun),
      await quickly(team[0]!, open, team[1]!.accountId),
      await quickly(inspector, open, team[1]!.accountId),
      await quickly(team[1]!, randomUUID()),
    ];
    for (const state of TRAINING_STATE_NAMES.filter((one) => !TRAININGS_ENROLLING.includes(one)))
      refused.push(await quickly(team[1]!, await aSession(house, ground, state)));
    expect(refused).toEqual(refused.map(() => null));
    expect(await placesOf(house, open)).toHaveLength(1);
  });
});
