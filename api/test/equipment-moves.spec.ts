import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '@parc/domain';
import { said } from './harness/answers.js';
import { aCase, act, aDevice, aFleet, deviceRow, movesOf, type Fleet } from './harness/equipment-builders.js';
import { everyone } from './harness/everyone.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';

let house: House;
let fleet: Fleet;
let people: Record<Role, Person>;
let technician: Person;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  people = await everyone(house, fleet.school);
  technician = people.technician;
});
afterAll(() => house.close());

const actions = async (id: string) => (await movesOf(house, id)).map(({ action }) => action);
const receive = (body: Record<string, unknown>, person = technician) => person.post('/api/v1/equipment', body);
const received = (changes: Record<string, unknown> = {}) => ({
  ...{ tag: 'PE-900001', serial: 'SN-900001', modelId: fleet.modelId, stockPlaceId: fleet.stockPlaceId },
  ...changes,
});

describe('a device that is received', () => {
  it('is in stock, known by its label as it is kept, its purchase whole, its warranty the model’s', async () => {
    const modelId = await house.build.item({
      kind: 'model',
      category: 'hardware',
      name: 'Écran 55',
      warranty_months: 36,
    });
    const purchase = { netCents: 107_000, vatBasisPoints: 2_000, purchasedOn: '2024-02-29', commitmentNumber: 'E-12' };
    const answer = await receive(received({ tag: ' pe-900100 ', serial: 'CT55', modelId, ...purchase }));
    expect(answer.status).toBe(201);
    const page = await technician.get('/api/v1/equipment/by-tag/PE-900100');
    expect(page.body).toMatchObject({
      ...{ id: answer.body.id, tag: 'PE-900100', state: 'in-stock', priceCents: 128_400, warrantyUntil: '2027-02-28' },
      history: [{ action: 'receive', fromState: 'ordered', toState: 'in-stock', role: 'technician' }],
    });
    expect((await technician.get('/api/v1/equipment?search=ecran+ct55')).body.items).toMatchObject([
      { tag: 'PE-900100' },
    ]);
  });

  it.each<[string, () => Record<string, unknown>, string]>([
    ['whose label another bears', () => ({ serial: 'SN-x1' }), '409 equipment.tag-taken'],
    ['whose serial number another bears', () => ({ tag: 'PE-900002' }), '409 equipment.serial-taken'],
    [
      'of a service',
      () => ({ tag: 'PE-900003', serial: null, modelId: '00000000-0000-4000-8000-000000000000' }),
      '422 equipment.model-unknown',
    ],
    [
      'that nobody says where',
      () => ({ tag: 'PE-900003', serial: null, stockPlaceId: null }),
      '422 equipment.stock-missing',
    ],
    [
      'of an order that is not',
      () => ({ tag: 'PE-900003', serial: null, orderId: '00000000-0000-4000-8000-000000000000' }),
      '422 equipment.purchase-unknown',
    ],
    ['with half a price', () => ({ tag: 'PE-900003', serial: null, netCents: 100 }), '400 request.invalid'],
    ['whose label no printer makes', () => ({ tag: 'PE 900003' }), '400 request.invalid'],
  ])('%s is refused', async (_title, changes, expected) => {
    await receive(received());
    const answer = await receive(received(changes()));
    expect(`${answer.status} ${answer.body.code}`).toBe(expected);
  });
});

describe('where a device goes', () => {
  it('is a room of a school that a convention covers', async () => {
    const bare = await house.build.school();
    const roomId = await house.build.room(bare.id);
    const id = await aDevice(house, fleet, 'in-stock');
    expect(said(await act(house, technician, id, 'place', { roomId }))).toBe('422 equipment.convention-missing');
    expect(said(await act(house, technician, id, 'place', {}))).toBe('422 equipment.room-missing');
    expect(said(await act(house, technician, id, 'place', { roomId: fleet.roomId, containerId: id }))).toBe(
      '422 equipment.room-missing',
    );
    expect(await deviceRow(house, id)).toMatchObject({ state: 'in-stock', version: 1 });
  });

  it('is no removed room, and no other school’s than its own without passing by the stock', async () => {
    const removed = await house.build.room(fleet.school.id, { removed: true });
    const other = await house.build.room((await house.build.school()).id);
    const id = await aDevice(house, fleet, 'in-service');
    expect(said(await act(house, technician, id, 'move', { roomId: removed }))).toBe('422 equipment.room-missing');
    expect(said(await act(house, technician, id, 'move', { roomId: other }))).toBe('422 equipment.other-site');
    expect(said(await act(house, technician, id, 'move', { roomId: fleet.otherRoomId }))).toBe('200 in-service');
    expect(await deviceRow(house, id)).toMatchObject({
      room_id: fleet.otherRoomId,
      last_seen_by: technician.accountId,
    });
  });

  it('asks a training first where its model does; whoever does without it says why', async () => {
    const id = await aDevice(house, fleet, 'in-stock', { model_id: fleet.taughtModelId });
    expect(said(await act(house, technician, id, 'place', { roomId: fleet.roomId }))).toBe('200 awaiting-training');
    expect(said(await act(house, people['plan-manager'], id, 'waive-training', { reason: ' ' }))).toBe(
      '422 equipment.reason-missing',
    );
    expect(said(await act(house, people['plan-manager'], id, 'waive-training', { reason: 'Déjà utilisé' }))).toBe(
      '200 in-service',
    );
    expect(await actions(id)).toEqual(['receive', 'place', 'waive-training']);
  });

  it('is where it was when it comes back from repair, in service if it was', async () => {
    const shape = { model_id: fleet.taughtModelId };
    const id = await aDevice(house, fleet, 'under-repair', shape);
    expect(said(await act(house, technician, id, 'bring-back'))).toBe('200 in-service');
    const fromStock = await aDevice(house, fleet, 'under-repair', {
      room_id: null,
      school_id: null,
      stock_place_id: fleet.stockPlaceId,
    });
    expect(said(await act(house, technician, fromStock, 'bring-back'))).toBe('409 equipment.no-room');
    expect(said(await act(house, technician, fromStock, 'shelve-repaired', { stockPlaceId: fleet.stockPlaceId }))).toBe(
      '200 in-stock',
    );
  });

  it('that went through service and stock awaits its training again', async () => {
    const id = await aDevice(house, fleet, 'in-service', { model_id: fleet.taughtModelId });
    await act(house, technician, id, 'withdraw', { stockPlaceId: fleet.stockPlaceId, reason: 'Classe fermée' });
    expect(said(await act(house, technician, id, 'place', { roomId: fleet.roomId }))).toBe('200 awaiting-training');
  });
});

describe('what a case contains', () => {
  it('makes each of its moves with it, and is counted and found where it stands', async () => {
    const { id, contents } = await aCase(house, fleet, 'in-stock', 3);
    expect(said(await act(house, technician, id, 'place', { roomId: fleet.roomId }))).toBe('200 in-service');
    for (const content of contents) {
      expect(await deviceRow(house, content)).toMatchObject({
        state: 'in-service',
        school_id: fleet.school.id,
        container_id: id,
        room_id: null,
      });
      expect(await actions(content)).toEqual(['receive', 'place', 'release']);
    }
    expect(said(await act(house, people['school-head'], id, 'steal', { complaintNumber: 'PV-7' }))).toBe('200 stolen');
    expect(await deviceRow(house, contents[0]!)).toMatchObject({ state: 'stolen', complaint_number: 'PV-7' });
    expect(said(await act(house, technician, id, 'find', { stockPlaceId: fleet.stockPlaceId }))).toBe('200 in-stock');
    expect(await deviceRow(house, contents[2]!)).toMatchObject({
      state: 'in-stock',
      school_id: null,
      container_id: id,
    });
  });

  it('keeps the case waiting when one of them asks for a training', async () => {
    const { id } = await aCase(house, fleet, 'in-stock', 1);
    await aDevice(house, fleet, 'in-stock', { container_id: id, model_id: fleet.taughtModelId });
    expect(said(await act(house, technician, id, 'place', { roomId: fleet.roomId }))).toBe('200 awaiting-training');
    expect(said(await act(house, people['plan-manager'], id, 'waive-training', { reason: 'Connu' }))).toBe(
      '200 in-service',
    );
  });

  it('leaves it when it moves by itself, at the place where the case is', async () => {
    const { id, contents } = await aCase(house, fleet, 'in-service', 2);
    expect(said(await act(house, technician, contents[0]!, 'lose'))).toBe('200 lost');
    expect(await deviceRow(house, contents[0]!)).toMatchObject({
      container_id: null,
      room_id: fleet.roomId,
      school_id: fleet.school.id,
    });
    expect(await deviceRow(house, id)).toMatchObject({ state: 'in-service', version: 1 });
    expect(said(await act(house, technician, contents[1]!, 'move', { roomId: fleet.otherRoomId }))).toBe(
      '200 in-service',
    );
    expect(said(await act(house, technician, contents[1]!, 'move', { containerId: id }))).toBe('200 in-service');
    expect(await deviceRow(house, contents[1]!)).toMatchObject({ container_id: id, room_id: null });
  });

  it('is never a case, nor anywhere but beside it, nor left behind when it is retired', async () => {
    const { id } = await aCase(house, fleet, 'in-stock', 1);
    const other = await aCase(house, fleet, 'in-stock', 0);
    const device = await aDevice(house, fleet, 'in-stock');
    const manager = people['plan-manager'];
    expect(said(await act(house, technician, other.id, 'store', { containerId: id }))).toBe(
      '422 equipment.not-a-container',
    );
    expect(said(await act(house, technician, device, 'store', { containerId: device }))).toBe(
      '422 equipment.not-a-container',
    );
    expect(said(await act(house, technician, device, 'place', { containerId: id }))).toBe(
      '409 equipment.container-apart',
    );
    expect(said(await act(house, manager, id, 'retire', { decisionNumber: 'D-1' }))).toBe('409 equipment.not-empty');
    expect(said(await act(house, manager, other.id, 'retire', { decisionNumber: 'D-1' }))).toBe('200 retired');
  });

  it('that asks for a training goes into no case that serves already', async () => {
    const { id } = await aCase(house, fleet, 'in-service', 0);
    const device = await aDevice(house, fleet, 'in-stock', { model_id: fleet.taughtModelId });
    expect(said(await act(house, technician, device, 'place', { containerId: id }))).toBe(
      '409 equipment.container-apart',
    );
    const other = await aDevice(house, fleet, 'in-stock');
    expect(said(await act(house, technician, other, 'place', { containerId: id }))).toBe('200 in-service');
  });
});

describe('the number of an act', () => {
  it('is asked for, kept, and told in the history', async () => {
    const manager = people['plan-manager'];
    const id = await aDevice(house, fleet, 'in-service');
    expect(said(await act(house, people['school-head'], id, 'steal', {}))).toBe('200 stolen');
    expect(said(await act(house, people['school-head'], id, 'record-complaint', { complaintNumber: ' ' }))).toBe(
      '422 equipment.complaint-missing',
    );
    expect(said(await act(house, people['school-head'], id, 'record-complaint', { complaintNumber: 'PV-9' }))).toBe(
      '200 stolen',
    );
    expect(said(await act(house, manager, id, 'retire', { decisionNumber: '' }))).toBe(
      '422 equipment.retirement-missing',
    );
    expect(said(await act(house, manager, id, 'retire', { decisionNumber: 'D-9' }))).toBe('200 retired');
    expect(said(await act(house, manager, id, 'restore', { reason: 'Erreur' }))).toBe('409 equipment.was-missing');
    const { body } = await manager.get(`/api/v1/equipment/${id}`);
    expect(body).toMatchObject({ complaintNumber: 'PV-9', retirementNumber: 'D-9', possible: ['dispose'] });
    expect((body.history as { actNumber: string | null }[]).map(({ actNumber }) => actNumber)).toEqual([
      'D-9',
      'PV-9',
      null,
      null,
    ]);
  });

  it('of a retirement is forgotten when it is restored', async () => {
    const id = await aDevice(house, fleet, 'retired', { retirement_number: 'D-3' });
    expect(said(await act(house, people['plan-manager'], id, 'restore', { reason: 'Erreur' }))).toBe('200 in-stock');
    expect(await deviceRow(house, id)).toMatchObject({ retirement_number: null, stock_place_id: fleet.stockPlaceId });
  });
});
