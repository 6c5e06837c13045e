import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@parc/domain';
import { House } from './harness/house.js';
import { confirmed, draft, smallPlan, submitted, type SmallPlan } from './harness/plan.js';
import type { Person } from './harness/person.js';

/** Reaching what is not one's own, one test a way (the permission matrix walks the plain ones). */
let house: House;
let plan: SmallPlan;
let theirs: SmallPlan;

beforeAll(async () => {
  house = await House.open();
  plan = await smallPlan(house, 10_000_000);
  theirs = await smallPlan(house, 10_000_000);
}, 60_000);
afterAll(() => house.close());

const order = (id: string) => `/api/v1/orders/${id}`;
const stateOf = async (id: string) =>
  (await house.sql<{ state: string }>('select state from installation_order where id = $1', [id]))[0]!.state;

describe('an object of another school', () => {
  it('is answered as one that does not exist, word for word', async () => {
    const id = await submitted(theirs);
    for (const path of ['', '/files/' + randomUUID(), '/documents/order-form']) {
      const [real, none] = [await plan.head.get(order(id) + path), await plan.head.get(order(randomUUID()) + path)];
      expect([real.status, real.body]).toEqual([404, none.body]);
    }
  });

  it('is found by no search, number or export', async () => {
    const id = await submitted(theirs);
    const { number } = (await theirs.head.get(order(id))).body;
    for (const path of ['', '/export.csv']) {
      expect((await plan.head.get(`/api/v1/orders${path}?search=${number}`)).text).not.toContain(number);
      expect((await plan.head.get(`/api/v1/orders${path}?schoolId=${theirs.school.id}`)).text).not.toContain(number);
    }
  });

  it('is not named in a draft: neither its room nor its own lines', async () => {
    const lines = [{ itemId: plan.itemId, quantity: 1, roomId: theirs.roomId }];
    const body = { lines, wishes: [], contact: '', note: '', prerequisites: [] };
    expect((await plan.head.post('/api/v1/orders', body)).body.code).toBe('order.room-unknown');
    const mine = await draft(plan);
    const put = await plan.head.put(order(mine.id), body, { version: mine.version });
    expect(put.body.code).toBe('order.room-unknown');
  });

  it('is not reached through one’s own: a room, a file or a price of another parent is not found', async () => {
    const mine = await submitted(plan);
    const other = await submitted(theirs);
    const fileId = await house.build.insert('order_file', {
      order_id: other,
      kind: 'place-photo',
      name: 'photo.webp',
      media_type: 'image/webp',
      size_bytes: 4,
      content: Buffer.from('RIFF'),
      created_by: theirs.head.accountId,
      created_at: House.START,
    });
    expect((await plan.head.get(`${order(mine)}/files/${fileId}`)).status).toBe(404);
    const room = { name: 'Prise', floor: null, hasPower: false, hasNetwork: false };
    const url = `/api/v1/schools/${plan.school.id}/rooms/${theirs.roomId}`;
    expect((await plan.head.put(url, room, { version: 1 })).status).toBe(404);
    const [price] = await house.sql<{ id: string }>('select id from item_price where item_id = $1', [theirs.itemId]);
    const { version } = (await plan.manager.get(`/api/v1/catalogue/items/${plan.itemId}`)).body;
    const deleted = await plan.manager.delete(`/api/v1/catalogue/items/${plan.itemId}/prices/${price!.id}`, {
      version,
    });
    expect(deleted.status).toBe(404);
  });

  it('is not moved in bulk with those one may move', async () => {
    const drafted = await draft(theirs);
    const { body } = await plan.manager.post('/api/v1/orders/bulk/approve', {
      orders: [{ id: drafted.id, version: drafted.version, seenCents: 12_000 }],
    });
    expect(body.outcomes).toEqual([expect.objectContaining({ done: false, code: 'order.not-found' })]);
  });

  it('is not told by the orders of one basket: a firm reads nothing of what another performer does', async () => {
    const lines = [
      { itemId: plan.itemId, quantity: 4, roomId: plan.roomId },
      { itemId: plan.contractItemId, quantity: 4, roomId: plan.roomId },
    ];
    const { id } = await draft(plan, lines);
    const { body } = await plan.head.act(id, 'submit');
    for (const one of body.orders) await plan.manager.act(one.id, 'approve', {});
    const rows = await house.sql<{ id: string; performer: string }>(
      'select id, performer from installation_order where id = any($1)',
      [body.orders.map((one: { id: string }) => one.id)],
    );
    const ofFirm = rows.find(({ performer }) => performer === 'contract')!;
    const page = await plan.installer.get(order(ofFirm.id));
    expect([page.status, page.body.basket]).toEqual([200, []]);
    expect((await plan.head.get(order(ofFirm.id))).body.basket.length).toBe(1);
  });
});

describe('a scope', () => {
  const SCOPED: [Role, string][] = [
    ['school-head', 'school_id'],
    ['commune-officer', 'commune_id'],
    ['private-body-officer', 'managing_body_id'],
    ['inspector', 'circonscription_id'],
    ['installer', 'contract_holder_id'],
  ];

  it.each(SCOPED)(
    'cannot be missing from the assignment of a %s: no scope never means everything',
    async (role, column) => {
      const { id } = await house.build.account('committee');
      await expect(house.build.assignment(id, role, {})).rejects.toThrow('assignment_scope');
      await expect(house.build.assignment(id, 'committee', { [column]: randomUUID() })).rejects.toThrow(/assignment/);
    },
  );

  it('of an account without a body, school or circonscription does not match what has none', async () => {
    const body = await house.build.insert('managing_body', { name: `OGEC ${randomUUID()}`, kind: 'ogec' });
    const officer = await house.person('private-body-officer', { managing_body_id: body });
    expect((await officer.get('/api/v1/schools')).body).toMatchObject({ items: [], total: 0 });
    expect((await officer.get('/api/v1/orders')).body).toMatchObject({ items: [], total: 0 });
  });

  it('taken away between the check and the write leaves nothing written', async () => {
    const { id } = await draft(plan);
    const head = await anotherHead();
    const { version } = (await head.get(order(id))).body;
    const client = await house.pool.connect();
    try {
      await client.query('begin');
      await client.query('select from school where id = $1 for update', [plan.school.id]);
      await client.query('select from installation_order where id = $1 for update', [id]);
      const waiting = head.post(`${order(id)}/submit`, { seenCents: 12_000 }, { version });
      await pause(150);
      const admin = await house.person('administrator');
      const [as] = await house.sql<{ id: string }>('select id from assignment where account_id = $1', [head.accountId]);
      expect((await admin.post(`/api/v1/assignments/${as!.id}/end`, {})).status).toBe(200);
      await client.query('commit');
      expect((await waiting).body.code).toBe('session.missing');
    } finally {
      client.release();
    }
    expect(await stateOf(id)).toBe('draft');
  });
});

async function anotherHead(): Promise<Person> {
  return house.person('school-head', { school_id: plan.school.id });
}

describe('an order', () => {
  it('is not jumped to a later state', async () => {
    const id = await submitted(plan);
    const jumps: [Person, string, unknown][] = [
      [plan.certifier, 'certify', { seenCents: 48_000 }],
      [plan.technician, 'start', undefined],
      [plan.head, 'confirm', { seenCents: 48_000 }],
      [plan.manager, 'record-invoice', { number: 'F-1' }],
      [plan.manager, 'confirm-by-default', { reason: 'Sans réponse', seenCents: 48_000 }],
    ];
    for (const [person, action, body] of jumps) {
      const answer = await person.post(`${order(id)}/${action}`, body, { version: 2 });
      expect([action, [404, 409, 412].includes(answer.status)]).toEqual([action, true]);
    }
    expect(await stateOf(id)).toBe('submitted');
  });

  it('is never written without the version that was read, however the header is forged', async () => {
    const id = await submitted(plan);
    const { version } = (await plan.manager.get(order(id))).body;
    const forged = [
      '',
      '*',
      '"0"',
      '"1"',
      `"${version + 1}"`,
      String(version),
      `"${version}", "${version + 1}"`,
      '"999999999999"',
    ];
    for (const header of forged) {
      const headers = { 'if-match': header };
      const answer = await plan.manager.post(`${order(id)}/approve`, { seenCents: 48_000 }, { headers });
      expect([header, [412, 428].includes(answer.status)]).toEqual([header, true]);
    }
    expect(await stateOf(id)).toBe('submitted');
  });

  it('is certified by nobody who carried it out, under whatever assignment', async () => {
    const id = await confirmed(plan);
    await house.build.assignment(plan.technician.accountId, 'plan-manager', {}, { mayCertify: true });
    const both = await house.signIn(await emailOf(plan.technician));
    const { assignments } = both.session as unknown as { assignments: { id: string; role: string }[] };
    const assignmentId = assignments.find(({ role }) => role === 'plan-manager')!.id;
    await both.send('PUT', '/api/v1/session/assignment', { assignmentId });
    expect((await both.act(id, 'certify')).body.code).toBe('order.carried-out-by-you');
  });
});

const emailOf = async (person: Person) =>
  (await house.sql<{ email: string }>('select email from account where id = $1', [person.accountId]))[0]!.email;

describe('a repetition key', () => {
  it('of somebody else answers nothing of theirs', async () => {
    const key = `cle-${randomUUID()}`;
    const body = {
      lines: [{ itemId: plan.itemId, quantity: 1 }],
      wishes: [],
      contact: '',
      note: '',
      prerequisites: [],
    };
    const first = await theirs.head.post('/api/v1/orders', body, { key });
    const second = await plan.head.post('/api/v1/orders', body, { key });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.id).not.toBe(first.body.id);
    expect((await plan.head.get(order(second.body.id))).body.school.id).toBe(plan.school.id);
  });

  it('used on one object answers nothing of another', async () => {
    const key = `cle-${randomUUID()}`;
    const ids = [await submitted(plan), await submitted(plan)];
    const first = await plan.manager.act(ids[0]!, 'approve', {}, { key });
    const second = await plan.manager.act(ids[1]!, 'approve', {}, { key });
    expect([first.body.id, second.body.id]).toEqual(ids);
  });
});

describe('a role taken away', () => {
  it('no longer gives what it gave, even to a repeated key', async () => {
    const head = await anotherHead();
    const key = `cle-${randomUUID()}`;
    const body = {
      lines: [{ itemId: plan.itemId, quantity: 1 }],
      wishes: [],
      contact: '',
      note: '',
      prerequisites: [],
    };
    expect((await head.post('/api/v1/orders', body, { key })).status).toBe(201);
    const admin = await house.person('administrator');
    const [as] = await house.sql<{ id: string }>('select id from assignment where account_id = $1', [head.accountId]);
    await admin.post(`/api/v1/assignments/${as!.id}/end`, {});
    expect((await head.post('/api/v1/orders', body, { key })).body.code).toBe('session.missing');
  });

  it('taken away by another server, which this one has not heard of, gives neither write, preview nor list', async () => {
    const manager = await house.person('plan-manager');
    const id = await submitted(plan);
    const [order] = await house.sql<{ version: number }>('select version from installation_order where id = $1', [id]);
    const body = { orders: [{ id, version: order!.version }] };
    const preview = () => manager.post('/api/v1/orders/bulk/approve?preview=true', body);
    expect((await preview()).status).toBe(200);
    await house.sql('update session set ended_at = now(), version = version + 1 where account_id = $1', [
      manager.accountId,
    ]);
    expect((await preview()).body.code).toBe('session.missing');
    expect((await manager.get('/api/v1/orders')).body.code).toBe('session.missing');
    expect((await manager.act(id, 'approve', {})).body.code).toBe('session.missing');
    expect(await house.sql('select state from installation_order where id = $1', [id])).toEqual([
      { state: 'submitted' },
    ]);
  });
});
