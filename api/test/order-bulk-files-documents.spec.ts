import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ORDER_STATE_NAMES, ORDER_STATES } from '@parc/domain';
import sharp from 'sharp';
import { LIMITS } from '../src/platform/limits.js';
import { Held, waits } from './harness/held.js';
import { House } from './harness/house.js';
import { certified, confirmed, draft, smallPlan, started, submitted, type SmallPlan } from './harness/plan.js';
import type { Person } from './harness/person.js';

let house: House;
let plan: SmallPlan;

beforeAll(async () => {
  house = await House.open();
  plan = await smallPlan(house, 1_000_000);
});
afterAll(() => house.close());

const withVersions = async (person: Person, ids: string[]) =>
  Promise.all(
    ids.map(async (id) => {
      const { version } = (await person.get(`/api/v1/orders/${id}`)).body;
      return { id, version: version as number, seenCents: 48_000 };
    }),
  );

describe('the same decision on many orders', () => {
  it('previews without a trace, then approves each, and says why one was not', async () => {
    const ids = [await submitted(plan), await submitted(plan)];
    const orders = await withVersions(plan.manager, ids);
    orders.push({ id: await submitted(plan), version: 99, seenCents: 48_000 });

    const preview = await plan.manager.post('/api/v1/orders/bulk/approve?preview=true', { orders });
    expect(preview.body).toMatchObject({
      totalCents: 96_000,
      outcomes: [{ done: true }, { done: true }, { done: false }],
    });
    expect((await plan.manager.get(`/api/v1/orders/${ids[0]}`)).body.state).toBe('submitted');

    const applied = await plan.manager.post('/api/v1/orders/bulk/approve', { orders });
    expect(
      applied.body.outcomes.map((outcome: { done: boolean; code: string | null }) => [outcome.done, outcome.code]),
    ).toEqual([
      [true, null],
      [true, null],
      [false, 'version.stale'],
    ]);
    expect((await plan.manager.get(`/api/v1/orders/${ids[1]}`)).body.state).toBe('approved');
  });

  it('answers a repeated bulk as the first time', async () => {
    const orders = await withVersions(plan.certifier, [await confirmed(plan)]);
    const first = await plan.certifier.post('/api/v1/orders/bulk/certify', { orders }, { key: 'bulk-certify-1' });
    const again = await plan.certifier.post('/api/v1/orders/bulk/certify', { orders }, { key: 'bulk-certify-1' });
    expect(first.body).toMatchObject({ totalCents: 48_000, outcomes: [{ done: true }] });
    expect(again.body).toEqual(first.body);
  });

  it('counts an order that is named twice once, in preview and total', async () => {
    const [order] = await withVersions(plan.manager, [await submitted(plan)]);
    const orders = [order, order];
    for (const path of ['bulk/approve?preview=true', 'bulk/approve']) {
      const { body } = await plan.manager.post(`/api/v1/orders/${path}`, { orders });
      expect(body).toMatchObject({ totalCents: 48_000, outcomes: [{ id: order!.id, done: true }] });
      expect(body.outcomes).toHaveLength(1);
    }
  });

  it('takes a key of 200 characters, once for these orders and never for others', async () => {
    const key = 'k'.repeat(200);
    const [one, other] = await withVersions(plan.manager, [await submitted(plan), await submitted(plan)]);
    const approve = (orders: unknown[]) => plan.manager.post('/api/v1/orders/bulk/approve', { orders }, { key });
    const first = await approve([one]);
    expect(first).toMatchObject({ status: 200, body: { outcomes: [{ done: true }] } });
    expect((await approve([one])).body).toEqual(first.body);
    for (const orders of [[one, other], [other]])
      expect(await approve(orders)).toMatchObject({ status: 422, body: { code: 'idempotency.other-body' } });
    expect((await plan.manager.get(`/api/v1/orders/${other!.id}`)).body.state).toBe('submitted');
  });

  it('refuses more than 200 at once', async () => {
    const orders = Array.from({ length: 201 }, () => ({ id: '018f0000-0000-7000-8000-000000000000', version: 1 }));
    expect(await plan.manager.post('/api/v1/orders/bulk/approve', { orders })).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
  });
});

function multipart(content: Buffer, fileName: string) {
  const boundary = 'craie';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: image/jpeg\r\n\r\n`;
  return {
    body: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`,
  };
}

async function upload(
  person: Person,
  orderId: string,
  kind: string,
  content: Buffer,
  { fileName = 'photo.jpg', key }: { fileName?: string; key?: string } = {},
) {
  const { body, type } = multipart(content, fileName);
  const options = { headers: { 'content-type': type }, ...(key ? { key } : {}) };
  return person.post(`/api/v1/orders/${orderId}/files?kind=${kind}`, body, options);
}

describe('photos', () => {
  const picture = () =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: '#0F5B4A' } }).withExif({
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 26/1 0/1' },
    });

  it('are made anew: no position left in them, whatever they were called', async () => {
    const { id } = await draft(plan);
    const sent = await upload(plan.head, id, 'place-photo', await picture().jpeg().toBuffer(), {
      fileName: '../../etc/passwd.svg',
    });
    expect(sent.status).toBe(201);
    const answer = await house.application.inject({
      method: 'GET',
      url: `/api/v1/orders/${id}/files/${sent.body.id}`,
      cookies: { parc_session: plan.head.token! },
    });
    expect(answer.headers['content-type']).toBe('image/webp');
    expect(await sharp(answer.rawPayload).metadata()).toMatchObject({ format: 'webp', width: 40, height: 30 });
    expect((await sharp(answer.rawPayload).metadata()).exif).toBeUndefined();
  });

  it.each([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
    ['a page', Buffer.from('<html><script>1</script></html>')],
    ['a broken JPEG', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(200)])],
    ['nothing', Buffer.alloc(0)],
  ])('refuse %s', async (_what, content) => {
    const { id } = await draft(plan);
    expect(await upload(plan.head, id, 'place-photo', content)).toMatchObject({
      status: 415,
      body: { code: 'file.not-an-image' },
    });
  });

  it('of a school are not read by another school', async () => {
    const { id } = await draft(plan);
    const sent = await upload(plan.head, id, 'place-photo', await picture().png().toBuffer());
    const other = await house.person('school-head', { school_id: (await house.build.school()).id });
    expect(await other.get(`/api/v1/orders/${id}/files/${sent.body.id}`)).toMatchObject({
      status: 404,
      body: { code: 'order.not-found' },
    });
  });

  it('are not read where they have no place: before its moment, or beyond twelve', async () => {
    const nothing = Buffer.from('no picture');
    expect((await upload(plan.head, await certified(plan), 'place-photo', nothing)).body.code).toBe('file.not-now');
    const { id } = await draft(plan);
    const content = await picture().png().toBuffer();
    for (let i = 0; i < LIMITS.photosPerOrder - 1; i++) await upload(plan.head, id, 'place-photo', content);
    const last = (sent: Buffer) => upload(plan.head, id, 'place-photo', sent, { key: 'twelfth-photo' });
    const twelfth = await last(content);
    expect(twelfth.status).toBe(201);
    expect((await upload(plan.head, id, 'place-photo', nothing)).body.code).toBe('file.too-many');

    // Sent anew under its key it is there, and no thirteenth; another picture under the same key is none.
    expect(await last(content)).toMatchObject({ status: 201, body: twelfth.body });
    expect((await last(nothing)).body.code).toBe('idempotency.other-body');
  });

  it('are 10 MB at the most', async () => {
    const { id } = await draft(plan);
    const large = Buffer.concat([await picture().png().toBuffer(), Buffer.alloc(LIMITS.photoBytes)]);
    expect(await upload(plan.head, id, 'place-photo', large)).toMatchObject({
      status: 413,
      body: { code: 'file.too-large' },
    });
  });

  it('of the place go with every order that a basket becomes', async () => {
    const { id } = await draft(plan, [
      { itemId: plan.itemId, quantity: 1 },
      { itemId: plan.contractItemId, quantity: 1 },
    ]);
    for (const format of ['png', 'webp'] as const)
      expect((await upload(plan.head, id, 'place-photo', await picture().toFormat(format).toBuffer())).status).toBe(
        201,
      );
    const { body } = await plan.head.act(id, 'submit');
    expect(body.orders).toHaveLength(2);
    for (const order of body.orders as { id: string }[]) {
      const { files } = (await plan.head.get(`/api/v1/orders/${order.id}`)).body;
      expect(files.map(({ kind }: { kind: string }) => kind)).toEqual(['place-photo', 'place-photo']);
    }
    // Who carries out the part of the contract sees the place, by its own order.
    const ofContract = (body.orders as { id: string }[]).find((order) => order.id !== id)!;
    const [contents] = await house.sql(
      `select (select array_agg(content order by id) from order_file where order_id = $1)
            = (select array_agg(content order by id) from order_file where order_id = $2) as same`,
      [id, ofContract.id],
    );
    expect(contents).toEqual({ same: true });
  });

  it('are taken out of a draft, and out of nothing that was sent', async () => {
    const { id } = await draft(plan);
    const photo = async () => (await upload(plan.head, id, 'place-photo', await picture().png().toBuffer())).body.id;
    const [wrong, right] = [await photo(), await photo()];
    const address = (fileId: string) => `/api/v1/orders/${id}/files/${fileId}`;
    const other = await house.person('school-head', { school_id: (await house.build.school()).id });
    expect(await other.delete(address(wrong))).toMatchObject({ status: 404, body: { code: 'order.not-found' } });
    // Who may not write the draft takes nothing out of it either.
    expect((await plan.teacher.delete(address(wrong))).status).toBe(403);
    expect((await plan.head.delete(address(wrong))).status).toBe(204);
    expect(await plan.head.delete(address(wrong))).toMatchObject({ status: 404, body: { code: 'object.not-found' } });
    const left = (await plan.head.get(`/api/v1/orders/${id}`)).body.files;
    expect(left.map((file: { id: string }) => file.id)).toEqual([right]);
    await plan.head.act(id, 'submit');
    expect(await plan.head.delete(address(right))).toMatchObject({ status: 409, body: { code: 'order.state' } });
  });

  it('of the work come from who does it, while it is done', async () => {
    const id = await started(plan);
    const content = await picture().png().toBuffer();
    expect((await upload(plan.technician, id, 'report-photo', content)).status).toBe(201);
    expect((await upload(plan.head, id, 'report-photo', content)).status).toBe(409);
  });

  it('stay within their bound, however many arrive at once', async () => {
    const { id } = await draft(plan);
    const content = await picture().png().toBuffer();
    const sent = await Promise.all(
      Array.from({ length: LIMITS.photosPerOrder + 6 }, () => upload(plan.head, id, 'place-photo', content)),
    );
    // Those that a busy house turned away may be sent again: none gets past the bound.
    expect(sent.filter(({ status }) => status === 201).length).toBeLessThanOrEqual(LIMITS.photosPerOrder);
    for (let more = 0; more < LIMITS.photosPerOrder; more++) await upload(plan.head, id, 'place-photo', content);
    const { files } = (await plan.head.get(`/api/v1/orders/${id}`)).body;
    expect(files).toHaveLength(LIMITS.photosPerOrder);
    expect((await upload(plan.head, id, 'place-photo', content)).body.code).toBe('file.too-many');
  });

  it('are counted one after the other: each waits for the order that another holds', async () => {
    const { id } = await draft(plan);
    const held = await Held.row(house, 'installation_order', id);
    const sent = upload(plan.head, id, 'place-photo', await picture().png().toBuffer());
    const waited = await waits(house, sent);
    await held.letGo('rollback');
    expect([waited, (await sent).status]).toEqual([true, 201]);
  });

  it('are another when they are sent as something else, under the same key too', async () => {
    const id = await started(plan);
    const content = await picture().png().toBuffer();
    const key = 'photo-ou-signature';
    const as = (kind: string) => upload(plan.technician, id, kind, content, { key });
    const [work, signature, again] = [await as('report-photo'), await as('signature'), await as('signature')];
    expect([work.status, signature.status]).toEqual([201, 201]);
    expect(again.body).toEqual(signature.body);
    const { files } = (await plan.technician.get(`/api/v1/orders/${id}`)).body;
    expect(files.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['report-photo', 'signature']);
  });

  it('that come after the confirmation are refused in French, by the word of the state', async () => {
    const id = await confirmed(plan);
    const { status, body } = await upload(plan.technician, id, 'signature', await picture().png().toBuffer());
    expect([status, body.code]).toEqual([409, 'file.not-now']);
    expect(body.title).toContain(ORDER_STATES.confirmed.word);
    expect(ORDER_STATE_NAMES.filter((name) => body.title.includes(name))).toEqual([]);
  });
});

describe('documents', () => {
  it('print the order form, and the certificate once certified', async () => {
    const id = await certified(plan);
    for (const document of ['order-form', 'certificate']) {
      const answer = await house.application.inject({
        method: 'GET',
        url: `/api/v1/orders/${id}/documents/${document}`,
        cookies: { parc_session: plan.manager.token! },
      });
      expect(answer.headers['content-type']).toBe('application/pdf');
      expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    }
  });

  it('do not exist before what they attest', async () => {
    const id = await submitted(plan);
    expect((await plan.manager.get(`/api/v1/orders/${id}/documents/certificate`)).status).toBe(404);
  });
});

describe('the exported list', () => {
  it('holds what the list holds, and no formula', async () => {
    await house.arrange(`update installation_order set title = '=HYPERLINK("http://exemple.fr")' where id = $1`, [
      await submitted(plan),
    ]);
    const csv = await plan.manager.get('/api/v1/orders/export.csv?view=to-approve');
    expect(csv.text.split('\r\n')[0]).toBe(
      '\ufeffNuméro;Objet;École;Commune;Secteur;État;Depuis;Envoyée le;Prévue le;Montant TTC, €',
    );
    expect(csv.text).toContain(`"'=HYPERLINK(""http://exemple.fr"")"`);
  });
});
