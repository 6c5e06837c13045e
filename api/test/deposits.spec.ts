import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Builders } from './harness/builders.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { jpeg } from './harness/pictures.js';
import { aTicket, RESOLUTION, ticketMovesOf, ticketRow } from './harness/ticket-builders.js';
import { sendFile } from './harness/uploads.js';

/** What a phone was refused and hands in: kept word for word, read by the plan manager, and nothing else changes. */
let house: House;
let technician: Person;
let colleague: Person;
let manager: Person;
let ticketId: string;
const small = jpeg(48);

beforeAll(async () => {
  house = await House.open();
  const schoolId = (await house.build.school()).id;
  const teacher = await house.person('teacher', { school_id: schoolId });
  technician = await house.person('technician');
  colleague = await house.person('technician');
  manager = await house.person('plan-manager');
  const who = { schoolId, reporterId: teacher.accountId, technicianId: technician.accountId };
  ticketId = await aTicket(house, who, 'closed');
});
afterAll(() => house.close());

const request = (parts: object = {}) => ({
  ...{ id: randomUUID(), objectKind: 'ticket', objectId: ticketId, action: 'resolve', about: 'Clore T-2026-00932' },
  ...{ body: JSON.stringify({ ...RESOLUTION, note: 'Batterie « gonflée »' }), saidAt: '2026-10-05T08:00:00.000Z' },
  ...{ refusalCode: 'ticket.state', refusal: 'Ce ticket est clos.', ...parts },
});
const handIn = (body: ReturnType<typeof request>, person = technician, key: string = body.id) =>
  person.post('/api/v1/deposits', body, { key });
const page = async (id: string) => (await manager.get(`/api/v1/deposits/${id}`)).body;
const rowsOf = (id: string) => house.sql('select * from deposit where id = $1', [id]);

describe('what a phone hands in', () => {
  it('is kept word for word and changes nothing of what it is about', async () => {
    const [before, moves] = [await ticketRow(house, ticketId), await ticketMovesOf(house, ticketId)];
    const body = request();
    expect(await handIn(body)).toMatchObject({ status: 201, body: { id: body.id } });
    expect(await page(body.id)).toMatchObject({
      ...{ about: body.about, body: body.body, refusal: body.refusal, refusalCode: 'ticket.state', readAt: null },
      ...{ objectKind: 'ticket', objectId: ticketId, role: 'technician', photos: [] },
    });
    expect(await ticketRow(house, ticketId)).toEqual(before);
    expect(await ticketMovesOf(house, ticketId)).toEqual(moves);
  });

  it('is there once, under one key, under several, and at once; the first one stays', async () => {
    const body = request();
    const sent = await Promise.all([1, 2, 3, 4].map(() => handIn(body, technician, randomUUID())));
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const again = await handIn({ ...body, refusal: 'Une autre phrase.' }, technician, randomUUID());
    expect(again).toMatchObject({ status: 201, body: sent[0]!.body });
    expect(await rowsOf(body.id)).toMatchObject([{ refusal: 'Ce ticket est clos.' }]);
  });

  it('never takes the place of somebody else’s', async () => {
    const body = request();
    await handIn(body);
    const other = await handIn(body, colleague);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.other-body' } });
    expect(await rowsOf(body.id)).toMatchObject([{ account_id: technician.accountId }]);
  });

  it('is refused beside its field when it is too long, and nothing of it is kept', async () => {
    const body = request({ body: 'x'.repeat(65_537) });
    const refused = await handIn(body);
    expect(refused).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(refused.body.fields).toMatchObject([{ name: 'body' }]);
    expect(await rowsOf(body.id)).toEqual([]);
  });
});

describe('its photos', () => {
  it('come after it, each once, by its author alone, and the manager sees them', async () => {
    const content = await small;
    const slot = { id: randomUUID(), sizeBytes: content.length, photoId: randomUUID(), size: 'small' };
    const body = request({ photos: [{ ...slot, sha256: createHash('sha256').update(content).digest('hex') }] });
    expect((await handIn(body)).status).toBe(201);
    expect((await page(body.id)).photos).toEqual([{ id: slot.photoId, smallId: null, wholeId: null }]);
    const address = `/api/v1/deposits/${body.id}/photos?slot=${slot.id}`;
    expect(await sendFile(colleague, address, content)).toMatchObject({
      status: 404,
      body: { code: 'file.slot-unknown' },
    });
    const key = randomUUID();
    const first = await sendFile(technician, address, content, { key });
    expect(first.status).toBe(201);
    expect((await sendFile(technician, address, content, { key })).body).toEqual(first.body);
    expect((await sendFile(technician, address, content)).body).toEqual(first.body);
    expect((await page(body.id)).photos).toEqual([{ id: slot.photoId, smallId: first.body.id, wholeId: null }]);
    const seen = await manager.get(`/api/v1/deposits/${body.id}/photos/${first.body.id}`);
    expect(seen).toMatchObject({ status: 200, headers: { 'content-type': 'image/webp' } });
    expect((await manager.get(`/api/v1/deposits/${randomUUID()}/photos/${first.body.id}`)).status).toBe(404);
  });
});

describe('the manager', () => {
  it('finds what is unread, latest first, and marks it; the first reader stays', async () => {
    const [older, newer] = [request(), request()];
    await handIn(older);
    await handIn(newer);
    const unread = async () =>
      ((await manager.get('/api/v1/deposits?read=false')).body.items as { id: string }[]).map(({ id }) => id);
    expect((await unread()).slice(0, 2)).toEqual([newer.id, older.id]);
    expect(await manager.post(`/api/v1/deposits/${newer.id}/read`, {})).toMatchObject({ status: 200 });
    expect(await unread()).not.toContain(newer.id);
    const [first] = await rowsOf(newer.id);
    const second = await house.person('plan-manager');
    await second.post(`/api/v1/deposits/${newer.id}/read`, {});
    expect(await rowsOf(newer.id)).toEqual([first]);
    expect((await manager.get('/api/v1/deposits?read=true')).body.items).toMatchObject([{ id: newer.id }]);
  });

  it('is told when there is none', async () => {
    expect((await manager.get(`/api/v1/deposits/${randomUUID()}`)).status).toBe(404);
    expect((await manager.post(`/api/v1/deposits/${randomUUID()}/read`, {})).status).toBe(404);
  });
});

describe('of a role that has ended', () => {
  /** A technician with an enrolled phone, whose role has ended so many days ago. */
  async function aFormer(daysAgo: number, { role = 'technician', enrolled = true } = {}): Promise<string> {
    const scope: Record<string, string> = role === 'teacher' ? { school_id: (await house.build.school()).id } : {};
    const person = await house.person(role as 'technician', scope);
    const { accountId } = person;
    if (enrolled)
      await house.arrange(
        `insert into phone (account_id, device_hash, kind, key_escrow, enrolled_at, last_seen_at)
           select id, sha256(id::text::bytea), 'android', sha256('key'), now(), now() from account where id = $1`,
        [accountId],
      );
    await house.arrange(
      `update assignment set from_day = from_day - 400, to_day = '2026-10-06'::date - $2::int where account_id = $1`,
      [accountId, daysAgo],
    );
    const [{ email }] = (await house.sql('select email from account where id = $1', [accountId])) as [
      { email: string },
    ];
    return email;
  }
  const enters = (email: string) => house.nobody().post('/api/v1/session', { email, password: Builders.PASSWORD });

  it('is handed in by its author, with its photo, thirty days long, and nothing else is open to them', async () => {
    const former = await house.signIn(await aFormer(29));
    expect((await former.get('/api/v1/session')).body).toMatchObject({
      assignment: { role: 'technician', ended: true },
      assignments: [{ ended: true }],
    });
    const content = await small;
    const slot = { id: randomUUID(), sizeBytes: content.length, photoId: randomUUID(), size: 'small' };
    const body = request({ photos: [{ ...slot, sha256: createHash('sha256').update(content).digest('hex') }] });
    expect((await handIn(body, former)).status).toBe(201);
    const address = `/api/v1/deposits/${body.id}/photos?slot=${slot.id}`;
    expect((await sendFile(former, address, content)).status).toBe(201);
    expect(await page(body.id)).toMatchObject({ role: 'technician', about: body.about });
    for (const path of ['/round', '/tickets', '/deposits', '/schools', '/equipment', '/orders'])
      expect([path, (await former.get(`/api/v1${path}`)).status]).toEqual([path, 403]);
    const said = await former.post(`/api/v1/tickets/${ticketId}/notes`, { text: 'Encore moi' });
    expect(said).toMatchObject({ status: 403, body: { code: 'role.may-not' } });
  });

  it('is nobody’s who has no phone, of no role that goes from school to school, and after thirty days', async () => {
    const refused = { status: 401, body: { code: 'session.wrong-credentials' } };
    expect(await enters(await aFormer(1, { enrolled: false }))).toMatchObject(refused);
    expect(await enters(await aFormer(1, { role: 'teacher' }))).toMatchObject(refused);
    expect(await enters(await aFormer(30))).toMatchObject(refused);
    expect(await enters(await aFormer(1))).toMatchObject({ status: 201 });
  });

  it('ends with its thirtieth day, though its session is open, and with its phone', async () => {
    const [late, lost] = [await aFormer(29), await aFormer(2)];
    const [former, other] = [await house.signIn(late), await house.signIn(lost)];
    await house.arrange(
      'update phone set revoked_at = now(), key_escrow = null where account_id = (select id from account where email = $1)',
      [lost],
    );
    expect((await handIn(request(), other)).status).toBe(401);
    expect((await handIn(request(), former)).status).toBe(201);
    const whose = 'account_id = (select id from account where email = $1)';
    await house.arrange(`update assignment set to_day = to_day - 1 where ${whose}`, [late]);
    expect((await handIn(request(), former)).status).toBe(401);
  });

  it('is chosen beside a present one: what waits for it is handed in under it', async () => {
    const email = await aFormer(3);
    const [{ id }] = (await house.sql('select id from account where email = $1', [email])) as [{ id: string }];
    await house.arrange(
      `insert into assignment (account_id, role, scope_kind, from_day) values ($1, 'plan-manager', 'territory', '2026-01-01')`,
      [id],
    );
    const person = await house.signIn(email);
    const { assignment, assignments } = (await person.get('/api/v1/session')).body;
    expect([assignment.role, assignments.length]).toEqual(['plan-manager', 2]);
    expect((await handIn(request(), person)).status).toBe(403);
  });
});
