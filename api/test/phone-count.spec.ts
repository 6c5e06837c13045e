import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Builders } from './harness/builders.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { aTicket } from './harness/ticket-builders.js';

/** A phone counts its acts without a gap: what never comes, and waits there no more, is told as lost. */
let house: House;
let technician: Person;
let ticketId: string;
let phoneId: string;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());
beforeEach(async () => {
  const schoolId = (await house.build.school()).id;
  const reporterId = (await house.person('teacher', { school_id: schoolId })).accountId;
  technician = await house.person('technician');
  ticketId = await aTicket(house, { schoolId, reporterId, technicianId: technician.accountId }, 'assigned');
  phoneId = await enrolled(technician);
});

async function enrolled(person: Person): Promise<string> {
  const body = { kind: 'android', password: Builders.PASSWORD, phoneKey: Buffer.alloc(32, 7).toString('base64') };
  return (await person.post('/api/v1/phones', body)).body.id;
}

interface Told {
  readonly seq: number;
  readonly settledTo: number;
  readonly dropped?: readonly number[];
}

async function act({ seq, settledTo, dropped = [] }: Told, key: string = randomUUID(), text = `Acte ${seq}`) {
  const headers = { 'phone-act': `${phoneId};${seq};${settledTo};${dropped.join(',')}` };
  return technician.post(`/api/v1/tickets/${ticketId}/notes`, { text }, { key, headers });
}

const countOf = async (person = technician) => {
  const [{ lostActs, countedAnew }] = (await person.get('/api/v1/phones')).body.items;
  return { lostActs, countedAnew };
};

describe('the count of a phone', () => {
  it('tells of no loss where every number came, in whatever order and however often', async () => {
    const key = randomUUID();
    await act({ seq: 2, settledTo: 0 });
    await act({ seq: 1, settledTo: 0 }, key);
    await act({ seq: 1, settledTo: 0 }, key);
    await act({ seq: 3, settledTo: 2 });
    expect(await countOf()).toEqual({ lostActs: 0, countedAnew: false });
  });

  it('tells of what waits there no more and never came, and of nothing that still waits', async () => {
    await act({ seq: 1, settledTo: 0 });
    await act({ seq: 4, settledTo: 1 });
    expect(await countOf()).toEqual({ lostActs: 0, countedAnew: false });
    await act({ seq: 5, settledTo: 4 });
    expect(await countOf()).toEqual({ lostActs: 2, countedAnew: false });
    // A number that comes late was not lost.
    await act({ seq: 3, settledTo: 2 });
    expect((await countOf()).lostActs).toBe(1);
  });

  it('takes for no loss what its author has given up', async () => {
    await act({ seq: 1, settledTo: 0 });
    await act({ seq: 4, settledTo: 3, dropped: [2, 3] });
    expect((await countOf()).lostActs).toBe(0);
  });

  it('tells that a phone has begun anew, where another act comes under a number that was used', async () => {
    const first = randomUUID();
    await act({ seq: 1, settledTo: 0 }, first);
    await act({ seq: 1, settledTo: 0 }, first);
    expect((await countOf()).countedAnew).toBe(false);
    await act({ seq: 1, settledTo: 0 });
    expect((await countOf()).countedAnew).toBe(true);
  });

  it('counts nothing of an act that was refused, nor of somebody else’s phone, nor of a word it cannot read', async () => {
    await act({ seq: 1, settledTo: 0 });
    expect((await act({ seq: 2, settledTo: 1 }, randomUUID(), '')).status).toBe(400);
    const [own, other] = [phoneId, await house.person('technician')];
    phoneId = await enrolled(other);
    expect((await act({ seq: 9, settledTo: 8 })).status).toBe(200);
    phoneId = own;
    for (const told of ['', 'x', `${own};2`, `${own};0;0;`, `${own};2;2;`, `${own};3;2;0`]) {
      const sent = { key: randomUUID(), headers: { 'phone-act': told } };
      expect((await technician.post(`/api/v1/tickets/${ticketId}/notes`, { text: 'Vu' }, sent)).status).toBe(200);
    }
    expect(await house.sql('select seq from phone_act where phone_id = $1', [own])).toEqual([{ seq: 1 }]);
    expect(await countOf(other)).toEqual({ lostActs: 0, countedAnew: false });
  });
});
