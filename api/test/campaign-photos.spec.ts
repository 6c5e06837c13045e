import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  aCampaign,
  campaignGround,
  differencesOf,
  inRoom,
  movePart,
  roomOf,
  see,
  type CampaignGround,
} from './harness/campaign-builders.js';
import { House } from './harness/house.js';
import { jpeg } from './harness/pictures.js';
import { sendFile } from './harness/uploads.js';

/** What nobody knows, as it looks: by its picture the métropole finds where it comes from. */
let house: House;
let ground: CampaignGround;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());
beforeEach(async () => {
  ground = await campaignGround(house);
});

describe('a thing without a label', () => {
  it('is kept with its picture, which the school and the métropole see until it is sent', async () => {
    const { head, teacher, manager, roomId, otherRoomId } = ground;
    const known = await inRoom(house, ground, otherRoomId);
    const { id, partId } = await aCampaign(house, ground);
    const seen = await see(head, partId, { roomId, note: 'imprimante grise', how: 'list' });
    const url = `/api/v1/campaign-parts/${partId}/items/${seen.body.item.id}/photos`;
    const sent = await sendFile(teacher, url, await jpeg(8));
    expect(sent.status).toBe(201);
    expect(await roomOf(head, partId, roomId)).toMatchObject({
      items: [{ note: 'imprimante grise', photos: [sent.body.id] }],
    });
    expect((await manager.get(`${url}/${sent.body.id}`)).headers['content-type']).toBe('image/webp');
    const stranger = await house.person('school-head', { school_id: (await house.build.school()).id });
    expect((await stranger.get(`${url}/${sent.body.id}`)).status).toBe(404);
    const found = await see(head, partId, { roomId: otherRoomId, code: known.tag });
    const ofKnown = `/api/v1/campaign-parts/${partId}/items/${found.body.item.id}/photos`;
    expect((await sendFile(head, ofKnown, await jpeg(8))).status).toBe(404);
    await movePart(head, partId, 'send');
    expect((await sendFile(head, url, await jpeg(8))).body.code).toBe('campaign.state');
    expect((await differencesOf(manager, id)).get('imprimante grise')).toMatchObject({ photos: [sent.body.id] });
  });
});
