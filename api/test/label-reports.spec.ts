import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LabelReportMoves } from '../src/maintenance/label-reports/label-report-moves.js';
import { LIMITS } from '../src/platform/limits.js';
import { aDevice, aFleet, BUILT_EQUIPMENT_STATES, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import { lettersTo } from './harness/letters.js';
import type { Answer, Person } from './harness/person.js';

/** A breakdown said by who has no account, from a label: what it tells, what it keeps, how often; what the head does of it. */
let house: House;
let fleet: Fleet;
let head: Person;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.setNow(House.START);
  await house.sql('delete from mail');
  await house.sql('delete from label_report_window');
  fleet = await aFleet(house);
  head = await house.person('school-head', { school_id: fleet.school.id });
});

let places = 0;
/** Somebody on a network of their own, unless it is said which. */
async function ask(
  method: 'GET' | 'POST',
  url: string,
  payload?: object,
  remoteAddress = `198.51.100.${++places % 250}`,
) {
  const answer = await house.application.inject({ method, url, remoteAddress, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json(), headers: answer.headers } as Omit<Answer, 'text'>;
}
const look = (code: string, from?: string) => ask('GET', `/api/v1/label-reports/of/${code}`, undefined, from);
const report = (code: string, change: object = {}, from?: string) =>
  ask('POST', '/api/v1/label-reports', { label: code, symptom: 'no-power', elsewhere: false, ...change }, from);
const tagOf = async (id: string) =>
  (await house.sql<{ tag: string }>('select tag from equipment where id = $1', [id]))[0]!.tag;
const aTag = async (row: object = {}) =>
  tagOf(await aDevice(house, fleet, 'in-service', row as Record<string, unknown>));
const reports = () =>
  house.sql<{ id: string; state: string; symptom: string; elsewhere: boolean; version: number }>(
    'select id, state, symptom, elsewhere, version from label_report where school_id = $1 order by reported_at, id',
    [fleet.school.id],
  );
const waiting = async (person = head) =>
  (await person.get('/api/v1/label-reports')).body.items as { id: string; version: number; tag: string }[];
const confirm = (
  person: Person,
  { id, version }: { id: string; version: number },
  body: object = { impact: 'class', urgency: 'otherwise' },
) => person.post(`/api/v1/label-reports/${id}/confirm`, body, { version });
const discard = (person: Person, { id, version }: { id: string; version: number }, reason = 'mistake') =>
  person.post(`/api/v1/label-reports/${id}/discard`, { reason }, { version });

describe('a label', () => {
  it('tells what the device is and its room, and nothing else', async () => {
    await house.build.insert('equipment_model', { model_id: fleet.modelId, family: 'tablet', stores_data: true });
    const { status, body } = await look((await aTag()).toLowerCase());
    const [{ name }] = (await house.sql('select name from room where id = $1', [fleet.roomId])) as [{ name: string }];
    expect({ status, body }).toEqual({ status: 200, body: { family: 'tablet', roomName: name, known: null } });
  });

  it('unknown, replaced, of a device that is away or gone: all answer alike', async () => {
    const replaced = await aDevice(house, fleet, 'in-service');
    const old = await tagOf(replaced);
    const manager = await house.person('plan-manager');
    await manager.post(`/api/v1/equipment/${replaced}/labels`, {}, { version: 1 });
    const away = BUILT_EQUIPMENT_STATES.filter(
      (state) => !['in-service', 'awaiting-training', 'under-repair'].includes(state),
    );
    const tags = ['PE-999999', old];
    for (const state of away) tags.push(await tagOf(await aDevice(house, fleet, state)));
    const answers: unknown[] = [];
    for (const tag of tags)
      answers.push(...(await Promise.all([look(tag), report(tag)])).map(({ status, body }) => ({ status, body })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 404, body: { code: 'label-report.unknown' } });
    expect(await reports()).toEqual([]);
  });

  it('is looked at so often by one network, and by another as well', async () => {
    const tag = await aTag();
    for (let time = 0; time < LIMITS.labelReports.looks.most; time++) await look(`PE-9${time}`, '203.0.113.7');
    const refused = await look(tag, '203.0.113.7');
    expect(refused).toMatchObject({ status: 429, body: { code: 'label-report.too-many' } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await look(tag, '203.0.113.8')).status).toBe(200);
  });
});

describe('a report without account', () => {
  it('waits for the head, who is told once a day; nothing of its author is kept', async () => {
    const [one, other] = [await aTag(), await aTag()];
    expect(await report(one, { elsewhere: true }, '203.0.113.20')).toMatchObject({
      status: 200,
      body: { known: null },
    });
    expect(await report(other, { symptom: 'keyboard' })).toMatchObject({ status: 200, body: { known: null } });
    expect(await reports()).toMatchObject([
      { state: 'to-confirm', symptom: 'no-power', elsewhere: true },
      { state: 'to-confirm', symptom: 'keyboard', elsewhere: false },
    ]);
    expect(await house.sql('select from ticket where school_id = $1', [fleet.school.id])).toEqual([]);
    const [{ email }] = (await house.sql('select email from account where id = $1', [head.accountId])) as [
      { email: string },
    ];
    expect(await lettersTo(house, email)).toHaveLength(1);
    const rows = await house.sql(
      'select to_jsonb(r)::text as text from label_report r union all select to_jsonb(w)::text from label_report_window w union all select to_jsonb(h)::text from history h',
    );
    expect(rows.filter(({ text }) => String(text).includes('203.0.113.20'))).toEqual([]);
  });

  it('of a device that is known broken keeps nothing, and says who knows', async () => {
    const device = await aDevice(house, fleet, 'in-service');
    const tag = await tagOf(device);
    await report(tag);
    expect((await report(tag)).body).toEqual({ known: 'waiting' });
    expect((await look(tag)).body).toMatchObject({ known: 'waiting' });
    await confirm(head, (await waiting())[0]!);
    expect((await report(tag)).body).toEqual({ known: 'ticket' });
    expect((await look(tag)).body).toMatchObject({ known: 'ticket' });
    expect(await reports()).toHaveLength(1);
  });

  it('is of one breakdown of the list and carries no word', async () => {
    const tag = await aTag();
    for (const change of [
      { symptom: 'no-light' },
      { symptom: 'x' },
      { description: 'Jean' },
      { elsewhere: 'oui' },
      { schoolId: fleet.school.id },
    ])
      expect((await report(tag, change)).status).toBe(400);
    expect(await reports()).toEqual([]);
  });

  it('sent by a page of elsewhere, or as a form, is refused', async () => {
    const tag = await aTag();
    const send = (headers: Record<string, string>, payload: string) =>
      house.application.inject({ method: 'POST', url: '/api/v1/label-reports', headers, payload });
    const body = { label: tag, symptom: 'slow', elsewhere: false };
    const json = { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' };
    expect((await send(json, JSON.stringify(body))).statusCode).toBe(403);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await send(form, `code=${tag}&symptom=slow&elsewhere=false`)).statusCode).toBe(415);
    expect(await reports()).toEqual([]);
  });
});

describe('so many and no more', () => {
  const many = (count: number) => Promise.all(Array.from({ length: count }, () => aTag()));

  it('of one network in an hour, those who come at once among them', async () => {
    const { most } = LIMITS.labelReports.perAddress;
    const answers = await Promise.all((await many(most + 4)).map((tag) => report(tag, {}, '203.0.113.30')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(most);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(4);
    expect(await reports()).toHaveLength(most);
    house.setNow('2026-10-06T08:00:01Z');
    expect((await report(await aTag(), {}, '203.0.113.30')).status).toBe(200);
  });

  it('of one school, whatever the networks, at once', async () => {
    const { most } = LIMITS.labelReports.perSchool;
    const answers = await Promise.all((await many(most + 5)).map((tag) => report(tag)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(most);
    expect(await reports()).toHaveLength(most);
    // The next day all of them still wait: what nobody answers is not piled up.
    house.setNow('2026-10-08T07:00:00Z');
    expect((await report(await aTag())).status).toBe(429);
  });

  it('of one device, once each time that it was discarded', async () => {
    const tag = await aTag();
    for (let time = 0; time < LIMITS.labelReports.perDevice.most; time++) {
      expect((await report(tag)).body).toEqual({ known: null });
      await discard(head, (await waiting())[0]!);
    }
    expect((await report(tag)).status).toBe(429);
  });

  it('of one device at once, one', async () => {
    const tag = await aTag();
    const answers = await Promise.all(Array.from({ length: 6 }, () => report(tag)));
    expect(answers.map(({ body }) => body.known).filter((known) => known === null)).toHaveLength(1);
    expect(await reports()).toHaveLength(1);
  });
});

describe('the head', () => {
  it('confirms by saying how much it hinders: it is a ticket as any other, of the head’s', async () => {
    const device = await aDevice(house, fleet, 'in-service');
    await report(await tagOf(device), { elsewhere: true, symptom: 'black-screen' });
    const [row] = await waiting();
    const { status, body } = await confirm(head, row!);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { state: 'confirmed', version: 2, ticketId: expect.any(String) },
    });
    const ticket = (await head.get(`/api/v1/tickets/${body.ticketId}`)).body;
    expect(ticket).toMatchObject({ state: 'new', symptom: 'black-screen', priority: 'P2', equipmentId: device });
    expect(ticket.description).toContain('vu hors de sa salle');
    expect(await house.sql('select reported_by from ticket where id = $1', [body.ticketId])).toEqual([
      { reported_by: head.accountId },
    ]);
    expect(await waiting()).toEqual([]);
  });

  it('reads where a ticket of the device, and of no other, is open meanwhile', async () => {
    const [one, other] = [await aDevice(house, fleet, 'in-service'), await aDevice(house, fleet, 'in-service')];
    for (const id of [one, other]) await report(await tagOf(id));
    const asked = { subject: 'device', equipmentId: other, symptom: 'slow', impact: 'class', urgency: 'normally' };
    expect((await head.post('/api/v1/tickets', asked)).status).toBe(201);
    const rows = (await waiting()) as unknown as { equipmentId: string; ticketOpen: boolean }[];
    expect(rows.map(({ equipmentId, ticketOpen }) => [equipmentId, ticketOpen])).toEqual([
      [one, false],
      [other, true],
    ]);
  });

  it('of several answers at once, one counts', async () => {
    await report(await aTag());
    const [row] = await waiting();
    const answers = await Promise.all([
      confirm(head, row!),
      confirm(head, row!),
      discard(head, row!),
      discard(head, row!),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });

  it('of another school, a teacher, a technician, a manager: none of them reads or decides', async () => {
    await report(await aTag());
    const [row] = await waiting();
    const stranger = await house.person('school-head', { school_id: (await aFleet(house)).school.id });
    expect(await waiting(stranger)).toEqual([]);
    for (const answer of [await confirm(stranger, row!), await discard(stranger, row!)])
      expect(answer.status).toBe(404);
    for (const person of [
      await house.person('teacher', { school_id: fleet.school.id }),
      await house.person('technician'),
      await house.person('plan-manager'),
    ])
      for (const answer of [
        await person.get('/api/v1/label-reports'),
        await confirm(person, row!),
        await discard(person, row!),
      ])
        expect(answer.status).toBe(403);
    expect((await confirm(head, row!, { impact: 'x', urgency: 'stopped' })).status).toBe(400);
    expect((await discard(head, row!, 'parce que')).status).toBe(400);
  });

  it('who confirms what has left meanwhile is told so, and it stays', async () => {
    const device = await aDevice(house, fleet, 'in-service');
    await report(await tagOf(device));
    const [row] = await waiting();
    await house.arrange(`update equipment set state = 'lost' where id = $1`, [device]);
    expect(await confirm(head, row!)).toMatchObject({ status: 409, body: { code: 'ticket.device-gone' } });
    expect(await waiting()).toHaveLength(1);
    expect((await discard(head, row!, 'known')).status).toBe(200);
  });
});

describe('what nobody answers', () => {
  it('is forgotten after fourteen days, not before', async () => {
    await report(await aTag());
    const forget = () => house.application.get(LabelReportMoves).forget();
    house.setNow('2026-10-20T06:59:00Z');
    await forget();
    expect(await reports()).toMatchObject([{ state: 'to-confirm' }]);
    house.setNow('2026-10-20T07:01:00Z');
    expect(await forget()).toBeGreaterThan(0);
    expect(await reports()).toMatchObject([{ state: 'forgotten', version: 2 }]);
    expect(await forget()).toBe(0);
  });
});
