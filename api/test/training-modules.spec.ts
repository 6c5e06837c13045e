import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MODULE_MOST_FILES } from '@parc/domain';
import { LIMITS } from '../src/platform/limits.js';
import { aDay, anAttendanceGround, placeOf, said, type AttendanceGround } from './harness/attendance-builders.js';
import { House } from './harness/house.js';
import { elementsOf, heard } from './harness/pdf-reader.js';
import type { Person } from './harness/person.js';
import { A_PDF, aModule, aModuleFile, aSession, aToldSurvey, sessionRow } from './harness/training-builders.js';
import { sendFile } from './harness/uploads.js';

/** Modules that are written anew and withdrawn, and what was held under the former text. */
let house: House;
let ground: AttendanceGround;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.setNow('2026-10-06T15:00:00Z');
  ground = await anAttendanceGround(house);
});

let count = 0;
const anew = (given: object = {}) => ({
  ...{ title: `Écrit à neuf ${++count}`, kind: 'pedagogical', minutes: 90, counts: false, modelIds: [] },
  ...{ competences: ['teaching'], materials: [{ label: 'Livret', address: 'https://exemple.fr/livret' }], ...given },
});
const change = (id: string, given: object = {}, version = 1) =>
  ground.manager.put(`/api/v1/training-modules/${id}`, anew(given), { version });
const turn = (id: string, active: boolean, version = 1) =>
  ground.manager.post(`/api/v1/training-modules/${id}/activity`, { active }, { version });
const pageOf = async (id: string) => (await ground.inspector.get(`/api/v1/training-modules/${id}`)).body;
const listed = async (query = '') =>
  ((await ground.manager.get(`/api/v1/training-modules?size=100${query}`)).body.items as { id: string }[]).map(
    ({ id }) => id,
  );
const propose = (moduleId: string) =>
  ground.trainer.post('/api/v1/training-sessions', {
    ...{ moduleId, circonscriptionId: ground.session.circonscriptionId, trainerId: ground.trainer.accountId },
    ...{ outsideTrainer: null, outsideFirm: null },
    ...{ placeKind: 'school', schoolId: ground.schoolId, placeName: null, remoteLink: null, capacity: 12, minimum: 1 },
    ...{ guestIds: [], cycles: ['cycle-2'], dates: [day(++count)] },
  });
const day = (after: number) => {
  const at = (hour: string) => `${new Date(Date.UTC(2026, 10, after)).toISOString().slice(0, 10)}T${hour}:00Z`;
  return { startsAt: at('08:00'), endsAt: at('10:00') };
};

describe('a module that is written anew', () => {
  it('says the new text, and is found under its former address too', async () => {
    const id = await aModule(house);
    const { status, body } = await change(id, { title: 'Robots au cycle 3' });
    expect(status).toBe(200);
    expect(await pageOf(body.id)).toMatchObject({
      ...{ title: 'Robots au cycle 3', kind: 'pedagogical', minutes: 90, counts: false, active: true, version: 1 },
      ...{ competences: ['teaching'], materials: [{ label: 'Livret', address: 'https://exemple.fr/livret' }] },
      currentId: body.id,
    });
    expect(await pageOf(id)).toMatchObject({ currentId: body.id });
    expect(await listed()).toContain(body.id);
    expect(await listed()).not.toContain(id);
  });

  it('is followed by what is not closed; what is closed and its certificates say what was taught', async () => {
    const { id: closed, dates } = await aDay(ground, '2026-10-06', ['09:00-12:00']);
    const { module_id } = (await sessionRow(house, closed)) as { module_id: string };
    const [{ title }] = (await house.sql<{ title: string }>('select title from training_module where id = $1', [
      module_id,
    ])) as [{ title: string }];
    const place = await placeOf(ground, closed, ground.teacher);
    const people = [{ id: place, dateId: dates[0], present: true }];
    await ground.trainer.post(`/api/v1/training-sessions/${closed}/attendance`, { people });
    const planned = await aSession(house, ground.session, 'open', { module_id });
    await ground.trainer.post(`/api/v1/training-sessions/${closed}/close`, undefined, { version: 1 });
    const { body } = await change(module_id);
    expect((await sessionRow(house, planned)).module_id).toBe(body.id);
    expect((await sessionRow(house, closed)).module_id).toBe(module_id);
    const [certificate] = (await ground.teacher.get('/api/v1/training-certificates')).body.items;
    expect(certificate).toMatchObject({ moduleTitle: title });
    const found = (await ground.manager.get(`/api/v1/training-sessions?moduleId=${body.id}`)).body.items;
    expect(found.map((one: { id: string }) => one.id).toSorted()).toEqual([closed, planned].toSorted());
    expect(await pageOf(body.id)).toMatchObject({ held: 1 });
  });

  it('is refused on a version that is not the last, to whoever looks at the former, and with a title that is taken', async () => {
    const id = await aModule(house);
    expect(said(await change(id, {}, 7))).toBe('412 version.stale');
    const both = await Promise.all([change(id), change(id)]);
    expect(both.map(said).toSorted()).toEqual(['200', '412 version.stale']);
    expect(said(await change(id, {}, 2))).toBe('412 version.stale');
    await aModule(house, [], { title: 'Déjà pris' });
    expect(said(await change(await aModule(house), { title: 'Déjà pris' }))).toBe('409 training.title-taken');
    expect(said(await change(await aModule(house), { minutes: 80 }))).toBe('422 training.duration-wrong');
    expect(said(await ground.inspector.put(`/api/v1/training-modules/${id}`, anew(), { version: 1 }))).toMatch(/^403/);
  });

  it('tells what those who came think of it over each of its writings, from three answers of a session on', async () => {
    const id = await aModule(house);
    const told = await aSession(house, ground.session, 'closed', { module_id: id });
    await house.arrange(
      `with of_session as (update training_session set starts_at = '2026-09-02T07:00Z', ends_at = '2026-09-02T09:00Z' where id = $1)
       update training_date set starts_at = '2026-09-02T07:00Z', ends_at = '2026-09-02T09:00Z' where session_id = $1`,
      [told],
    );
    await aToldSurvey(house, told, 'Concret');
    const { body } = await change(id);
    expect((await pageOf(body.id)).survey).toMatchObject({ asked: 3, answered: 3, remarks: ['Concret'] });
    expect((await ground.teacher.get(`/api/v1/training-modules/${body.id}`)).body.survey).toBeNull();
  });
});

describe('a module that is withdrawn', () => {
  it('leaves what is proposed, keeps its sessions, and may come back', async () => {
    const id = await aModule(house);
    expect((await propose(id)).status).toBe(201);
    expect((await turn(id, false)).status).toBe(200);
    expect(await listed()).not.toContain(id);
    expect(await listed('&withdrawn=true')).toContain(id);
    expect(said(await propose(id))).toBe('409 training.module-withdrawn');
    expect((await turn(id, true, 2)).status).toBe(200);
    expect((await propose(id)).status).toBe(201);
  });
});

describe('the list of sessions', () => {
  it('is searched by number, module, school and centre, each word somewhere, and narrowed by the cycle it is meant for', async () => {
    const module_id = await aModule(house, [], { title: `Zébulon ${++count}` });
    const id = await aSession(house, ground.session, 'open', { module_id, cycles: ['cycle-2', 'cycle-3'] });
    const { number } = (await sessionRow(house, id)) as { number: string };
    const [school] = await house.sql<{ name: string }>('select name from school where id = $1', [ground.schoolId]);
    const find = async (query: string) =>
      ((await ground.manager.get(`/api/v1/training-sessions?${query}`)).body.items as { id: string }[]).map(
        (one) => one.id,
      );
    const search = (words: string) => find(`search=${encodeURIComponent(words)}`);
    expect(await search('zebulon')).toEqual([id]);
    expect(await search(number)).toEqual([id]);
    expect(await search(`${school!.name} zebulon`)).toEqual([id]);
    expect(await search('zebulon introuvable')).toEqual([]);
    expect(await find(`search=zebulon&cycle=cycle-2`)).toEqual([id]);
    expect(await find(`search=zebulon&cycle=cycle-1`)).toEqual([]);
    await house.arrange(`update training_session set cycles = '{}' where id = $1`, [id]);
    expect(await find(`search=zebulon&cycle=cycle-1`)).toEqual([id]);
  });
});

describe('the sheet to sign on paper', () => {
  it('has a page a half-day with whoever has a place, for who reads names', async () => {
    const { id } = await aDay(ground, '2026-10-06', ['09:00-12:00', '13:30-16:30']);
    await placeOf(ground, id, ground.teacher);
    const ask = (cookies: Record<string, string>) =>
      house.application.inject({
        ...{ method: 'GET', url: `/api/v1/training-sessions/${id}/attendance/document`, cookies },
      });
    const [{ name }] = (await house.sql<{ name: string }>('select name from account where id = $1', [
      ground.teacher.accountId,
    ])) as [{ name: string }];
    const sheet = await ask(ground.inspector.cookies!);
    expect(sheet.headers['content-type']).toBe('application/pdf');
    const printed = await heard(sheet.rawPayload);
    expect(printed).toMatchObject({
      pages: 2,
      accessible: '1',
      title: expect.stringMatching(/^Feuille d’émargement F-/),
    });
    const cells = elementsOf(printed.elements, 'TD').map(({ text }) => text);
    expect(cells.filter((text) => text === name)).toHaveLength(2);
    expect(printed.elements.map(({ text }) => text).join(' ')).toContain('de 13 h 30 à 16 h 30');
    expect((await ask(ground.manager.cookies!)).statusCode).toBe(403);
  });
});

describe('what is handed out', () => {
  const add = (by: Person, id: string, content: Buffer = A_PDF, label = 'Livret du stagiaire', key?: string) =>
    sendFile(by, `/api/v1/training-modules/${id}/files?label=${encodeURIComponent(label)}`, content, {
      ...(key && { key }),
    });
  const filesOf = async (id: string) => (await pageOf(id)).files as { id: string; label: string; sizeBytes: number }[];
  const download = (by: Person, id: string, fileId: string) =>
    house.application.inject({
      ...{ method: 'GET', url: `/api/v1/training-modules/${id}/files/${fileId}`, cookies: by.cookies! },
    });
  const takeAway = (by: Person, id: string, fileId: string) =>
    by.delete(`/api/v1/training-modules/${id}/files/${fileId}`);

  it('is a file as it was sent, which whoever reads the module downloads and nobody opens in the page', async () => {
    const id = await aModule(house);
    const { status, body } = await add(ground.manager, id, A_PDF, 'Livret d’été (1)');
    expect(status).toBe(201);
    expect(await filesOf(id)).toEqual([{ id: body.id, label: 'Livret d’été (1)', sizeBytes: A_PDF.length }]);
    for (const reader of [ground.teacher, ground.privateTeacher, ground.inspector, ground.trainer, ground.manager]) {
      const { statusCode, rawPayload, headers } = await download(reader, id, body.id as string);
      expect([statusCode, headers['content-type']]).toEqual([200, 'application/pdf']);
      expect(rawPayload.equals(A_PDF)).toBe(true);
      expect(headers['content-disposition']).toBe(
        `attachment; filename="support.pdf"; filename*=UTF-8''Livret%20d%E2%80%99%C3%A9t%C3%A9%20%281%29.pdf`,
      );
      expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    }
    expect((await download(ground.diocese, id, body.id as string)).statusCode).toBe(403);
    expect((await download(ground.teacher, await aModule(house), body.id as string)).statusCode).toBe(404);
  });

  it('is sent whole, however many slices it takes', async () => {
    const id = await aModule(house);
    const long = Buffer.concat([A_PDF, randomBytes(700_000), A_PDF]);
    const { body } = await add(ground.manager, id, long);
    expect((await download(ground.teacher, id, body.id as string)).rawPayload.equals(long)).toBe(true);
  });

  it('is written by who writes modules alone', async () => {
    const id = await aModule(house);
    const fileId = await aModuleFile(house, id, ground.manager.accountId);
    for (const one of [ground.trainer, ground.inspector, ground.teacher]) {
      expect((await add(one, id)).status).toBe(403);
      expect((await takeAway(one, id, fileId)).status).toBe(403);
    }
    expect(await filesOf(id)).toHaveLength(1);
  });

  it('stays with the module when it is written anew, under each of its texts', async () => {
    const id = await aModule(house);
    const file = (await add(ground.manager, id)).body.id as string;
    const { body } = await change(id);
    const later = (await add(ground.manager, body.id as string, A_PDF, 'Fiche élève')).body.id as string;
    for (const one of [id, body.id as string])
      expect((await filesOf(one)).map((kept) => kept.id)).toEqual([file, later]);
  });

  it.each([
    ['a picture', Buffer.from('\u0089PNG\r\n%%EOF'), '415 training.file-not-pdf'],
    ['a PDF that was cut', A_PDF.subarray(0, 20), '415 training.file-not-pdf'],
    ['nothing', Buffer.alloc(0), '415 training.file-not-pdf'],
    [
      'more than ten megabytes',
      Buffer.concat([A_PDF, Buffer.alloc(LIMITS.training.fileBytes), A_PDF]),
      '413 training.file-too-large',
    ],
  ])('is a whole PDF: %s is refused', async (_, content, code) => {
    const id = await aModule(house);
    expect(said(await add(ground.manager, id, content))).toBe(code);
    expect(await filesOf(id)).toEqual([]);
  });

  it('is ten files at most, and answers a repeated key once', async () => {
    const id = await aModule(house);
    for (let made = 1; made < MODULE_MOST_FILES; made++) await aModuleFile(house, id, ground.manager.accountId);
    const key = randomUUID();
    const last = await add(ground.manager, id, A_PDF, 'Dernier', key);
    expect((await add(ground.manager, id, A_PDF, 'Dernier', key)).body).toEqual(last.body);
    expect(said(await add(ground.manager, id, Buffer.concat([A_PDF, A_PDF]), 'Dernier', key))).toBe(
      '422 idempotency.other-body',
    );
    expect(said(await add(ground.manager, id))).toBe('422 training.files-full');
    expect(await filesOf(id)).toHaveLength(MODULE_MOST_FILES);
  });

  it('is taken away for good, and the story of the row holds no copy of it', async () => {
    const id = await aModule(house);
    const fileId = await aModuleFile(house, id, ground.manager.accountId);
    expect((await takeAway(ground.manager, id, fileId)).status).toBe(204);
    expect((await download(ground.teacher, id, fileId)).statusCode).toBe(404);
    expect((await takeAway(ground.manager, id, fileId)).status).toBe(404);
    const story = await house.sql<{ operation: string }>(
      `select operation, coalesce(before, after) ? 'content' as copied from history where row_id = $1 order by id`,
      [fileId],
    );
    expect(story).toEqual([
      { operation: 'INSERT', copied: false },
      { operation: 'DELETE', copied: false },
    ]);
  });
});
