import { randomUUID } from 'node:crypto';
import { hashSync } from '@node-rs/argon2';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ConfirmationCodes } from '../src/identity/confirmation-codes.js';
import { Refused } from '../src/platform/http/refused.js';
import { House } from './harness/house.js';
import { heard } from './harness/pdf-reader.js';
import type { Person } from './harness/person.js';
import { bodyHashOf, sealedCode } from './harness/sealed-code.js';
import { aVisit, nobodyThere, repairedThere, visitRow, type VisitGround } from './harness/visit-builders.js';

/** How the end of a visit is proven: by a code that was typed without a network, or by the school afterwards. */
const CODE = '246813';

let house: House;
let technician: Person;
let head: Person;
let ground: VisitGround;
let sealKey: string;

beforeAll(async () => {
  house = await House.open({ SECRET_KEY: 'un secret de trente-deux caractères et plus' });
  technician = await house.person('technician');
  sealKey = (await technician.get('/api/v1/round')).body.sealKey;
});
afterAll(() => house.close());
beforeEach(async () => {
  const schoolId = (await house.build.school()).id;
  head = await house.person('school-head', { school_id: schoolId });
  ground = { schoolId, technicianId: technician.accountId, reporterId: head.accountId };
  const hash = hashSync(CODE, { memoryCost: 1024, timeCost: 1, parallelism: 1 });
  await house.arrange('update account set confirmation_code_hash = $1 where id = $2', [hash, head.accountId]);
});

interface Typed {
  code?: string;
  /** What it is sealed for, when it is not this end. */
  elsewhere?: { id?: string; key?: string; body?: object };
  ending?: object;
}

/** An end that a phone has kept, with the code under it. */
async function endOf({ code = CODE, elsewhere = {}, ending = {} }: Typed = {}) {
  const id = await aVisit(house, ground, 'open', { begun_at: house.now() });
  await repairedThere(house, ground);
  const body = nobodyThere(house, { ending: 'later', met: 'head', absenceReason: null, ...ending });
  const key = randomUUID();
  const boundTo = [elsewhere.id ?? id, elsewhere.key ?? key, bodyHashOf(elsewhere.body ?? body)].join('\n');
  const sealed = sealedCode(code, boundTo, sealKey);
  const send = () =>
    technician.post(`/api/v1/visits/${id}/close`, { ...body, sealedCode: sealed }, { version: 1, key });
  return { id, sealed, send };
}

const page = async (person: Person, id: string) => (await person.get(`/api/v1/visits/${id}`)).body;
const confirm = (person: Person, id: string, key?: string) =>
  person.post(`/api/v1/visits/${id}/confirm`, undefined, key ? { key } : {});
const tries = async () =>
  (
    await house.sql<{ tries: number }>(
      'select coalesce(sum(tries), 0)::int as tries from confirmation_try where school_id = $1',
      [ground.schoolId],
    )
  )[0]!.tries;
const mailsOf = (id: string) =>
  house.sql<{ body: string }>('select body from mail where dedupe like $1', [`visit-move:${id}:%`]);

describe('a code that was typed at the end of a visit without a network', () => {
  it('proves it as the head’s own when it arrives, once however often it is sent', async () => {
    const { id, send } = await endOf();
    const first = await send();
    expect(first).toMatchObject({ status: 200, body: { state: 'closed' } });
    expect((await send()).body).toEqual(first.body);
    expect(await visitRow(house, id)).toMatchObject({ ending: 'code', met: 'head', confirmed_by: head.accountId });
    expect(await tries()).toBe(0);
    expect((await confirm(head, id)).body.code).toBe('visit.nothing-to-confirm');
    expect((await mailsOf(id))[0]!.body).not.toContain('Confirmez');
  });

  it('that is wrong keeps nobody from having worked: the minutes stand, the try counts, the school confirms later', async () => {
    const { id, send } = await endOf({ code: '999999' });
    const first = await send();
    expect(first).toMatchObject({ status: 200, body: { state: 'closed' } });
    expect((await send()).body).toEqual(first.body);
    expect(await tries()).toBe(1);
    expect(await visitRow(house, id)).toMatchObject({ ending: 'later', met: 'head', confirmed_by: null });
    expect(await house.sql('select result from visit_part where visit_id = $1', [id])).toEqual([{ result: 'done' }]);
    expect((await mailsOf(id))[0]!.body).toContain('Confirmez que ce travail a bien été fait');
  });

  it('that is right, and one try too many, waits for the school as well', async () => {
    await house.arrange('insert into confirmation_try (school_id, tries, since) values ($1, 1000, $2)', [
      ground.schoolId,
      house.now(),
    ]);
    const { id, send } = await endOf();
    expect((await send()).status).toBe(200);
    expect(await visitRow(house, id)).toMatchObject({ ending: 'later', confirmed_by: null });
  });

  it.each<[string, () => Typed]>([
    ['another visit', () => ({ elsewhere: { id: randomUUID() } })],
    ['another request', () => ({ elsewhere: { key: randomUUID() } })],
    ['another end', () => ({ elsewhere: { body: { note: 'rien n’a été fait' } } })],
  ])('for %s opens nothing, and counts no try', async (_what, typed) => {
    const { id, send } = await endOf(typed());
    expect((await send()).status).toBe(200);
    expect(await visitRow(house, id)).toMatchObject({ ending: 'later' });
    expect(await tries()).toBe(0);
  });

  it('proves nothing of an end that says something else, or is not possible', async () => {
    const absent = await endOf({ ending: { ending: 'nobody', met: null, absenceReason: 'École fermée' } });
    expect((await absent.send()).status).toBe(200);
    expect(await visitRow(house, absent.id)).toMatchObject({ ending: 'nobody', confirmed_by: null });
    const { id, send } = await endOf({ code: '999999' });
    await house.arrange(`update visit set begun_by = $2 where id = $1`, [id, head.accountId]);
    expect((await send()).body.code).toBe('visit.not-yours');
    expect(await tries()).toBe(0);
  });

  it('that nobody was free to judge comes back with its end: nothing is closed meanwhile', async () => {
    const codes = house.application.get(ConfirmationCodes, { strict: false });
    const busy = jest
      .spyOn(codes, 'verify')
      .mockRejectedValueOnce(new Refused('work.too-many', { retryAfterSeconds: 5 }));
    const { id, send } = await endOf();
    expect((await send()).body.code).toBe('work.too-many');
    expect(await visitRow(house, id)).toMatchObject({ state: 'open' });
    busy.mockRestore();
    expect((await send()).status).toBe(200);
    expect(await visitRow(house, id)).toMatchObject({ ending: 'code' });
  });

  it('is kept nowhere, sealed or read', async () => {
    const { send, sealed, id } = await endOf();
    await send();
    const kept = await house.sql<{ row: string }>(
      `select to_json(d)::text as row from done_once d union all select to_json(k)::text from idempotency_key k
       union all select to_json(v)::text from visit v where v.id = $1`,
      [id],
    );
    expect(kept.length).toBeGreaterThan(2);
    expect(kept.filter(({ row }) => row.includes(sealed) || row.includes(CODE))).toEqual([]);
  });
});

describe('a visit that its school is to confirm', () => {
  const waiting = () => aVisit(house, ground, 'closed', { ending: 'later' });
  const listed = async (query = '') => (await head.get(`/api/v1/visits${query}`)).body.items;

  it('waits for its head, by name and hour, and is confirmed once beside minutes that stay', async () => {
    const id = await waiting();
    expect(await page(head, id)).toMatchObject({ mayConfirm: true, confirmedAt: null, confirmedByName: null });
    expect(await page(technician, id)).toMatchObject({ mayConfirm: false });
    expect(await listed('?toConfirm=true')).toMatchObject([{ id, toConfirm: true }]);
    const key = randomUUID();
    const first = await confirm(head, id, key);
    expect(first).toMatchObject({ status: 200, body: { id, version: 1 } });
    expect((await confirm(head, id, key)).body).toEqual(first.body);
    expect((await confirm(head, id)).body.code).toBe('visit.confirmed-already');
    const confirmed = {
      mayConfirm: false,
      confirmedAt: expect.stringMatching(/^2026-10-06T07:00:/),
      confirmedByName: expect.any(String),
    };
    expect(await page(head, id)).toMatchObject({ ...confirmed, ending: 'later' });
    expect(await page(technician, id)).toMatchObject(confirmed);
    expect(await listed('?toConfirm=true')).toEqual([]);
    expect(await listed()).toMatchObject([{ id, toConfirm: false }]);
  });

  it('is confirmed by nobody else: not a teacher, not who came, not the head of another school', async () => {
    const id = await waiting();
    const teacher = await house.person('teacher', { school_id: ground.schoolId });
    const other = await house.person('school-head', { school_id: (await house.build.school()).id });
    expect((await confirm(teacher, id)).status).toBe(403);
    expect((await confirm(technician, id)).status).toBe(403);
    expect((await confirm(other, id)).status).toBe(404);
    expect((await page(head, id)).confirmedAt).toBeNull();
  });

  it.each([
    ['signed on the spot', { ending: 'signed' }],
    ['seen by nobody', { ending: 'nobody', met: null, absence_reason: 'École fermée' }],
  ])('is none that was %s', async (_what, row) => {
    const id = await aVisit(house, ground, 'closed', row);
    expect(await page(head, id)).toMatchObject({ mayConfirm: false });
    expect((await confirm(head, id)).body.code).toBe('visit.nothing-to-confirm');
    await expect(
      house.arrange(
        `insert into visit_confirmation (visit_id, account_id, role, at) values ($1, $2, 'school-head', now())`,
        [id, head.accountId],
      ),
    ).rejects.toThrow(/visit_confirmation_visit_id_ending_fkey/);
  });

  it('is confirmed once by two heads at the same instant', async () => {
    const id = await waiting();
    const deputy = await house.person('school-head', { school_id: ground.schoolId });
    const answers = await Promise.all([head, deputy, head, deputy].map((person) => confirm(person, id)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
    expect(await house.sql('select from visit_confirmation where visit_id = $1', [id])).toHaveLength(1);
  });

  it('says so in its minutes, and who has confirmed them to who reads names', async () => {
    const id = await waiting();
    const printed = async (person: Person) => {
      const cookies = { parc_session: person.token! };
      const url = `/api/v1/visits/${id}/minutes`;
      const { rawPayload } = await house.application.inject({ method: 'GET', url, cookies });
      return (await heard(rawPayload)).elements.map(({ text }) => text).join(' ');
    };
    expect(await printed(head)).toContain('À confirmer par la direction');
    await confirm(head, id);
    const { confirmedByName } = await page(head, id);
    expect(await printed(head)).toMatch(
      new RegExp(`Confirmé ensuite par la direction .* 6 oct. 2026, par ${confirmedByName}`),
    );
    const commune = await house.person('commune-officer', {
      commune_id: (
        await house.sql<{ id: string }>('select commune_id as id from school where id = $1', [ground.schoolId])
      )[0]!.id,
    });
    expect(await printed(commune)).toContain('par la direction de l’école');
  });
});
