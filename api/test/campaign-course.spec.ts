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
import { elementsOf, heard } from './harness/pdf-reader.js';

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

describe('what is found', () => {
  it('is misplaced with where it should be, and answered: it stays, or it is taken back', async () => {
    const { head, technician, manager, roomId, otherRoomId } = ground;
    const [stays, back] = [await inRoom(house, ground, otherRoomId), await inRoom(house, ground, otherRoomId)];
    const { id, partId } = await aCampaign(house, ground);
    const [name] = await house.sql<{ name: string }>('select name from room where id = $1', [otherRoomId]);
    for (const { tag } of [stays, back])
      expect((await see(head, partId, { roomId, code: tag })).body).toMatchObject({
        item: { finding: 'misplaced', placeName: name!.name },
      });
    const answer = (equipmentId: string, said: string) =>
      head.post(`/api/v1/campaign-parts/${partId}/answers`, { equipmentId, answer: said });
    expect((await answer(stays.id, 'stays')).body.item).toMatchObject({ finding: 'misplaced', answer: 'stays' });
    expect((await answer(back.id, 'returned')).body.item).toMatchObject({ finding: 'found', answer: 'returned' });
    expect((await answer(back.id, 'stays')).body.code).toBe('campaign.answer-other');
    expect(findings(await roomOf(technician, partId, otherRoomId))).toEqual({ [back.tag]: 'found' });

    await movePart(technician, partId, 'send');
    const difference = (await differencesOf(manager, id)).get(stays.tag)!;
    expect((await resolve(manager, difference.id, { resolution: 'moved' })).status).toBe(200);
    expect(await deviceRow(house, stays.id)).toMatchObject({ room_id: roomId, state: 'in-service' });
    expect(await deviceRow(house, back.id)).toMatchObject({ room_id: otherRoomId });
  });

  it('is of another school, in stock or lost: kept for the manager, who puts it here, sends it back or finds it', async () => {
    const { head, manager, technician, roomId } = ground;
    const other = await aFleet(house);
    await inRoom(house, ground, roomId);
    const elsewhere = await inRoom(house, other, other.roomId);
    const sentBack = await inRoom(house, other, other.roomId);
    const [shelved, lost] = [await aDevice(house, ground, 'in-stock'), await aDevice(house, ground, 'lost')];
    const tagOf = async (id: string) => (await deviceRow(house, id)).tag as string;
    const { id, partId } = await aCampaign(house, ground);
    const tags = [elsewhere.tag, sentBack.tag, await tagOf(shelved), await tagOf(lost)];
    for (const code of tags)
      expect((await see(head, partId, { roomId, code })).body.item).toMatchObject({ finding: 'unexpected', tag: code });
    // What is another school's is no more than a label to this one.
    const page = await roomOf(head, partId, roomId);
    const seenByHead = page.items.find(({ tag }: { tag: string }) => tag === elsewhere.tag);
    expect(seenByHead).toMatchObject({ modelName: null, placeName: null, lastSeenAt: null });
    const seenByTechnician = (await roomOf(technician, partId, roomId)).items.find(
      ({ tag }: { tag: string }) => tag === elsewhere.tag,
    );
    expect(seenByTechnician).toMatchObject({ modelName: expect.any(String), placeName: expect.any(String) });

    await movePart(head, partId, 'send');
    const differences = await differencesOf(manager, id);
    const say = async (tag: string, resolution: string) =>
      (await resolve(manager, differences.get(tag)!.id, { resolution })).body;
    expect((await say(tags[0]!, 'found')).code).toBe('campaign.answer-other');
    await say(tags[0]!, 'moved');
    await say(tags[1]!, 'left');
    await say(tags[2]!, 'moved');
    await say(tags[3]!, 'found');
    expect(await deviceRow(house, elsewhere.id)).toMatchObject({ school_id: ground.school.id, room_id: roomId });
    expect((await movesOf(house, elsewhere.id)).map(({ action }) => action).slice(-3)).toEqual([
      'withdraw',
      'place',
      'release',
    ]);
    expect(await deviceRow(house, sentBack.id)).toMatchObject({ school_id: other.school.id });
    expect(await deviceRow(house, shelved)).toMatchObject({ state: 'in-service', room_id: roomId });
    expect(await deviceRow(house, lost)).toMatchObject({ state: 'in-stock' });
  });

  it('is known to nobody: its label is kept once, with a word; the manager adds it to the plan under that label', async () => {
    const { head, manager, roomId, modelId } = ground;
    await inRoom(house, ground, roomId);
    const { id, partId } = await aCampaign(house, ground);
    const label = `ZZ-${Date.now() % 1_000_000}`;
    expect((await see(head, partId, { roomId, code: label.toLowerCase() })).body).toMatchObject({
      first: true,
      item: { finding: 'unknown', tag: label },
    });
    expect((await see(head, partId, { roomId, code: label, note: 'une souris blanche' })).body).toMatchObject({
      first: false,
      item: { note: 'une souris blanche' },
    });
    expect((await see(head, partId, { roomId, how: 'list', note: 'imprimante grise' })).status).toBe(200);
    expect((await see(head, partId, { roomId })).body.code).toBe('campaign.nothing-named');
    await movePart(head, partId, 'send');
    const differences = await differencesOf(manager, id);
    const one = differences.get(label)!;
    expect((await resolve(manager, one.id, { resolution: 'created' })).body.code).toBe('equipment.model-unknown');
    const added = await resolve(manager, one.id, { resolution: 'created', modelId, serial: `S${label}` });
    expect(added.status).toBe(200);
    const [made] = await house.sql<{ id: string }>('select id from equipment where tag = $1', [label]);
    expect(await deviceRow(house, made!.id)).toMatchObject({
      state: 'in-service',
      room_id: roomId,
      serial: `S${label}`,
    });
    await resolve(manager, differences.get('imprimante grise')!.id, { resolution: 'ignored' });
  });

  it('is a case: read alone, its content is still to be checked; opened, all of it is seen with it', async () => {
    const { head, roomId } = ground;
    const { id: caseId, contents } = await aCase(house, ground, 'in-service', 3);
    const { partId } = await aCampaign(house, ground);
    const [{ tag }] = (await house.sql<{ tag: string }>('select tag from equipment where id = $1', [caseId])) as [
      { tag: string },
    ];
    await see(head, partId, { roomId, code: tag });
    const count = async (finding: string) =>
      (await roomOf(head, partId, roomId)).items.filter((item: { finding: string }) => item.finding === finding).length;
    expect([await count('found'), await count('awaited')]).toEqual([1, 3]);
    const [gone] = contents;
    await head.post(`/api/v1/campaign-parts/${partId}/absences`, { equipmentId: gone });
    expect([await count('missing'), await count('awaited')]).toEqual([1, 2]);
    await see(head, partId, { roomId, equipmentId: caseId, how: 'list', contents: true });
    expect([await count('found'), await count('awaited')]).toEqual([4, 0]);
    const again = await head.post(`/api/v1/campaign-parts/${partId}/absences`, { equipmentId: gone });
    expect(again.body.code).toBe('campaign.seen-since');
  });

  it('leaves what is at the repairer’s alone, and what has left meanwhile; a room that is ended says what it leaves', async () => {
    const { head, manager, technician, roomId, otherRoomId, stockPlaceId } = ground;
    const repaired = await inRoom(house, ground, roomId, { state: 'under-repair' });
    const [seen, lost, leaves] = [
      await inRoom(house, ground, roomId),
      await inRoom(house, ground, roomId),
      await inRoom(house, ground, otherRoomId),
    ];
    const { id, partId } = await aCampaign(house, ground);
    await see(head, partId, { roomId, code: seen.tag });
    expect(findings(await roomOf(head, partId, roomId))).toMatchObject({ [repaired.tag]: null });
    const finished = await head.post(`/api/v1/campaign-parts/${partId}/rooms/${roomId}/finish`);
    expect(finished.body).toMatchObject({ missing: 1 });
    expect((await partOf(head, partId)).rooms.find((room: { roomId: string }) => room.roomId === roomId)).toMatchObject(
      {
        ...{ finished: true, awaited: 0, seen: 1, differences: 1 },
      },
    );
    // It turns up after all.
    await see(head, partId, { roomId, code: lost.tag });
    const { version } = await deviceRow(house, leaves.id);
    await technician.post(`/api/v1/equipment/${leaves.id}/withdraw`, { stockPlaceId, reason: 'Prêt' }, { version });
    expect((await movePart(head, partId, 'send')).body).toMatchObject({ state: 'settled' });
    expect((await differencesOf(manager, id)).size).toBe(0);
    const counts = (await manager.get(`/api/v1/campaigns/${id}`)).body.findings;
    expect(counts).toEqual(expect.arrayContaining([{ finding: 'gone', count: 1, unresolved: 0 }]));
  });
});

describe('a campaign', () => {
  it('is of chosen schools, models and rooms; a school counts for one at a time; before its first day nobody counts', async () => {
    const { head, manager, school, roomId, otherRoomId, taughtModelId } = ground;
    const other = await campaignGround(house);
    await inRoom(house, ground, roomId);
    await inRoom(house, ground, otherRoomId);
    const one = await inRoom(house, ground, roomId, { model_id: taughtModelId });
    const days = { fromDay: '2099-01-05', toDay: '2099-02-05' };
    const make = (body: object) => manager.post('/api/v1/campaigns', { title: 'Récolement', ...days, ...body });
    expect((await make({ schoolId: school.id, toDay: '2098-01-01' })).body.code).toBe('campaign.days');
    expect((await make({ schoolId: other.school.id })).body.code).toBe('campaign.schools-none');
    expect((await make({ schoolId: school.id, roomIds: [other.roomId] })).body.code).toBe('campaign.room-other');
    const { partId } = await aCampaign(house, ground, { ...days, modelIds: [taughtModelId], roomIds: [roomId] });
    expect((await make({ schoolId: school.id })).body.code).toBe('campaign.school-busy');
    const early = await see(head, partId, { roomId, code: one.tag });
    expect([early.status, early.body.code]).toEqual([409, 'campaign.not-begun']);
    const { rooms } = await partOf(head, partId);
    expect(rooms.map((room: { roomId: string; awaited: number }) => [room.roomId, room.awaited])).toEqual([
      [roomId, 1],
    ]);
    const mails = await house.sql<{ subject: string }>(
      `select m.subject from mail m join account a on a.email = m.recipient where a.id = $1`,
      [head.accountId],
    );
    expect(mails.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Récolement/)]);
  });

  it('reminds who has not begun or sent, not again the same day; closes once every school is done or dropped', async () => {
    const { head, manager, roomId } = ground;
    const one = await inRoom(house, ground, roomId);
    const { id, partId } = await aCampaign(house, ground);
    const remind = async () => (await manager.post(`/api/v1/campaigns/${id}/remind`)).body;
    expect(await remind()).toEqual({ reminded: 1, waiting: 0 });
    expect(await remind()).toEqual({ reminded: 0, waiting: 1 });
    const close = async () => {
      const { version } = (await manager.get(`/api/v1/campaigns/${id}`)).body;
      return manager.post(`/api/v1/campaigns/${id}/close`, undefined, { version });
    };
    expect((await close()).body.code).toBe('campaign.parts-left');
    await see(head, partId, { roomId, code: one.tag });
    expect((await movePart(manager, partId, 'drop')).status).toBe(400);
    expect((await movePart(manager, partId, 'drop', { reason: 'École en travaux' })).body).toMatchObject({
      state: 'dropped',
    });
    expect((await close()).status).toBe(200);
    expect((await close()).body.code).toBe('campaign.closed');
    expect((await manager.get(`/api/v1/campaigns/${id}`)).body).toMatchObject({
      state: 'closed',
      parts: [{ reason: 'École en travaux' }],
    });
    expect((await manager.post(`/api/v1/campaigns/${id}/remind`)).body.code).toBe('campaign.closed');
  });

  it('has minutes, tagged and the same for the same data, that say every difference and what became of it', async () => {
    const { head, manager, roomId } = ground;
    const lost = await inRoom(house, ground, roomId);
    const seen = await inRoom(house, ground, roomId);
    const { id, partId } = await aCampaign(house, ground, { title: 'Récolement du procès-verbal' });
    await see(head, partId, { roomId, code: seen.tag });
    await movePart(head, partId, 'send');
    await resolve(manager, (await differencesOf(manager, id)).get(lost.tag)!.id, { resolution: 'lost' });
    const { body } = await manager.get(`/api/v1/campaigns/${id}/minutes`);
    expect(body).toMatchObject({ more: 0, differences: [{ tag: lost.tag, finding: 'missing', resolution: 'lost' }] });
    const print = async () => {
      const answer = await house.application.inject({
        method: 'GET',
        url: `/api/v1/campaigns/${id}/minutes.pdf`,
        cookies: { parc_session: manager.token! },
      });
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
      return answer.rawPayload;
    };
    const [first, second] = [await print(), await print()];
    expect(first.equals(second)).toBe(true);
    const pdf = await heard(first);
    expect(pdf).toMatchObject({
      accessible: '1',
      tagged: true,
      title: 'Procès-verbal de récolement : Récolement du procès-verbal',
    });
    const cells = elementsOf(pdf.elements, 'TD').map(({ text }) => text);
    expect(cells).toEqual(
      expect.arrayContaining([expect.stringContaining(lost.tag), expect.stringMatching(/déclaré perdu/)]),
    );
    expect(cells.join(' ')).not.toContain(seen.tag);
  });
});

describe('who goes through the rooms of a school', () => {
  it('says nothing of rooms and devices of another, and of a removed room', async () => {
    const { head, roomId, school } = ground;
    await inRoom(house, ground, roomId);
    const { partId } = await aCampaign(house, ground);
    const other = await aFleet(house);
    const equipmentId = await aDevice(house, other, 'in-service');
    const removed = await house.build.room(school.id);
    await house.arrange('update room set removed = true where id = $1', [removed]);
    for (const [body, code] of [
      [{ roomId: other.roomId, note: 'Un écran' }, 'campaign.room-other'],
      [{ roomId: removed, note: 'Un écran' }, 'campaign.room-other'],
      [{ roomId, how: 'list', equipmentId }, 'campaign.device-other'],
    ] as const)
      expect(await see(head, partId, body)).toMatchObject({ body: { code } });
    expect(await partOf(head, partId)).toMatchObject({ state: 'prepared' });
  });
});
