import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDevice, aFleet, deviceRow, type Fleet } from './harness/equipment-builders.js';
import { Held, waits } from './harness/held.js';
import { House } from './harness/house.js';
import { aKit, aLoan, actOnLoan, loanRow, PERIOD, type BuiltKit } from './harness/loan-builders.js';
import type { Answer, Person } from './harness/person.js';
import { RESOLUTION } from './harness/ticket-builders.js';

/** Several people at once on the same kit: one has it, the others read what is taken and when it is free. */
let house: House;
let fleet: Fleet;
let technician: Person;
let manager: Person;
let teachers: Person[];
let heads: Person[];

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  technician = await house.person('technician');
  manager = await house.person('plan-manager');
  const schools = await Promise.all([1, 2, 3, 4].map(() => house.build.school()));
  teachers = await Promise.all(schools.map(({ id }) => house.person('teacher', { school_id: id })));
  heads = await Promise.all(schools.map(({ id }) => house.person('school-head', { school_id: id })));
});
afterAll(() => house.close());

const ground = () => ({
  schoolId: fleet.school.id,
  teacherId: teachers[0]!.accountId,
  technicianId: technician.accountId,
});
const asked = (kit: BuiltKit, fromDay: string, toDay: string) => ({ kitId: kit.id, ...PERIOD(fromDay, toDay) });
const told = (answers: Answer[]) =>
  answers.map(({ status, body }) => (status < 400 ? String(status) : `${status} ${body.code}`)).sort();

describe('at the same moment', () => {
  it('eight who ask for one kit over days that touch: one has it, the others read until when', async () => {
    const kit = await aKit(house, fleet);
    const answers = await Promise.all(
      [...teachers, ...heads].map((person, n) =>
        person.post('/api/v1/loans', asked(kit, ['2026-11-02', '2026-11-03'][n % 2]!, '2026-11-05')),
      ),
    );
    expect(told(answers)).toEqual(['201', ...Array<string>(7).fill('409 loan.taken')]);
    const lost = answers.find(({ status }) => status === 409)!;
    // Two half-days of checking on the Friday: the weekend is free, nobody asks for it.
    expect(lost.body.title).toMatch(
      /^Ce matériel est pris du (lun\. 2|mar\. 3) nov\. au jeu\. 5 nov\. Il se libère le sam\. 7 nov\.$/,
    );
    expect(await house.sql('select id from loan where kit_id = $1', [kit.id])).toHaveLength(1);
  });

  it('two who ask for days one after the other, the check between them: both have theirs', async () => {
    const kit = await aKit(house, fleet);
    const answers = await Promise.all([
      teachers[0]!.post('/api/v1/loans', asked(kit, '2026-11-02', '2026-11-05')),
      teachers[1]!.post('/api/v1/loans', asked(kit, '2026-11-09', '2026-11-12')),
    ]);
    expect(told(answers)).toEqual(['201', '201']);
  });

  it('an extension and a request: whoever comes second reads that it is taken', async () => {
    for (let round = 0; round < 4; round++) {
      const kit = await aKit(house, fleet);
      const id = await aLoan(house, kit, ground(), 'out');
      const answers = await Promise.all([
        actOnLoan(house, manager, id, 'extend', { toDay: '2026-10-15', toHalf: 'afternoon' }),
        teachers[0]!.post('/api/v1/loans', asked(kit, '2026-10-13', '2026-10-15')),
      ]);
      const [extended, requested] = answers;
      expect(told([extended, requested])).toEqual(
        extended.status === 200 ? ['200', '409 loan.taken'] : ['201', '409 loan.taken'],
      );
    }
  });

  it('a hand-over and a cancellation: one is made, the other reads that it was too late', async () => {
    for (let round = 0; round < 4; round++) {
      const kit = await aKit(house, fleet);
      const head = await house.person('school-head', { school_id: fleet.school.id });
      const id = await aLoan(house, kit, { ...ground(), teacherId: head.accountId }, 'approved');
      const check = { seenIds: kit.contents, condition: 'good', accessoriesComplete: true };
      const answers = await Promise.all([
        actOnLoan(house, technician, id, 'hand-over', { ...check, referentId: head.accountId }),
        actOnLoan(house, head, id, 'cancel'),
      ]);
      expect(told(answers)).toEqual(['200', '412 version.stale']);
      const { state } = await loanRow(house, id);
      const device = await deviceRow(house, kit.equipmentId);
      expect([state, device.state]).toEqual(state === 'out' ? ['out', 'on-loan'] : ['cancelled', 'in-stock']);
    }
  });

  it('a request and a late kit that comes back: the one goes after the other, and neither waits for ever', async () => {
    for (let round = 0; round < 4; round++) {
      const kit = await aKit(house, fleet);
      const past = { from_day: '2026-09-28', to_day: '2026-10-01' };
      const id = await aLoan(house, kit, ground(), 'out', past);
      const check = { seenIds: kit.contents, condition: 'good', accessoriesComplete: true };
      const [back, request] = await Promise.all([
        actOnLoan(house, technician, id, 'return', check),
        teachers[0]!.post('/api/v1/loans', asked(kit, '2026-10-12', '2026-10-13')),
      ]);
      expect(back.status).toBe(200);
      expect(['201', '409 loan.taken']).toContain(told([request])[0]);
    }
  });

  it('the same spare for two tickets: one school has it', async () => {
    const { modelId, stockPlaceId } = fleet;
    const spare = await house.build.insert('equipment', {
      ...{ tag: 'PE-SPARE-1', model_id: modelId, state: 'in-stock', state_since: house.now(), words: ' x ' },
      stock_place_id: stockPlaceId,
    });
    const bodies = await Promise.all([1, 2].map(() => brokenTicket()));
    const answers = await Promise.all(
      bodies.map((ticketId) =>
        technician.post('/api/v1/loans/spares', { ticketId, equipmentId: spare, toDay: '2026-10-20' }),
      ),
    );
    expect(told(answers)).toEqual(['201', '409 loan.spare-unfit']);
    expect(await house.sql(`select state from loan where equipment_id = $1`, [spare])).toEqual([{ state: 'out' }]);
    expect((await deviceRow(house, spare)).state).toBe('on-loan');
  });

  it('a spare is lent and its ticket resolved: nobody lends for a ticket that is over', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 8; round++) {
      const ticketId = await brokenTicket();
      const version = await taken(ticketId);
      const spare = await aDevice(house, fleet, 'in-stock');
      const resolving = () => technician.post(`/api/v1/tickets/${ticketId}/resolve`, RESOLUTION, { version });
      const lending = () =>
        technician.post('/api/v1/loans/spares', { ticketId, equipmentId: spare, toDay: '2026-10-20' });
      const answers = await Promise.all(round % 2 === 0 ? [resolving(), lending()] : [lending(), resolving()]);
      outcomes.add(told(answers).join(', '));
    }
    // Both where it was lent before; never a loan that begins after the end.
    for (const outcome of outcomes) expect(['200, 201', '200, 409 loan.ticket-over']).toContain(outcome);
  });

  it('a spare waits for whoever ends its ticket, and reads that it is over', async () => {
    const ticketId = await brokenTicket();
    const spare = await aDevice(house, fleet, 'in-stock');
    const ending = await Held.row(house, 'ticket', ticketId);
    await ending.run(`update ticket set state = 'cancelled', due_at = null, next_warning_at = null where id = $1`, [
      ticketId,
    ]);
    const lent = technician.post('/api/v1/loans/spares', { ticketId, equipmentId: spare, toDay: '2026-10-20' });
    expect(await waits(house, lent)).toBe(true);
    await ending.letGo('commit');
    expect(told([await lent])).toEqual(['409 loan.ticket-over']);
  });
});

/** @returns its version, taken and begun by the technician */
async function taken(ticketId: string): Promise<number> {
  let version = 1;
  for (const action of ['take', 'start'])
    version = (await technician.post(`/api/v1/tickets/${ticketId}/${action}`, undefined, { version })).body.version;
  return version;
}

let tags = 0;
async function brokenTicket(): Promise<string> {
  const equipmentId = await house.build.insert('equipment', {
    ...{
      tag: `PE-BROKEN-${++tags}`,
      model_id: fleet.modelId,
      state: 'in-service',
      state_since: house.now(),
      words: ' x ',
    },
    ...{ room_id: fleet.roomId, school_id: fleet.school.id },
  });
  const head = await house.person('school-head', { school_id: fleet.school.id });
  const said = { symptom: 'no-power', impact: 'class', urgency: 'stopped' };
  return (await head.post('/api/v1/tickets', { subject: 'device', equipmentId, ...said })).body.id as string;
}
