import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parisDateOf } from '@parc/domain';
import { LIMITS } from '../src/platform/limits.js';
import { aCase, act, aDevice, aFleet, aModel, deviceRow, movesOf, type Fleet } from './harness/equipment-builders.js';
import { Held, waits } from './harness/held.js';
import { House } from './harness/house.js';
import { aNeed, aRedeployment } from './harness/need-builders.js';
import type { Person } from './harness/person.js';

/** The base kit and its gap, what schools say they need, and what is offered to them. */
let house: House;
let giving: Fleet;
let receiving: Fleet;
let manager: Person;
let givingHead: Person;
let receivingHead: Person;
let groupId: string;

const today = () => parisDateOf(house.now());

beforeAll(async () => {
  house = await House.open();
  giving = await aFleet(house);
  receiving = await aFleet(house);
  manager = await house.person('plan-manager');
  givingHead = await house.person('school-head', { school_id: giving.school.id });
  receivingHead = await house.person('school-head', { school_id: receiving.school.id });
  const [group] = await house.sql<{ id: string }>('select id from kit_group order by place limit 1');
  groupId = group!.id;
  await house.arrange('insert into kit_model (model_id, group_id) values ($1, $2)', [giving.modelId, groupId]);
  for (const { school } of [giving, receiving])
    await house.arrange(
      `insert into school_year_figures (school_id, school_year, classes, pupils) values ($1, 2026, 3, 61)
         on conflict (school_id, school_year) do update set classes = 3, pupils = 61`,
      [school.id],
    );
});
afterAll(() => house.close());

const kitOf = async (person: Person, schoolId: string) => (await person.get(`/api/v1/kit/of-school/${schoolId}`)).body;
const rule = (more: object = {}) => ({
  ...{ schoolKind: 'elementary', fromDay: today(), perSchool: 0, perClass: 1, source: 'Délibération 12' },
  ...more,
});
async function writeRule(more: object) {
  const [{ version }] = (await house.sql<{ version: number }>('select version from kit_group where id = $1', [
    groupId,
  ])) as [{ version: number }];
  return manager.post(`/api/v1/kit/groups/${groupId}/rules`, rule(more), { version });
}
const groupIn = (kit: { groups: { id: string; asked: number; counted: number }[] }) =>
  kit.groups.find(({ id }) => id === groupId)!;

describe('the base kit', () => {
  it('asks of a school by its kind, its classes and its pupils, from the day of the rule on', async () => {
    await house.arrange(`update school set kind = 'elementary' where id = any($1)`, [
      [giving.school.id, receiving.school.id],
    ]);
    expect(groupIn(await kitOf(givingHead, giving.school.id))).toMatchObject({ asked: 3, counted: 0, perClass: 1 });
    expect((await writeRule({ perSchool: 2, pupilsEach: 20 })).status).toBe(200);
    // Two a school, one a class, and four for 61 pupils: those begun count.
    expect(groupIn(await kitOf(givingHead, giving.school.id)).asked).toBe(2 + 3 + 4);
    expect((await writeRule({ fromDay: '2099-01-01', perClass: 50 })).status).toBe(200);
    expect(groupIn(await kitOf(givingHead, giving.school.id)).asked).toBe(9);
    expect((await writeRule({ perClass: 1, perSchool: 0, pupilsEach: null })).status).toBe(200);
    expect(groupIn(await kitOf(givingHead, giving.school.id)).asked).toBe(3);
    const { body } = await manager.get('/api/v1/kit');
    const rules = body.groups.find(({ id }: { id: string }) => id === groupId).rules;
    const elementary = rules.filter(({ schoolKind }: { schoolKind: string }) => schoolKind === 'elementary');
    expect(elementary.map((one: { fromDay: string; holds: boolean }) => [one.fromDay, one.holds])).toEqual([
      ['2099-01-01', false],
      [today(), true],
      ['2021-09-01', false],
    ]);
  });

  it('is not changed for days gone by', async () => {
    expect(await writeRule({ fromDay: '2026-01-01' })).toMatchObject({ status: 422, body: { code: 'kit.rule-past' } });
  });

  it('counts what is there, waits for a training or is under repair, in a case too, and nothing else', async () => {
    const fleet = await aFleet(house);
    const device = { model_id: giving.modelId };
    for (const state of ['in-service', 'awaiting-training', 'under-repair', 'lost', 'stolen', 'in-stock'] as const)
      await aDevice(house, fleet, state, device);
    const { id } = await aCase(house, fleet, 'in-service', 0);
    await aDevice(house, fleet, 'in-service', { container_id: id, ...device });
    await aDevice(house, fleet, 'in-service', { model_id: await aModel(house) });
    expect(groupIn(await kitOf(manager, fleet.school.id)).counted).toBe(4);
  });

  it('counts a model toward one group alone: the later choice takes it from the other', async () => {
    const added = await manager.post('/api/v1/kit/groups', { name: 'Robots' });
    const moved = await aModel(house);
    const write = (id: string, version: number, modelIds: string[]) =>
      manager.put(`/api/v1/kit/groups/${id}/models`, { modelIds }, { version });
    const [first] = await house.sql<{ version: number }>('select version from kit_group where id = $1', [groupId]);
    expect((await write(groupId, first!.version, [giving.modelId, moved])).status).toBe(200);
    expect((await write(added.body.id, 1, [moved])).status).toBe(200);
    const rows = await house.sql('select group_id from kit_model where model_id = $1', [moved]);
    expect(rows).toEqual([{ group_id: added.body.id }]);
    expect(await write(added.body.id, 2, [groupId])).toMatchObject({ body: { code: 'kit.model-unknown' } });
    expect((await manager.post('/api/v1/kit/groups', { name: 'Robots' })).body.code).toBe('kit.group-taken');
  });

  it('tells who reads a group that it has lost a model: what was read before is written over nothing', async () => {
    const added = (await manager.post('/api/v1/kit/groups', { name: 'Casques' })).body;
    const write = (id: string, version: number, modelIds: string[]) =>
      manager.put(`/api/v1/kit/groups/${id}/models`, { modelIds }, { version });
    const [one, other] = [await aModel(house), await aModel(house)];
    expect((await write(added.id, 1, [one, other])).body.version).toBe(2);
    const taking = (await manager.post('/api/v1/kit/groups', { name: 'Micros' })).body;
    expect((await write(taking.id, 1, [one])).status).toBe(200);
    expect(await write(added.id, 2, [one, other])).toMatchObject({ status: 412, body: { code: 'version.stale' } });
    expect((await write(added.id, 3, [other])).status).toBe(200);
  });

  it('has no more groups than are read, however many are added at once', async () => {
    const [{ count }] = (await house.sql<{ count: number }>('select count(*)::int from kit_group')) as [
      { count: number },
    ];
    await house.arrange(
      `insert into kit_group (name, place) select 'G' || n, 100 + n from generate_series(1, $1::int) n`,
      [LIMITS.kit.groups - 1 - count],
    );
    const held = await Held.row(house, 'kit_group', groupId);
    await held.run(`select pg_advisory_xact_lock(hashtext('kit'))`);
    await held.run(`insert into kit_group (name, place) values ('G0', 100)`);
    const late = manager.post('/api/v1/kit/groups', { name: 'De trop' });
    expect(await waits(house, late)).toBe(true);
    await held.letGo('commit');
    expect(await late).toMatchObject({ status: 422, body: { code: 'kit.groups-too-many' } });
    await house.arrange(`delete from kit_group where name ~ '^(G[0-9]|De trop)'`);
  });

  it('lists schools by what lacks, whoever lacks most first, and one group never makes up for another', async () => {
    const { body } = await manager.get('/api/v1/kit/gaps?size=200');
    const lacking = body.items.map((school: { lacking: number }) => school.lacking);
    expect(lacking).toEqual(lacking.toSorted((one: number, other: number) => other - one));
    for (const school of body.items) {
      const own = school.groups.map(({ asked, counted }: { asked: number; counted: number }) =>
        Math.max(asked - counted, 0),
      );
      expect(school.lacking).toBe(own.reduce((sum: number, each: number) => sum + each, 0));
      expect(school.counted).toBe(school.asked - school.lacking);
    }
    const one = await manager.get(
      `/api/v1/kit/gaps?groupId=${groupId}&communeId=${giving.school.communeId}&lacking=true`,
    );
    expect(one.body.items.every(({ groups }: { groups: unknown[] }) => groups.length === 1)).toBe(true);
    const own = await givingHead.get('/api/v1/kit/gaps');
    expect(own.body.items.map(({ id }: { id: string }) => id)).toEqual([giving.school.id]);
  });

  it('leaves as a file that says the same', async () => {
    const { text } = await manager.get('/api/v1/kit/gaps/export.csv');
    expect(text).toContain(
      'UAI;École;Commune;Secteur;Type;Classes;Élèves;Demandé;Compté;Manque;Manque : Écran ou projecteur',
    );
    expect(text).toContain(giving.school.uai);
  });
});

describe('a need', () => {
  it('is said by a head for its own school, with a room of its own, and read by the metropole', async () => {
    const what = { quantity: 6, classes: 2, purpose: 'Lecture au CP', note: 'Le matin' };
    const body = { groupId, roomId: receiving.roomId, ...what };
    const said = await receivingHead.post('/api/v1/needs', body);
    expect(said).toMatchObject({ status: 201, body: { state: 'stated', version: 1 } });
    const other = await receivingHead.post('/api/v1/needs', { ...body, roomId: giving.roomId });
    expect(other).toMatchObject({ status: 422, body: { code: 'need.room-other' } });
    const page = await manager.get(`/api/v1/needs/${said.body.id}`);
    const { groupId: group, quantity, classes, purpose, note } = body;
    expect(page.body).toMatchObject({
      ...{ groupId: group, quantity, classes, purpose, note },
      schoolId: receiving.school.id,
      state: 'stated',
      history: [],
      offered: [],
    });
    expect((await givingHead.get(`/api/v1/needs/${said.body.id}`)).status).toBe(404);
    const listed = await givingHead.get('/api/v1/needs');
    expect(listed.body.items).toEqual([]);
  });
});

/** A device beyond the kit of its school, and a need in the other. */
async function anOffer(state: 'in-service' | 'in-stock' = 'in-stock') {
  const equipmentId = await aDevice(house, giving, state);
  const needId = await aNeed(house, receiving.school.id, receivingHead.accountId, { group_id: groupId });
  return { equipmentId, needId };
}
const propose = (offer: { equipmentId: string; needId: string }) => manager.post('/api/v1/redeployments', offer);
const stateOf = async (table: string, id: string) =>
  (await house.sql<{ state: string }>(`select state from ${table} where id = $1`, [id]))[0]!.state;

describe('a redeployment', () => {
  it('offers what lies in stock, or is beyond the kit of its school, and takes the need up', async () => {
    const stored = await anOffer();
    const made = await propose(stored);
    expect(made).toMatchObject({ status: 201, body: { state: 'proposed' } });
    expect(await stateOf('need', stored.needId)).toBe('taken-up');
    expect(await propose(stored)).toMatchObject({ status: 409, body: { code: 'redeployment.already' } });
    // Three are asked: the first three serve, the fourth is one too many.
    const serving = [await aDevice(house, giving, 'in-service'), await aDevice(house, giving, 'in-service')];
    const third = await anOffer('in-service');
    expect(await propose(third)).toMatchObject({ status: 409, body: { code: 'redeployment.not-idle' } });
    await aDevice(house, giving, 'in-service');
    const seen = await manager.get(`/api/v1/needs/for-device/${serving[0]!}`);
    expect(seen.body).toMatchObject({ idle: 'beyond-kit', proposedId: null });
    expect(seen.body.items.map(({ id }: { id: string }) => id)).toContain(third.needId);
    expect((await propose(third)).status).toBe(201);
  });

  it('is heard by both heads, each reading its own side, then carried out by the moves of the device', async () => {
    const offer = await anOffer('in-service');
    const { body: made } = await propose(offer);
    const url = `/api/v1/redeployments/${made.id}`;
    const waiting = await givingHead.get('/api/v1/redeployments?state=proposed');
    expect(waiting.body.items.find(({ id }: { id: string }) => id === made.id)).toMatchObject({ asksMe: true });
    const opinion = (answer: string, reason: string) => ({ answer, reason });
    expect((await givingHead.post(`${url}/opine`, opinion('yes', 'Il ne sert plus'), { version: 1 })).status).toBe(200);
    const early = await manager.post(
      `${url}/carry-out`,
      { roomId: receiving.roomId, reason: 'Oui', meetsNeed: true },
      { version: 2 },
    );
    expect(early).toMatchObject({ status: 409, body: { code: 'redeployment.delay-running' } });
    const other = (await receivingHead.get(url)).body;
    expect(other).toMatchObject({ givingAnswer: null, asksMe: true, purpose: 'Lecture au CP', history: [] });
    expect((await receivingHead.post(`${url}/opine`, opinion('yes', 'Avec joie'), { version: 2 })).status).toBe(200);
    const own = (await givingHead.get(url)).body;
    expect(own).toMatchObject({ givingAnswer: 'yes', receivingAnswer: null, purpose: null, asksMe: false });
    expect(own.history).toMatchObject([{ action: 'opine', reason: 'Il ne sert plus' }]);
    const done = await manager.post(
      `${url}/carry-out`,
      { roomId: receiving.roomId, reason: 'Les deux directions sont d’accord', meetsNeed: true },
      { version: 3 },
    );
    expect(done).toMatchObject({ status: 200, body: { state: 'carried-out' } });
    expect(await deviceRow(house, offer.equipmentId)).toMatchObject({
      ...{ state: 'in-service', school_id: receiving.school.id, room_id: receiving.roomId },
    });
    const moves = (await movesOf(house, offer.equipmentId)).map(({ action }) => action);
    expect(moves.slice(-3)).toEqual(['withdraw', 'place', 'release']);
    expect([await stateOf('need', offer.needId), await stateOf('redeployment', made.id)]).toEqual([
      'met',
      'carried-out',
    ]);
  });

  it.each([
    ['retired', 'retire', { decisionNumber: 'D-7' }],
    ['lost', 'lose', {}],
    ['placed elsewhere', 'place', null],
  ])('ends, with a line that says so, when its device is %s meanwhile', async (_title, action, body) => {
    const offer = await anOffer();
    const { body: made } = await propose(offer);
    const moved = await act(house, manager, offer.equipmentId, action, body ?? { roomId: giving.roomId });
    expect(moved.status).toBe(200);
    expect(await stateOf('redeployment', made.id)).toBe('ended');
    const page = await manager.get(`/api/v1/redeployments/${made.id}`);
    expect(page.body.history).toMatchObject([{ action: 'end', role: 'system' }]);
  });

  it('asks the heads alone: a teacher reads it and is not waited for', async () => {
    const { body: made } = await propose(await anOffer());
    const teacher = await house.person('teacher', { school_id: receiving.school.id });
    const asksMe = async (person: Person) => (await person.get(`/api/v1/redeployments/${made.id}`)).body.asksMe;
    expect([await asksMe(receivingHead), await asksMe(teacher)]).toEqual([true, false]);
  });

  it('goes on when its device only changes shelves, and ends when the need is over', async () => {
    const offer = await anOffer();
    const { body: made } = await propose(offer);
    await act(house, manager, offer.equipmentId, 'store', { stockPlaceId: giving.otherStockPlaceId });
    expect(await stateOf('redeployment', made.id)).toBe('proposed');
    const withdrawn = await receivingHead.post(`/api/v1/needs/${offer.needId}/withdraw`, undefined, { version: 2 });
    expect(withdrawn.status).toBe(200);
    expect(await stateOf('redeployment', made.id)).toBe('ended');
    expect(await propose(offer)).toMatchObject({ status: 409, body: { code: 'redeployment.need-over' } });
  });

  it('of a case takes along what lies in it', async () => {
    const { id, contents } = await aCase(house, giving, 'in-stock', 2);
    const { needId } = await anOffer();
    const { body: made } = await propose({ equipmentId: id, needId });
    await house.arrange(`update redeployment set receiving_answer = 'yes' where id = $1`, [made.id]);
    const body = { roomId: receiving.roomId, reason: 'Oui', meetsNeed: false };
    expect((await manager.post(`/api/v1/redeployments/${made.id}/carry-out`, body, { version: 1 })).status).toBe(200);
    for (const content of contents)
      expect(await deviceRow(house, content)).toMatchObject({ state: 'in-service', school_id: receiving.school.id });
    expect(await stateOf('need', needId)).toBe('taken-up');
  });
});

describe('at the same moment', () => {
  const told = (answers: { status: number; body: { code?: string } }[]) =>
    answers.map(({ status, body }) => (status < 400 ? '200' : `${status} ${body.code}`)).sort();

  it('two decisions of one redeployment: one is made, the other reads that it was too late', async () => {
    const offer = await anOffer();
    const id = await aRedeployment(house, offer, { receiving_answer: 'yes' });
    const answers = await Promise.all([
      manager.post(
        `/api/v1/redeployments/${id}/carry-out`,
        { roomId: receiving.roomId, reason: 'Oui', meetsNeed: true },
        { version: 1 },
      ),
      manager.post(`/api/v1/redeployments/${id}/drop`, { reason: 'Non' }, { version: 1 }),
    ]);
    expect(told(answers)).toEqual(['200', '412 version.stale']);
    const state = await stateOf('redeployment', id);
    const device = await deviceRow(house, offer.equipmentId);
    expect([state, device.state]).toEqual(
      answers[0].status === 200 ? ['carried-out', 'in-service'] : ['dropped', 'in-stock'],
    );
  });

  it('a device that is placed and carried out goes to one school, and the redeployment says which', async () => {
    for (let round = 0; round < 4; round++) {
      const offer = await anOffer();
      const id = await aRedeployment(house, offer, { receiving_answer: 'yes' });
      const [carried, placed] = await Promise.all([
        manager.post(
          `/api/v1/redeployments/${id}/carry-out`,
          { roomId: receiving.roomId, reason: 'Oui', meetsNeed: true },
          { version: 1 },
        ),
        manager.post(`/api/v1/equipment/${offer.equipmentId}/place`, { roomId: giving.roomId }, { version: 1 }),
      ]);
      const { school_id } = await deviceRow(house, offer.equipmentId);
      expect([carried.status, placed.status].filter((status) => status === 200)).toHaveLength(1);
      expect([await stateOf('redeployment', id), school_id]).toEqual(
        carried.status === 200 ? ['carried-out', receiving.school.id] : ['ended', giving.school.id],
      );
    }
  });

  it('one device offered to two schools: to one', async () => {
    const offer = await anOffer();
    const other = await aNeed(house, receiving.school.id, receivingHead.accountId, { group_id: groupId });
    const answers = await Promise.all([propose(offer), propose({ ...offer, needId: other })]);
    expect(told(answers)).toEqual(['200', '409 redeployment.already']);
  });
});
