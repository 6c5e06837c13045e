import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addCalendarDays } from '@parc/domain';
import { said } from './harness/answers.js';
import { type DotationGround, dotationGround } from './harness/dotation-ground.js';
import { aDevice, aModel, deviceRow, movesOf } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import { aNeed } from './harness/need-builders.js';

/** A model allotted to schools: by what they lack, with what their heads think, until it stands in their rooms. */
let house: House;
let {
  manager,
  technician,
  poor,
  rich,
  poorHead,
  richHead,
  groupId,
  today,
  request,
  prepare,
  move,
  partOf,
  ask,
  mailsTo,
  night,
  planned,
} = {} as DotationGround;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());
beforeEach(async () => {
  ({
    manager,
    technician,
    poor,
    rich,
    poorHead,
    richHead,
    groupId,
    today,
    request,
    prepare,
    move,
    partOf,
    ask,
    mailsTo,
    night,
    planned,
  } = await dotationGround(house));
});

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
    expect(await refused({ parts: [twice, twice] })).toBe('409 dotation.school-twice');
    const closed = await house.build.school({ state: 'closed' });
    expect(await refused({ parts: [{ schoolId: closed.id, quantity: 1 }] })).toBe('422 dotation.school-other');
    expect(await refused({ source: 'stock' })).toBe('422 dotation.stock-short');
    for (let n = 0; n < 4; n++) await aDevice(house, poor, 'in-stock');
    expect(await refused({ source: 'stock' })).toBe('201 prepared');
    // The first counts on three of the four.
    expect(await refused({ source: 'stock' })).toBe('422 dotation.stock-short');
  });

  it('takes one school more until the heads are asked, once, and never above what there is', async () => {
    const id = await prepare();
    const more = await house.build.school({ kind: 'elementary' });
    const add = async (schoolId: string, quantity = 1) =>
      said(await move(manager, 'dotations', id, 'schools', { schoolId, quantity }));
    expect(await add(poor.school.id)).toBe('409 dotation.school-twice');
    expect(await add((await house.build.school({ state: 'closed' })).id)).toBe('422 dotation.school-other');
    expect(await add(more.id, 2)).toBe('422 dotation.over-quantity');
    expect(await add(more.id)).toBe('201 prepared');
    expect((await manager.get(`/api/v1/dotations/${id}`)).body).toMatchObject({ allotted: 4, schools: 3 });
    await move(manager, 'dotations', id, 'ask');
    const late = await house.build.school({ kind: 'elementary' });
    expect(await add(late.id)).toBe('409 dotation.state cancel');
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
    const until = (day: string) =>
      house.arrange('update dotation_part set answer_by = $2 where id = $1', [poorPart, day]);
    await until(today());
    await night('dotation-silences');
    expect((await partOf(id, poor)).state).toBe('asked');
    await until('2026-01-05');
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
    // What is lost is made ready for nobody any more.
    expect(said(await move(technician, 'dotation-parts', partId, 'receive', { devices: came }))).toBe(
      '422 dotation-part.not-prepared',
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
    const [small, large] = [await need(1), await need(2)];
    const { partId, devices } = await planned();
    const stateOf = async (id: string) =>
      (await house.sql<{ state: string }>('select state from need where id = $1', [id]))[0]!.state;
    expect([await stateOf(small), await stateOf(large)]).toEqual(['taken-up', 'stated']);
    const came = devices.map((equipmentId) => ({ equipmentId, roomId: poor.roomId }));
    expect(said(await move(technician, 'dotation-parts', partId, 'receive', { devices: came }))).toBe('200 received');
    expect([await stateOf(small), await stateOf(large)]).toEqual(['met', 'stated']);
  });
});
