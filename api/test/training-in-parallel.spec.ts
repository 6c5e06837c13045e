import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { aCirconscription, aSession, placesOf, seated, type TrainingGround } from './harness/training-builders.js';

/** Many at once on the places of one session: never more than there are, in turn, nobody twice. */
let house: House;
let teachers: Person[];
let schoolId: string;
let ground: TrainingGround;

beforeAll(async () => {
  house = await House.open();
  const circonscriptionId = await aCirconscription(house);
  schoolId = (await house.build.school({ circonscription_id: circonscriptionId })).id;
  const trainer = await house.person('digital-trainer', { circonscription_id: circonscriptionId });
  ground = { circonscriptionId, schoolId, trainerId: trainer.accountId, by: trainer.accountId };
  teachers = await Promise.all(Array.from({ length: 15 }, () => house.person('teacher', { school_id: schoolId })));
});
afterAll(() => house.close());

const ask = (by: Person, id: string, what: 'enrol' | 'leave') =>
  by.post(`/api/v1/training-sessions/${id}/${what}`, { accountId: null });
const sorted = (numbers: (number | null)[]) => numbers.filter((one) => one !== null).sort((a, b) => a - b);
const upTo = (many: number) => Array.from({ length: many }, (_, index) => index + 1);

describe('a session of 12 that 15 want at the same instant', () => {
  it('seats 12 and lets 3 wait; of two who leave at once, both places go to the first two of the list', async () => {
    const id = await aSession(house, ground, 'open');
    const answers = await Promise.all(teachers.map((one) => ask(one, id, 'enrol')));
    expect(answers.map(({ status }) => status)).toEqual(teachers.map(() => 200));
    const before = await placesOf(house, id);
    expect(sorted(before.map(({ seat }) => seat))).toEqual(upTo(12));
    const waiting = before.filter(({ seat }) => seat === null);
    expect(before.slice(-3)).toEqual(waiting);
    const leaving = teachers.filter(({ accountId }) =>
      before.slice(0, 2).some((place) => place.accountId === accountId),
    );
    await Promise.all(leaving.map((one) => ask(one, id, 'leave')));
    const after = await placesOf(house, id);
    expect(sorted(after.map(({ seat }) => seat))).toEqual(upTo(12));
    expect(after.filter(({ seat }) => seat === null)).toEqual(waiting.slice(2));
  });

  it('seats nobody twice who taps twice', async () => {
    const id = await aSession(house, ground, 'open');
    const answers = await Promise.all(upTo(6).map(() => ask(teachers[0]!, id, 'enrol')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'training.enrolled-already')).toHaveLength(5);
    expect(await placesOf(house, id)).toHaveLength(1);
  });

  it('is filled in turn by people who come and go at random', async () => {
    const id = await aSession(house, ground, 'open', { capacity: 4 });
    for (const round of upTo(4))
      await Promise.all(
        teachers.map((one, index) => ask(one, id, (index * 7 + round * 3) % 5 < 2 ? 'leave' : 'enrol')),
      );
    const places = await placesOf(house, id);
    expect(places.length).toBeGreaterThan(4);
    expect(sorted(places.map(({ seat }) => seat))).toEqual(upTo(4));
    const firstWaiting = places.findIndex(({ seat }) => seat === null);
    expect(places.slice(firstWaiting).every(({ seat }) => seat === null)).toBe(true);
  });
});

describe('the database itself', () => {
  const who = (index: number) => ({ accountId: teachers[index]!.accountId, schoolId });
  const WAITS = { seat: null, seated_at: null };

  it('seats nobody beyond the capacity, nor two in one place', async () => {
    const id = await aSession(house, ground, 'open', { capacity: 1 });
    await seated(house, id, who(0));
    await expect(seated(house, id, who(1))).rejects.toThrow('training_enrolment_within_capacity');
    await expect(seated(house, id, who(1), { seat: 1 })).rejects.toThrow('training_enrolment_seat_once');
    await expect(seated(house, id, who(0), WAITS)).rejects.toThrow('training_enrolment_person_once');
  });

  it('takes no place away by a smaller capacity', async () => {
    const id = await aSession(house, ground, 'open', { capacity: 2 });
    await seated(house, id, who(0));
    await seated(house, id, who(1));
    await expect(house.arrange('update training_session set capacity = 1 where id = $1', [id])).rejects.toThrow(
      'training_enrolment_within_capacity',
    );
  });

  it('lets nobody overtake who waits', async () => {
    const id = await aSession(house, ground, 'open', { capacity: 3 });
    await seated(house, id, who(0));
    const first = await seated(house, id, who(1), WAITS);
    const second = await seated(house, id, who(2), WAITS);
    await expect(seated(house, id, who(3))).rejects.toThrow(/within_capacity|earlier turn/);
    const seat = (enrolment: string) =>
      house.arrange('update training_enrolment set seat = 2, seated_at = now() where id = $1', [enrolment]);
    await expect(seat(second)).rejects.toThrow('an earlier turn waits');
    await seat(first);
  });

  it('confirms no session that a side has not agreed to, and gives one trainer one session at a time', async () => {
    await expect(aSession(house, ground, 'confirmed', { metropole_agreed_at: null })).rejects.toThrow(
      'training_session_agreed',
    );
    const at = { starts_at: '2027-03-03T13:00:00Z', ends_at: '2027-03-03T15:00:00Z' };
    await aSession(house, ground, 'open', at);
    await expect(aSession(house, ground, 'open', at)).rejects.toThrow('training_date_trainer_once');
  });
});
