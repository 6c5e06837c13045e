import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { jpeg } from './harness/pictures.js';
import { aTicket, RESOLUTION, ticketMovesOf, ticketRow } from './harness/ticket-builders.js';

/** What is done about a breakdown where it is: at once, and shown. */
let house: House;
let schoolId: string;
let teacher: Person;
let technician: Person;
let colleague: Person;
const small = jpeg(48);
const whole = jpeg(160);

beforeAll(async () => {
  house = await House.open();
  schoolId = (await house.build.school()).id;
  teacher = await house.person('teacher', { school_id: schoolId });
  technician = await house.person('technician');
  colleague = await house.person('technician');
});
afterAll(() => house.close());

const ticket = (state: Parameters<typeof aTicket>[2], holder = technician) =>
  aTicket(house, { schoolId, reporterId: teacher.accountId, technicianId: holder.accountId }, state);
const announced = (content: Buffer, photoId: string, size: string, moment = 'before') => ({
  ...{ id: randomUUID(), photoId, size, moment, sizeBytes: content.length },
  sha256: createHash('sha256').update(content).digest('hex'),
});
const act = (person: Person, id: string, action: string, version: number, body: object, key?: string) =>
  person.post(`/api/v1/tickets/${id}/${action}`, { ...body }, { version, ...(key ? { key } : {}) });
async function send(person: Person, id: string, content: Buffer, slot: string, key = randomUUID()) {
  const boundary = 'limite-des-photos';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="p.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}`, 'idempotency-key': key };
  return person.send('POST', `/api/v1/tickets/${id}/files?slot=${slot}`, payload, headers);
}

describe('what is done on the spot', () => {
  it('takes, begins and resolves a free ticket in one act, once under one key', async () => {
    const id = await ticket('new');
    const key = randomUUID();
    const done = await act(technician, id, 'done-on-site', 1, RESOLUTION, key);
    expect(done).toMatchObject({ status: 200, body: { state: 'resolved', version: 4 } });
    expect(await act(technician, id, 'done-on-site', 1, RESOLUTION, key)).toMatchObject({
      status: 200,
      body: done.body,
    });
    expect((await ticketMovesOf(house, id)).map(({ action }) => action)).toEqual([
      'report',
      'take',
      'start',
      'resolve',
    ]);
    expect(await ticketRow(house, id)).toMatchObject({ assigned_account_id: technician.accountId, state: 'resolved' });
  });

  it('is refused as a whole where somebody else has the ticket, and says who', async () => {
    const id = await ticket('assigned', colleague);
    const refused = await act(technician, id, 'done-on-site', 1, RESOLUTION);
    expect(refused).toMatchObject({ status: 409, body: { code: 'ticket.taken' } });
    expect(refused.body.title).toContain('l’a déjà pris en charge');
  });

  it('leaves nothing behind when its last step is refused', async () => {
    const id = await ticket('new');
    const refused = await act(technician, id, 'done-on-site', 1, { ...RESOLUTION, device: 'leaves' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'ticket.device-missing' } });
    expect(await ticketRow(house, id)).toMatchObject({ state: 'new', version: 1, assigned_account_id: null });
  });

  it('goes to one of two who do it at once', async () => {
    const id = await ticket('new');
    const both = await Promise.all([technician, colleague].map((one) => act(one, id, 'done-on-site', 1, RESOLUTION)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await house.sql('select from ticket_resolution where ticket_id = $1', [id])).length).toBe(1);
  });

  it('is no conflict with one’s own earlier step', async () => {
    const id = await ticket('assigned');
    expect((await act(technician, id, 'start', 1, {}, randomUUID())).status).toBe(200);
    expect((await act(technician, id, 'resolve', 1, RESOLUTION, randomUUID())).status).toBe(200);
    const other = await ticket('assigned');
    await house.arrange('update ticket set version = 2 where id = $1', [other]);
    expect((await act(technician, other, 'resolve', 1, RESOLUTION)).body.code).toBe('version.stale');
  });
});

describe('a photo of a ticket', () => {
  it('is announced in two sizes, comes small first and late, once, and is seen by who reads what people wrote', async () => {
    const id = await ticket('assigned');
    const [one, two] = [await small, await whole];
    const photoId = randomUUID();
    const photos = [announced(one, photoId, 'small', 'after'), announced(two, photoId, 'whole', 'after')];
    expect((await act(technician, id, 'resolve', 1, { ...RESOLUTION, photos })).status).toBe(200);
    const page = async (person = teacher) => (await person.get(`/api/v1/tickets/${id}`)).body.photos;
    expect(await page()).toEqual([{ id: photoId, moment: 'after', smallId: null, wholeId: null }]);
    expect((await act(teacher, id, 'close', 2, {})).status).toBe(200);
    const first = await send(technician, id, one, photos[0]!.id);
    expect(first.status).toBe(201);
    expect((await send(technician, id, one, photos[0]!.id)).body).toEqual(first.body);
    expect(await page()).toEqual([{ id: photoId, moment: 'after', smallId: first.body.id, wholeId: null }]);
    expect((await send(technician, id, one, photos[1]!.id)).body.code).toBe('file.not-as-announced');
    expect((await send(technician, id, two, photos[1]!.id)).status).toBe(201);
    const seen = await teacher.get(`/api/v1/tickets/${id}/files/${first.body.id}`);
    expect(seen).toMatchObject({ status: 200, headers: { 'content-type': 'image/webp' } });
    const { communeId } = await commune();
    const officer = await house.person('commune-officer', { commune_id: communeId });
    expect((await officer.get(`/api/v1/tickets/${id}/files/${first.body.id}`)).status).toBe(403);
    expect(await page(officer)).toEqual([]);
  });

  it('comes with a report too; one has its place from who announced it, of its own ticket, and twelve at the most', async () => {
    const photo = announced(await small, randomUUID(), 'small', 'reported');
    const asked = { symptom: 'outage', impact: 'class', urgency: 'stopped', subject: 'school', schoolId };
    const made = await teacher.post('/api/v1/tickets', { ...asked, photos: [photo] });
    expect(made.status).toBe(201);
    const { id } = made.body;
    expect((await send(technician, id, await small, photo.id)).body.code).toBe('ticket.photo-unknown');
    expect((await send(teacher, await ticket('new'), await small, photo.id)).body.code).toBe('ticket.photo-unknown');
    expect((await send(teacher, id, await small, photo.id)).status).toBe(201);
    const more = await Promise.all(
      Array.from({ length: 12 }, async () => announced(await small, randomUUID(), 'small')),
    );
    const refused = await act(technician, id, 'done-on-site', 1, { ...RESOLUTION, photos: more });
    expect(refused).toMatchObject({ status: 422, body: { code: 'ticket.photos-too-many' } });
    expect((await ticketRow(house, id)).state).toBe('new');
  });
});

describe('a note', () => {
  it('that is sent again after its answer was forgotten stands once, and under its key nothing else is said', async () => {
    const id = await ticket('assigned');
    const [key, text] = [randomUUID(), 'Prendre une batterie'];
    const note = (words: string) => technician.post(`/api/v1/tickets/${id}/notes`, { text: words }, { key });
    expect((await note(text)).status).toBe(200);
    await house.sql('delete from idempotency_key where key = $1', [key]);
    expect((await note(text)).status).toBe(200);
    await house.sql('delete from idempotency_key where key = $1', [key]);
    expect((await note('Autre chose')).body.code).toBe('idempotency.other-body');
    expect(await house.sql('select text from ticket_comment where ticket_id = $1', [id])).toEqual([{ text }]);
  });
});

async function commune(): Promise<{ communeId: string }> {
  const [row] = await house.sql<{ communeId: string }>('select commune_id as "communeId" from school where id = $1', [
    schoolId,
  ]);
  return row!;
}
