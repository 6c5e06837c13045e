import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { said } from './harness/answers.js';
import { aDevice, aFleet, type Fleet } from './harness/equipment-builders.js';
import { Held, waits } from './harness/held.js';
import { House } from './harness/house.js';
import { actOnLoan, aKit, aLoan, type BuiltKit } from './harness/loan-builders.js';
import type { Person } from './harness/person.js';
import { actOn, RESOLUTION, ticketRow } from './harness/ticket-builders.js';

/** What a school has on loan breaks there: it stands in none of its rooms, and its ticket is that school's. */
let house: House;
let fleet: Fleet;
let teacher: Person;
let stranger: Person;
let technician: Person;
let kit: BuiltKit;
let loanId: string;

const SAID = { subject: 'device', symptom: 'no-power', impact: 'class', urgency: 'stopped' };
const report = (person: Person, equipmentId: string) => person.post('/api/v1/tickets', { ...SAID, equipmentId });
const tagOf = async (id: string) =>
  (await house.sql<{ tag: string }>('select tag from equipment where id = $1', [id]))[0]!.tag;
const borrowed = async (person: Person) => (await person.get('/api/v1/loans/borrowed')).body.items;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  teacher = await house.person('teacher', { school_id: fleet.school.id });
  stranger = await house.person('teacher', { school_id: (await house.build.school()).id });
  technician = await house.person('technician');
  kit = await aKit(house, fleet);
  const ground = { schoolId: fleet.school.id, teacherId: teacher.accountId, technicianId: technician.accountId };
  loanId = await aLoan(house, kit, ground, 'out');
});
afterAll(() => house.close());

describe('what a school has on loan', () => {
  it('is told device by device to the school that has it, and to no other', async () => {
    const [mine, ...more] = await borrowed(teacher);
    expect(more).toEqual([]);
    expect(mine).toMatchObject({ loanId, toDay: '2026-10-09' });
    const ids = mine.devices.map(({ equipmentId }: { equipmentId: string }) => equipmentId);
    expect([ids[0], ids.slice(1).sort()]).toEqual([kit.equipmentId, [...kit.contents].sort()]);
    expect(await borrowed(stranger)).toEqual([]);
    expect((await technician.get('/api/v1/loans/borrowed')).status).toBe(403);
  });

  it('is opened by its label, a former one or its serial number for that school, and for no other', async () => {
    const [inside] = kit.contents as [string, string];
    const byCode = (person: Person, code: string) =>
      person.get(`/api/v1/loans/borrowed/by-tag/${encodeURIComponent(code)}`);
    for (const equipmentId of [kit.equipmentId, inside]) {
      const tag = await tagOf(equipmentId);
      const former = `${tag}-A`;
      await house.arrange(
        'insert into equipment_label (code, equipment_id, since, account_id) values ($1, $2, $3, $4)',
        [...[former, equipmentId, '2026-09-01T08:00:00Z', technician.accountId]],
      );
      await house.arrange('update equipment set serial = $2 where id = $1', [equipmentId, `SN ${tag}`]);
      for (const code of [tag, ` ${tag.toLowerCase()} `, former, `SN ${tag}`]) {
        expect((await byCode(teacher, code)).body).toMatchObject({ equipmentId, tag, loanId, toDay: '2026-10-09' });
        expect(said(await byCode(stranger, code))).toBe('404 object.not-found');
        expect((await byCode(technician, code)).status).toBe(403);
      }
    }
    expect(said(await byCode(teacher, 'PE-999999'))).toBe('404 object.not-found');
    // What stands in a school is opened there, as any device.
    const own = await aDevice(house, fleet, 'in-service');
    expect(said(await byCode(teacher, await tagOf(own)))).toBe('404 object.not-found');
  });

  it('is reported by its label to that school’s head by who has no account, and confirmed is that school’s ticket', async () => {
    const [, other] = kit.contents as [string, string];
    const tag = await tagOf(other);
    const asked = async (method: 'GET' | 'POST', url: string, payload?: object) =>
      house.application.inject({ method, url: `/api/v1/label-reports${url}`, ...(payload ? { payload } : {}) });
    expect((await asked('GET', `/of/${tag}`)).json()).toMatchObject({ roomName: null, known: null });
    await asked('POST', '', { label: tag, symptom: 'no-power', elsewhere: false });
    const head = await house.person('school-head', { school_id: fleet.school.id });
    const [waiting] = (await head.get('/api/v1/label-reports')).body.items as { id: string; version: number }[];
    const graveness = { impact: 'class', urgency: 'otherwise' };
    const { version } = waiting!;
    const confirmed = await head.post(`/api/v1/label-reports/${waiting!.id}/confirm`, graveness, { version });
    expect(confirmed.status).toBe(200);
    const tickets = await house.sql('select school_id, room_id from ticket where equipment_id = $1', [other]);
    expect(tickets).toEqual([{ school_id: fleet.school.id, room_id: null }]);
  });

  it('is reported broken by that school, whose ticket it is; to any other it is not there', async () => {
    const [inside] = kit.contents as [string, string];
    expect(said(await report(stranger, inside))).toBe('404 object.not-found');
    const made = await report(teacher, inside);
    expect(made.status).toBe(201);
    expect(await ticketRow(house, made.body.id)).toMatchObject({
      ...{ school_id: fleet.school.id, equipment_id: inside, room_id: null, state: 'new' },
    });
    // Asked again, it is known.
    const alike = await teacher.get(`/api/v1/tickets/alike?subject=device&equipmentId=${inside}`);
    expect(alike.body.items).toMatchObject([{ id: made.body.id, sameDevice: true }]);
    expect(said(await stranger.get(`/api/v1/tickets/alike?subject=device&equipmentId=${inside}`))).toBe(
      '404 object.not-found',
    );
    for (const person of [teacher, technician])
      expect((await person.get(`/api/v1/tickets/${made.body.id}`)).body).toMatchObject({
        equipmentState: 'on-loan',
        lent: { id: loanId, kitName: expect.stringMatching(/^Valise/), toDay: '2026-10-09' },
      });
    // Repaired where it is: it stays on loan.
    await actOn(house, technician, made.body.id, 'take');
    expect((await actOn(house, technician, made.body.id, 'resolve', { ...RESOLUTION })).status).toBe(200);
  });

  it('is of the school that has it, whoever of the metropole reports it', async () => {
    const made = await report(technician, kit.equipmentId);
    expect((await ticketRow(house, made.body.id)).school_id).toBe(fleet.school.id);
    const shelved = await aDevice(house, fleet, 'in-stock');
    expect(said(await report(technician, shelved))).toBe('409 ticket.device-gone');
    expect(said(await report(teacher, shelved))).toBe('404 object.not-found');
    expect(said(await report(teacher, '01900000-0000-7000-8000-00000000dead'))).toBe('404 object.not-found');
  });

  it('comes back in the instant in which it is reported: one goes after the other', async () => {
    const returning = await Held.row(house, 'equipment', kit.equipmentId);
    await returning.run('select from equipment where id = $1 for update', [kit.equipmentId]);
    const reported = report(teacher, kit.equipmentId);
    expect(await waits(house, reported)).toBe(true);
    await returning.run(`update loan set state = 'returned' where id = $1`, [loanId]);
    await returning.letGo('commit');
    expect(said(await reported)).toBe('404 object.not-found');
    await house.arrange(`update loan set state = 'out' where id = $1`, [loanId]);
  });

  it('is back, and its school’s no longer: the ticket stays, and says where it is to the metropole alone', async () => {
    const [, other] = kit.contents as [string, string];
    const { body } = await report(teacher, other);
    const check = { seenIds: kit.contents, condition: 'good', accessoriesComplete: true };
    expect((await actOnLoan(house, technician, loanId, 'return', check)).status).toBe(200);
    expect(await borrowed(teacher)).toEqual([]);
    expect((await teacher.get(`/api/v1/tickets/${body.id}`)).body).toMatchObject({ lent: null });
    expect(said(await report(teacher, other))).toBe('404 object.not-found');
  });
});
