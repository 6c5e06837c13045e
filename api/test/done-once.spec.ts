import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { House } from './harness/house.js';
import type { Person } from './harness/person.js';
import { certified, fullReport, scheduled, slot, smallPlan, started, type SmallPlan } from './harness/plan.js';

/** What a phone sends late, twice, or after its answer was forgotten is done once; who wrote alone meets no conflict. */

let house: House;
let plan: SmallPlan;

beforeAll(async () => {
  house = await House.open();
  plan = await smallPlan(house, 20_000_000);
});
afterAll(() => house.close());

const forget = () => house.sql('delete from idempotency_key');

async function versionOf(id: string): Promise<number> {
  const [order] = await house.sql<{ version: number }>('select version from installation_order where id = $1', [id]);
  return order!.version;
}

async function movesOf(id: string, action: string): Promise<number> {
  const [moves] = await house.sql<{ count: number }>(
    'select count(*)::int as count from order_move where order_id = $1 and action = $2',
    [id, action],
  );
  return moves!.count;
}

function post(person: Person, id: string, action: string, version: number, body?: unknown, key: string = randomUUID()) {
  return person.post(`/api/v1/orders/${id}/${action}`, body, { version, key });
}

const later = { reason: 'Il manque un câble.' };

describe('a repeat whose answer was forgotten', () => {
  it('answers what happened, and does nothing again', async () => {
    const id = await scheduled(plan);
    const version = await versionOf(id);
    const key = randomUUID();
    const first = await post(plan.technician, id, 'start', version, undefined, key);
    expect(first).toMatchObject({ status: 200, body: { id, version: version + 1, state: 'in-progress' } });
    // The order has gone on, and its answer is no longer kept: twice, so that what is kept anew is the same.
    expect((await post(plan.technician, id, 'interrupt', version + 1, later)).status).toBe(200);
    await forget();
    for (let again = 0; again < 2; again++)
      expect(await post(plan.technician, id, 'start', version, undefined, key)).toMatchObject({
        status: 200,
        body: first.body,
      });
    expect([await movesOf(id, 'start'), await versionOf(id)]).toEqual([1, version + 2]);
  });

  it('is one among twenty at once', async () => {
    const id = await scheduled(plan);
    const version = await versionOf(id);
    const key = randomUUID();
    const twenty = () =>
      Promise.all(Array.from({ length: 20 }, () => post(plan.technician, id, 'start', version, undefined, key)));
    const answers = await twenty();
    await forget();
    answers.push(...(await twenty()));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(200);
    expect(await movesOf(id, 'start')).toBe(1);
  });

  it('is refused with another body, or on another route', async () => {
    const id = await started(plan);
    const version = await versionOf(id);
    const key = randomUUID();
    expect((await post(plan.technician, id, 'interrupt', version, later, key)).status).toBe(200);
    await forget();
    const other = await post(plan.technician, id, 'interrupt', version, { reason: 'Autre chose.' }, key);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.other-body' } });
    const elsewhere = await post(plan.technician, id, 'start', version + 1, undefined, key);
    expect(elsewhere).toMatchObject({ status: 422, body: { code: 'idempotency.other-body' } });
    expect(await versionOf(id)).toBe(version + 1);
  });

  it('is another person’s own under the same key', async () => {
    const [mine, theirs] = [await scheduled(plan), await scheduled(plan, 'contract')];
    const key = randomUUID();
    expect((await post(plan.technician, mine, 'start', await versionOf(mine), undefined, key)).status).toBe(200);
    expect((await post(plan.installer, theirs, 'start', await versionOf(theirs), undefined, key)).status).toBe(200);
  });
});

describe('a version that was seen', () => {
  it('may have been passed by one’s own moves alone', async () => {
    const id = await scheduled(plan);
    const version = await versionOf(id);
    expect((await post(plan.technician, id, 'start', version)).status).toBe(200);
    expect((await post(plan.technician, id, 'interrupt', version, later)).status).toBe(200);
    expect((await post(plan.technician, id, 'start', version)).status).toBe(200);
    const report = { ...(await fullReport(plan.technician, id)), seenCents: 48_000 };
    expect((await post(plan.technician, id, 'report', version, report)).status).toBe(200);
  });

  it('is stale once another has moved, before or between one’s own', async () => {
    const id = await scheduled(plan);
    const version = await versionOf(id);
    expect((await post(plan.technician, id, 'start', version)).status).toBe(200);
    expect((await post(plan.technician, id, 'interrupt', version, later)).status).toBe(200);
    const moved = await post(plan.manager, id, 'move', version + 2, {
      ...slot(plan.technician.accountId),
      reason: 'La salle est prise.',
    });
    expect(moved.status).toBe(200);
    for (const seen of [version, version + 1, version + 2])
      expect(await post(plan.technician, id, 'start', seen)).toMatchObject({
        status: 412,
        body: { code: 'version.stale' },
      });
    expect((await post(plan.technician, id, 'start', version + 3)).status).toBe(200);
    // Not from the future, and no one else's for who decides.
    expect((await post(plan.technician, id, 'interrupt', version + 9, later)).status).toBe(412);
  });

  it('lets exactly one pass when another decides at the same instant', async () => {
    const ids = await inTurn(12, () => scheduled(plan));
    const rounds = await Promise.all(
      ids.map(async (id) => {
        const version = await versionOf(id);
        const asked = { ...slot(plan.technician.accountId), reason: 'La salle est prise.' };
        const answers = await Promise.all([
          post(plan.technician, id, 'start', version),
          post(plan.manager, id, 'move', version, asked),
          post(plan.technician, id, 'interrupt', version, later),
        ]);
        return { id, statuses: answers.map(({ status }) => status), passed: (await versionOf(id)) - version };
      }),
    );
    for (const { statuses, passed } of rounds) {
      const [start, move, interrupt] = statuses;
      // Whoever came first, the other's version was passed by somebody else.
      expect([start, move].sort()).toEqual([200, 412]);
      expect([200, 409, 412]).toContain(interrupt);
      expect(passed).toBe(statuses.filter((status) => status === 200).length);
    }
  });
});

async function inTurn<T>(count: number, make: () => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let i = 0; i < count; i++) made.push(await make());
  return made;
}

function picture(shade: number): Promise<Buffer> {
  const background = { r: shade, g: 80, b: 40 };
  return sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

function announced(content: Buffer) {
  return {
    id: randomUUID() as string,
    sha256: createHash('sha256').update(content).digest('hex'),
    sizeBytes: content.length,
  };
}

function sendPhoto(person: Person, orderId: string, content: Buffer, slotId?: string, key: string = randomUUID()) {
  const boundary = 'limite-des-photos';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="p.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const query = slotId ? `&slot=${slotId}` : '';
  return person.send('POST', `/api/v1/orders/${orderId}/files?kind=report-photo${query}`, payload, {
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'idempotency-key': key,
  });
}

async function reportWith(id: string, photos: ReturnType<typeof announced>[]) {
  const report = { ...(await fullReport(plan.technician, id)), seenCents: 48_000, photos };
  return post(plan.technician, id, 'report', await versionOf(id), report);
}

describe('a photo that the report has announced', () => {
  it('fills its place whatever became of the order, once under whatever key', async () => {
    const id = await started(plan);
    const [one, two] = [await picture(10), await picture(200)];
    const places = [announced(one), announced(two)];
    expect((await reportWith(id, places)).status).toBe(200);
    expect((await plan.head.act(id, 'confirm')).status).toBe(200);
    expect((await plan.certifier.act(id, 'certify')).status).toBe(200);

    expect((await sendPhoto(plan.technician, id, one)).body.code).toBe('file.not-now');
    expect((await sendPhoto(plan.technician, id, two, places[0]!.id)).body.code).toBe('file.not-as-announced');
    const [key, other] = [randomUUID(), randomUUID()];
    const first = await sendPhoto(plan.technician, id, one, places[0]!.id, key);
    expect(first.status).toBe(201);
    await forget();
    for (const again of [key, other])
      expect(await sendPhoto(plan.technician, id, one, places[0]!.id, again)).toMatchObject({
        status: 201,
        body: first.body,
      });
    const at = await Promise.all([1, 2, 3].map(() => sendPhoto(plan.technician, id, two, places[1]!.id)));
    expect(new Set(at.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect((await plan.technician.get(`/api/v1/orders/${id}`)).body.files).toHaveLength(2);
  });

  it('is the one of who announced it, for sixty days', async () => {
    const id = await started(plan);
    const content = await picture(90);
    const place = announced(content);
    expect((await reportWith(id, [place])).status).toBe(200);
    const colleague = await house.person('technician');
    expect((await sendPhoto(colleague, id, content, place.id)).body.code).toBe('file.slot-unknown');
    expect((await sendPhoto(plan.technician, id, content, randomUUID())).body.code).toBe('file.slot-unknown');
    expect((await sendPhoto(plan.technician, await certified(plan), content, place.id)).body.code).toBe(
      'file.slot-unknown',
    );

    const old = [randomUUID(), randomUUID()];
    for (const [i, days] of [59, 61].entries())
      await house.sql(
        `insert into photo_slot (id, order_id, sha256, size_bytes, announced_by, announced_at)
         values ($1, $2, $3, $4, $5, $6::timestamptz - make_interval(days => $7))`,
        [old[i], id, place.sha256, place.sizeBytes, plan.technician.accountId, House.START, days],
      );
    expect((await sendPhoto(plan.technician, id, content, old[0])).status).toBe(201);
    expect((await sendPhoto(plan.technician, id, content, old[1])).body.code).toBe('file.slot-unknown');
  });

  it('takes one of the twelve places, and is no other order’s', async () => {
    const [id, other] = [await started(plan), await started(plan)];
    const content = await picture(120);
    const twelve = Array.from({ length: 12 }, () => announced(content));
    expect((await sendPhoto(plan.technician, id, content)).status).toBe(201);
    expect((await reportWith(id, twelve)).body.code).toBe('file.too-many');
    expect((await reportWith(id, twelve.slice(1))).status).toBe(200);
    expect((await reportWith(other, twelve.slice(1, 2))).body.code).toBe('file.slot-unknown');
  });
});
