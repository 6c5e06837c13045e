import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { CheckNights } from '../src/upkeep/check-nights.service.js';
import { said } from './harness/answers.js';
import { aDevice, aFleet, aModel, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { aCheck, actOnCheck, aPlan, checkDevicesOf, checkMovesOf, checkRow, found } from './harness/upkeep-builders.js';

/** Plans, the checks that nights make of them, how one is done, campaigns. The house's day is Tuesday 6 October 2026. */
let house: House;
let fleet: Fleet;
let technician: Person;
let manager: Person;
let committee: Person;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  technician = await house.person('technician');
  manager = await house.person('plan-manager');
  committee = await house.person('committee');
  for (const [from, to] of [
    ['2026-07-04', '2026-08-31'],
    ['2026-10-17', '2026-11-01'],
    ['2026-12-19', '2027-01-03'],
  ])
    await house.build.insert('school_holiday', { zone: 'A', name: `Vacances du ${from}`, from_day: from, to_day: to });
});
afterEach(() => house.setNow(House.START));
afterAll(() => house.close());

const nights = () => house.application.get(CheckNights);
const checksOf = (planId: string) =>
  house.sql<{ id: string; school_id: string; due: string; devices: number; state: string }>(
    `select id, school_id, due_on::text as due, devices, state from upkeep_check where plan_id = $1 order by due_on, school_id`,
    [planId],
  );
const duesOf = async (planId: string) => (await checksOf(planId)).map(({ due }) => due);

/** A school of its own with so many devices of a model of its own. */
async function ground(devices: number): Promise<{ other: Fleet; ids: string[] }> {
  const other = { ...(await aFleet(house)) };
  other.modelId = await aModel(house);
  const ids: string[] = [];
  for (let left = devices; left > 0; left--)
    ids.push(await aDevice(house, other, 'in-service', { model_id: other.modelId }));
  return { other, ids };
}

/** A device that a list brought: no move tells since when it serves. */
const bought = (other: Fleet, on: string): Promise<string> =>
  house.build.insert('equipment', {
    ...{
      tag: `BX-${randomUUID().slice(0, 8).toUpperCase()}`,
      words: ' bx ',
      model_id: other.modelId,
      purchased_on: on,
    },
    ...{ state: 'in-service', state_since: '2026-10-01T08:00:00Z', room_id: other.roomId, school_id: other.school.id },
  });

describe('each night', () => {
  it('makes one check for each school and day of the plan, with its devices, however often it is worked', async () => {
    const { other, ids } = await ground(2);
    const second = await ground(0);
    await aDevice(house, { ...second.other, modelId: other.modelId }, 'in-service');
    // What nobody has, or lies in stock, is not there to be checked.
    await aDevice(house, other, 'in-stock');
    await aDevice(house, other, 'lost');
    const planId = await aPlan(house, other, { made_until: '2026-10-05' });
    await Promise.all([nights().make('2026-10-06'), nights().make('2026-10-06')]);
    await nights().make('2026-10-07');
    const made = await checksOf(planId);
    expect(made.map(({ due, devices, state }) => [due, devices, state]).sort()).toEqual([
      ['2026-11-02', 1, 'planned'],
      ['2026-11-02', 2, 'planned'],
    ]);
    const own = made.find(({ school_id: schoolId }) => schoolId === other.school.id)!;
    expect((await checkDevicesOf(house, own.id)).map((row) => row.equipment_id).sort()).toEqual([...ids].sort());
    expect(await checkMovesOf(house, own.id)).toMatchObject([{ action: 'make', role: 'system', to_state: 'planned' }]);
  });

  it('makes up for nights that were missed, and never goes back', async () => {
    const { other } = await ground(1);
    const planId = await aPlan(house, other, { made_until: '2026-08-31' });
    await nights().make('2026-12-20');
    expect(await duesOf(planId)).toEqual(['2026-09-07', '2026-11-02', '2027-01-04']);
    await nights().make('2026-10-01');
    expect(await duesOf(planId)).toHaveLength(3);
  });

  it('gives them to the plan’s technician, and makes none of a plan that has ended', async () => {
    const { other } = await ground(1);
    const planId = await aPlan(house, other, { technician_id: technician.accountId });
    const endedId = await aPlan(house, other, { ended_on: '2026-10-05' });
    await nights().make('2026-10-06');
    const [check] = await checksOf(planId);
    expect(await checkRow(house, check!.id)).toMatchObject({ assigned_account_id: technician.accountId });
    expect(await checksOf(endedId)).toEqual([]);
  });

  it('has each device checked after its months in service, and again after its last check, late or not', async () => {
    const { other } = await ground(0);
    const ids = [await bought(other, '2025-10-20'), await bought(other, '2025-10-28')];
    await bought(other, '2026-09-01');
    const planId = await aPlan(house, other, { rule: 'in-service', weekday: null, every_months: 12 });
    await nights().make('2026-10-06');
    const made = await checksOf(planId);
    // Both are due in October: together, at once; the third serves since September of this year.
    expect(made.map(({ due, devices }) => [due, devices])).toEqual([['2026-10-06', 2]]);
    await nights().make('2026-10-07');
    expect(await duesOf(planId)).toHaveLength(1);
    house.setNow('2026-10-12T08:00:00Z');
    const late = await house.person('technician');
    const done = await actOnCheck(house, late, made[0]!.id, 'do', found({ id: '', devices: ids }));
    expect(said(done)).toBe('200 done');
    await nights().make('2026-10-13');
    expect(await duesOf(planId)).toHaveLength(1);
    await nights().make('2027-09-10');
    expect((await checksOf(planId)).slice(1).map(({ due, devices }) => [due, devices])).toEqual([
      ['2027-09-10', 1],
      ['2027-10-01', 2],
    ]);
  });
});

describe('a check that is done', () => {
  it('says how each device is, opens a ticket of what is broken, and sees what was there', async () => {
    const check = await aCheck(house, fleet, technician);
    const [good, broken] = check.devices as [string, string];
    const answer = await actOnCheck(house, technician, check.id, 'do', {
      found: [
        { equipmentId: good, finding: 'watch', note: 'Batterie faible' },
        { equipmentId: broken, finding: 'broken', note: 'Écran fendu' },
      ],
    });
    expect(said(answer)).toBe('200 done');
    expect(await checkRow(house, check.id)).toMatchObject({
      ...{ watch: 1, broken: 1, not_found: 0, assigned_account_id: technician.accountId },
    });
    const { body } = await technician.get(`/api/v1/upkeep-checks/${check.id}`);
    const told = new Map<string, { finding: string; ticketId: string | null; note: string }>(
      body.found.map((row: { equipmentId: string }) => [row.equipmentId, row]),
    );
    expect(told.get(good)).toMatchObject({ finding: 'watch', ticketId: null, note: 'Batterie faible' });
    expect(told.get(broken)).toMatchObject({ finding: 'broken', ticketId: expect.any(String) });
    const ticket = (await technician.get(`/api/v1/tickets/${told.get(broken)!.ticketId}`)).body;
    expect(ticket).toMatchObject({ state: 'new', equipmentId: broken });
    expect(ticket.description).toContain('Écran fendu');
    const seen = await house.sql<{ by: string }>('select last_seen_by as by from equipment where id = any($1)', [
      check.devices,
    ]);
    expect(seen.map(({ by }) => by)).toEqual([technician.accountId, technician.accountId]);
  });

  it('opens no second ticket of what has one, and none of what nobody has any more', async () => {
    const check = await aCheck(house, fleet, technician);
    const [first, gone] = check.devices as [string, string];
    const reported = await technician.post('/api/v1/tickets', {
      ...{ subject: 'device', equipmentId: first, symptom: 'no-power', impact: 'person', urgency: 'normally' },
    });
    await house.arrange(`update equipment set state = 'lost' where id = $1`, [gone]);
    expect(said(await actOnCheck(house, technician, check.id, 'do', found(check, 'broken')))).toBe('200 done');
    const rows = await checkDevicesOf(house, check.id);
    expect(rows.find((row) => row.equipment_id === first)!.ticket_id).toBe(reported.body.id);
    expect(rows.find((row) => row.equipment_id === gone)!.ticket_id).toBeNull();
  });

  it('leaves unseen what was not found', async () => {
    const check = await aCheck(house, fleet, technician);
    await house.arrange('update equipment set last_seen_at = null, last_seen_by = null where id = any($1)', [
      check.devices,
    ]);
    expect(said(await actOnCheck(house, technician, check.id, 'do', found(check, 'not-found')))).toBe('200 done');
    expect(await checkRow(house, check.id)).toMatchObject({ not_found: 2 });
    const seen = await house.sql('select from equipment where id = any($1) and last_seen_at is not null', [
      check.devices,
    ]);
    expect(seen).toHaveLength(0);
  });

  it('speaks of all its devices and of no other', async () => {
    const check = await aCheck(house, fleet, technician);
    const other = await aDevice(house, fleet, 'in-service');
    const [first] = check.devices as [string];
    for (const devices of [[first], [first, other], [...check.devices, other], [first, first]])
      expect(said(await actOnCheck(house, technician, check.id, 'do', found({ id: '', devices })))).toBe(
        '422 check.devices-untold',
      );
  });

  it('once, though its key comes twice and two people do it at once', async () => {
    const check = await aCheck(house, fleet, technician);
    const key = randomUUID();
    const path = `/api/v1/upkeep-checks/${check.id}/do`;
    const body = found(check, 'broken');
    const first = await technician.post(path, body, { version: 1, key });
    expect(await technician.post(path, body, { version: 1, key })).toMatchObject({ status: 200, body: first.body });
    const again = await aCheck(house, fleet, technician);
    const colleague = await house.person('technician');
    const both = await Promise.all(
      [technician, colleague].map((one) => actOnCheck(house, one, again.id, 'do', found(again, 'broken'))),
    );
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    const tickets = await house.sql('select from ticket where equipment_id = any($1)', [again.devices]);
    expect(tickets).toHaveLength(2);
  });
});

describe('a check before it is done', () => {
  it('is taken by one, given to a technician alone, put off to a day of class to come', async () => {
    const check = await aCheck(house, fleet, technician);
    expect(said(await actOnCheck(house, technician, check.id, 'take'))).toBe('200 planned');
    const colleague = await house.person('technician');
    expect(said(await actOnCheck(house, colleague, check.id, 'take'))).toBe('409 check.taken');
    const assign = (accountId: string) => actOnCheck(house, manager, check.id, 'assign', { accountId });
    expect(said(await assign(manager.accountId))).toBe('422 check.assignee-unknown');
    expect(said(await assign(colleague.accountId))).toBe('200 planned');
    for (const day of ['2026-10-05', '2026-10-10', '2026-10-20', '2028-01-10'])
      expect(said(await actOnCheck(house, manager, check.id, 'postpone', { day }))).toBe('422 check.school-closed');
    expect(said(await actOnCheck(house, manager, check.id, 'postpone', { day: '2026-11-03' }))).toBe('200 planned');
    expect(await checkRow(house, check.id)).toMatchObject({ assigned_account_id: colleague.accountId });
  });

  it('is late past the day of its plan, whatever day it was put off to', async () => {
    const planId = await aPlan(house, fleet);
    const check = await aCheck(house, fleet, technician, 'planned', { plan_id: planId, due_on: '2026-10-05' });
    const list = (await manager.get(`/api/v1/upkeep-checks?late=true&planId=${planId}`)).body;
    expect(list.items).toMatchObject([{ id: check.id, late: true, devices: 2 }]);
    expect((await technician.get(`/api/v1/upkeep-checks?mine=true&planId=${planId}`)).body.total).toBe(0);
    await actOnCheck(house, technician, check.id, 'take');
    expect((await technician.get(`/api/v1/upkeep-checks?mine=true&planId=${planId}`)).body.total).toBe(1);
  });

  it('is in the round of who has it, and of who goes to its school while nobody has it', async () => {
    const other = await aFleet(house);
    const check = await aCheck(house, other, technician, 'planned', { planned_on: '2026-10-06' });
    const round = async (person: Person) =>
      (await person.get('/api/v1/round')).body as { checks: { id: string }[]; schools: { id: string }[] };
    const has = async (person: Person) => (await round(person)).checks.some(({ id }) => id === check.id);
    expect(await has(technician)).toBe(false);
    const teacher = await house.person('teacher', { school_id: other.school.id });
    const ticket = await teacher.post('/api/v1/tickets', {
      ...{ subject: 'school', symptom: 'outage', impact: 'school', urgency: 'normally' },
    });
    await technician.post(`/api/v1/tickets/${ticket.body.id}/take`, undefined, { version: 1 });
    expect(await has(technician)).toBe(true);
    const colleague = await house.person('technician');
    expect(await has(colleague)).toBe(false);
    await actOnCheck(house, manager, check.id, 'assign', { accountId: colleague.accountId });
    expect([await has(colleague), await has(technician)]).toEqual([true, false]);
    const packet = await round(colleague);
    expect(packet.schools.map(({ id }) => id)).toContain(other.school.id);
    expect(packet.checks.find(({ id }) => id === check.id)).toMatchObject({
      ...{ mine: true, points: ['Écran', 'Câbles'], found: [{ finding: null }, { finding: null }] },
    });
  });
});

describe('a plan', () => {
  const asked = (other: Fleet, row = {}) => ({
    ...{ name: `Plan ${randomUUID().slice(0, 8)}`, points: ['Écran'], technicianId: null, modelId: other.modelId },
    ...{ rule: 'term', weekday: 'mon', ...row },
  });
  const make = (other: Fleet, row = {}) => manager.post('/api/v1/upkeep-plans', asked(other, row));

  it('says its next days, and is counted by who reads no school', async () => {
    const { body, status } = await make(fleet);
    expect([status, body.made]).toEqual([201, 0]);
    const page = (await manager.get(`/api/v1/upkeep-plans/${body.id}`)).body;
    expect(page).toMatchObject({ nextDays: ['2026-11-02', '2027-01-04'], changeable: true, progress: { checks: 0 } });
    expect((await technician.get(`/api/v1/upkeep-plans/${body.id}`)).body.changeable).toBe(false);
    expect((await committee.get('/api/v1/upkeep-plans')).status).toBe(200);
    expect((await committee.get(`/api/v1/upkeep-plans/${body.id}`)).status).toBe(403);
  });

  it.each([
    ['no day of its rule', { weekday: null }, '422 upkeep.rule-unreadable'],
    ['a day of another rule besides', { month: 3 }, '422 upkeep.rule-unreadable'],
    ['a campaign in the past', { rule: 'once', weekday: null, onDay: '2026-10-05' }, '422 upkeep.rule-unreadable'],
    ['a model and a family', { family: 'tablet' }, '422 upkeep.devices-unknown'],
    ['no model and no family', { modelId: null }, '422 upkeep.devices-unknown'],
    ['a model that is none', { modelId: randomUUID() }, '422 upkeep.devices-unknown'],
    ['a school that is none', { schoolId: randomUUID() }, '422 upkeep.reach-unknown'],
    ['a technician that is none', { technicianId: randomUUID() }, '422 check.assignee-unknown'],
    ['no point', { points: [' '] }, '400 request.invalid'],
    ['a campaign where nothing is', { rule: 'once', weekday: null, onDay: '2026-11-30' }, '422 upkeep.nothing-there'],
  ])('of %s is refused', async (_, row, refusal) => {
    const empty = { ...fleet, modelId: await aModel(house) };
    expect(said(await make(empty, row))).toBe(refusal);
  });

  it('changes its points, ends for good, and bears a name of its own', async () => {
    const { id } = (await make(fleet)).body;
    const twin = asked(fleet);
    expect((await manager.post('/api/v1/upkeep-plans', twin)).status).toBe(201);
    const change = (row: object, version: number) =>
      manager.put(
        `/api/v1/upkeep-plans/${id}`,
        { name: 'Nouveau nom', points: ['Un', 'Deux'], technicianId: null, ...row },
        { version },
      );
    expect(said(await change({ ended: false, name: twin.name }, 1))).toBe('409 upkeep.name-taken');
    expect((await change({ ended: false }, 1)).body).toMatchObject({ version: 2 });
    expect(said(await change({ ended: false }, 1))).toBe('412 version.stale');
    expect((await change({ ended: true }, 2)).status).toBe(200);
    expect(said(await change({ ended: false }, 3))).toBe('409 upkeep.plan-over');
  });

  it('that is a campaign has its checks at once, and says how far it is by school and in all', async () => {
    const { other, ids } = await ground(2);
    const second = await ground(0);
    await aDevice(house, { ...second.other, modelId: other.modelId }, 'in-service');
    const { body } = await make(other, { rule: 'once', weekday: null, onDay: '2026-11-30' });
    expect(body.made).toBe(2);
    const page = async () => (await manager.get(`/api/v1/upkeep-plans/${body.id}`)).body.progress;
    expect(await page()).toEqual({
      ...{ checks: 2, open: 2, late: 0, done: 0, devices: 3, checked: 0, watch: 0, broken: 0, notFound: 0 },
    });
    const list = (await manager.get(`/api/v1/upkeep-checks?planId=${body.id}&open=true`)).body;
    const { id } = list.items.find(({ schoolId }: { schoolId: string }) => schoolId === other.school.id);
    await actOnCheck(house, technician, id, 'do', found({ id, devices: ids }, 'watch'));
    expect(await page()).toMatchObject({ open: 1, done: 1, devices: 3, checked: 2, watch: 2 });
    const left = (await manager.get(`/api/v1/upkeep-checks?planId=${body.id}&open=true`)).body;
    expect(left.items).toMatchObject([{ schoolId: second.other.school.id, devices: 1 }]);
  });

  it('of a family or a commune takes in what belongs to it alone', async () => {
    const { other } = await ground(1);
    await house.build.insert('equipment_model', { model_id: other.modelId, family: 'robot', stores_data: false });
    const campaign = { rule: 'once', weekday: null, onDay: '2026-11-30' };
    const of = (row: object) => make(other, { ...campaign, modelId: null, family: 'robot', ...row });
    expect((await of({ communeId: other.school.communeId })).body.made).toBe(1);
    expect((await of({ schoolId: other.school.id })).body.made).toBe(1);
    expect(said(await of({ schoolId: fleet.school.id }))).toBe('422 upkeep.nothing-there');
  });
});

describe('the database', () => {
  it('holds one check a school and day of a plan, a whole rule, and findings that add up', async () => {
    const planId = await aPlan(house, fleet);
    await aCheck(house, fleet, technician, 'planned', { plan_id: planId });
    await expect(aCheck(house, fleet, technician, 'planned', { plan_id: planId })).rejects.toThrow('upkeep_check_once');
    await expect(aPlan(house, fleet, { weekday: null })).rejects.toThrow('upkeep_plan_rule_whole');
    await expect(aPlan(house, fleet, { family: 'robot' })).rejects.toThrow('upkeep_plan_of_model_or_family');
    await expect(aCheck(house, fleet, technician, 'done', { watch: 3 })).rejects.toThrow('upkeep_check_counts');
    await expect(aCheck(house, fleet, technician, 'planned', { broken: 1 })).rejects.toThrow('upkeep_check_counts');
  });
});
