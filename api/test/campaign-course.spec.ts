import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  aCampaign,
  campaignGround,
  differencesOf,
  inRoom,
  movePart,
  partOf,
  resolve,
  roomOf,
  see,
  type CampaignGround,
} from './harness/campaign-builders.js';
import { aCase, aDevice, aFleet, deviceRow, movesOf } from './harness/equipment-builders.js';
import { House } from './harness/house.js';

/** One school's inventory, from its first sighting to its last difference. */
let house: House;
let ground: CampaignGround;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());
beforeEach(async () => {
  ground = await campaignGround(house);
});

const findings = (page: { items: { tag: string | null; finding: string | null }[] }) =>
  Object.fromEntries(page.items.map(({ tag, finding }) => [tag, finding]));

describe('a campaign in one school', () => {
  it('runs from the first sighting to its end: by list, by scan, the rest missing, and resolved', async () => {
    const { head, teacher, manager, roomId, otherRoomId } = ground;
    const [one, two, three] = [
      await inRoom(house, ground, roomId),
      await inRoom(house, ground, roomId),
      await inRoom(house, ground, otherRoomId),
    ];
    const { id, partId } = await aCampaign(house, ground);
    expect(await partOf(head, partId)).toMatchObject({ state: 'prepared', begun: true, possible: [] });
    expect(findings(await roomOf(head, partId, roomId))).toEqual({ [one.tag]: 'awaited', [two.tag]: 'awaited' });

    const seen = await see(head, partId, { roomId, code: one.tag });
    expect(seen.body).toMatchObject({ first: true, item: { finding: 'found', how: 'scan', tag: one.tag } });
    expect(await partOf(head, partId)).toMatchObject({ state: 'open', possible: ['send'] });
    const [date] = await house.sql<{ by: string }>('select last_seen_by as by from equipment where id = $1', [one.id]);
    expect(date!.by).toBe(head.accountId);

    const listed = await see(teacher, partId, { roomId: otherRoomId, equipmentId: three.id, how: 'list' });
    expect(listed.body).toMatchObject({ first: true, item: { finding: 'found', how: 'list' } });
    // Twice, by somebody else: said, and nothing is written.
    const again = await see(teacher, partId, { roomId, code: one.tag });
    expect(again.body).toMatchObject({ first: false, item: { seenByName: head.session!.account.name, how: 'scan' } });

    expect((await movePart(teacher, partId, 'send')).body.code).toBe('role.may-not');
    expect((await movePart(head, partId, 'send')).body).toMatchObject({ state: 'sent' });
    expect(findings(await roomOf(head, partId, roomId))).toMatchObject({ [two.tag]: 'missing' });
    const late = await see(head, partId, { roomId, code: two.tag });
    expect([late.status, late.body.code]).toEqual([409, 'campaign.state']);

    const difference = (await differencesOf(manager, id)).get(two.tag)!;
    expect(difference).toMatchObject({ finding: 'missing', resolution: null, partState: 'sent' });
    expect((await resolve(manager, difference.id, { resolution: 'moved' })).body.code).toBe('campaign.answer-other');
    const resolved = await resolve(manager, difference.id, { resolution: 'lost' });
    expect(resolved.body).toMatchObject({ partState: 'settled' });
    expect(await deviceRow(house, two.id)).toMatchObject({ state: 'lost' });
    expect((await movesOf(house, two.id)).at(-1)).toMatchObject({
      action: 'lose',
      reason: expect.stringMatching(/^Récolement/),
    });
  });
});
