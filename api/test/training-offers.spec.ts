import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TrainingTerms } from '../src/training/training-terms.service.js';
import { House } from './harness/house.js';
import type { Answer, Person } from './harness/person.js';
import {
  actOnSession,
  aCirconscription,
  aSession,
  placesOf,
  seated,
  type TrainingGround,
} from './harness/training-builders.js';

/** A place that comes free less than five school days before is offered for a day, to one after the other. */
let house: House;
let manager: Person;
let teachers: Person[];
let schoolId: string;
let ground: TrainingGround;

beforeAll(async () => {
  house = await House.open();
  const circonscriptionId = await aCirconscription(house);
  schoolId = (await house.build.school({ circonscription_id: circonscriptionId })).id;
  manager = await house.person('plan-manager');
  const trainer = await house.person('digital-trainer', { circonscription_id: circonscriptionId });
  ground = { circonscriptionId, schoolId, trainerId: trainer.accountId, by: trainer.accountId };
  teachers = await Promise.all(Array.from({ length: 12 }, () => house.person('teacher', { school_id: schoolId })));
});
afterAll(() => house.close());

const upTo = (many: number) => Array.from({ length: many }, (_, index) => index + 1);
const codeOf = ({ status, body }: Answer) => `${status} ${(body.code as string | undefined) ?? ''}`.trim();
const ask = (by: Person, id: string, what: 'enrol' | 'leave') =>
  by.post(`/api/v1/training-sessions/${id}/${what}`, { accountId: null });
const accept = (by: Person, id: string) => by.post(`/api/v1/training-sessions/${id}/accept`);
const mine = async (by: Person, id: string) => (await by.get(`/api/v1/training-sessions/${id}`)).body;
const endOffers = () => house.application.get(TrainingTerms).endOffers();
const mailsTo = async ({ accountId }: Person, like: string) =>
  house.sql<{ subject: string; body: string }>(
    'select m.subject, m.body from mail m join account c on c.email = m.recipient where c.id = $1 and m.dedupe like $2 order by m.id',
    [accountId, like],
  );

/** Three school days after the tests' day, the first of them itself; and seven. */
const SOON = { starts_at: '2026-10-12T12:00:00Z', ends_at: '2026-10-12T14:00:00Z' };
const EARLY = { starts_at: '2026-10-19T12:00:00Z', ends_at: '2026-10-19T14:00:00Z' };
/** So many places, all taken, for which others wait in turn. Its trainer holds no other. */
async function full(waiting: number, capacity = 1, at = SOON): Promise<string> {
  const other = await house.person('digital-trainer', { circonscription_id: ground.circonscriptionId });
  const id = await aSession(house, { ...ground, trainerId: other.accountId }, 'open', { ...at, capacity });
  for (const one of upTo(capacity + waiting))
    await seated(
      house,
      id,
      { accountId: teachers[one - 1]!.accountId, schoolId },
      one > capacity ? { seat: null, seated_at: null } : {},
    );
  return id;
}
/** The offers that stand were made so many hours earlier. */
const later = (id: string, hours: number) =>
  house.arrange(
    `update training_enrolment set offered_at = offered_at - $2 * interval '1 hour', offer_until = offer_until - $2 * interval '1 hour'
      where session_id = $1 and offer_until is not null and offer_ended is null`,
    [id, hours],
  );
const standings = async (id: string) =>
  (
    await house.sql<{ standing: string }>(
      `select case when left_at is not null then coalesce(offer_ended, 'left') when seat is null then 'waiting'
                   when offer_until is not null and offer_ended is null then 'offered' else 'seated' end as standing
         from training_enrolment where session_id = $1 order by turn`,
      [id],
    )
  ).map(({ standing }) => standing);

describe('a place that comes free late', () => {
  it('is offered for a day to the first who waits, with its hour in a mail, and counts as taken', async () => {
    const id = await full(2);
    await ask(teachers[0]!, id, 'leave');
    expect(await standings(id)).toEqual(['left', 'offered', 'waiting']);
    expect(await mine(teachers[1]!, id)).toMatchObject({
      ...{ mine: 'offered', enrolled: 1, waiting: 1, offerUntil: expect.stringMatching(/^2026-10-07T07:/) },
      possible: expect.arrayContaining(['accept', 'leave']),
    });
    const [mail] = await mailsTo(teachers[1]!, 'training-offered:%');
    expect(mail!.body).toMatch(/gardée pour vous jusqu’au .*7.oct\. à 9.h/);
    expect((await mine(teachers[2]!, id)).possible).not.toContain('accept');
  });

  it('is theirs once they accept it, and nobody else’s', async () => {
    const id = await full(2);
    await ask(teachers[0]!, id, 'leave');
    expect(codeOf(await accept(teachers[2]!, id))).toBe('409 training.nothing-asked');
    expect(codeOf(await accept(teachers[1]!, id))).toBe('200');
    expect(codeOf(await accept(teachers[1]!, id))).toBe('409 training.nothing-asked');
    expect(await endOffers()).toBe(0);
    expect(await standings(id)).toEqual(['left', 'seated', 'waiting']);
  });

  it('goes to the next when it is declined, who takes it', async () => {
    const id = await full(2);
    await ask(teachers[0]!, id, 'leave');
    await ask(teachers[1]!, id, 'leave');
    expect(await standings(id)).toEqual(['left', 'declined', 'offered']);
    expect(codeOf(await accept(teachers[2]!, id))).toBe('200');
    expect(await placesOf(house, id)).toEqual([{ accountId: teachers[2]!.accountId, seat: 1 }]);
  });

  it('goes to the next when nobody answers in a day, and who let it pass is told', async () => {
    const id = await full(2);
    await ask(teachers[0]!, id, 'leave');
    await later(id, 23.9);
    expect(await endOffers()).toBe(0);
    await later(id, 0.1);
    expect([await endOffers(), await endOffers()]).toEqual([1, 0]);
    expect(await standings(id)).toEqual(['left', 'expired', 'offered']);
    expect(await mailsTo(teachers[1]!, 'training-lapsed:%')).toHaveLength(1);
    expect((await ask(teachers[1]!, id, 'enrol')).status).toBe(200);
    expect(await standings(id)).toEqual(['left', 'expired', 'offered', 'waiting']);
  });

  it('that is over cannot be accepted, even while the job is late', async () => {
    const id = await full(1);
    await ask(teachers[0]!, id, 'leave');
    await later(id, 24);
    expect(codeOf(await accept(teachers[1]!, id))).toBe('409 training.nothing-asked');
  });

  it('seats the next at once while five school days are left', async () => {
    const id = await full(1, 1, EARLY);
    await ask(teachers[0]!, id, 'leave');
    expect(await standings(id)).toEqual(['left', 'seated']);
  });

  it('that is not answered makes no session: the minimum counts who comes', async () => {
    const id = await full(1);
    await ask(teachers[0]!, id, 'leave');
    expect(codeOf(await actOnSession(house, manager, id, 'confirm'))).toBe('409 training.minimum-missing');
    await accept(teachers[1]!, id);
    expect(codeOf(await actOnSession(house, manager, id, 'confirm'))).toBe('200');
  });
});

describe('a new date', () => {
  it('is asked about: an answer is told, silence keeps the place', async () => {
    const id = await full(1, 2);
    const dates = [{ startsAt: '2026-11-09T08:00:00Z', endsAt: '2026-11-09T10:00:00Z' }];
    expect(await mine(teachers[0]!, id)).toMatchObject({ asked: false });
    await actOnSession(house, manager, id, 'postpone', { dates, reason: 'Chauffage en panne' });
    expect(await mine(teachers[0]!, id)).toMatchObject({ asked: true, possible: expect.arrayContaining(['accept']) });
    expect(await mine(teachers[2]!, id)).toMatchObject({ asked: false, mine: 'waiting' });
    expect(codeOf(await accept(teachers[0]!, id))).toBe('200');
    const { enrolments } = await mine(teachers[0]!, id);
    expect(enrolments).toMatchObject([{ standing: 'seated', comes: true }]);
    expect((await mine(teachers[1]!, id)).enrolments).toMatchObject([{ standing: 'seated', comes: false }]);
  });
});

/** Numbers at random, the same in every run. */
function randomly(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

describe('many at once on late places', () => {
  it('never exceed the capacity, overtake nobody, and end each offer once, whatever comes together', async () => {
    for (const seed of upTo(6)) {
      const random = randomly(seed * 7_919);
      const id = await full(5, 3);
      for (const round of upTo(6)) {
        await later(id, 9 * (round % 3));
        const acts = teachers.slice(0, 10).map((one) => {
          const drawn = random();
          return drawn < 0.3 ? ask(one, id, 'leave') : drawn < 0.6 ? accept(one, id) : ask(one, id, 'enrol');
        });
        const [answers] = await Promise.all([Promise.all(acts), endOffers(), endOffers()]);
        expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
        const places = await placesOf(house, id);
        const seats = places.flatMap(({ seat }) => (seat === null ? [] : [seat]));
        expect(new Set(seats).size).toBe(seats.length);
        expect(Math.max(0, ...seats)).toBeLessThanOrEqual(3);
        expect(new Set(places.map(({ accountId }) => accountId)).size).toBe(places.length);
        const firstWaiting = places.findIndex(({ seat }) => seat === null);
        if (firstWaiting >= 0) {
          expect(seats).toHaveLength(3);
          expect(places.slice(firstWaiting).every(({ seat }) => seat === null)).toBe(true);
        }
      }
      const [offers] = await house.sql(
        `select count(*)::int as told, (select count(distinct m.dedupe)::int from mail m where m.dedupe like 'training-offered:%'
              and exists (select from training_enrolment n where n.session_id = $1 and m.dedupe like 'training-offered:' || n.id || '%')) as mails
           from training_enrolment where session_id = $1 and offered_at is not null`,
        [id],
      );
      expect(offers!.mails).toBe(offers!.told);
    }
  });

  it('of two who leave at the same instant, both places are offered to the first two, each once', async () => {
    const id = await full(3, 2);
    await Promise.all([ask(teachers[0]!, id, 'leave'), ask(teachers[1]!, id, 'leave')]);
    expect(await standings(id)).toEqual(['left', 'left', 'offered', 'offered', 'waiting']);
    const answers = await Promise.all(upTo(4).map(() => accept(teachers[2]!, id)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('an offer that two jobs and its holder meet at its last second ends once', async () => {
    const id = await full(1);
    await ask(teachers[0]!, id, 'leave');
    await later(id, 24);
    const [first, second] = await Promise.all([endOffers(), endOffers(), accept(teachers[1]!, id)]);
    expect((first as number) + (second as number)).toBe(1);
    expect(await mailsTo(teachers[1]!, 'training-lapsed:%')).not.toHaveLength(0);
    expect(await standings(id)).toEqual(['left', 'expired']);
  });
});

describe('the database itself', () => {
  const offered = (id: string, change: string) =>
    house.arrange(`update training_enrolment set ${change} where session_id = $1 and turn = 1`, [id]);
  const STANDS = `offered_at = '2026-10-05', offer_until = '2026-10-07'`;

  it('knows an offer by the place that it holds', async () => {
    const id = await full(0);
    await expect(offered(id, `offered_at = '2026-10-05'`)).rejects.toThrow('training_enrolment_offer_whole');
    await expect(offered(id, `offer_ended = 'expired'`)).rejects.toThrow('training_enrolment_offer_ends_once_made');
    await expect(offered(id, `${STANDS}, seat = null, seated_at = null`)).rejects.toThrow('offer_holds_a_seat');
    await expect(offered(id, `${STANDS}, offer_ended = 'expired'`)).rejects.toThrow('offer_holds_a_seat');
    await expect(offered(id, `${STANDS}, left_at = now(), seat = null, seated_at = null`)).rejects.toThrow(
      'training_enrolment_gone_answered',
    );
    await expect(
      offered(id, `${STANDS}, present = true, recorded_by = account_id, recorded_at = now()`),
    ).rejects.toThrow('training_enrolment_offered_is_not_there');
  });

  it('ends an offer once', async () => {
    const id = await full(0);
    await offered(id, `${STANDS}, offer_ended = 'accepted'`);
    await expect(offered(id, `offer_ended = null`)).rejects.toThrow('an offer has ended once');
    await expect(offered(id, `offer_until = '2026-10-18'`)).rejects.toThrow('an offer has ended once');
  });
});
