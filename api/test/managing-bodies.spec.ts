import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';

let house: House;
let manager: Person;

beforeAll(async () => {
  house = await House.open();
  manager = await house.person('plan-manager');
});
afterAll(() => house.close());

const privateSchool = () => house.build.school({ sector: 'private', state_contract: 'association' });
const bodyNamed = async (name: string, kind = 'ogec'): Promise<string> =>
  (await manager.post('/api/v1/managing-bodies', { name, kind })).body.id;
const assign = (schoolId: string, managingBodyId: string | null, version = 1, person = manager) =>
  person.put(`/api/v1/schools/${schoolId}/managing-body`, { managingBodyId }, { version });

describe('the body that runs a school', () => {
  it('is given by the manager to a private school that the directory brought without one', async () => {
    const { id } = await privateSchool();
    const body = await bodyNamed('OGEC Saint-Luc');
    const officer = await house.person('private-body-officer', { managing_body_id: body });
    expect((await officer.get(`/api/v1/schools/${id}`)).status).toBe(404);
    expect(await assign(id, body)).toMatchObject({ status: 200, body: { id, version: 2 } });
    expect((await manager.get(`/api/v1/schools/${id}`)).body).toMatchObject({
      managingBody: { id: body, name: 'OGEC Saint-Luc' },
      gate: { missing: { party: 'OGEC Saint-Luc' } },
    });
    expect((await officer.get(`/api/v1/schools/${id}`)).status).toBe(200);
    expect(await assign(id, null, 2)).toMatchObject({ status: 200, body: { version: 3 } });
    expect((await manager.get(`/api/v1/schools/${id}`)).body.managingBody).toBeNull();
  });

  it('is in the history, with who gave it', async () => {
    const { id } = await privateSchool();
    const body = await bodyNamed('OGEC Saint-Marc');
    await assign(id, body);
    const [line] = await house.sql(
      `select actor, after ->> 'managing_body_id' as body from history where table_name = 'school' and row_id = $1 order by id desc limit 1`,
      [id],
    );
    expect(line).toMatchObject({ body, actor: expect.stringContaining(manager.accountId) });
  });

  it('fits the school: of teaching units the medico-social one, of public schools none', async () => {
    const [ogec, social] = [await bodyNamed('OGEC Saint-Jean'), await bodyNamed('ADAPEI', 'medico-social')];
    const unit = await house.build.school({ kind: 'teaching-unit' });
    const publicSchool = await house.build.school();
    const school = await privateSchool();
    expect((await assign(unit.id, social)).status).toBe(200);
    for (const [schoolId, bodyId, version] of [
      [unit.id, ogec, 2],
      [school.id, social, 1],
      [publicSchool.id, ogec, 1],
      [school.id, unit.id, 1],
    ] as const) {
      expect(await assign(schoolId, bodyId, version)).toMatchObject({
        status: 422,
        body: { code: 'school.body-wrong' },
      });
    }
  });

  it('is given at the version seen, by managers alone', async () => {
    const school = await privateSchool();
    const body = await bodyNamed('OGEC Saint-Paul');
    expect((await assign(school.id, body, 7)).body.code).toBe('version.stale');
    const head = await house.person('school-head', { school_id: school.id });
    expect((await assign(school.id, body, 1, head)).status).toBe(403);
    expect((await head.get('/api/v1/managing-bodies')).status).toBe(403);
  });

  it('has a name of its own, and is listed with its schools', async () => {
    const body = await bodyNamed('Direction diocésaine', 'diocese');
    await assign((await privateSchool()).id, body);
    expect(await manager.post('/api/v1/managing-bodies', { name: 'Direction diocésaine', kind: 'ogec' })).toMatchObject(
      {
        status: 409,
        body: { code: 'school.body-name-taken' },
      },
    );
    expect((await manager.get('/api/v1/managing-bodies')).body.items).toContainEqual({
      id: body,
      name: 'Direction diocésaine',
      kind: 'diocese',
      schools: 1,
    });
  });
});
