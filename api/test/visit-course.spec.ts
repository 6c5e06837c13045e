import { createHash, randomUUID } from 'node:crypto';
import { hashSync } from '@node-rs/argon2';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aDevice, aFleet, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import { elementsOf, heard } from './harness/pdf-reader.js';
import { jpeg } from './harness/pictures.js';
import type { Person } from './harness/person.js';
import { aTicket, actOn, RESOLUTION } from './harness/ticket-builders.js';
import { sendFile } from './harness/uploads.js';
import {
  actOnVisit,
  nobodyThere,
  repairedThere,
  visitMovesOf,
  visitRow,
  type VisitGround,
} from './harness/visit-builders.js';

/** One visit from its arrival to its minutes. */
let house: House;
let fleet: Fleet;
let technician: Person;
let colleague: Person;
let head: Person;
let teacher: Person;
let manager: Person;
let commune: Person;
let ground: VisitGround;
let signature: Buffer;

beforeAll(async () => {
  house = await House.open();
  signature = await jpeg(48);
  fleet = await aFleet(house);
  technician = await house.person('technician');
  colleague = await house.person('technician');
  manager = await house.person('plan-manager');
  head = await house.person('school-head', { school_id: fleet.school.id });
  teacher = await house.person('teacher', { school_id: fleet.school.id });
  commune = await house.person('commune-officer', { commune_id: fleet.school.communeId });
  ground = {
    ...{ schoolId: fleet.school.id, technicianId: technician.accountId, reporterId: teacher.accountId },
  };
  const hash = hashSync('246813', { memoryCost: 1024, timeCost: 1, parallelism: 1 });
  await house.arrange('update account set confirmation_code_hash = $1 where id = $2', [hash, head.accountId]);
});
afterAll(() => house.close());
beforeEach(() => house.arrange(`update visit set state = 'abandoned' where state = 'open'`));

const begin = (person = technician, more: object = {}, key?: string) =>
  person.post(
    '/api/v1/visits',
    { id: randomUUID(), schoolId: fleet.school.id, begunAt: house.now().toISOString(), ...more },
    key ? { key } : {},
  );
const page = async (person: Person, id: string) => (await person.get(`/api/v1/visits/${id}`)).body;
const begun = async (): Promise<string> => (await begin()).body.id;
const announced = (kind: string) => ({
  ...{ id: randomUUID(), photoId: randomUUID(), size: 'small', kind, sizeBytes: signature.length },
  sha256: createHash('sha256').update(signature).digest('hex'),
});
const signed = (more: object = {}) => ({
  ...nobodyThere(house, { ending: 'signed', met: 'head', absenceReason: null, photos: [announced('signature')] }),
  ...more,
});

describe('a visit that begins', () => {
  it('is there once under its id, however often it is sent, and tells who came when', async () => {
    const id = randomUUID();
    const first = await begin(technician, { id });
    expect(first).toMatchObject({ status: 201, body: { id, version: 1, state: 'open' } });
    expect(first.body.number).toMatch(/^I-2026-\d{5,}$/);
    expect((await begin(technician, { id })).body).toEqual(first.body);
    expect(await visitMovesOf(house, id)).toMatchObject([{ action: 'begin', role: 'technician' }]);
    expect((await begin(colleague, { id })).body.code).toBe('idempotency.other-body');
  });

  it('is refused a second time at the same school, with the one that is open; elsewhere it is another', async () => {
    const id = await begun();
    expect(await begin()).toMatchObject({ status: 409, body: { code: 'visit.open-already', visitId: id } });
    expect((await begin(colleague)).status).toBe(201);
    expect((await begin(technician, { schoolId: (await house.build.school()).id })).status).toBe(201);
  });

  it.each([
    ['to come', 3_600_000],
    ['too long ago', -61 * 86_400_000],
  ])('is refused when its hour is %s', async (_, away) => {
    const begunAt = new Date(+house.now() + away).toISOString();
    expect((await begin(technician, { begunAt })).body.code).toBe('visit.begun-unreadable');
  });
});

describe('what is done at the school while it is open', () => {
  it('joins it by itself: repaired, put off, reported; what a colleague does, or was done before, does not', async () => {
    await repairedThere(house, ground);
    const id = await begun();
    const device = await aDevice(house, fleet, 'in-service');
    const of = { subject: 'device', equipment_id: device, symptom: 'no-charge' };
    const repaired = await aTicket(house, ground, 'in-progress', of);
    const waiting = await aTicket(house, ground, 'assigned');
    const left = await aTicket(house, ground, 'assigned');
    const free = await aTicket(house, ground, 'new');
    await actOn(house, technician, repaired, 'resolve', RESOLUTION);
    await actOn(house, technician, waiting, 'wait', { waitFor: 'part', reviewOn: '2026-10-20', reason: 'Écran' });
    const theirs = await aTicket(house, { ...ground, technicianId: colleague.accountId }, 'assigned');
    await actOn(house, colleague, theirs, 'resolve', RESOLUTION);
    const noticed = await technician.post('/api/v1/tickets', {
      ...{ subject: 'school', schoolId: fleet.school.id, symptom: 'outage', impact: 'class', urgency: 'otherwise' },
    });
    const seen = await page(technician, id);
    expect(seen.parts).toMatchObject([
      { objectId: repaired, result: 'done', about: 'Ne charge plus', deed: 'Pièce remplacée (batterie)', minutes: 35 },
      { objectId: waiting, result: 'waiting', deed: 'En attente d’une pièce', minutes: null },
      { objectId: noticed.body.id, result: 'noted', deed: null },
    ]);
    expect(seen.parts[0].devices).toMatchObject([{ equipmentId: device, state: 'in-service' }]);
    const toDo = new Map(seen.toDo.map((task: { objectId: string; mine: boolean }) => [task.objectId, task.mine]));
    expect([toDo.get(left), toDo.get(free), toDo.has(repaired), toDo.has(waiting)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    const { visits } = (await technician.get('/api/v1/round')).body;
    expect(visits).toMatchObject([{ id, schoolId: fleet.school.id, parts: [{}, {}, {}] }]);
    expect((await colleague.get('/api/v1/round')).body.visits).toEqual([]);
  });
});

describe('a visit that is closed', () => {
  it('fixes its minutes: what happens to the ticket and the device afterwards changes nothing of them', async () => {
    const id = await begun();
    const device = await aDevice(house, fleet, 'in-service');
    const ticketId = await aTicket(house, ground, 'in-progress', {
      subject: 'device',
      equipment_id: device,
      symptom: 'slow',
    });
    await actOn(house, technician, ticketId, 'resolve', RESOLUTION);
    expect(await actOnVisit(house, technician, id, 'close', signed())).toMatchObject({
      status: 200,
      body: { state: 'closed' },
    });
    const { possible: _, mayRemark: __, ...before } = await page(head, id);
    expect(before.parts).toMatchObject([{ objectId: ticketId, devices: [{ state: 'in-service' }] }]);
    await actOn(house, head, ticketId, 'reopen', { reason: 'Toujours lent' });
    await house.arrange(`update equipment set state = 'lost' where id = $1`, [device]);
    expect(await page(head, id)).toMatchObject(before);
    await expect(house.sql('update visit set note = $2 where id = $1', [id, 'Autre'])).rejects.toThrow(
      /rows are only ever added/,
    );
    await expect(house.sql('update visit_part set minutes = 1 where visit_id = $1', [id])).rejects.toThrow(
      /only ever added/,
    );
  });

  it('is told to the heads of the school, once, with the way to its minutes', async () => {
    const id = await begun();
    await repairedThere(house, ground);
    const key = randomUUID();
    const body = signed();
    const { version } = (await visitRow(house, id)) as { version: number };
    const close = () => technician.post(`/api/v1/visits/${id}/close`, body, { version, key });
    const first = await close();
    expect(first.status).toBe(200);
    expect((await close()).body).toEqual(first.body);
    const mails = await house.sql<{ body: string }>(`select body from mail where dedupe like $1`, [
      `visit-move:${id}:%`,
    ]);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.body).toContain(`/interventions/${id}`);
  });

  it.each([
    ['visit.met-missing', { met: null }],
    ['visit.signature-missing', { photos: [] }],
    ['visit.absence-missing', { ending: 'nobody', met: null }],
    ['visit.hours-wrong', { leftAt: '2026-10-05T07:00:00.000Z' }],
    ['visit.hours-wrong', { leftAt: '2026-12-05T07:00:00.000Z' }],
  ])('is refused by %s, and stays open', async (code, change) => {
    const id = await begun();
    await repairedThere(house, ground);
    expect((await actOnVisit(house, technician, id, 'close', signed(change))).body.code).toBe(code);
    expect(await visitRow(house, id)).toMatchObject({ state: 'open', left_at: null });
    expect(await house.sql('select id from visit_part where visit_id = $1', [id])).toEqual([]);
  });

  it('is another’s to close for nobody but the manager', async () => {
    const id = await begun();
    await repairedThere(house, ground);
    expect((await actOnVisit(house, colleague, id, 'close', signed())).body.code).toBe('visit.not-yours');
    expect((await actOnVisit(house, manager, id, 'close', nobodyThere(house))).body.state).toBe('closed');
  });

  it('says by the head’s own code that it was seen, and by a wrong one nothing', async () => {
    const id = await begun();
    await repairedThere(house, ground);
    const { ending: _, absenceReason: __, ...said } = nobodyThere(house, { met: 'head' });
    expect(await actOnVisit(house, technician, id, 'close-by-code', { ...said, code: '999999' })).toMatchObject({
      ...{ status: 403, body: { code: 'order.code-wrong' } },
    });
    expect((await actOnVisit(house, technician, id, 'close-by-code', { ...said, code: '246813' })).body.state).toBe(
      'closed',
    );
    expect(await visitRow(house, id)).toMatchObject({ ending: 'code', met: 'head', confirmed_by: head.accountId });
    expect(await house.sql(`select count(*)::int as kept from idempotency_key where response like '%246813%'`)).toEqual(
      [{ kept: 0 }],
    );
  });

  it('takes the signature that it announced, late; the school sees it, its commune does not', async () => {
    const id = await begun();
    await repairedThere(house, ground);
    const slot = announced('signature');
    await actOnVisit(house, technician, id, 'close', signed({ photos: [slot] }));
    expect((await page(head, id)).signatureId).toBeNull();
    const sent = await sendFile(technician, `/api/v1/visits/${id}/files?slot=${slot.id}`, signature);
    expect(sent.status).toBe(201);
    const { signatureId } = await page(head, id);
    expect(signatureId).toBe(sent.body.id);
    expect((await head.get(`/api/v1/visits/${id}/files/${signatureId}`)).status).toBe(200);
    expect((await page(commune, id)).signatureId).toBeNull();
    expect((await commune.get(`/api/v1/visits/${id}/files/${signatureId}`)).status).toBe(403);
    expect((await sendFile(technician, `/api/v1/visits/${id}/files?slot=${randomUUID()}`, signature)).body.code).toBe(
      'visit.photo-unknown',
    );
  });
});

async function printed(person: Person, url: string): Promise<Buffer> {
  const cookies = { parc_session: person.token! };
  const answer = await house.application.inject({ method: 'GET', url, cookies });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
  return answer.rawPayload;
}

describe('the minutes', () => {
  it('are read by the school whole but for notes, by its commune without names or texts', async () => {
    const id = await begun();
    await repairedThere(house, ground);
    await actOnVisit(
      house,
      technician,
      id,
      'close',
      signed({ note: 'Chargeur à surveiller.', internalNote: 'Prévoir un vol.' }),
    );
    expect(await page(manager, id)).toMatchObject({
      internalNote: 'Prévoir un vol.',
      technicianName: expect.any(String),
    });
    expect(await page(head, id)).toMatchObject({
      note: 'Chargeur à surveiller.',
      internalNote: null,
      technicianName: expect.any(String),
    });
    expect(await page(commune, id)).toMatchObject({
      note: null,
      internalNote: null,
      technicianName: null,
      parts: [{ result: 'done' }],
    });
    const listed = (await commune.get('/api/v1/visits')).body;
    expect(listed.items.find((row: { id: string }) => row.id === id)).toMatchObject({
      technicianName: null,
      ticketCount: 1,
      leftToDo: 0,
    });
  });

  it('stay as they are: a remark is added to them, by the school too, and while they are not fixed by nobody', async () => {
    const id = await begun();
    const remark = (person: Person, text: string) => person.post(`/api/v1/visits/${id}/remarks`, { text });
    expect((await remark(technician, 'Erreur')).body.code).toBe('visit.not-told-yet');
    await repairedThere(house, ground);
    await actOnVisit(house, technician, id, 'close', signed());
    expect((await remark(head, 'La prise reste à fixer.')).status).toBe(200);
    expect((await remark(teacher, 'Merci')).status).toBe(403);
    expect((await page(technician, id)).remarks).toMatchObject([{ text: 'La prise reste à fixer.' }]);
    expect((await page(commune, id)).remarks).toEqual([]);
  });

  it('are read by ear: a tagged document that says what the page says', async () => {
    const id = await begun();
    const address = `/api/v1/visits/${id}/minutes`;
    expect((await technician.get(address)).body.code).toBe('visit.not-told-yet');
    const device = await aDevice(house, fleet, 'in-service');
    const ticketId = await aTicket(house, ground, 'in-progress', {
      subject: 'device',
      equipment_id: device,
      symptom: 'slow',
    });
    await actOn(house, technician, ticketId, 'resolve', RESOLUTION);
    await actOnVisit(
      house,
      technician,
      id,
      'close',
      signed({ note: 'Tout fonctionne.', internalNote: 'Prévoir un vol.' }),
    );
    const document = await heard(await printed(head, address));
    expect(document).toMatchObject({ accessible: '1', tagged: true, language: 'fr' });
    const said = document.elements.map(({ text }) => text).join(' ');
    expect(elementsOf(document.elements, 'H1', 'H2').map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Procès-verbal d’intervention I-2026-\d+$/),
      'Ce qui a été fait',
      'Appareils, comme ils ont été laissés',
      'Compte rendu',
    ]);
    expect(said).toContain('Lent ou bloqué');
    expect(said).toContain('la direction de l’école');
    expect(said).not.toContain('Prévoir un vol');
    const outside = (await heard(await printed(commune, address))).elements.map(({ text }) => text).join(' ');
    expect(outside).not.toContain('Tout fonctionne');
  });

  it('are counted for whoever reads none, by month and without anybody’s name', async () => {
    const committee = await house.person('committee');
    const { status, body } = await committee.get('/api/v1/visits/counts');
    expect(status).toBe(200);
    expect(body.months).toHaveLength(12);
    expect(body.months.at(-1)).toEqual({ month: '2026-10', visits: body.visits });
    expect(body.visits).toBeGreaterThan(0);
    expect((await committee.get('/api/v1/visits')).status).toBe(403);
  });
});
