import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { conventionNext, type ConventionState } from '@parc/domain';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { draft, smallPlan, submitted, type SmallPlan } from './harness/plan.js';

let house: House;
let plan: SmallPlan;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const setConvention = (state: string, days: { from_day?: string; to_day?: string } = {}) =>
  house.arrange(
    `update convention c set state = $2, from_day = coalesce($3, from_day), to_day = coalesce($4, to_day)
      where exists (select from convention_site s where s.convention_id = c.id and s.school_id = $1)`,
    [plan.school.id, state, days.from_day ?? null, days.to_day ?? null],
  );

const submit = async () => plan.head.act((await draft(plan)).id, 'submit');
const gate = async () => (await plan.head.get('/api/v1/home/school')).body.gate;

describe('the gate at submission and approval', () => {
  beforeEach(async () => {
    plan = await smallPlan(house);
  });

  it('lets a school order under a convention in force, and says until when', async () => {
    expect(await gate()).toMatchObject({ open: true, until: '2099-12-31', missing: null });
    expect((await submit()).status).toBe(200);
  });

  it('tells a school whose convention is not in force which one is missing and what happens next', async () => {
    for (const state of ['drafted', 'sent', 'approved', 'signed', 'expired', 'renewed', 'ended'] as ConventionState[]) {
      await setConvention(state);
      const missing = {
        party: expect.stringMatching(/^la commune de /),
        state,
        next: conventionNext('school-head')[state],
      };
      expect(await submit()).toMatchObject({
        status: 422,
        body: { code: 'order.convention-missing', convention: missing },
      });
      expect(await gate()).toMatchObject({ open: false, missing });
    }
  });

  it('judges the dates of the convention and of the site, both ends included', async () => {
    await setConvention('in-force', { from_day: '2026-10-06', to_day: '2026-10-06' });
    expect((await gate()).open).toBe(true);
    await setConvention('in-force', { from_day: '2026-10-07', to_day: '2026-12-31' });
    expect((await gate()).open).toBe(false);
    await setConvention('in-force', { from_day: '2023-01-01', to_day: '2026-10-05' });
    expect((await gate()).open).toBe(false);
    await setConvention('in-force', { to_day: '2099-12-31' });
    await house.arrange(`update convention_site set to_day = '2026-10-05' where school_id = $1`, [plan.school.id]);
    expect(await gate()).toMatchObject({
      open: false,
      missing: { state: 'in-force', next: conventionNext('school-head')['in-force'] },
    });
  });

  it('does not open for a framework convention alone', async () => {
    await house.arrange(`update convention set kind = 'framework', commune_id = null where commune_id = $1`, [
      plan.school.communeId,
    ]);
    expect(await gate()).toMatchObject({
      open: false,
      missing: { state: null, next: conventionNext('school-head').none },
    });
  });

  it('closes between submission and approval when the convention has ended meanwhile', async () => {
    const id = await submitted(plan);
    await setConvention('ended');
    expect(await plan.manager.act(id, 'approve', {})).toMatchObject({
      status: 422,
      body: { code: 'order.convention-missing' },
    });
    await setConvention('in-force');
    expect((await plan.manager.act(id, 'approve', {})).status).toBe(200);
  });
});

describe('the schools that no convention covers', () => {
  let privateSchool: { id: string; communeId: string };
  let bodyId: string;
  let circonscriptionId: string;
  beforeAll(async () => {
    const { build } = house;
    plan = await smallPlan(house);
    await house.arrange(`update convention set state = 'in-force', from_day = '2023-01-01', to_day = '2099-12-31'`);
    await house.arrange(`update convention_site set from_day = '2023-01-01', to_day = '2099-12-31'`);
    await house.arrange(`update school set state = 'closed' where id <> $1`, [plan.school.id]);
    circonscriptionId = await build.insert('circonscription', { code: '0420001A', name: 'Vallée du Gier' });
    await house.arrange('update school set circonscription_id = $2 where id = $1', [plan.school.id, circonscriptionId]);
    bodyId = await build.insert('managing_body', { name: 'OGEC Sainte-Marie', kind: 'ogec' });
    privateSchool = await build.school({
      name: 'École Sainte-Marie',
      commune_id: plan.school.communeId,
      sector: 'private',
      state_contract: 'association',
      managing_body_id: bodyId,
    });
    await build.school({
      name: 'Hors contrat',
      commune_id: plan.school.communeId,
      sector: 'private',
      state_contract: 'none',
    });
    await setConvention('approved');
  });

  const blocked = async (person: Person, query = '') =>
    (await person.get(`/api/v1/conventions/blocked-schools${query}`)).body.items
      .map((item: { schoolId: string }) => item.schoolId)
      .sort();

  it('are listed with what is missing and what happens next; those outside any contract are not', async () => {
    const { body } = await plan.manager.get('/api/v1/conventions/blocked-schools');
    expect(body.total).toBe(2);
    expect(body.items).toContainEqual(
      expect.objectContaining({
        schoolId: plan.school.id,
        sector: 'public',
        party: expect.stringMatching(/^la commune de /),
        state: 'approved',
        next: conventionNext('plan-manager').approved,
      }),
    );
    expect(body.items).toContainEqual(
      expect.objectContaining({
        schoolId: privateSchool.id,
        party: 'OGEC Sainte-Marie',
        conventionId: null,
        state: null,
        next: conventionNext('plan-manager').none,
      }),
    );
    // A framework convention binds the metropole and Éducation nationale: it covers no school by itself.
    await house.build.convention(privateSchool, { kind: 'framework', commune_id: null });
    expect(await blocked(plan.manager, '?search=ecole%20sainte')).toEqual([privateSchool.id]);
    expect(await blocked(plan.manager, '?sector=public')).toEqual([plan.school.id]);
    expect((await plan.manager.get('/api/v1/conventions/counts')).body).toMatchObject({ blockedSchoolCount: 2 });
  });

  it('are each reader’s own: nobody counts what lies outside', async () => {
    const both = [plan.school.id, privateSchool.id].sort();
    expect(await blocked(plan.technician)).toEqual(both);
    expect(await blocked(await house.person('committee'))).toEqual(both);
    expect(await blocked(plan.head)).toEqual([plan.school.id]);
    expect(await blocked(await house.person('commune-officer', { commune_id: plan.school.communeId }))).toEqual([
      plan.school.id,
    ]);
    expect(await blocked(await house.person('private-body-officer', { managing_body_id: bodyId }))).toEqual([
      privateSchool.id,
    ]);
    expect(await blocked(await house.person('inspector', { circonscription_id: circonscriptionId }))).toEqual([
      plan.school.id,
    ]);
    expect((await plan.teacher.get('/api/v1/conventions/blocked-schools')).status).toBe(403);
  });

  it('show which convention holds them back', async () => {
    const list = (await plan.manager.get('/api/v1/conventions?blocking=true&sort=term')).body;
    expect(list).toMatchObject({
      total: 1,
      items: [{ state: 'approved', siteCount: 1, blockedCount: 1, nearTerm: false }],
    });
  });

  it('leave the list as soon as one of theirs is in force', async () => {
    const other = await house.build.convention(plan.school, { to_day: '2026-12-31' });
    expect(await blocked(plan.manager)).toEqual([privateSchool.id]);
    const near = (await plan.manager.get('/api/v1/conventions?nearTerm=true')).body;
    expect(near.items).toEqual([expect.objectContaining({ id: other, nearTerm: true, toDay: '2026-12-31' })]);
    expect((await plan.manager.get('/api/v1/conventions/counts')).body).toMatchObject({
      nearTermCount: 1,
      blockedSchoolCount: 1,
    });
  });
});

describe('what each role reads of conventions', () => {
  let own: string;
  let others: string;
  let bodys: string;
  let bodyId: string;
  let circonscriptionId: string;
  beforeAll(async () => {
    const { build } = house;
    plan = await smallPlan(house);
    circonscriptionId = await build.insert('circonscription', { code: '0420002B', name: 'Ondaine' });
    await house.arrange('update school set circonscription_id = $2 where id = $1', [plan.school.id, circonscriptionId]);
    const sibling = await build.school({ commune_id: plan.school.communeId });
    own = await build.convention(sibling, { promises: JSON.stringify([{ party: 'partner', text: 'Câbler' }]) });
    await build.insert('convention_site', {
      convention_id: own,
      school_id: plan.school.id,
      from_day: '2023-01-01',
      to_day: '2099-12-31',
    });
    const move = {
      action: 'enter-into-force',
      from_state: 'signed',
      to_state: 'in-force',
      role: 'system',
      at: '2023-01-01T00:00:00Z',
    };
    await build.insert('convention_move', { convention_id: own, ...move });
    others = await build.convention(await build.school());
    bodyId = await build.insert('managing_body', { name: 'OGEC Saint-Paul', kind: 'ogec' });
    const ofBody = await build.school({ sector: 'private', state_contract: 'simple', managing_body_id: bodyId });
    bodys = await build.convention(ofBody, { kind: 'private-body', commune_id: null, managing_body_id: bodyId });
  });

  const ids = async (person: Person) =>
    (await person.get('/api/v1/conventions?size=200')).body.items.map((item: { id: string }) => item.id);
  const open = async (person: Person, id: string) => person.get(`/api/v1/conventions/${id}`);

  it('is its own, absent or out of scope alike', async () => {
    const officer = await house.person('commune-officer', { commune_id: plan.school.communeId });
    const bodyOfficer = await house.person('private-body-officer', { managing_body_id: bodyId });
    const trainer = await house.person('digital-trainer', { circonscription_id: circonscriptionId });
    for (const person of [plan.head, officer, trainer]) {
      expect(await ids(person)).toContain(own);
      for (const id of [others, bodys]) {
        expect(await ids(person)).not.toContain(id);
        expect((await open(person, id)).status).toBe(404);
      }
    }
    expect(await ids(bodyOfficer)).toEqual([bodys]);
    expect((await open(bodyOfficer, own)).status).toBe(404);
    expect((await open(plan.manager, plan.school.id)).status).toBe(404);
    expect((await plan.teacher.get('/api/v1/conventions')).status).toBe(403);
    expect((await plan.installer.get('/api/v1/conventions')).status).toBe(403);
    expect((await house.nobody().get('/api/v1/conventions')).status).toBe(401);
  });

  it('is the state alone for technicians and the committee', async () => {
    for (const person of [plan.technician, await house.person('committee')]) {
      expect((await open(person, own)).body).toMatchObject({
        state: 'in-force',
        file: null,
        thread: [],
        actions: [],
      });
    }
    expect((await open(plan.manager, own)).body).toMatchObject({
      file: { promises: [{ text: 'Câbler' }] },
      thread: [{ action: 'enter-into-force' }],
    });
    expect((await open(plan.head, own)).body).toMatchObject({ file: { promises: [{ text: 'Câbler' }] }, thread: [] });
  });

  it('names only the sites inside the scope, counts included', async () => {
    expect((await open(plan.manager, own)).body.sites).toHaveLength(2);
    expect((await open(plan.head, own)).body.sites).toEqual([expect.objectContaining({ schoolId: plan.school.id })]);
    const listed = (await plan.head.get('/api/v1/conventions')).body.items.find(
      (item: { id: string }) => item.id === own,
    );
    expect(listed.siteCount).toBe(1);
  });

  it('is found by party without accents, by kind and by commune', async () => {
    const found = (query: string) =>
      plan.manager
        .get(`/api/v1/conventions?${query}`)
        .then(({ body }) => body.items.map((item: { id: string }) => item.id));
    expect(await found('search=ogec%20saint-paul&kind=private-body')).toEqual([bodys]);
    expect(await found(`communeId=${plan.school.communeId}&state=in-force&sort=number`)).toContain(own);
    expect(await found(`communeId=${plan.school.communeId}`)).not.toContain(others);
  });
});
