import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';

let house: House;
let manager: Person;
let school: { id: string; communeId: string };

beforeAll(async () => {
  house = await House.open();
  manager = await house.person('plan-manager');
  school = await house.build.school();
});
afterAll(() => house.close());

let count = 0;
const convention = (more: object) => ({
  number: `CV-${(count += 1)}`,
  title: 'Convention de partenariat',
  kind: 'commune',
  communeId: school.communeId,
  fromDay: '2026-01-01',
  toDay: '2027-12-31',
  promises: [],
  sites: [{ schoolId: school.id }],
  ...more,
});

describe('who signs for which school', () => {
  const refusal = async (more: object) => (await manager.post('/api/v1/conventions', convention(more))).body.code;

  it('is the commune for its public schools, a body for its own', async () => {
    const { build } = house;
    const ogec = await build.insert('managing_body', { name: 'OGEC Saint-Joseph', kind: 'ogec' });
    const hospital = await build.insert('managing_body', { name: 'Institut médico-éducatif', kind: 'medico-social' });
    const ofOgec = await build.school({
      commune_id: school.communeId,
      sector: 'private',
      state_contract: 'association',
      managing_body_id: ogec,
    });
    const outside = await build.school({
      commune_id: school.communeId,
      sector: 'private',
      state_contract: 'none',
      managing_body_id: ogec,
    });
    const elsewhere = await build.school();
    const sites = (id: string) => ({ sites: [{ schoolId: id }] });
    expect(await refusal(sites(elsewhere.id))).toBe('convention.site-wrong');
    expect(await refusal(sites(ofOgec.id))).toBe('convention.site-wrong');
    expect(await refusal({ sites: [{ schoolId: school.id }, { schoolId: school.id }] })).toBe('convention.site-wrong');
    const body = { communeId: null, kind: 'private-body', managingBodyId: ogec };
    expect(await refusal({ ...body, ...sites(ofOgec.id) })).toBeUndefined();
    expect(await refusal({ ...body, ...sites(outside.id) })).toBe('convention.site-wrong');
    expect(await refusal({ ...body, ...sites(school.id) })).toBe('convention.site-wrong');
    expect(await refusal({ ...body, kind: 'medico-social-body', sites: [] })).toBe('convention.party-wrong');
    expect(await refusal({ ...body, managingBodyId: hospital, sites: [] })).toBe('convention.party-wrong');
    expect(await refusal({ ...body, managingBodyId: hospital, kind: 'medico-social-body', sites: [] })).toBeUndefined();
    expect(await refusal({ communeId: ogec, sites: [] })).toBe('convention.party-wrong');
    expect(await refusal({ managingBodyId: ogec, sites: [] })).toBe('convention.party-wrong');
    expect(await refusal({ kind: 'framework', communeId: null, ...sites(elsewhere.id) })).toBeUndefined();
    const parties = (await manager.get('/api/v1/conventions/parties')).body.items;
    expect(parties).toContainEqual({ id: ogec, name: 'OGEC Saint-Joseph', kind: 'private-body' });
    const candidates = (await manager.get(`/api/v1/conventions/candidate-sites?kind=private-body&partyId=${ogec}`)).body
      .items;
    expect(candidates.map((site: { schoolId: string }) => site.schoolId)).toEqual([ofOgec.id]);
  });

  it('keeps a site’s dates inside the term, and its own number', async () => {
    const sites = [{ schoolId: school.id, fromDay: '2025-12-31' }];
    expect(await refusal({ sites })).toBe('convention.site-dates-outside');
    expect(await refusal({ fromDay: null })).toBe('convention.term-missing');
    expect(await refusal({ toDay: '2025-12-31', sites: [] })).toBe('request.invalid');
    expect(await refusal({ number: 'PRIS-1' })).toBeUndefined();
    expect(await refusal({ number: 'PRIS-1' })).toBe('convention.number-taken');
    expect(await refusal({ state: 'in-force' })).toBe('request.invalid');
  });
});
