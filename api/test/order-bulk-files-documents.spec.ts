import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
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

async function upload(person: Person, orderId: string, kind: string, content: Buffer, fileName = 'photo.jpg') {
  const { body, type } = multipart(content, fileName);
  return person.post(`/api/v1/orders/${orderId}/files?kind=${kind}`, body, { headers: { 'content-type': type } });
}

describe('photos', () => {
  const picture = () =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: '#0F5B4A' } }).withExif({
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 26/1 0/1' },
    });

  it('are made anew: no position left in them, whatever they were called', async () => {
    const { id } = await draft(plan);
    const sent = await upload(plan.head, id, 'place-photo', await picture().jpeg().toBuffer(), '../../etc/passwd.svg');
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

  it('of the work come from who does it, while it is done', async () => {
    const id = await started(plan);
    const content = await picture().png().toBuffer();
    expect((await upload(plan.technician, id, 'report-photo', content)).status).toBe(201);
    expect((await upload(plan.head, id, 'report-photo', content)).status).toBe(409);
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
