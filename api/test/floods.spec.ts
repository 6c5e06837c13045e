import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';
import { hashSecret } from '../src/identity/credentials.js';
import type { Refused } from '../src/platform/http/refused.js';
import { readMail } from '../src/maintenance/mail-in/incoming-mail.js';
import { LIMITS } from '../src/platform/limits.js';
import { inTurn, loadOf, type DearWork } from '../src/platform/bounds/dear-work.js';
import type { WorkBound } from '../src/platform/bounds/gate.js';
import { Allocating } from './harness/allocating.js';
import { aDelivery, deliveryGround, sendList } from './harness/delivery-builders.js';
import { sendFleet } from './harness/fleet-imports.js';
import { House } from './harness/house.js';
import type { Answer } from './harness/person.js';
import { certified, draft, smallPlan, submitted, type SmallPlan } from './harness/plan.js';
import { aModule, aModuleFile } from './harness/training-builders.js';
import { csvFile, send } from './harness/uploads.js';
import { aSource, deliver } from './harness/usage-ground.js';

/** Every kind of dear work asked for far beyond its bound, by people signed in and by strangers. */
let house: House;
let plan: SmallPlan;
let ask: Record<DearWork, { times: number; once(i: number): Promise<Answer> }>;

beforeAll(async () => {
  house = await House.open();
  plan = await smallPlan(house, 1_000_000);
  const { manager, head, certifier } = plan;
  const orderId = await certified(plan);
  const orders = [{ id: await submitted(plan), version: 1 }];
  const photographed = await draft(plan);
  const nobody = house.nobody();
  const allocating = await Allocating.in(house, certifier, 2027);
  await house.arrange(`update school set state = 'open' where id = $1`, [plan.school.id]);
  const deliveryId = await aDelivery(manager, await deliveryGround(house));
  const listId = (await sendList(manager, deliveryId, csvFile([['sn'], ['1']]))).body.id;
  await aSource(house, 'tablettes');
  const moduleId = await aModule(house);
  const handoutId = await aModuleFile(house, moduleId, manager.accountId, {
    ...{ content: Buffer.alloc(5_000_000), size_bytes: 5_000_000 },
  });
  const importId = '018f0000-0000-7000-8000-000000000000';
  const photo = Buffer.from(
    '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nnot one\r\n--x--\r\n',
  );
  const guess = { email: 'personne@exemple.fr', password: 'craie-et-ardoise' };
  ask = {
    signIn: { times: 90, once: () => nobody.post('/api/v1/session', guess) },
    password: { times: 60, once: (i) => answered(hashSecret(`craie ${i}`)) },
    upload: {
      times: 40,
      once: () =>
        head.post(`/api/v1/orders/${photographed.id}/files?kind=place-photo`, photo, {
          headers: { 'content-type': 'multipart/form-data; boundary=x' },
        }),
    },
    mailIn: { times: 30, once: () => answered(inTurn('mailIn', null, () => readMail(Buffer.from(LONG_MAIL)))) },
    picture: { times: 0, once: () => Promise.reject(new Error('picture-floods.spec.ts sends them')) },
    document: { times: 30, once: () => manager.get(`/api/v1/orders/${orderId}/documents/order-form`) },
    handout: { times: 30, once: () => manager.get(`/api/v1/training-modules/${moduleId}/files/${handoutId}`) },
    export: { times: 30, once: () => manager.get('/api/v1/orders/export.csv') },
    importFile: {
      times: 30,
      once: (i) =>
        send(
          manager,
          'public-holidays',
          csvFile([
            ['date', 'nom_jour_ferie'],
            ['2027-01-01', `Jour ${i}`],
          ]),
        ),
    },
    usageFile: { times: 30, once: (i) => deliver(manager, 'tablettes', `appareil;semaine\nX${i};2026-W40\n`) },
    importApply: { times: 20, once: () => manager.post(`/api/v1/imports/${importId}/apply`) },
    deliveryList: { times: 30, once: () => sendList(manager, deliveryId, csvFile([['sn'], ['1']])) },
    deliveryEntry: {
      times: 30,
      once: () => manager.post(`/api/v1/delivery-lists/${listId}/enter?preview=true`, {}, { version: 1 }),
    },
    fleetList: {
      times: 30,
      once: () =>
        sendFleet(
          manager,
          csvFile([
            ['Serial', 'Model', 'Salle'],
            ['1', '2', '3'],
          ]),
        ),
    },
    fleetEntry: {
      times: 30,
      once: () => manager.post(`/api/v1/fleet-imports/${importId}/apply?preview=true`, {}, { version: 1 }),
    },
    allocation: { times: 20, once: () => allocating.preview() },
    freeze: { times: 20, once: () => manager.post('/api/v1/editions', OF_NONE) },
    bulk: { times: 30, once: () => manager.post('/api/v1/orders/bulk/approve?preview=true', { orders }) },
  };
}, 60_000);
afterAll(() => house.close());

/** A correction of an edition that is not there: the figures are worked out before it is known. */
const OF_NONE = {
  ...{ title: 'Édition', meetingOn: '2026-12-10', correctsId: '018f0000-0000-7000-8000-000000000000', reason: 'Faux' },
  words: { goodNews: '', worry: '', decision: '' },
};

/** Takes some moments to read. */
const LONG_MAIL = `From: a@exemple.fr\nContent-Type: text/html\n\n${'<p>Bonjour &eacute;</p>\n'.repeat(100_000)}`;

/** What a request that asks for no more than this would be answered. */
const answered = (work: Promise<unknown>): Promise<Answer> =>
  work.then(
    () => ({ status: 204, body: null, headers: {}, text: '' }),
    (refused: Refused) => ({
      status: refused.status,
      body: { code: refused.code },
      headers: { 'retry-after': String(refused.detail.retryAfterSeconds) },
      text: '',
    }),
  );

const flooded = (Object.keys(LIMITS.work) as DearWork[]).filter((kind) => kind !== 'picture');

describe('a flood of', () => {
  it.each(flooded)('%s stays within its bound, and lists and liveness answer meanwhile', async (kind) => {
    const { atOnce, waiting, waitMilliseconds } = LIMITS.work[kind] as WorkBound;
    const { times, once } = ask[kind];
    let over = false;
    const most = { underWay: 0, waiting: 0 };
    const looking = (async () => {
      for (; !over; await turn()) {
        const load = loadOf(kind);
        most.underWay = Math.max(most.underWay, load.underWay);
        most.waiting = Math.max(most.waiting, load.waiting);
      }
    })();
    const sent = Promise.all(Array.from({ length: times }, (_, i) => once(i)));
    const beside = [];
    for (const path of ['/api/v1/orders', '/api/health/live', '/api/health/ready'])
      beside.push((await plan.technician.get(path)).status);
    const answers = await sent;
    over = true;
    await looking;

    expect(beside).toEqual([200, 200, 200]);
    expect(most.underWay).toBeGreaterThan(0);
    expect(most.underWay).toBeLessThanOrEqual(atOnce);
    expect(most.waiting).toBeLessThanOrEqual(waiting);
    const refused = answers.filter(({ body }) => body?.code === 'work.too-many');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(times);
    const told = { status: 429, headers: { 'retry-after': String(Math.ceil(waitMilliseconds / 1000)) } };
    refused.forEach((answer) => expect(answer).toMatchObject(told));
  });

  it.each(flooded)('%s leaves every place free behind it', async (kind) => {
    // A file is read behind its answer.
    for (const end = Date.now() + 10_000; loadOf(kind).underWay > 0 && Date.now() < end;) await turn();
    expect(loadOf(kind)).toEqual({ underWay: 0, waiting: 0 });
    expect((await ask[kind].once(1_000)).body?.code).not.toBe('work.too-many');
  });

  it('one person leaves the others their documents', async () => {
    const orderId = await submitted(plan);
    const flood = Promise.all(Array.from({ length: 60 }, () => ask.document.once(0)));
    expect((await plan.head.get(`/api/v1/orders/${orderId}/documents/order-form`)).status).toBe(200);
    await flood;
  });

  it('sign-ins uses up the tries of nobody who was refused at the door', async () => {
    const { email } = await house.build.account('teacher', { school_id: plan.school.id });
    const body = { email, password: 'une autre' };
    const answers = await Promise.all(
      Array.from({ length: 90 }, (_, i) =>
        i < 80 ? ask.signIn.once(i) : house.nobody().post('/api/v1/session', body),
      ),
    );
    expect(answers.slice(80).map((answer) => answer.body.code)).toEqual(Array(10).fill('work.too-many'));
    expect((await house.signIn(email)).accountId).toBeTruthy();
  });
});
