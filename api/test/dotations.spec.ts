import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addCalendarDays, parisDateOf } from '@parc/domain';
import { DotationNights } from '../src/inventory/dotations/dotation-nights.js';
import { said } from './harness/answers.js';
import { countsFor } from './harness/dotation-builders.js';
import { aDevice, aFleet, aModel, deviceRow, movesOf, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import { aNeed } from './harness/need-builders.js';
import type { Person } from './harness/person.js';

/** A model allotted to schools: by what they lack, with what their heads think, until it stands in their rooms. */
let house: House;
let manager: Person;
let technician: Person;
let administrator: Person;
let poor: Fleet;
let rich: Fleet;
let poorHead: Person;
let richHead: Person;
let groupId: string;

const today = () => parisDateOf(house.now());

/** An elementary school of three classes: the first part of its kit asks three devices. */
async function aSchoolOf(pupils: number): Promise<Fleet> {
  const fleet = await aFleet(house);
  await house.arrange(`update school set kind = 'elementary' where id = $1`, [fleet.school.id]);
  await house.arrange(
    `insert into school_year_figures (school_id, school_year, classes, pupils) values ($1, 2026, 3, $2)
       on conflict (school_id, school_year) do update set classes = 3, pupils = excluded.pupils`,
    [fleet.school.id, pupils],
  );
  return fleet;
}

beforeAll(async () => {
  house = await House.open();
  manager = await house.person('plan-manager');
  technician = await house.person('technician');
  administrator = await house.person('administrator');
});
afterAll(() => house.close());
beforeEach(async () => {
  [poor, rich] = [await aSchoolOf(60), await aSchoolOf(90)];
  poorHead = await house.person('school-head', { school_id: poor.school.id });
  richHead = await house.person('school-head', { school_id: rich.school.id });
  groupId = await countsFor(house, poor.modelId);
  // Of the same model, already there.
  await aDevice(house, { ...rich, modelId: poor.modelId }, 'in-service');
});

const request = (more: object = {}) => ({
  ...{ title: 'Tablettes 2026', groupId, modelId: poor.modelId, basis: 'gap', source: 'purchase', quantity: 4 },
  parts: [
    { schoolId: poor.school.id, quantity: 2 },
    { schoolId: rich.school.id, quantity: 1 },
  ],
  ...more,
});
const prepare = async (more: object = {}) => (await manager.post('/api/v1/dotations', request(more))).body.id as string;

async function move(person: Person, path: string, id: string, action: string, body?: object) {
  const [row] = await house.sql<{ version: number }>(
    `select version from ${path === 'dotations' ? 'dotation' : 'dotation_part'} where id = $1`,
    [id],
  );
  return person.post(`/api/v1/${path}/${id}/${action}`, body as never, { version: row!.version });
}
const partOf = async (dotationId: string, { school }: Fleet) => {
  const [row] = await house.sql<{ id: string; state: string; received: number }>(
    'select id, state, received from dotation_part where dotation_id = $1 and school_id = $2',
    [dotationId, school.id],
  );
  return row!;
};
const ask = async (more: object = {}) => {
  const id = await prepare(more);
  expect(said(await move(manager, 'dotations', id, 'ask'))).toBe('200 asked');
  return { id, poorPart: (await partOf(id, poor)).id, richPart: (await partOf(id, rich)).id };
};
const night = (job: string) => administrator.post(`/api/v1/jobs/${job}/run`);
const mailsTo = async (person: Person) =>
  (
    await house.sql<{ subject: string }>(
      'select m.subject from mail m join account c on c.email = m.recipient where c.id = $1 order by m.created_at, m.id',
      [person.accountId],
    )
  ).map(({ subject }) => subject);

/** Confirmed, decided, with two devices ready and a day. */
async function planned() {
  const { id, poorPart, richPart } = await ask();
  await move(poorHead, 'dotation-parts', poorPart, 'opine', { answer: 'yes' });
  await move(manager, 'dotation-parts', poorPart, 'confirm', { quantity: 2 });
  await move(manager, 'dotation-parts', richPart, 'drop', { reason: 'Déjà équipée' });
  expect(said(await move(manager, 'dotations', id, 'decide'))).toBe('200 decided');
  const devices = [await aDevice(house, poor, 'in-stock'), await aDevice(house, poor, 'in-stock')];
  const rows = await Promise.all(devices.map((device) => deviceRow(house, device)));
  const codes = rows.map(({ tag }) => tag as string);
  expect(said(await move(technician, 'dotation-parts', poorPart, 'prepare', { tags: codes }))).toBe('200 confirmed');
  const day = { plannedOn: addCalendarDays(today(), 3), plannedHalf: 'morning' };
  expect(said(await move(technician, 'dotation-parts', poorPart, 'plan', day))).toBe('200 planned');
  return { id, partId: poorPart, devices, codes };
}

describe('a dotation', () => {
  it('is shared by the gap, worst first, and never above what a school lacks', async () => {
    const query = `groupId=${groupId}&modelId=${poor.modelId}&basis=gap&communeId=${poor.school.communeId}`;
    const shares = async (quantity: number) => {
      const { body } = await manager.get(`/api/v1/dotations/preview?${query}&quantity=${quantity}`);
      return Object.fromEntries(body.items.map(({ id, share }: { id: string; share: number }) => [id, share]));
    };
    expect((await shares(1))[poor.school.id]).toBe(1);
    expect((await shares(5000))[poor.school.id]).toBe(3);
    const { body } = await manager.get(`/api/v1/dotations/preview?${query}&quantity=2`);
    expect(body.items[0]).toMatchObject({ id: poor.school.id, asked: 3, counted: 0, wanted: 3, share: 2 });
  });

  it('never passes its quantity, whoever writes a part', async () => {
    const parts = [{ schoolId: poor.school.id, quantity: 5 }];
    expect(said(await manager.post('/api/v1/dotations', request({ parts })))).toBe('422 dotation.over-quantity');
    const id = await prepare();
    const { id: partId } = await partOf(id, poor);
    expect(said(await move(manager, 'dotation-parts', partId, 'adjust', { quantity: 4 }))).toBe(
      '422 dotation.over-quantity',
    );
    expect(said(await move(manager, 'dotation-parts', partId, 'adjust', { quantity: 3 }))).toBe('200 drafted');
    expect((await manager.get(`/api/v1/dotations/${id}`)).body).toMatchObject({ allotted: 4, schools: 2 });
    await move(manager, 'dotation-parts', partId, 'drop', { reason: 'Finalement non' });
    expect((await manager.get(`/api/v1/dotations/${id}`)).body).toMatchObject({ allotted: 1, schools: 1 });
  });

  it('is of a model that counts, for schools that the plan equips, and of what is free in stock', async () => {
    const refused = async (more: object) => said(await manager.post('/api/v1/dotations', request(more)));
    expect(await refused({ modelId: await aModel(house) })).toBe('422 dotation.model-other');
    expect(await refused({ groupId: poor.school.id })).toBe('422 dotation.group-unknown');
    const twice = { schoolId: poor.school.id, quantity: 1 };
    expect(await refused({ parts: [twice, twice] })).toBe('422 dotation.school-twice');
    await house.arrange(`update school set state = 'closed' where id = $1`, [rich.school.id]);
    expect(await refused({})).toBe('422 dotation.school-other');
    await house.arrange(`update school set state = 'open' where id = $1`, [rich.school.id]);
    expect(await refused({ source: 'stock' })).toBe('422 dotation.stock-short');
    for (let n = 0; n < 4; n++) await aDevice(house, poor, 'in-stock');
    expect(await refused({ source: 'stock' })).toBe('201 prepared');
    // The first counts on three of the four.
    expect(await refused({ source: 'stock' })).toBe('422 dotation.stock-short');
  });

  it('is read by no school before its head is asked', async () => {
    const id = await prepare();
    const { id: partId } = await partOf(id, poor);
    expect((await poorHead.get(`/api/v1/dotation-parts/${partId}`)).status).toBe(404);
    expect((await poorHead.get('/api/v1/dotation-parts')).body.total).toBe(0);
    await move(manager, 'dotations', id, 'ask');
    expect((await poorHead.get(`/api/v1/dotation-parts/${partId}`)).body).toMatchObject({
      ...{ state: 'asked', quantity: 2, asked: 3, counted: 0, possible: ['opine'] },
      answerBy: addCalendarDays(today(), 14),
    });
    expect((await richHead.get(`/api/v1/dotation-parts/${partId}`)).status).toBe(404);
    expect(await mailsTo(poorHead)).toEqual([
      expect.stringMatching(/^Dotation proposée à votre école.*Tablettes 2026$/),
    ]);
  });

  it('is cancelled with a reason that every school reads, unless something has come', async () => {
    const { id, poorPart } = await ask();
    expect(said(await move(manager, 'dotations', id, 'cancel', { reason: ' ' }))).toBe('422 dotation.reason-missing');
    expect(said(await move(manager, 'dotations', id, 'cancel', { reason: 'Marché rompu' }))).toBe('200 cancelled');
    const { body } = await poorHead.get(`/api/v1/dotation-parts/${poorPart}`);
    expect([body.state, body.history[0].reason]).toEqual(['dropped', 'Marché rompu']);
  });
});

describe('the opinion of a school', () => {
  it('is a yes in one tap, fewer with how many, a no with why', async () => {
    const { poorPart } = await ask();
    const opine = async (body: object) => said(await move(poorHead, 'dotation-parts', poorPart, 'opine', body));
    expect(await opine({ answer: 'fewer' })).toBe('422 dotation-part.fewer-missing');
    expect(await opine({ answer: 'fewer', quantity: 2 })).toBe('422 dotation-part.fewer-missing');
    expect(await opine({ answer: 'no' })).toBe('422 dotation.reason-missing');
    expect(await opine({ answer: 'fewer', quantity: 1 })).toBe('200 answered');
    expect(await opine({ answer: 'yes' })).toBe('200 answered');
    const { body } = await manager.get(`/api/v1/dotation-parts/${poorPart}`);
    expect(body).toMatchObject({ opinion: 'yes', opinionQuantity: null });
    expect(await mailsTo(manager)).toContainEqual(expect.stringMatching(/a répondu.*Tablettes 2026$/));
  });

  it('comes within the delay; after it the silence is told, which is no consent', async () => {
    const { id, poorPart } = await ask();
    await house.arrange(`update dotation_part set answer_by = '2026-01-05' where id = $1`, [poorPart]);
    expect(said(await move(poorHead, 'dotation-parts', poorPart, 'opine', { answer: 'yes' }))).toBe(
      '409 dotation-part.delay-over',
    );
    const before = await mailsTo(manager);
    await night('dotation-silences');
    expect((await partOf(id, poor)).state).toBe('silent');
    expect((await partOf(id, rich)).state).toBe('asked');
    expect(await mailsTo(manager)).toHaveLength(before.length + 1);
    const confirm = async (reason?: string) =>
      said(await move(manager, 'dotation-parts', poorPart, 'confirm', { quantity: 2, ...(reason ? { reason } : {}) }));
    expect(await confirm()).toBe('422 dotation.reason-missing');
    expect(await confirm('Vu au téléphone')).toBe('200 confirmed');
  });

  it('is reminded of once, three days before the end', async () => {
    const { poorPart } = await ask();
    const reminders = async () => (await mailsTo(poorHead)).filter((subject) => subject.startsWith('Rappel'));
    await night('dotation-reminders');
    expect(await reminders()).toEqual([]);
    await house.arrange('update dotation_part set answer_by = $2 where id = $1', [
      poorPart,
      addCalendarDays(today(), 3),
    ]);
    await night('dotation-reminders');
    await night('dotation-reminders');
    expect(await reminders()).toHaveLength(1);
  });

  it('that is a no is gone against with a reason alone', async () => {
    const { poorPart } = await ask();
    await move(poorHead, 'dotation-parts', poorPart, 'opine', { answer: 'no', reason: 'Pas de place' });
    const confirm = (reason?: string) =>
      move(manager, 'dotation-parts', poorPart, 'confirm', { quantity: 2, ...(reason ? { reason } : {}) });
    expect(said(await confirm())).toBe('422 dotation.reason-missing');
    expect(said(await confirm('Une armoire est livrée avec'))).toBe('200 confirmed');
  });
});

describe('the delivery', () => {
  it('waits for the decision, and is told to the head with its day', async () => {
    const { poorPart } = await ask();
    await move(poorHead, 'dotation-parts', poorPart, 'opine', { answer: 'yes' });
    await move(manager, 'dotation-parts', poorPart, 'confirm', { quantity: 2 });
    const day = { plannedOn: addCalendarDays(today(), 3), plannedHalf: 'afternoon' };
    expect(said(await move(technician, 'dotation-parts', poorPart, 'plan', day))).toBe('409 dotation-part.not-decided');
    const { partId } = await planned();
    const past = { ...day, plannedOn: '2026-01-05' };
    expect(said(await move(technician, 'dotation-parts', partId, 'plan', past))).toBe('422 dotation-part.day-past');
    expect((await mailsTo(poorHead)).filter((subject) => subject.startsWith('Livraison prévue'))).toHaveLength(1);
  });

  it('names devices of the model that are in stock, each for one school', async () => {
    const { partId, codes } = await planned();
    const prepareWith = async (named: string[]) =>
      said(await move(technician, 'dotation-parts', partId, 'prepare', { tags: named }));
    expect(await prepareWith(['PE-INCONNU'])).toBe('422 equipment.device-unknown');
    const other = await deviceRow(house, await aDevice(house, rich, 'in-stock'));
    expect(await prepareWith([other.tag as string])).toBe('422 dotation-part.device-other');
    const placed = await deviceRow(house, await aDevice(house, poor, 'in-service'));
    expect(await prepareWith([placed.tag as string])).toBe('422 dotation-part.device-other');
    const third = await deviceRow(house, await aDevice(house, poor, 'in-stock'));
    expect(await prepareWith([...codes, third.tag as string])).toBe('422 dotation-part.too-many');
    const offered = (await technician.get(`/api/v1/dotation-parts/${partId}/offered`)).body.items;
    expect(offered.map(({ tag }: { tag: string }) => tag)).not.toContain(codes[0]);
    expect(offered.map(({ tag }: { tag: string }) => tag)).toContain(third.tag);
  });

  it.each(['head', 'technician'])(
    'places what came at the hands of the %s, and the kit of the school rises',
    async (who) => {
      const { id, partId, devices } = await planned();
      const receiver = who === 'head' ? poorHead : technician;
      const came = devices.map((equipmentId) => ({ equipmentId, roomId: poor.roomId }));
      expect(said(await move(receiver, 'dotation-parts', partId, 'receive', { devices: came.slice(1) }))).toBe(
        '422 dotation-part.some-missing',
      );
      expect(said(await move(receiver, 'dotation-parts', partId, 'receive', { devices: came }))).toBe('200 received');
      for (const device of devices) {
        expect(await deviceRow(house, device)).toMatchObject({ state: 'in-service', room_id: poor.roomId });
        expect((await movesOf(house, device)).map(({ action }) => action)).toContain('place');
      }
      const { body } = await poorHead.get(`/api/v1/kit/of-school/${poor.school.id}`);
      expect(body.groups.find((group: { id: string }) => group.id === groupId)).toMatchObject({ asked: 3, counted: 2 });
      expect(said(await move(manager, 'dotations', id, 'cancel', { reason: 'Trop tard' }))).toBe(
        '409 dotation.came-already',
      );
      expect(said(await move(manager, 'dotations', id, 'close'))).toBe('200 closed');
    },
  );

  it('in part says what lacks, and is planned again or given up', async () => {
    const { id, partId, devices } = await planned();
    const came = [{ equipmentId: devices[0]!, roomId: poor.roomId }];
    const receive = async (body: object) =>
      said(await move(poorHead, 'dotation-parts', partId, 'receive-in-part', body));
    expect(await receive({ devices: came, reason: ' ' })).toBe('422 dotation.reason-missing');
    expect(await receive({ devices: [], reason: 'Rien' })).toBe('422 dotation-part.not-prepared');
    expect(await receive({ devices: came, reason: 'Une boîte vide' })).toBe('200 received-in-part');
    expect(await deviceRow(house, devices[1]!)).toMatchObject({ state: 'in-stock' });
    expect(said(await move(manager, 'dotations', id, 'close'))).toBe('409 dotation.parts-to-come');
    expect(said(await move(manager, 'dotation-parts', partId, 'settle', { reason: 'Volée en route' }))).toBe(
      '200 received-otherwise',
    );
    expect((await manager.get(`/api/v1/dotations/${id}`)).body).toMatchObject({ allotted: 1, received: 1 });
    expect(said(await move(manager, 'dotations', id, 'close'))).toBe('200 closed');
  });

  it('moves nothing where one of its devices may not: all of it or none', async () => {
    const { partId, devices } = await planned();
    const elsewhere = [
      { equipmentId: devices[0]!, roomId: poor.roomId },
      { equipmentId: devices[1]!, roomId: rich.roomId },
    ];
    expect(said(await move(technician, 'dotation-parts', partId, 'receive', { devices: elsewhere }))).toBe(
      '422 dotation-part.room-other',
    );
    await house.arrange(
      `update equipment set state = 'lost', stock_place_id = null, room_id = $2, school_id = $3 where id = $1`,
      [...[devices[1], rich.roomId, rich.school.id]],
    );
    const came = devices.map((equipmentId) => ({ equipmentId, roomId: poor.roomId }));
    expect(said(await move(technician, 'dotation-parts', partId, 'receive', { devices: came }))).toMatch(
      /^409 equipment.state/,
    );
    expect(await deviceRow(house, devices[0]!)).toMatchObject({ state: 'in-stock' });
  });

  it('asks for the convention and for the training, as every place', async () => {
    const { partId, devices } = await planned();
    await house.arrange(`delete from convention_site where school_id = $1`, [poor.school.id]);
    const came = devices.map((equipmentId) => ({ equipmentId, roomId: poor.roomId }));
    expect(said(await move(poorHead, 'dotation-parts', partId, 'receive', { devices: came }))).toBe(
      '422 equipment.convention-missing',
    );
  });

  it('meets the needs that it answers, as far as it goes', async () => {
    const need = (quantity: number) =>
      aNeed(house, poor.school.id, poorHead.accountId, {
        group_id: groupId,
        quantity,
        purpose: `${quantity} tablettes`,
      });
    const [small, large] = [await need(1), await need(7)];
    const { partId, devices } = await planned();
    const stateOf = async (id: string) =>
      (await house.sql<{ state: string }>('select state from need where id = $1', [id]))[0]!.state;
    expect([await stateOf(small), await stateOf(large)]).toEqual(['taken-up', 'stated']);
    const came = devices.map((equipmentId) => ({ equipmentId, roomId: poor.roomId }));
    expect(said(await move(technician, 'dotation-parts', partId, 'receive', { devices: came }))).toBe('200 received');
    expect([await stateOf(small), await stateOf(large)]).toEqual(['met', 'stated']);
  });
});

describe('at the same moment', () => {
  it('one device is made ready for two schools: one has it', async () => {
    const [one, other] = [await planned(), await planned()];
    const { tag } = await deviceRow(house, await aDevice(house, poor, 'in-stock'));
    const answers = await Promise.all(
      [one, other].map(({ partId }) => move(technician, 'dotation-parts', partId, 'prepare', { tags: [tag] })),
    );
    expect(answers.map(said).sort()).toEqual(['200 planned', '409 dotation-part.device-taken']);
  });

  it('a head answers and the delay ends: one of the two has happened', async () => {
    const { id, poorPart } = await ask();
    await house.arrange('update dotation_part set answer_by = $2 where id = $1', [poorPart, today()]);
    const tomorrow = addCalendarDays(today(), 1);
    const [answer] = await Promise.all([
      move(poorHead, 'dotation-parts', poorPart, 'opine', { answer: 'yes' }),
      house.application.get(DotationNights).fallSilent(tomorrow),
    ]);
    const { state } = await partOf(id, poor);
    expect([
      ['200 answered', 'answered'],
      ['409 dotation-part.state', 'silent'],
      ['412 version.stale', 'silent'],
    ]).toContainEqual([said(answer).split(' ').slice(0, 2).join(' '), state]);
  });

  it('two people receive: it is received once', async () => {
    const { partId, devices } = await planned();
    const came = devices.map((equipmentId) => ({ equipmentId, roomId: poor.roomId }));
    const answers = await Promise.all(
      [poorHead, technician, manager].map((person) =>
        move(person, 'dotation-parts', partId, 'receive', { devices: came }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await movesOf(house, devices[0]!)).filter(({ action }) => action === 'place')).toHaveLength(1);
  });

  it('several parts are written: the sum never passes the quantity', async () => {
    const id = await prepare();
    const parts = [(await partOf(id, poor)).id, (await partOf(id, rich)).id];
    const answers = await Promise.all(
      parts.map((partId) => move(manager, 'dotation-parts', partId, 'adjust', { quantity: 3 })),
    );
    expect(answers.map(said).filter((one) => one.startsWith('200'))).toHaveLength(1);
    const [row] = await house.sql<{ allotted: number; sum: number }>(
      `select d.allotted, (select sum(p.quantity)::int from dotation_part p where p.dotation_id = d.id) as sum from dotation d where d.id = $1`,
      [id],
    );
    expect(row!.allotted).toBe(row!.sum);
  });
});
