import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { said } from './harness/answers.js';
import { act, aDevice, aFleet, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { jpeg } from './harness/pictures.js';
import { sendFile } from './harness/uploads.js';

/** Pictures of what proves where devices went: kept with the departure, whichever of its devices they are read by. */
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
const WIPE = { method: 'overwrite', operator: 'Sami Roux', wipedOn: TODAY, result: 'wiped' };
const TRANSFER = { destination: 'transfer', receiver: 'Commune de Sorbiers', proofNumber: 'CES-1', disposedOn: TODAY };

async function retired(): Promise<string> {
  const id = await aDevice(house, fleet, 'in-stock');
  await act(house, manager, id, 'retire', { decisionNumber: 'D-9', decisionKind: 'deliberation', decidedOn: TODAY });
  return id;
}

describe('the proof of a departure', () => {
  it('is a picture, made anew, of all that left together; more than six are refused', async () => {
    const [id, other] = [await retired(), await retired()];
    await act(house, manager, id, 'wipe', WIPE);
    const url = `/api/v1/equipment/${id}/disposal/photos`;
    expect(said(await sendFile(manager, url, await jpeg(8)))).toBe('404 object.not-found');
    await act(house, manager, id, 'dispose', TRANSFER);
    const sent = await sendFile(manager, url, await jpeg(8));
    expect(sent.status).toBe(201);
    const { disposal } = (await technician.get(`/api/v1/equipment/${id}/ends`)).body;
    expect(disposal.photos).toEqual([sent.body.id]);
    const picture = await technician.get(`${url}/${sent.body.id}`);
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/webp']);
    expect((await technician.get(`/api/v1/equipment/${other}/disposal/photos/${sent.body.id}`)).status).toBe(404);
    expect(said(await sendFile(manager, url, Buffer.from('%PDF-1.7')))).toBe('415 file.not-an-image');
    expect(said(await sendFile(technician, url, await jpeg(8)))).toBe('403 role.may-not');
    for (let n = 0; n < 5; n++) expect((await sendFile(manager, url, await jpeg(8 + n))).status).toBe(201);
    expect(said(await sendFile(manager, url, await jpeg(8)))).toBe('422 file.six-already');
    await expect(house.arrange('delete from disposal_photo')).rejects.toThrow();
  });

  it('that is sent twice under one key is kept once', async () => {
    const id = await retired();
    await act(house, manager, id, 'wipe', WIPE);
    await act(house, manager, id, 'dispose', TRANSFER);
    const url = `/api/v1/equipment/${id}/disposal/photos`;
    const picture = await jpeg(8);
    const key = '01900000-0000-7000-8000-0000000000aa';
    const answers = [await sendFile(manager, url, picture, { key }), await sendFile(manager, url, picture, { key })];
    expect(answers.map(({ status, body }) => [status, body.id])).toEqual(Array(2).fill([201, answers[0]!.body.id]));
    expect((await sendFile(manager, url, await jpeg(9), { key })).body.code).toBe('idempotency.other-body');
  });
});
