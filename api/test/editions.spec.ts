import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { INDICATOR_KEYS } from '@parc/domain';
import { WorkingOutService } from '../src/steering/figures/working-out.service.js';
import { aDevice, aFleet, aModel, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import type { Answer, Person } from './harness/person.js';

let house: House;
let fleet: Fleet;
let people: Record<string, Person>;

const EDITIONS = '/api/v1/editions';
const WORDS = { goodNews: 'L’usage progresse.', worry: '', decision: 'Renouveler le plan.' };
const meeting = (row: Record<string, unknown> = {}) => ({
  ...{ title: 'Comité d’octobre', meetingOn: '2026-10-20', words: WORDS, correctsId: null, reason: null },
  ...row,
});
const freeze = (row: Record<string, unknown> = {}): Promise<Answer> => people.manager!.post(EDITIONS, meeting(row));
const frozen = async (row: Record<string, unknown> = {}): Promise<{ id: string; sha256: string; number: number }> => {
  const answer = await freeze(row);
  if (answer.status !== 201) throw new Error(`the edition was refused: ${answer.text}`);
  return answer.body;
};
const manifestOf = (id: string): Promise<Answer> => people.committee!.get(`${EDITIONS}/${id}/manifest`);
const partOf = (id: string, name: string): Promise<Answer> =>
  people.committee!.get(`${EDITIONS}/${id}/part?name=${encodeURIComponent(name)}`);
const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** A tablet of a known family, in service in the school. */
async function aTablet(): Promise<void> {
  const id = await aDevice(house, fleet, 'in-service', { model_id: fleet.modelId });
  await house.build.insert('equipment_move', {
    ...{ equipment_id: id, action: 'place', from_state: 'in-stock', to_state: 'in-service', role: 'system' },
    ...{ at: '2026-10-01T07:00:00Z', school_id: fleet.school.id, room_id: fleet.roomId },
  });
}

beforeAll(async () => {
  house = await House.open();
  fleet = await aFleet(house);
  fleet.modelId = await aModel(house);
  await house.build.insert('equipment_model', { model_id: fleet.modelId, family: 'tablet', stores_data: true });
  await house.arrange(
    `insert into school_year_figures (school_id, school_year, pupils, classes, teachers) values ($1, 2026, 100, 5, 6)`,
    [fleet.school.id],
  );
  await aTablet();
  people = {
    manager: await house.person('plan-manager'),
    committee: await house.person('committee'),
    commune: await house.person('commune-officer', { commune_id: fleet.school.communeId }),
    inspector: await house.person('inspector', {
      circonscription_id: await house.build.insert('circonscription', { code: '0429999M', name: 'Nord' }),
    }),
  };
}, 60_000);
afterAll(() => house.close());

describe('an edition', () => {
  it('is opened again the same to the byte, whatever the data have become', async () => {
    const edition = await frozen();
    const before = await manifestOf(edition.id);
    const names: string[] = (before.body.parts as { name: string }[]).map(({ name }) => name);
    const texts = await Promise.all(names.map(async (name) => (await partOf(edition.id, name)).text));

    for (let n = 0; n < 3; n++) await aTablet();
    await house.application.get(WorkingOutService).renew(INDICATOR_KEYS);
    const now = (await people.committee!.get('/api/v1/figures/terminals-per-100')).body;
    expect(now.figure.num).toBe(4);

    const after = await manifestOf(edition.id);
    expect(after.text).toBe(before.text);
    expect(hashOf(after.text)).toBe(edition.sha256);
    expect(await Promise.all(names.map(async (name) => (await partOf(edition.id, name)).text))).toEqual(texts);
    const figures = JSON.parse((await partOf(edition.id, 'chiffres.json')).text) as {
      key: string;
      figure: { num: number };
    }[];
    expect(figures.find(({ key }) => key === 'terminals-per-100')!.figure.num).toBe(1);
  });

  it('names every part by the hash of its bytes', async () => {
    const { id } = await frozen();
    const manifest = (await manifestOf(id)).body as { parts: { name: string; sha256: string; bytes: number }[] };
    const texts = manifest.parts.filter(({ name }) => !name.endsWith('.pdf'));
    expect(texts.length).toBeGreaterThan(5);
    for (const { name, sha256, bytes } of texts) {
      const answer = await partOf(id, name);
      expect([name, hashOf(answer.text)]).toEqual([name, sha256]);
      expect(answer.headers.etag).toBe(`"${sha256}"`);
      expect(Buffer.byteLength(answer.text)).toBe(bytes);
    }
  });

  it('keeps the rows behind a figure, and they add up to it', async () => {
    const { id } = await frozen();
    const rows = (await partOf(id, 'lignes/terminals-per-100.csv')).text.trim().split('\n').slice(1);
    const figures = JSON.parse((await partOf(id, 'chiffres.json')).text) as { key: string; figure: { num: number } }[];
    const sum = rows.map((row) => Number(row.split(',').at(-3))).reduce((all, one) => all + one, 0);
    expect(sum).toBe(figures.find(({ key }) => key === 'terminals-per-100')!.figure.num);
  });

  it('is frozen by a manager, read by the committee, and by nobody whose figures are their own', async () => {
    const { id } = await frozen();
    expect((await people.committee!.post(EDITIONS, meeting())).status).toBe(403);
    for (const who of ['commune', 'inspector'])
      expect([who, (await people[who]!.get(`${EDITIONS}/${id}`)).status]).toEqual([who, 403]);
    const list = (await people.committee!.get(EDITIONS)).body;
    expect(list.items[0]).toMatchObject({ title: 'Comité d’octobre', meetingOn: '2026-10-20', dataDay: '2026-10-05' });
    expect((await people.committee!.get(`${EDITIONS}/${randomUUID()}`)).status).toBe(404);
    expect((await partOf(id, 'cellules/absent.csv')).status).toBe(404);
  });

  it('is corrected once, by a new one that says why and is of the same meeting', async () => {
    const first = await frozen({ meetingOn: '2026-11-10' });
    const why = { meetingOn: '2026-11-10', correctsId: first.id, reason: 'Une école manquait.' };
    expect((await freeze({ ...why, reason: null })).body.code).toBe('edition.reason-missing');
    expect((await freeze({ reason: 'Pour rien' })).body.code).toBe('edition.reason-missing');
    expect((await freeze({ ...why, meetingOn: '2026-11-11' })).body.code).toBe('edition.other-meeting');
    const answers = await Promise.all([freeze(why), freeze(why)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('edition.corrected');
    const made = answers.find(({ status }) => status === 201)!.body as { id: string; number: number };
    const sheet = (await people.committee!.get(`${EDITIONS}/${first.id}`)).body;
    expect(sheet.correctedByNumber).toBe(made.number);
    const compared = (await people.committee!.get(`${EDITIONS}/${made.id}/comparison/${first.id}`)).body;
    expect(compared.figures.find(({ key }: { key: string }) => key === 'terminals-per-100')).toMatchObject({
      sameDefinition: true,
    });
  });

  it('cannot be touched, even by who writes to the database', async () => {
    const { id } = await frozen();
    const touch = (sql: string) =>
      house.arrange(sql, [id]).then(
        () => 'done',
        (error: { code?: string }) => error.code ?? 'refused',
      );
    expect(await touch(`update edition set title = 'Autre' where id = $1`)).not.toBe('done');
    expect(await touch('delete from edition_part where edition_id = $1')).not.toBe('done');
    const forged = `insert into frozen_content (sha256, content) select encode(sha256('a'), 'hex'), 'b' where $1::uuid is not null`;
    expect(await touch(forged)).toBe('23514');
  });
});
