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

/** A convention that waits for its council. */
async function sent(): Promise<string> {
  const { body } = await manager.post('/api/v1/conventions', {
    number: `DELIB-${(count += 1)}`,
    title: 'Convention de partenariat 2023-2027',
    kind: 'commune',
    communeId: school.communeId,
    fromDay: '2023-12-01',
    toDay: '2027-12-31',
    promises: [
      { party: 'metropole', text: 'Équiper' },
      { party: 'partner', text: 'Câbler' },
    ],
    sites: [{ schoolId: school.id }],
  });
  await manager.post(`/api/v1/conventions/${body.id}/send`, { on: '2023-10-20' }, { version: 1 });
  return body.id;
}

const page = async (id: string) => (await manager.get(`/api/v1/conventions/${id}`)).body;
const record = async (id: string, act: object) =>
  manager.put(`/api/v1/conventions/${id}/deliberation`, act, { version: (await page(id)).version });
const act = async (id: string, action: string, body: object = {}) =>
  manager.post(`/api/v1/conventions/${id}/${action}`, body, { version: (await page(id)).version });

/** The act of a real council, as its extract says it: 27 present, two proxies, no number, a decision cited before it was taken. */
const REAL = {
  council: 'Conseil municipal',
  councilOn: '2023-11-08',
  number: null,
  membersInOffice: 29,
  present: 27,
  proxies: 2,
  votesFor: null,
  votesAgainst: null,
  abstentions: null,
  unanimous: true,
  convenedOn: '2023-11-02',
  certifiedOn: '2023-11-14',
  transmittedOn: null,
  publishedOn: null,
  executoryFrom: null,
  visas: [
    { title: 'Code général des collectivités territoriales', number: null, on: null },
    { title: 'Décision du président relative à la convention de partenariat', number: '2023.01096', on: '2023-11-16' },
  ],
  signatory: 'La maire, ou l’adjointe déléguée',
};
const PLAIN = { council: 'Conseil municipal', councilOn: '2023-11-08', unanimous: false, visas: [] };

describe('the act that approves a convention', () => {
  it('is entered as it was written, and warns of the decision dated after the council', async () => {
    const id = await sent();
    const answer = await record(id, REAL);
    expect(answer.status).toBe(200);
    expect(answer.body.warnings).toEqual([
      { code: 'visa-after-council', sentence: 'Un acte visé (n° 2023.01096) porte une date postérieure à la séance.' },
    ]);
    expect((await page(id)).file.deliberation).toEqual(REAL);
    expect((await act(id, 'approve')).body).toMatchObject({
      state: 'approved',
      warnings: [{ code: 'visa-after-council' }],
    });
    expect(await page(id)).toMatchObject({ approvedOn: '2023-11-08' });
  });

  it('warns, and never blocks, when its dates or counts contradict each other', async () => {
    const id = await sent();
    const codes = async (more: object) =>
      (await record(id, { ...PLAIN, ...more })).body.warnings.map((warning: { code: string }) => warning.code);
    expect(await codes({})).toEqual([]);
    expect(await codes({ convenedOn: '2023-11-09' })).toEqual(['convened-after-council']);
    expect(await codes({ certifiedOn: '2023-11-07' })).toEqual(['certified-before-council']);
    expect(await codes({ transmittedOn: '2023-11-01', publishedOn: '2023-11-01' })).toEqual([
      'transmitted-before-council',
      'published-before-council',
    ]);
    expect(await codes({ transmittedOn: '2023-11-15', executoryFrom: '2023-11-14' })).toEqual([
      'executory-before-formalities',
    ]);
    expect(await codes({ councilOn: '2026-12-01' })).toEqual(['council-to-come']);
    expect(await codes({ membersInOffice: 29, present: 30 })).toEqual(['present-above-office']);
    expect(await codes({ membersInOffice: 29, present: 14 })).toEqual(['quorum-missing']);
    expect(await codes({ present: 27, votesFor: 26, votesAgainst: 1, unanimous: true })).toEqual([
      'unanimity-contradicted',
    ]);
  });

  it('counts no more votes than present and represented members', async () => {
    const id = await sent();
    const votes = { present: 27, proxies: 2, votesFor: 25, votesAgainst: 3, abstentions: 1 };
    expect((await record(id, { ...PLAIN, ...votes })).status).toBe(200);
    expect(await record(id, { ...PLAIN, ...votes, abstentions: 2 })).toMatchObject({
      status: 422,
      body: { code: 'convention.votes-wrong' },
    });
    expect((await page(id)).file.deliberation).toMatchObject(votes);
  });

  it('names no day that does not exist', async () => {
    const id = await sent();
    const visas = [{ title: 'Arrêté', number: null, on: '2023-02-31' }];
    expect(await record(id, { ...PLAIN, visas })).toMatchObject({
      status: 400,
      body: { fields: [{ name: 'visas.0.on' }] },
    });
    expect(await record(id, { ...PLAIN, councilOn: '2023-02-31' })).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', fields: [{ name: 'councilOn' }] },
    });
    expect((await page(id)).file.deliberation).toBeNull();
  });

  it('is completed as its dates become known, until the convention is over', async () => {
    const id = await sent();
    await record(id, PLAIN);
    await act(id, 'approve');
    expect(
      (await act(id, 'sign', { party: 'partner', on: '2023-11-20', signatory: 'La maire' })).body.warnings,
    ).toMatchObject([{ code: 'executory-unknown' }]);
    expect((await record(id, { ...PLAIN, executoryFrom: '2023-11-22' })).body.warnings).toMatchObject([
      { code: 'signed-before-executory' },
    ]);
    expect(
      (await act(id, 'sign', { party: 'metropole', on: '2023-11-07', signatory: 'Le président' })).body,
    ).toMatchObject({
      state: 'in-force',
      warnings: [{ code: 'signed-before-executory' }, { code: 'signed-before-council' }],
    });
    await act(id, 'end', { on: '2026-10-01', reason: 'Retrait' });
    expect(await record(id, PLAIN)).toMatchObject({ status: 409, body: { code: 'convention.state' } });
  });
});
