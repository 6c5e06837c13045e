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
