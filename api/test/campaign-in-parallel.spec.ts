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
import { aCase, deviceRow, movesOf } from './harness/equipment-builders.js';
import { Held, isFree, waits } from './harness/held.js';
import { House } from './harness/house.js';

/** Several people at once in one school's inventory: everyone counts, each thing happens once, and what was sent too soon goes on. */
let house: House;
let ground: CampaignGround;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());
beforeEach(async () => {
  ground = await campaignGround(house);
});

describe('at the same moment', () => {
  const told = (answers: { status: number; body: { code?: string } }[]) =>
    answers.map(({ status, body }) => (status < 400 ? String(status) : `${status} ${body.code}`)).sort();

  it('eight people begin: the part is opened once, and everyone’s sighting counts', async () => {
    const { head, teacher, technician, manager, roomId } = ground;
    const devices = [];
    for (let n = 0; n < 8; n++) devices.push(await inRoom(house, ground, roomId));
    const { partId } = await aCampaign(house, ground);
    const people = [head, teacher, technician, manager];
    const answers = await Promise.all(devices.map(({ tag }, n) => see(people[n % 4]!, partId, { roomId, code: tag })));
    expect(told(answers)).toEqual(Array<string>(8).fill('200'));
    const moves = await house.sql('select action from campaign_move where part_id = $1', [partId]);
    expect(moves).toEqual([{ action: 'open' }]);
    expect((await roomOf(head, partId, roomId)).items.map(({ finding }: { finding: string }) => finding)).toEqual(
      Array<string>(8).fill('found'),
    );
  });

  it('one device is read by four: one was the first, and the others read who', async () => {
    const { head, teacher, technician, manager, roomId } = ground;
    const { tag } = await inRoom(house, ground, roomId);
    await inRoom(house, ground, roomId);
    const { partId } = await aCampaign(house, ground);
    const answers = await Promise.all(
      [head, teacher, technician, manager].map((person) => see(person, partId, { roomId, code: tag })),
    );
    expect(answers.filter(({ body }) => body.first)).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => body.item.seenByName)).size).toBe(1);
  });

  it('a sighting and the sending: it counts, or it comes too late; nothing is awaited afterwards', async () => {
    for (let round = 0; round < 3; round++) {
      ground = await campaignGround(house);
      const devices = [await inRoom(house, ground, ground.roomId), await inRoom(house, ground, ground.roomId)];
      const { id, partId } = await aCampaign(house, ground);
      await see(ground.head, partId, { roomId: ground.roomId, code: devices[0]!.tag });
      const [seen, sent] = await Promise.all([
        see(ground.teacher, partId, { roomId: ground.roomId, code: devices[1]!.tag }),
        movePart(ground.head, partId, 'send'),
      ]);
      expect(sent.status).toBe(200);
      const counts = (await ground.manager.get(`/api/v1/campaigns/${id}`)).body.findings;
      const found = seen.status === 200 ? 2 : 1;
      expect(seen.status === 200 ? [] : [seen.body.code]).toEqual(seen.status === 200 ? [] : ['campaign.state']);
      expect(counts).toEqual(
        found === 2
          ? [{ finding: 'found', count: 2, unresolved: 0 }]
          : expect.arrayContaining([
              { finding: 'found', count: 1, unresolved: 0 },
              { finding: 'missing', count: 1, unresolved: 1 },
            ]),
      );
    }
  });

  it('schools are reminded and one begins: neither waits for the other for ever', async () => {
    const { head, manager, roomId } = ground;
    const { tag } = await inRoom(house, ground, roomId);
    const { id, partId } = await aCampaign(house, ground);
    const held = await Held.row(house, 'campaign_part', partId);
    const reminded = manager.post(`/api/v1/campaigns/${id}/remind`);
    expect(await waits(house, reminded)).toBe(true);
    // Whoever begins writes there too, after the part.
    expect(await isFree(house, 'campaign', id)).toBe(true);
    await held.letGo('rollback');
    expect(await reminded).toMatchObject({ status: 200, body: { reminded: 1 } });
    expect((await see(head, partId, { roomId, code: tag })).status).toBe(200);
  });

  it('one reads a label of what lies in a case, another opens the case: both are heard', async () => {
    const { head, teacher, roomId } = ground;
    const { id: caseId, contents } = await aCase(house, ground, 'in-service', 2);
    const { partId } = await aCampaign(house, ground);
    const other = await inRoom(house, ground, roomId);
    await see(head, partId, { roomId, code: other.tag });
    const tagOf = async (id: string) => (await deviceRow(house, id)).tag as string;
    const [content, box] = [await tagOf(contents[1]!), await tagOf(caseId)];
    const held = await Held.row(house, 'equipment', contents[1]!);
    const read = see(head, partId, { roomId, code: content });
    expect(await waits(house, read)).toBe(true);
    const opened = see(teacher, partId, { roomId, code: box, contents: true });
    expect(await waits(house, opened, 2)).toBe(true);
    await held.letGo('rollback');
    expect(told([await read, await opened])).toEqual(['200', '200']);
    const { items } = await roomOf(head, partId, roomId);
    expect(items.filter(({ finding }: { finding: string }) => finding === 'found')).toHaveLength(4);
  });

  it('a sighting waits for whoever sends the part, and reads that it comes too late', async () => {
    const { head, teacher, roomId } = ground;
    const [seen, late] = [await inRoom(house, ground, roomId), await inRoom(house, ground, roomId)];
    const { partId } = await aCampaign(house, ground);
    await see(head, partId, { roomId, code: seen.tag });
    const held = await Held.row(house, 'campaign_part', partId);
    const answer = see(teacher, partId, { roomId, code: late.tag });
    expect(await waits(house, answer)).toBe(true);
    await held.run(`update campaign_item set finding = 'missing' where part_id = $1 and finding = 'awaited'`, [partId]);
    await held.run(`update campaign_part set state = 'sent' where id = $1`, [partId]);
    await held.letGo('commit');
    expect(await answer).toMatchObject({ status: 409, body: { code: 'campaign.state' } });
  });

  it('two people resolve one difference: one does, the other reads that it is done', async () => {
    const { head, manager, roomId } = ground;
    const [seen, lost] = [await inRoom(house, ground, roomId), await inRoom(house, ground, roomId)];
    const { id, partId } = await aCampaign(house, ground);
    await see(head, partId, { roomId, code: seen.tag });
    await movePart(head, partId, 'send');
    const difference = (await differencesOf(manager, id)).get(lost.tag)!;
    const colleague = await house.person('plan-manager');
    const answers = await Promise.all([
      resolve(manager, difference.id, { resolution: 'lost' }),
      resolve(colleague, difference.id, { resolution: 'found' }),
    ]);
    expect(told(answers)).toEqual(['200', '409 campaign.resolved']);
    expect((await movesOf(house, lost.id)).filter(({ action }) => action === 'lose').length).toBeLessThan(2);
  });

  it('two campaigns are opened for one school: one is, the other reads why', async () => {
    const { manager, school, roomId } = ground;
    await inRoom(house, ground, roomId);
    const body = { title: 'Récolement', fromDay: '2026-01-05', toDay: '2099-12-31', schoolId: school.id };
    const answers = await Promise.all([1, 2].map(() => manager.post('/api/v1/campaigns', body)));
    expect(told(answers)).toEqual(['201', '409 campaign.school-busy']);
  });
});

describe('the database', () => {
  it('keeps a part from being sent while something is awaited, and a difference from being resolved by half', async () => {
    const { head, roomId } = ground;
    const seen = await inRoom(house, ground, roomId);
    await inRoom(house, ground, roomId);
    const { partId } = await aCampaign(house, ground);
    await see(head, partId, { roomId, code: seen.tag });
    await expect(house.arrange(`update campaign_part set state = 'sent' where id = $1`, [partId])).rejects.toThrow(
      /what nobody saw is missing/,
    );
    await expect(
      house.arrange(`update campaign_item set resolution = 'lost' where part_id = $1 and finding = 'awaited'`, [
        partId,
      ]),
    ).rejects.toThrow(/campaign_item_resolved/);
    await expect(
      house.arrange(`update campaign_item set finding = 'found' where part_id = $1 and finding = 'awaited'`, [partId]),
    ).rejects.toThrow(/campaign_item_seen/);
  });
});

const findings = (page: { items: { tag: string | null; finding: string | null }[] }) =>
  Object.fromEntries(page.items.map(({ tag, finding }) => [tag, finding]));

describe('a part that was sent by mistake', () => {
  it('tells the manager when it comes; opened again with a reason it awaits what nobody saw, and its head is told', async () => {
    const { head, manager, technician, roomId, otherRoomId } = ground;
    const [seen, lost, unseen] = [
      await inRoom(house, ground, roomId),
      await inRoom(house, ground, roomId),
      await inRoom(house, ground, otherRoomId),
    ];
    const { id, partId } = await aCampaign(house, ground);
    await see(head, partId, { roomId, code: seen.tag });
    const counted = async () =>
      (await manager.get(`/api/v1/campaigns/${id}`)).body.findings.find(
        ({ finding }: { finding: string }) => finding === 'missing',
      );
    await head.post(`/api/v1/campaign-parts/${partId}/rooms/${roomId}/finish`);
    // Nobody can resolve it yet.
    expect(await counted()).toEqual({ finding: 'missing', count: 1, unresolved: 0 });
    await movePart(head, partId, 'send');
    expect(await counted()).toEqual({ finding: 'missing', count: 2, unresolved: 2 });
    const mailsTo = async (person: { accountId: string }) =>
      (
        await house.sql<{ subject: string }>(
          'select m.subject from mail m join account a on a.email = m.recipient where a.id = $1 order by m.id',
          [person.accountId],
        )
      ).map(({ subject }) => subject);
    expect(await mailsTo(manager)).toEqual([expect.stringMatching(/^Récolement envoyé/)]);

    expect((await movePart(technician, partId, 'reopen', { reason: 'Trop tôt' })).body.code).toBe('role.may-not');
    expect((await movePart(manager, partId, 'reopen', { reason: 'Envoyé trop tôt' })).body).toMatchObject({
      state: 'open',
    });
    expect((await mailsTo(head)).at(-1)).toMatch(/^Récolement rouvert/);
    // What somebody said of a room stays; what sending alone made missing is to be seen again.
    expect(findings(await roomOf(head, partId, roomId))).toEqual({ [seen.tag]: 'found', [lost.tag]: 'missing' });
    expect(findings(await roomOf(head, partId, otherRoomId))).toEqual({ [unseen.tag]: 'awaited' });
    expect((await see(head, partId, { roomId, code: lost.tag })).body.item).toMatchObject({ finding: 'found' });

    await movePart(head, partId, 'send');
    const difference = (await differencesOf(manager, id)).get(unseen.tag)!;
    const other = await house.build.insert('campaign_item', {
      ...{
        campaign_id: id,
        part_id: partId,
        note: 'Un écran',
        expected: false,
        finding: 'unknown',
        seen_room_id: roomId,
      },
      ...{ seen_at: '2026-10-06T07:00:00Z', seen_by: head.accountId, seen_how: 'list' },
    });
    await resolve(manager, difference.id, { resolution: 'lost' });
    expect((await movePart(manager, partId, 'reopen', { reason: 'Encore' })).body.code).toBe(
      'campaign.differences-resolved',
    );
    // Not around the door either: neither done with differences, nor closed with schools left.
    await expect(house.arrange(`update campaign_part set state = 'settled' where id = $1`, [partId])).rejects.toThrow(
      /a difference is not resolved/,
    );
    await expect(
      house.arrange('update campaign set closed_at = now(), closed_by = $2 where id = $1', [id, manager.accountId]),
    ).rejects.toThrow(/a school has not finished/);
    await resolve(manager, other, { resolution: 'ignored' });
    expect(await partOf(head, partId)).toMatchObject({ state: 'settled' });
  });
});
