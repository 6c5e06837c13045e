import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { said } from './harness/answers.js';
import { type DotationGround, dotationGround } from './harness/dotation-ground.js';
import { aCase, aModel, deviceRow, movesOf } from './harness/equipment-builders.js';
import { House } from './harness/house.js';

/** Cases and trolleys of a dotation: what lies in one is made ready, comes and lacks together. */
let house: House;
let { technician, poor, poorHead, move, planned } = {} as DotationGround;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());
beforeEach(async () => {
  ({ technician, poor, poorHead, move, planned } = await dotationGround(house));
});

describe('the delivery', () => {
  it('takes a case whole, by its own label: what lies in it is what comes', async () => {
    const { partId } = await planned();
    const boxModel = await aModel(house);
    const { id: box, contents } = await aCase(house, poor, 'in-stock', 2, { model_id: boxModel });
    const labelOf = async (device: string) => (await deviceRow(house, device)).tag as string;
    const ready = async (tags: string[]) => said(await move(technician, 'dotation-parts', partId, 'prepare', { tags }));
    expect(await ready([await labelOf(contents[0]!)])).toBe('422 dotation-part.case-whole');
    const { id: empty } = await aCase(house, poor, 'in-stock', 0, { model_id: boxModel });
    expect(await ready([await labelOf(empty)])).toBe('422 dotation-part.case-other');
    const { id: larger } = await aCase(house, poor, 'in-stock', 3, { model_id: boxModel });
    expect(await ready([await labelOf(larger)])).toBe('422 dotation-part.too-many');
    expect(await ready([await labelOf(box)])).toBe('200 planned');
    // What is ready already is named by its own label when the choice is written again.
    expect(await ready(await Promise.all(contents.map(labelOf)))).toBe('200 planned');
    const { body } = await poorHead.get(`/api/v1/dotation-parts/${partId}`);
    expect(body.devices).toMatchObject(
      contents.map((equipmentId) => ({ equipmentId, containerTag: expect.any(String) })),
    );
    const room = await house.build.room(poor.school.id);
    const came = contents.map((equipmentId) => ({ equipmentId, roomId: poor.roomId }));
    const apart = [came[0]!, { ...came[1]!, roomId: room }];
    expect(said(await move(poorHead, 'dotation-parts', partId, 'receive', { devices: apart }))).toBe(
      '422 dotation-part.case-rooms',
    );
    expect(said(await move(poorHead, 'dotation-parts', partId, 'receive', { devices: came }))).toBe('200 received');
    expect(await deviceRow(house, box)).toMatchObject({ state: 'in-service', room_id: poor.roomId });
    for (const content of contents)
      expect(await deviceRow(house, content)).toMatchObject({
        ...{ state: 'in-service', container_id: box, school_id: poor.school.id },
      });
  });

  it('leaves on its shelf what lacks in a case, and takes the case with the rest', async () => {
    const { partId } = await planned();
    const { id: box, contents } = await aCase(house, poor, 'in-stock', 2, { model_id: await aModel(house) });
    const { tag } = await deviceRow(house, box);
    await move(technician, 'dotation-parts', partId, 'prepare', { tags: [tag as string] });
    const came = { devices: [{ equipmentId: contents[0]!, roomId: poor.roomId }], reason: 'Une alvéole vide' };
    expect(said(await move(poorHead, 'dotation-parts', partId, 'receive-in-part', came))).toBe('200 received-in-part');
    expect(await deviceRow(house, contents[0]!)).toMatchObject({ state: 'in-service', container_id: box });
    expect(await deviceRow(house, contents[1]!)).toMatchObject({
      ...{ state: 'in-stock', container_id: null, stock_place_id: poor.stockPlaceId },
    });
    expect((await movesOf(house, contents[1]!)).at(-1)).toMatchObject({
      action: 'store',
      account_id: poorHead.accountId,
    });
  });
});
