import { createHash, randomUUID } from 'node:crypto';
import { PHOTO_PART_BYTES } from '@parc/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { noisyJpeg } from './harness/pictures.js';
import { aTicket, RESOLUTION } from './harness/ticket-builders.js';

/** A photo over a line that is cut: it comes in parts, goes on where it stopped, and is there once. */
let house: House;
let schoolId: string;
let technician: Person;
let colleague: Person;
let photo: Buffer;

beforeAll(async () => {
  house = await House.open();
  schoolId = (await house.build.school()).id;
  technician = await house.person('technician');
  colleague = await house.person('technician');
  photo = await noisyJpeg(420);
  // Three parts, the last one shorter.
  photo = photo.length > 2 * PHOTO_PART_BYTES ? photo : await noisyJpeg(560);
});
afterAll(() => house.close());

interface Announced {
  readonly ticketId: string;
  readonly slot: string;
}

/** A resolved ticket that awaits one photo. */
async function awaiting(
  content: Buffer,
  sha256 = createHash('sha256').update(content).digest('hex'),
): Promise<Announced> {
  const reporterId = (await house.person('teacher', { school_id: schoolId })).accountId;
  const ticketId = await aTicket(house, { schoolId, reporterId, technicianId: technician.accountId }, 'assigned');
  const slot = randomUUID();
  const announced = {
    id: slot,
    photoId: randomUUID(),
    size: 'whole',
    moment: 'after',
    sizeBytes: content.length,
    sha256,
  };
  const body = { ...RESOLUTION, photos: [announced] };
  const done = await technician.post(`/api/v1/tickets/${ticketId}/resolve`, body, { version: 1 });
  expect(done.status).toBe(200);
  return { ticketId, slot };
}

function send(
  { ticketId, slot }: Announced,
  content: Buffer,
  range: string | null,
  { person = technician, key = slot }: { person?: Person; key?: string } = {},
) {
  const boundary = 'limite-des-photos';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="p.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}`, 'idempotency-key': key };
  const asked = range === null ? headers : { ...headers, 'content-range': range };
  return person.send('POST', `/api/v1/tickets/${ticketId}/files?slot=${slot}`, payload, asked);
}

const partAt = (of: Announced, from: number, content = photo, given: { person?: Person } = {}) => {
  const part = content.subarray(from, from + PHOTO_PART_BYTES);
  return send(of, part, `bytes ${from}-${from + part.length - 1}/${content.length}`, given);
};
const filesOf = ({ slot }: Announced) => house.sql('select id from ticket_file where slot_id = $1', [slot]);
const partsOf = ({ slot }: Announced) =>
  house.sql('select from_byte from photo_part where slot_id = $1 order by from_byte', [slot]);

describe('a photo in parts', () => {
  it('is there once its last part has come, as the same photo that comes whole, and its parts are gone', async () => {
    const of = await awaiting(photo);
    expect(await partAt(of, 0)).toMatchObject({ status: 202, body: { receivedBytes: PHOTO_PART_BYTES } });
    expect(await partAt(of, PHOTO_PART_BYTES)).toMatchObject({ body: { receivedBytes: 2 * PHOTO_PART_BYTES } });
    expect(await filesOf(of)).toEqual([]);
    const last = await partAt(of, 2 * PHOTO_PART_BYTES);
    expect(last).toMatchObject({ status: 201, headers: { 'idempotency-key': of.slot } });
    expect(await filesOf(of)).toEqual([{ id: last.body.id }]);
    expect(await partsOf(of)).toEqual([]);
    // Its answer was lost: whatever is sent again, the photo is there.
    for (const again of [await partAt(of, 2 * PHOTO_PART_BYTES), await partAt(of, 0), await send(of, photo, null)])
      expect(again).toMatchObject({ status: 201, body: { id: last.body.id } });
    await house.sql('delete from idempotency_key where key = $1', [of.slot]);
    expect(await partAt(of, 0)).toMatchObject({ status: 201, body: { id: last.body.id } });
    expect(await filesOf(of)).toHaveLength(1);
  });

  it('tells whoever sends a part twice, or one too far, where to go on', async () => {
    const of = await awaiting(photo);
    expect(await partAt(of, 2 * PHOTO_PART_BYTES)).toMatchObject({ status: 202, body: { receivedBytes: 0 } });
    await partAt(of, 0);
    expect(await partAt(of, 0)).toMatchObject({ status: 202, body: { receivedBytes: PHOTO_PART_BYTES } });
    expect(await partsOf(of)).toEqual([{ from_byte: 0 }]);
  });

  it('keeps each part once, however many come at once', async () => {
    const of = await awaiting(photo);
    const sent = await Promise.all(Array.from({ length: 4 }, () => partAt(of, 0)));
    expect(sent.every(({ status }) => status === 202)).toBe(true);
    expect(await partsOf(of)).toEqual([{ from_byte: 0 }]);
  });

  it('is refused where its parts make another photo, and may begin anew', async () => {
    const of = await awaiting(photo, createHash('sha256').update('une autre').digest('hex'));
    await partAt(of, 0);
    await partAt(of, PHOTO_PART_BYTES);
    expect(await partAt(of, 2 * PHOTO_PART_BYTES)).toMatchObject({
      status: 422,
      body: { code: 'file.not-as-announced' },
    });
    expect(await partsOf(of)).toEqual([]);
    expect(await filesOf(of)).toEqual([]);
  });

  it.each<[string, (of: Announced) => ReturnType<typeof send>, string]>([
    ['somebody else’s', (of) => partAt(of, 0, photo, { person: colleague }), 'ticket.photo-unknown'],
    [
      'of a photo of another length',
      (of) => send(of, photo.subarray(0, 10), 'bytes 0-9/1000'),
      'file.not-as-announced',
    ],
    [
      'beyond the end of it',
      (of) => send(of, photo.subarray(0, 10), `bytes ${photo.length - 5}-${photo.length + 4}/${photo.length}`),
      'file.not-as-announced',
    ],
    [
      'larger than a part',
      (of) => send(of, photo.subarray(0, PHOTO_PART_BYTES + 1), `bytes 0-${PHOTO_PART_BYTES}/${photo.length}`),
      'file.too-large',
    ],
  ])('takes no part %s', async (_, sending, code) => {
    const of = await awaiting(photo);
    expect((await sending(of)).body.code).toBe(code);
    expect(await partsOf(of)).toEqual([]);
  });

  it('forgets after sixty days what never came whole, and nothing sooner', async () => {
    const [old, young] = [await awaiting(photo), await awaiting(photo)];
    await partAt(old, 0);
    await partAt(young, 0);
    await house.sql(`update photo_part set received_at = received_at - interval '61 days' where slot_id = $1`, [
      old.slot,
    ]);
    const run = await (await house.person('administrator')).post('/api/v1/jobs/purge/run');
    expect(run).toMatchObject({ status: 200, body: { failed: false } });
    expect(await partsOf(old)).toEqual([]);
    expect(await partsOf(young)).toHaveLength(1);
  });
});
