import { crc32, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeUai } from '@parc/domain';
import sharp from 'sharp';
// eslint-disable-next-line @nx/enforce-module-boundaries -- a fixture is no part of what the library offers
import {
  directoryCells,
  FIXTURE_HEADER,
  FIXTURE_TERRITORY,
} from '../../libs/domain/src/directory/national-directory.fixture.js';
import { House } from './harness/house.js';
import { MailServer } from './harness/mail-server.js';
import type { Person } from './harness/person.js';
import { approved, certified, draft, smallPlan, submitted, type SmallPlan } from './harness/plan.js';
import { csvFile, upload } from './harness/uploads.js';
import { MailSender } from '../src/platform/mail/mail.sender.js';

/** What people type and send, on its way to another's screen, spreadsheet, printer or mailbox. */
const SCRIPT = `<script>alert(1)</script><img src=x onerror=alert(1)>`;
const FORMULA = '=HYPERLINK("http://exemple.fr","Voir")';

let house: House;
let plan: SmallPlan;
let server: MailServer;

beforeAll(async () => {
  server = await MailServer.open();
  house = await House.open({ SMTP_URL: server.url });
  plan = await smallPlan(house, 10_000_000);
}, 60_000);
afterAll(async () => {
  await house.close();
  await server.goAway();
});

/** Cells of an export that a spreadsheet would compute; an amount may be negative. */
function running(text: string): string[] {
  const cells = text.split(/;|\r\n/).map((cell) => cell.replace(/^\ufeff?"?/, ''));
  return cells.filter((cell) => /^[=+@\t]/.test(cell) || (cell.startsWith('-') && !/^-\d+,\d\d"?$/.test(cell)));
}

const raw = (person: Person, url: string) =>
  house.application.inject({ method: 'GET', url, cookies: { parc_session: person.token! } });

/** An order whose every text is the script, submitted. */
async function poisoned(): Promise<string> {
  const room = { name: SCRIPT.slice(0, 100), floor: SCRIPT.slice(0, 60), hasPower: true, hasNetwork: true };
  const rooms = `/api/v1/schools/${plan.school.id}/rooms`;
  const made = await plan.head.post(rooms, { ...room, name: `${SCRIPT} ${Math.random()}`.slice(0, 100) });
  const itemId = await house.build.item({ name: SCRIPT });
  const { body } = await plan.head.post('/api/v1/orders', {
    lines: [{ itemId, quantity: 4, roomId: made.body.id }],
    wishes: [],
    contact: SCRIPT,
    note: SCRIPT,
    prerequisites: [],
  });
  await plan.head.act(body.id, 'submit');
  return body.id;
}

describe('a script that somebody typed', () => {
  it('travels as data: JSON that no browser takes for a page', async () => {
    const answer = await raw(plan.manager, `/api/v1/orders/${await poisoned()}`);
    expect(answer.json().note).toBe(SCRIPT);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
  });

  it('is not repeated by a refusal', async () => {
    const answers = [
      await plan.manager.get(`/api/v1/orders?sort=${encodeURIComponent(SCRIPT)}`),
      await plan.manager.get(`/api/v1/${encodeURIComponent(SCRIPT)}`),
      await plan.manager.post('/api/v1/conventions', { [SCRIPT]: SCRIPT }),
    ];
    for (const { headers, text } of answers) {
      expect(headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(text).not.toContain('onerror=alert(1)>","code":"isIn');
    }
  });

  it('is ink in a PDF: no action, no script, nothing fetched', async () => {
    const id = await poisoned();
    await plan.manager.act(id, 'approve', { reason: SCRIPT });
    const { rawPayload, headers } = await raw(plan.manager, `/api/v1/orders/${id}/documents/order-form`);
    expect(rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(rawPayload.toString('latin1')).not.toMatch(/\/(JavaScript|JS|OpenAction|AA|URI|Launch|EmbeddedFile)\b/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('is plain text in a mail', async () => {
    await poisoned();
    await house.build.account('school-head', { school_id: plan.school.id }, { email: 'lectrice@exemple.fr' });
    server.received.length = 0;
    const admin = await house.person('administrator');
    const invited = {
      email: 'nouvelle@exemple.fr',
      name: SCRIPT,
      role: 'teacher',
      scopeId: plan.school.id,
      fromDay: '2026-10-06',
    };
    expect((await admin.post('/api/v1/accounts', invited)).status).toBe(201);
    await house.application.get(MailSender).sendDue();
    expect(server.received.length).toBeGreaterThan(0);
    for (const { source } of server.received) {
      expect(source).toMatch(/^Content-Type: text\/plain/m);
      expect(source).not.toMatch(/text\/html/);
    }
  });

  it('or a formula in an imported cell is text in the preview, and runs in none of its exports', async () => {
    for (const insee of FIXTURE_TERRITORY) await house.build.commune({ insee_code: insee, name: `Commune ${insee}` });
    const rows = [SCRIPT, FORMULA].map((name, position) =>
      directoryCells({ uai: makeUai('042', 9_201 + position), name }),
    );
    const refused = directoryCells({ uai: FORMULA, name: SCRIPT });
    const preview = await upload(plan.manager, 'national-directory', csvFile([FIXTURE_HEADER, ...rows, refused]));
    expect(preview.counts).toMatchObject({ created: 2, refused: 1 });
    const changes = await raw(plan.manager, `/api/v1/imports/${preview.id}/changes`);
    expect(changes.headers['content-type']).toMatch(/^application\/json/);
    for (const part of ['changes.csv', 'refusals.csv']) {
      const { text } = await plan.manager.get(`/api/v1/imports/${preview.id}/${part}`);
      expect(text).toContain('HYPERLINK');
      expect(running(text)).toEqual([]);
    }
  });
});

describe('a formula', () => {
  it.each([FORMULA, '+1+cmd|calc', '-2+3+cmd|calc', '@SUM(1)', '\t=1'])('%j runs in no export', async (formula) => {
    const school = await house.build.school({ name: formula });
    await house.build.convention(school);
    await house.build.envelope(school.id, 100_000);
    const order = await submitted(plan);
    await house.arrange('update installation_order set title = $2 where id = $1', [order, formula]);
    const transfer = {
      year: 2026,
      from: { schoolId: plan.school.id, kind: 'installation' },
      to: { schoolId: null, kind: 'installation' },
      amountCents: 100,
      reason: formula,
    };
    await plan.manager.post('/api/v1/budgets/transfers', transfer);
    const exports = [
      '/api/v1/orders/export.csv',
      '/api/v1/schools/export.csv',
      `/api/v1/schools/${plan.school.id}/budgets/2026/installation/entries.csv`,
    ];
    for (const url of exports) {
      const { text, status } = await plan.manager.get(url);
      expect([url, status]).toEqual([url, 200]);
      expect([url, running(text)]).toEqual([url, []]);
    }
  });
});

/** A true PNG, black and square: few bytes, and more pixels than are unpacked. */
function blackWall(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const pixels = deflateSync(Buffer.alloc(side * (side / 8 + 1)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

describe('a photo', () => {
  const multipart = (content: Buffer, name: string, type: string) => {
    const head = `--craie\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`;
    return Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--craie--\r\n')]);
  };
  const send = async (content: Buffer, name = 'photo.jpg', type = 'image/jpeg') => {
    const { id } = await draft(plan);
    const sent = await plan.head.post(`/api/v1/orders/${id}/files?kind=place-photo`, multipart(content, name, type), {
      headers: { 'content-type': 'multipart/form-data; boundary=craie' },
    });
    return { ...sent, id };
  };
  const jpeg = () =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: '#0F5B4A' } })
      .jpeg()
      .toBuffer();

  it('that is a page or an archive besides keeps only its pixels', async () => {
    const page = Buffer.from(`${SCRIPT}PK\u0003\u0004`);
    const sent = await send(Buffer.concat([await jpeg(), page]));
    const { rawPayload, headers } = await raw(plan.head, `/api/v1/orders/${sent.id}/files/${sent.body.id}`);
    expect(rawPayload.includes('<script>')).toBe(false);
    expect(headers).toMatchObject({ 'content-type': 'image/webp', 'content-security-policy': "default-src 'none'" });
  });

  it('of more pixels than a wall is refused before it is unpacked', async () => {
    const bomb = blackWall(7_200);
    expect(bomb.length).toBeLessThan(20_000);
    expect((await send(bomb, 'photo.png', 'image/png')).body.code).toBe('file.too-many-pixels');
  });

  it.each([
    ['an SVG under another name', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`), 'image/png'],
    ['a page said to be a picture', Buffer.from(`<!doctype html>${SCRIPT}`), 'image/jpeg'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
    ['an animation’s beginning', Buffer.from('GIF89a'), 'image/gif'],
  ])('is not %s', async (_what, content, type) => {
    expect((await send(content, 'photo.png', type)).body.code).toBe('file.not-an-image');
  });

  it.each(['../../../etc/passwd', '..\\..\\photo.jpg', 'photo\u0000.svg', '"; filename="x.html'])(
    'called %j is kept under a name of ours',
    async (name) => {
      const sent = await send(await jpeg(), name);
      const [file] = await house.sql<{ name: string }>('select name from order_file where order_id = $1', [sent.id]);
      expect(file!.name).toBe('place-photo.webp');
    },
  );

  it('larger than allowed is not read to its end', async () => {
    const sent = await send(Buffer.concat([await jpeg(), Buffer.alloc(11 * 1024 * 1024)]));
    expect(sent.body.code).toBe('file.too-large');
  });
});

describe('a header', () => {
  it('is not written by what somebody typed: neither in a mail nor in an answer', async () => {
    const admin = await house.person('administrator');
    const invitation = { name: 'Zoé', role: 'teacher', scopeId: plan.school.id, fromDay: '2026-10-06' };
    for (const email of [
      'a@exemple.fr\r\nBcc: b@exemple.fr',
      'a@exemple.fr,b@exemple.fr',
      'a@exemple.fr%0aBcc:b@exemple.fr',
    ]) {
      expect((await admin.post('/api/v1/accounts', { ...invitation, email })).body.code).toBe('request.invalid');
    }
    server.received.length = 0;
    const name = 'Zoé\r\nBcc: espion@exemple.fr';
    await admin.post('/api/v1/accounts', { ...invitation, email: 'zoe@exemple.fr', name });
    await house.application.get(MailSender).sendDue();
    for (const { source, to } of server.received) {
      expect(source.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m);
      expect(to).not.toContain('espion@exemple.fr');
    }
    const { headers } = await raw(plan.manager, `/api/v1/orders/${await certified(plan)}/documents/certificate`);
    expect(headers['content-disposition']).toMatch(/^inline; filename="[\w.-]+"$/);
    expect(await approved(plan)).toBeTruthy();
  });
});
