import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { said } from './harness/answers.js';
import {
  act,
  aDevice,
  aDisposal,
  aFleet,
  aWipe,
  deviceRow,
  leaveAround,
  movesOf,
  type Fleet,
} from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';

/** How devices end: retired by an act, wiped, gone with a proof; by the service, and whoever goes around it. */
let house: House;
let fleet: Fleet;
let manager: Person;
let technician: Person;

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  manager = await house.person('plan-manager');
  technician = await house.person('technician');
});
afterAll(() => house.close());

const TODAY = '2026-10-06';
const WIPE = {
  method: 'overwrite',
  standard: 'NIST SP 800-88',
  operator: 'Sami Roux',
  wipedOn: TODAY,
  result: 'wiped',
};
const GIFT = {
  ...{ destination: 'gift', receiver: 'Ressourcerie du Gier', receiverKind: 'reuse-body', proofNumber: 'DON-7' },
  ...{ disposedOn: TODAY, unitValueCents: 4_000, reuseAttested: true },
};
const TRANSFER = { destination: 'transfer', receiver: 'Commune de Sorbiers', proofNumber: 'CES-1', disposedOn: TODAY };

/** Retired by the service itself. */
async function retired(row: Record<string, unknown> = {}): Promise<string> {
  const id = await aDevice(house, fleet, 'in-stock', row);
  await act(house, manager, id, 'retire', { decisionNumber: 'D-9', decisionKind: 'deliberation', decidedOn: TODAY });
  return id;
}

const told = async (ids: string[]) =>
  Promise.all(ids.map(async (id) => ({ id, version: (await deviceRow(house, id)).version })));

describe('a retirement', () => {
  it('keeps its act, which kind of act and its day, and forgets all three when it is restored', async () => {
    const id = await retired();
    expect(await deviceRow(house, id)).toMatchObject({
      ...{ state: 'retired', retirement_number: 'D-9', retirement_kind: 'deliberation', retired_on: TODAY },
    });
    expect(said(await act(house, manager, id, 'restore', { reason: 'Par erreur' }))).toBe('200 in-stock');
    expect(await deviceRow(house, id)).toMatchObject({
      ...{ retirement_number: null, retirement_kind: null, retired_on: null },
    });
  });

  it('of tomorrow is none, and of today where nobody says the day', async () => {
    const id = await aDevice(house, fleet, 'in-stock');
    const tomorrow = { decisionNumber: 'D-9', decidedOn: '2026-10-07' };
    expect(said(await act(house, manager, id, 'retire', tomorrow))).toBe('422 disposal.ahead');
    expect(said(await act(house, manager, id, 'retire', { decisionNumber: 'D-9' }))).toBe('200 retired');
    expect(await deviceRow(house, id)).toMatchObject({ retirement_kind: 'decision', retired_on: TODAY });
  });
});

describe('a device that holds data', () => {
  it('leaves once a wipe has succeeded, and not before; the one that failed is kept too', async () => {
    const id = await retired();
    expect(said(await act(house, manager, id, 'dispose', TRANSFER))).toBe('409 equipment.not-wiped');
    await act(house, technician, id, 'wipe', { ...WIPE, result: 'failed' });
    expect(said(await act(house, manager, id, 'dispose', TRANSFER))).toBe('409 equipment.not-wiped');
    expect((await manager.get(`/api/v1/equipment/${id}`)).body.possible).toEqual(['restore', 'wipe']);
    expect(said(await act(house, technician, id, 'wipe', WIPE))).toBe('200 retired');
    expect((await manager.get(`/api/v1/equipment/${id}`)).body.possible).toEqual(['restore', 'wipe', 'dispose']);
    expect(said(await act(house, manager, id, 'dispose', TRANSFER))).toBe('200 disposed');
    const { body } = await manager.get(`/api/v1/equipment/${id}/ends`);
    expect(body).toMatchObject({
      wipes: [{ method: 'overwrite', result: 'wiped', wipedOn: TODAY }, { result: 'failed' }],
      disposal: { destination: 'transfer', receiver: 'Commune de Sorbiers', proofNumber: 'CES-1' },
    });
    expect((await movesOf(house, id)).map(({ action }) => action)).toEqual([
      ...['receive', 'retire', 'wipe', 'wipe', 'dispose'],
    ]);
  });

  it('that served again after its wipe is wiped again', async () => {
    const id = await retired();
    await act(house, technician, id, 'wipe', WIPE);
    await act(house, manager, id, 'restore', { reason: 'Il sert encore' });
    house.setNow('2026-10-06T07:05:00Z');
    await act(house, manager, id, 'retire', { decisionNumber: 'D-10' });
    expect(said(await act(house, manager, id, 'dispose', TRANSFER))).toBe('409 equipment.not-wiped');
    await expect(leaveAround(house, id, await aDisposal(house), 'with its wipe')).rejects.toThrow(
      'disposed_device_wiped',
    );
  });

  it('needs no wipe where its model holds none, or where nobody has it', async () => {
    const bare = await house.build.item({ kind: 'model', category: 'hardware', name: 'Vidéoprojecteur' });
    await house.build.insert('equipment_model', { model_id: bare, family: 'projector', stores_data: false });
    const projector = await retired({ model_id: bare });
    expect(said(await act(house, manager, projector, 'dispose', TRANSFER))).toBe('200 disposed');
    const stolen = await aDevice(house, fleet, 'stolen');
    await act(house, manager, stolen, 'retire', { decisionNumber: 'D-11' });
    expect(said(await act(house, technician, stolen, 'wipe', WIPE))).toBe('409 equipment.was-missing');
    expect(said(await act(house, manager, stolen, 'dispose', TRANSFER))).toBe('422 disposal.missing');
    const gone = { ...TRANSFER, destination: 'write-off', proofNumber: 'PV-9' };
    expect(said(await act(house, manager, stolen, 'dispose', gone))).toBe('200 disposed');
  });
});

describe('a destination', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['that is a gift says to whom', { ...GIFT, receiverKind: null }, '422 disposal.receiver-kind-missing'],
    ['that is a gift says its value', { ...GIFT, unitValueCents: null }, '422 disposal.value-missing'],
    ['that is a gift stays within the law', { ...GIFT, unitValueCents: 30_001 }, '422 disposal.gift-too-dear'],
    [
      'that is no gift has nobody whom the law names',
      { ...TRANSFER, receiverKind: 'staff' },
      '422 disposal.receiver-kind-other',
    ],
    ['that is a sale says its price', { ...TRANSFER, destination: 'sale' }, '422 disposal.value-missing'],
    ['that has no price says none', { ...TRANSFER, unitValueCents: 1 }, '422 disposal.value-other'],
    [
      'that recycles is no reuse',
      { ...TRANSFER, destination: 'recycling', reuseAttested: true },
      '422 disposal.reuse-other',
    ],
    [
      'that is of what is missing takes nothing else',
      { ...TRANSFER, destination: 'write-off' },
      '422 disposal.not-missing',
    ],
    ['is reached by today', { ...TRANSFER, disposedOn: '2026-10-07' }, '422 disposal.ahead'],
    ['is reached after the decision', { ...TRANSFER, disposedOn: '2026-10-05' }, '422 disposal.before-retirement'],
    ['has a proof', { ...TRANSFER, proofNumber: ' ' }, '400 request.invalid'],
  ])('%s', async (_, body, answer) => {
    const id = await retired();
    await act(house, technician, id, 'wipe', WIPE);
    expect(said(await act(house, manager, id, 'dispose', body))).toBe(answer);
    expect(await deviceRow(house, id)).toMatchObject({ state: 'retired' });
    expect(said(await act(house, manager, id, 'dispose', { ...GIFT, unitValueCents: 30_000 }))).toBe('200 disposed');
  });
});

describe('a gift', () => {
  it('is within the limit of its own day, whatever the limit of today', async () => {
    const id = await aDevice(house, fleet, 'in-stock');
    const yesterday = '2026-10-05';
    await act(house, manager, id, 'retire', { decisionNumber: 'D-9', decidedOn: yesterday });
    await act(house, technician, id, 'wipe', WIPE);
    const row = { name: 'equipment.giftMaxCents', from_day: TODAY, source: 'essai' };
    const settingId = await house.build.insert('setting', { ...row, value: '10000' });
    const gift = { ...GIFT, unitValueCents: 20_000 };
    expect(said(await act(house, manager, id, 'dispose', gift))).toBe('422 disposal.gift-too-dear');
    expect(said(await act(house, manager, id, 'dispose', { ...gift, disposedOn: yesterday }))).toBe('200 disposed');
    await house.arrange('delete from setting where id = $1', [settingId]);
  });
});

describe('the database', () => {
  it('lets nothing go unwiped, whatever the row says of it, nor with another’s wipe', async () => {
    const [id, other] = [await retired(), await retired()];
    const disposal = await aDisposal(house);
    await expect(leaveAround(house, id, disposal, 'without')).rejects.toThrow('disposed_device_wiped');
    const failed = await aWipe(house, id, { result: 'failed', at: '2026-10-06T08:00:00Z' });
    const wipe = await aWipe(house, other, { at: '2026-10-06T08:00:00Z' });
    for (const wipeId of [failed, wipe])
      await expect(
        house.arrange(
          `insert into disposed_device (equipment_id, disposal_id, destination, disposed_on, wipe_id)
           select $1, d.id, d.destination, d.disposed_on, $3 from equipment_disposal d where d.id = $2`,
          [id, disposal, wipeId],
        ),
      ).rejects.toThrow('disposed_device_of_its_wipe');
  });

  it('has no device gone without a row that says where', async () => {
    const id = await aDevice(house, fleet, 'retired');
    const gone = `update equipment set state = 'disposed', stock_place_id = null where id = $1`;
    await expect(house.arrange(gone, [id])).rejects.toThrow('nothing says where');
    await leaveAround(house, id, await aDisposal(house), 'with its wipe');
    expect(await deviceRow(house, id)).toMatchObject({ state: 'disposed' });
    await expect(leaveAround(house, id, await aDisposal(house), 'with its wipe')).rejects.toThrow(
      'disposed_device_pkey',
    );
  });

  it('has nothing in the register that is not gone, nor comes back from it', async () => {
    const id = await aDevice(house, fleet, 'retired');
    const stays = leaveAround(house, id, await aDisposal(house), 'with its wipe', true);
    await expect(stays).rejects.toThrow('and it is not');
    await leaveAround(house, id, await aDisposal(house), 'with its wipe');
    const back = `update equipment set state = 'in-stock', stock_place_id = $2 where id = $1`;
    await expect(house.arrange(back, [id, fleet.stockPlaceId])).rejects.toThrow('the register says so');
  });

  it('has no gift above the law, nor to nobody, nor a reuse that is none', async () => {
    const gift = { destination: 'gift', receiver_kind: 'staff', unit_value_cents: 30_000, gift_limit_cents: 30_000 };
    await aDisposal(house, gift);
    for (const wrong of [{ unit_value_cents: 30_001 }, { receiver_kind: null }, { gift_limit_cents: null }])
      await expect(aDisposal(house, { ...gift, ...wrong })).rejects.toThrow('equipment_disposal_gift');
    await expect(aDisposal(house, { unit_value_cents: 1 })).rejects.toThrow('equipment_disposal_value');
    await expect(aDisposal(house, { destination: 'recycling', reuse_attested: true })).rejects.toThrow(
      'equipment_disposal_reuse',
    );
  });

  it('keeps wipes, departures and what left as they were written', async () => {
    for (const table of ['equipment_wipe', 'equipment_disposal', 'disposed_device'])
      await expect(house.arrange(`delete from ${table}`)).rejects.toThrow('only ever added');
  });
});

describe('many devices at once', () => {
  it('are wiped and given away by one act each once they are retired, and stand in the register', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => aDevice(house, fleet, 'in-stock')));
    const act3 = { decisionNumber: 'D-20', decisionKind: 'deliberation', decidedOn: TODAY };
    const acted = await manager.post('/api/v1/equipment/bulk/retire', { ...act3, devices: await told(ids) });
    expect(acted.body.outcomes.map(({ state }: { state: string }) => state)).toEqual(['retired', 'retired', 'retired']);
    for (const [path, body] of [
      ['/api/v1/disposals/wipes', WIPE],
      ['/api/v1/disposals', { ...GIFT, proofNumber: 'DON-20' }],
    ] as const) {
      const answer = await manager.post(path, { ...body, devices: await told(ids) });
      expect([answer.status, answer.body.done]).toEqual([200, true]);
    }
    const { body } = await manager.get('/api/v1/disposals?year=2026&destination=gift');
    const rows = body.items.filter(({ proofNumber }: { proofNumber: string }) => proofNumber === 'DON-20');
    expect(rows.map(({ id }: { id: string }) => id).sort()).toEqual([...ids].sort());
    expect(new Set(rows.map(({ disposalId }: { disposalId: string }) => disposalId)).size).toBe(1);
    expect(rows[0]).toMatchObject({
      ...{ retirementNumber: 'D-20', wipedOn: TODAY, unitValueCents: 4_000, receiverKind: 'reuse-body' },
    });
    expect((await manager.get('/api/v1/disposals?year=2025')).body.items).toEqual([]);
  });

  it('are all kept where one may not, which is told device by device', async () => {
    const [wiped, unwiped] = [await retired(), await retired()];
    await act(house, technician, wiped, 'wipe', WIPE);
    const before = (await house.sql('select id from equipment_disposal')).length;
    const devices = await told([wiped, unwiped]);
    const { body } = await manager.post('/api/v1/disposals', { ...TRANSFER, devices });
    const outcome = (id: string) => body.outcomes.find((one: { id: string }) => one.id === id);
    expect(body.done).toBe(false);
    expect(outcome(wiped)).toMatchObject({ ready: true, code: null });
    expect(outcome(unwiped)).toMatchObject({ ready: false, code: 'equipment.not-wiped' });
    expect(await deviceRow(house, wiped)).toMatchObject({ state: 'retired' });
    expect((await house.sql('select id from equipment_disposal')).length).toBe(before);
    const twice = await manager.post('/api/v1/disposals', { ...TRANSFER, devices: [devices[0], devices[0]] });
    expect(said(twice)).toBe('422 disposal.device-named-twice');
  });

  it('one of them gone meanwhile: the others stay', async () => {
    const [one, other] = [await retired(), await retired()];
    const devices = await told([one, other]);
    await act(house, technician, one, 'wipe', WIPE);
    const { body } = await manager.post('/api/v1/disposals/wipes', { ...WIPE, devices });
    expect(body).toMatchObject({ done: false });
    expect(body.outcomes.map(({ code }: { code: string | null }) => code).sort()).toEqual([null, 'version.stale']);
  });
});

describe('at the same moment', () => {
  it('a departure and a restoration: one is made, the other reads that it was too late', async () => {
    const id = await retired();
    await act(house, technician, id, 'wipe', WIPE);
    const { version } = await deviceRow(house, id);
    const at = (action: string) => `/api/v1/equipment/${id}/${action}`;
    const answers = await Promise.all([
      manager.post(at('dispose'), TRANSFER, { version }),
      manager.post(at('restore'), { reason: 'Il sert encore' }, { version }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const { state } = await deviceRow(house, id);
    const left = await house.sql('select from disposed_device where equipment_id = $1', [id]);
    expect([state, left.length]).toEqual(answers[0].status === 200 ? ['disposed', 1] : ['in-stock', 0]);
  });

  it('two departures of the same devices: they leave once, together', async () => {
    const ids = await Promise.all([1, 2, 3, 4].map(() => retired()));
    await manager.post('/api/v1/disposals/wipes', { ...WIPE, devices: await told(ids) });
    const devices = await told(ids);
    const answers = await Promise.all([
      manager.post('/api/v1/disposals', { ...TRANSFER, proofNumber: 'CES-A', devices }),
      manager.post('/api/v1/disposals', { ...TRANSFER, proofNumber: 'CES-B', devices: [...devices].reverse() }),
    ]);
    expect(answers.map(({ body }) => body.done).sort()).toEqual([false, true]);
    const left = await house.sql('select distinct disposal_id from disposed_device where equipment_id = any($1)', [
      ids,
    ]);
    expect(left).toHaveLength(1);
  });
});

describe('the papers', () => {
  it('are a certificate of each wipe and a slip of each departure, and the register as a file', async () => {
    const id = await retired({ serial: '=SUM(A1)' });
    await act(house, technician, id, 'wipe', WIPE);
    await act(house, manager, id, 'dispose', { ...GIFT, receiver: '=cmd', proofNumber: 'DON-30' });
    const { wipes } = (await technician.get(`/api/v1/equipment/${id}/ends`)).body;
    const certificate = await technician.get(`/api/v1/equipment/${id}/wipes/${wipes[0].id}/certificate.pdf`);
    const slip = await technician.get(`/api/v1/equipment/${id}/disposal.pdf`);
    for (const { status, headers } of [certificate, slip])
      expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
    const other = await aDevice(house, fleet, 'retired');
    const crossed = await technician.get(`/api/v1/equipment/${other}/wipes/${wipes[0].id}/certificate.pdf`);
    expect([crossed.status, (await technician.get(`/api/v1/equipment/${other}/disposal.pdf`)).status]).toEqual([
      404, 404,
    ]);
    const { text } = await manager.get('/api/v1/disposals/export.csv?destination=gift');
    const line = text.split('\r\n').find((each) => each.includes('DON-30'))!;
    expect(line.split(';').slice(5)).toEqual([
      ...[
        '2026-10-06',
        '2026-10-06',
        '2026-10-06',
        'Don',
        `'=cmd`,
        'Organisme de réemploi agréé ESUS',
        '40,00',
        'oui',
        'DON-30',
      ],
    ]);
    expect(line).toContain(`'=SUM(A1)`);
  });
});
