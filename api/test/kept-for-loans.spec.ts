import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LoanState } from '@parc/domain';
import { DataSource } from 'typeorm';
import { freeInStock } from '../src/inventory/dotations/sharing.service.js';
import { said, type Body } from './harness/answers.js';
import { dotationGround, type DotationGround } from './harness/dotation-ground.js';
import { aDevice, act, deviceRow } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import { Installing } from './harness/installing.js';
import { aKit, aLoan, loanRow, type BuiltKit } from './harness/loan-builders.js';
import type { Person } from './harness/person.js';
import { aTicket } from './harness/ticket-builders.js';

/** What schools borrow stays where it is lent from: no other act takes it away meanwhile. */
let house: House;
let ground: DotationGround;
let teacher: Person;

beforeAll(async () => {
  house = await House.open();
  ground = await dotationGround(house);
  teacher = await house.person('teacher', { school_id: ground.poor.school.id });
});
afterAll(() => house.close());

const people = () => ({
  ...{ schoolId: ground.poor.school.id, teacherId: teacher.accountId, technicianId: ground.technician.accountId },
});
const kitOf = (row: Record<string, unknown> = {}) => aKit(house, ground.poor, row);
const lent = (kit: BuiltKit, state: LoanState) => aLoan(house, kit, people(), state);
const place = (id: string) => act(house, ground.manager, id, 'place', { roomId: ground.poor.roomId });
const retire = (id: string) => act(house, ground.manager, id, 'retire', { decisionNumber: 'DEC-2026-4' });
const possibleOf = async (id: string) =>
  (await ground.manager.get(`/api/v1/equipment/${id}`)).body.possible as string[];

describe('a kit, and what lies in it', () => {
  it.each(['requested', 'approved', 'returned'] as const)('of a loan that is %s goes nowhere', async (state) => {
    const kit = await kitOf({ offered: false });
    await lent(kit, state);
    const [inside] = kit.contents as [string, string];
    for (const id of [kit.equipmentId, inside]) {
      expect(said(await place(id))).toBe('409 equipment.on-loan');
      expect(said(await retire(id))).toBe('409 equipment.on-loan');
      expect(await possibleOf(id)).not.toContain('place');
    }
    await aTicket(house, { ...people(), reporterId: teacher.accountId }, 'new', {
      ...{ subject: 'device', symptom: 'no-power', equipment_id: inside },
    });
    expect(said(await act(house, ground.technician, inside, 'send-to-repair'))).toBe('409 equipment.on-loan');
  });

  it('that is offered goes nowhere either, until it is offered no more', async () => {
    const kit = await kitOf();
    const [inside, other] = kit.contents as [string, string];
    expect([said(await place(kit.equipmentId)), said(await place(inside)), said(await retire(inside))]).toEqual([
      ...['409 equipment.of-kit', '409 equipment.of-kit', '409 equipment.of-kit'],
    ]);
    // What is taken out of the case is lent no longer.
    const { stockPlaceId } = ground.poor;
    expect((await act(house, ground.technician, other, 'store', { stockPlaceId })).status).toBe(200);
    expect((await place(other)).status).toBe(200);
    await house.arrange('update loan_kit set offered = false where id = $1', [kit.id]);
    expect((await place(kit.equipmentId)).status).toBe(200);
    expect((await deviceRow(house, inside)).state).toBe('in-service');
  });

  it('is sent to the repairer’s while nobody was promised it', async () => {
    const kit = await kitOf();
    const [inside] = kit.contents as [string, string];
    await aTicket(house, { ...people(), reporterId: teacher.accountId }, 'new', {
      ...{ subject: 'device', symptom: 'no-power', equipment_id: inside },
    });
    expect(said(await act(house, ground.technician, inside, 'send-to-repair'))).toBe('200 under-repair');
  });
});

describe('a dotation', () => {
  const offeredTo = async (partId: string) =>
    (await ground.manager.get(`/api/v1/dotation-parts/${partId}/offered`)).body.items as Body[];

  it('neither counts, nor offers, nor makes ready what is lent', async () => {
    const { partId } = await ground.planned();
    const free = () => freeInStock(house.application.get(DataSource).manager, ground.poor.modelId);
    const before = await free();
    const kit = await kitOf();
    const [inside] = kit.contents as [string, string];
    const alone = await aDevice(house, ground.poor, 'in-stock');
    const promised: BuiltKit = {
      id: await house.build.insert('loan_kit', {
        ...{ name: 'Un appareil', equipment_id: alone, needs_approval: true, kinds: ['primary'], offered: false },
      }),
      ...{ equipmentId: alone, contents: [] },
    };
    const loan = await lent(promised, 'approved');
    expect(await free()).toBe(before);
    const tags = (await offeredTo(partId)).map(({ equipmentId }) => equipmentId);
    expect(tags).not.toContain(alone);
    const name = async (id: string) =>
      ground.move(ground.technician, 'dotation-parts', partId, 'prepare', {
        tags: [(await deviceRow(house, id)).tag],
      });
    expect([said(await name(alone)), said(await name(kit.equipmentId)), said(await name(inside))]).toEqual([
      ...['409 equipment.to-lend', '409 equipment.to-lend', '422 dotation-part.case-whole'],
    ]);
    // Once it is promised to nobody it is free for others.
    await house.arrange(`update loan set state = 'cancelled' where id = $1`, [loan]);
    expect((await loanRow(house, loan)).holding).toBe(false);
    expect(await free()).toBe(before + 1);
    expect((await offeredTo(partId)).map(({ equipmentId }) => equipmentId)).toContain(alone);
    expect((await name(alone)).status).toBe(200);
  });

  it('keeps what it waits for from becoming a kit', async () => {
    const { devices } = await ground.planned();
    const settings = {
      accessories: null,
      checkingHalfDays: null,
      needsApproval: true,
      kinds: ['primary'],
      offered: true,
    };
    const made = await ground.manager.post('/api/v1/loan-kits', {
      ...{ name: 'Attendu', equipmentId: devices[0], ...settings },
    });
    expect(said(made)).toBe('422 loan.kit-unusable');
  });
});

describe('a report of an order', () => {
  it('names no device that is lent, and is offered none', async () => {
    const on = await Installing.in(house);
    const kit = await aKit(house, on.fleet, {}, 0);
    const device = await deviceRow(house, kit.equipmentId);
    const id = await on.ofService();
    const { technician } = on.plan;
    const found = await technician.get(
      `/api/v1/orders/${id}/devices?lineId=${(await on.linesOf(id))[0]!.id}&search=${String(device.tag)}`,
    );
    expect(found.body.items).toEqual([]);
    expect(said(await on.report(technician, id, [{ code: String(device.tag) }]))).toBe('409 equipment.to-lend');
  });
});
