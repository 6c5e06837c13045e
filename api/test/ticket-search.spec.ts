import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDevice, aFleet, deviceRow, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { aTicket, ticketRow } from './harness/ticket-builders.js';

let house: House;
let fleet: Fleet;
let teacher: Person;
let technician: Person;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  teacher = await house.person('teacher', { school_id: fleet.school.id });
  technician = await house.person('technician');
});
afterAll(() => house.close());

const ground = (of = fleet) => ({
  ...{ schoolId: of.school.id, reporterId: teacher.accountId, technicianId: technician.accountId },
});
const report = (person: Person, body: object) =>
  person.post('/api/v1/tickets', { symptom: 'no-power', impact: 'class', urgency: 'stopped', ...body });

describe('the search of a list', () => {
  const found = async (person: Person, search: string) => {
    const { body } = await person.get(`/api/v1/tickets?${new URLSearchParams({ search })}`);
    return (body.items as { id: string }[]).map(({ id }) => id);
  };

  it('is by number, by school and by the label of the device, each word for itself, within what the reader reaches', async () => {
    const elsewhere = await aFleet(house);
    const equipmentId = await aDevice(house, fleet, 'in-service');
    const { body } = await report(teacher, { subject: 'device', equipmentId });
    const far = await aTicket(house, ground(elsewhere), 'new');
    const tag = (await deviceRow(house, equipmentId))['tag'] as string;
    const farNumber = (await ticketRow(house, far))['number'] as string;
    expect(await found(technician, body.number.toLowerCase())).toEqual([body.id]);
    expect(await found(technician, tag.toLowerCase())).toEqual([body.id]);
    expect(await found(technician, `${tag} ${fleet.school.uai.toLowerCase()}`)).toEqual([body.id]);
    expect(await found(technician, `${tag} ${elsewhere.school.uai}`)).toEqual([]);
    expect(await found(technician, farNumber)).toEqual([far]);
    expect(await found(teacher, farNumber)).toEqual([]);
  });
});
