import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { MailSender } from '../src/platform/mail/mail.sender.js';
import { ReplyAddresses } from '../src/platform/mail/reply-addresses.js';
import { LIMITS } from '../src/platform/limits.js';
import { aFleet, type Fleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import { MailServer } from './harness/mail-server.js';
import type { Person } from './harness/person.js';
import { SmtpTalk } from './harness/smtp-talk.js';
import { actOn, aTicket, ticketRow } from './harness/ticket-builders.js';
import { Wire } from './harness/wire.js';

/** Answers to notices, over a real SMTP conversation on a real port. */
let house: House;
let outside: MailServer;
let wire: Wire;
let port: number;
let fleet: Fleet;
let head: Person;
let teacher: Person;
let technician: Person;
let ticketId: string;
let number: string;

const SECRET = 'une clé de trente-deux caractères au moins';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return free;
}

beforeAll(async () => {
  port = await freePort();
  outside = await MailServer.open();
  wire = new Wire();
  house = await House.open(
    {
      ...{ SMTP_URL: outside.url, REPLY_DOMAIN: 'reponse.exemple.fr', SECRET_KEY: SECRET },
      ...{ MAIL_IN_PORT: String(port), HOST: '127.0.0.1' },
    },
    undefined,
    (url) => wire.to(url),
  );
  fleet = await aFleet(house);
  head = await house.person('school-head', { school_id: fleet.school.id });
  teacher = await house.person('teacher', { school_id: fleet.school.id });
  technician = await house.person('technician');
});
afterAll(async () => {
  await house.close();
  await wire.close();
  await outside.goAway();
});
beforeEach(async () => {
  house.setNow(House.START);
  outside.received.length = 0;
  await house.sql('delete from mail');
  await house.sql('delete from mail_refusal');
  await house.sql('delete from received_mail');
  ticketId = await aTicket(house, { ...ground() }, 'assigned');
  number = (await ticketRow(house, ticketId)).number as string;
});

const ground = () => ({
  ...{ schoolId: fleet.school.id, reporterId: teacher.accountId, technicianId: technician.accountId },
});
const addressOf = (person: Person, ticket = number) =>
  house.application.get(ReplyAddresses).of({ ticket, accountId: person.accountId })!;
const emailOf = async ({ accountId }: Person) =>
  (await house.sql<{ email: string }>('select email from account where id = $1', [accountId]))[0]!.email;
const comments = (id = ticketId) =>
  house.sql<{ text: string; internal: boolean; role: string; account_id: string }>(
    'select text, internal, role, account_id from ticket_comment where ticket_id = $1 order by at, id',
    [id],
  );
const refusals = async () =>
  Object.fromEntries(
    (
      await house.sql<{ reason: string; count: number }>(
        'select reason, sum(count)::int as count from mail_refusal group by reason',
      )
    ).map((row) => [row.reason, row.count]),
  );

interface Sent {
  from?: string;
  to?: string;
  envelope?: { from: string; to: string };
  subject?: string;
  text?: string;
  html?: string;
  headers?: Record<string, string>;
  messageId?: string;
  attachments?: { filename: string; content: Buffer }[];
}

/** By another's mail server. @returns the status that ours ends with */
async function send(person: Person, mail: Sent = {}): Promise<number> {
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
  try {
    const from = mail.from ?? (await emailOf(person));
    const to = mail.to ?? addressOf(person);
    const { response } = await transport.sendMail({
      from,
      to,
      subject: `Re: Ticket ${number}`,
      text: 'Bien reçu.',
      ...mail,
    });
    return Number(response.slice(0, 3));
  } catch (error) {
    return (error as { responseCode?: number }).responseCode ?? 0;
  } finally {
    transport.close();
  }
}

describe('an answer to a notice', () => {
  it('goes to the address of the notice, and is a comment to the school', async () => {
    expect(
      (
        await actOn(house, technician, ticketId, 'wait', {
          reason: 'Il faut la clé de la salle',
          waitFor: 'school',
          reviewOn: '2026-10-20',
        })
      ).status,
    ).toBe(200);
    await house.application.get(MailSender).sendDue();
    const email = await emailOf(head);
    const notice = outside.received.find(({ to }) => to.includes(email))!.source;
    const [, address] = /^Reply-To: .*<(.+)>/m.exec(notice.replaceAll(/\r\n[ \t]+/g, ' '))!;
    expect(address!.split('@')[0]!.length).toBeLessThanOrEqual(64);
    expect(notice).toContain(`References: <${number.toLowerCase()}@parc-ecole>`);
    expect(notice).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(await house.sql('select body from mail where recipient = $1', [email])).toMatchObject([
      { body: expect.stringContaining('Répondez à ce message') },
    ]);
    const quoted =
      'La clé est chez la gardienne.\n\nLe mar. 6 oct. 2026 à 09:12, Parc École <x@y.fr> a écrit :\n> Bonjour,';
    expect(await send(head, { to: address!, text: quoted })).toBe(250);
    expect(await comments()).toEqual([
      { text: 'La clé est chez la gardienne.', internal: false, role: 'school-head', account_id: head.accountId },
    ]);
    // It waited for the school, which has answered.
    expect(await ticketRow(house, ticketId)).toMatchObject({ state: 'assigned' });
    const { body } = await technician.get(`/api/v1/tickets/${ticketId}`);
    expect(JSON.stringify(body)).toContain('La clé est chez la gardienne.');
  });

  it('of a technician is to the school too, never a note', async () => {
    expect(await send(technician)).toBe(250);
    expect(await comments()).toMatchObject([{ internal: false, role: 'technician' }]);
  });

  it('that is HTML alone is its words, and nothing of it is markup', async () => {
    const html =
      '<html><style>p{}</style><p>La prise &eacute;tait <b>d&eacute;branch&eacute;e</b>.</p><script>alert(1)</script><blockquote>Bonjour</blockquote></html>';
    expect(await send(head, { text: undefined, html })).toBe(250);
    expect(await comments()).toMatchObject([{ text: 'La prise était débranchée.' }]);
  });

  it('says how many attachments are not kept', async () => {
    const attachments = ['a.jpg', 'b.pdf'].map((filename) => ({ filename, content: Buffer.alloc(2_000, 7) }));
    expect(await send(head, { attachments })).toBe(250);
    expect(await comments()).toMatchObject([
      { text: expect.stringMatching(/^Bien reçu\.\n\n\[2 pièces jointes n’ont pas/) },
    ]);
  });

  it('delivered twice, even at once, is there once', async () => {
    const statuses = await Promise.all([1, 2, 3, 4].map(() => send(head, { messageId: '<un@exemple.fr>' })));
    expect(statuses).toEqual([250, 250, 250, 250]);
    expect(await send(head, { messageId: '<un@exemple.fr>' })).toBe(250);
    expect(await comments()).toHaveLength(1);
    expect(await refusals()).toEqual({});
  });

  it('without a Message-ID is known by its text', async () => {
    const raw = `From: ${await emailOf(head)}\r\nSubject: Re\r\n\r\nSans identifiant.`;
    for (let time = 0; time < 2; time++) {
      const talk = await SmtpTalk.open(port);
      expect(await talk.deliver(await emailOf(head), addressOf(head), raw)).toBe(250);
      talk.end();
    }
    expect(await comments()).toHaveLength(1);
  });

  it('may come to an address whose case a server has changed', async () => {
    expect(await send(head, { to: addressOf(head).toUpperCase() })).toBe(250);
    expect(await comments()).toHaveLength(1);
  });
});

describe('refused in the conversation', () => {
  it.each<[string, (address: string) => string]>([
    ['a seal that was changed', (address) => address.replace(/.@/, (end) => (end.startsWith('a') ? 'b@' : 'a@'))],
    ['another ticket under the same seal', (address) => address.replace(/^t-2026-\d+/, 't-2026-99999')],
    ['no address of ours', () => 'quelqu.un@reponse.exemple.fr'],
    ['another domain', (address) => address.replace('reponse.', '')],
  ])('%s', async (_what, change) => {
    expect(await send(head, { to: change(addressOf(head)) })).toBe(550);
    expect(await refusals()).toEqual({ forged: 1 });
    expect(await comments()).toEqual([]);
  });

  it('an address of another account under the same seal', async () => {
    const [local] = addressOf(head).split('@');
    const [other] = addressOf(teacher).split('@');
    const grafted = `${other!.slice(0, -16)}${local!.slice(-16)}@reponse.exemple.fr`;
    expect(await send(head, { to: grafted })).toBe(550);
  });

  it('an address that is too old', async () => {
    const to = addressOf(head);
    house.setNow('2026-12-05T08:00:00Z');
    expect(await send(head, { to })).toBe(250);
    house.setNow('2026-12-06T08:00:00Z');
    expect(await send(head, { to })).toBe(550);
    expect(await refusals()).toEqual({ expired: 1 });
  });

  it.each(['from another address', 'from nobody', 'from two'])('a sender %s', async (which) => {
    const email = await emailOf(head);
    const from = {
      'from another address': 'autre@exemple.fr',
      'from nobody': '',
      'from two': `${email}, autre@exemple.fr`,
    };
    const raw = `From: ${from[which as keyof typeof from]}\r\nSubject: Re\r\n\r\nBonjour`;
    const talk = await SmtpTalk.open(port);
    expect(await talk.deliver(email, addressOf(head), raw)).toBe(550);
    talk.end();
    expect(await refusals()).toEqual({ foreign: 1 });
  });

  it('a sender from two From lines', async () => {
    const email = await emailOf(head);
    const talk = await SmtpTalk.open(port);
    const raw = `From: ${email}\r\nFrom: autre@exemple.fr\r\nSubject: Re\r\n\r\nBonjour`;
    expect(await talk.deliver(email, addressOf(head), raw)).toBe(550);
    talk.end();
    expect(await comments()).toEqual([]);
  });

  it('who no longer has a role there, or an account', async () => {
    const gone = await house.person('teacher', { school_id: fleet.school.id });
    const to = addressOf(gone);
    await house.arrange('update assignment set to_day = $2 where account_id = $1', [gone.accountId, '2026-10-01']);
    expect(await send(gone, { to })).toBe(550);
    await house.arrange('update account set active = false where id = $1', [gone.accountId]);
    expect(await send(gone, { to })).toBe(550);
    expect(await refusals()).toEqual({ 'not-allowed': 2 });
  });

  it('who never could read the ticket, whatever address they hold', async () => {
    const elsewhere = await house.person('school-head', { school_id: (await aFleet(house)).school.id });
    expect(await send(elsewhere)).toBe(550);
    const officer = await house.person('commune-officer', { commune_id: fleet.school.communeId });
    expect(await send(officer)).toBe(550);
    expect(await comments()).toEqual([]);
  });

  it('what says nothing above what it quotes', async () => {
    expect(await send(head, { text: '> Bonjour,\n> le ticket\n-- \nJeanne' })).toBe(550);
    expect(await refusals()).toEqual({ empty: 1 });
  });

  it('more than a person writes in an hour, and for that hour alone', async () => {
    for (let count = 0; count < LIMITS.mailIn.perAccountAndHour; count++)
      await house.build.insert('received_mail', {
        ...{ message_hash: Buffer.from(`n${count}`), account_id: head.accountId, ticket_id: ticketId },
        ...{ received_at: House.START },
      });
    expect(await send(head)).toBe(450);
    expect(await refusals()).toEqual({ 'too-many': 1 });
    expect(await send(teacher)).toBe(250);
    house.setNow('2026-10-06T08:00:01Z');
    expect(await send(head)).toBe(250);
    expect(await comments()).toHaveLength(2);
  });
});

describe('what a machine wrote', () => {
  it.each<[string, Sent]>([
    ['an out-of-office notice by its header', { headers: { 'Auto-Submitted': 'auto-replied' } }],
    ['one by its subject', { subject: 'Réponse automatique : Ticket' }],
    ['a list', { headers: { Precedence: 'bulk' } }],
    ['an autoresponder', { headers: { 'X-Autoreply': 'yes' } }],
    ['a bounce', { envelope: { from: '', to: '' } }],
  ])('%s is taken and dropped, and nobody is written to', async (_what, mail) => {
    const to = addressOf(head);
    expect(await send(head, mail.envelope ? { envelope: { from: '', to } } : mail)).toBe(250);
    expect(await refusals()).toEqual({ automatic: 1 });
    expect(await comments()).toEqual([]);
    expect(await house.sql('select from mail')).toEqual([]);
  });

  it('is ours that came back: dropped too', async () => {
    expect(await send(head, { messageId: '<0199c1@parc-ecole>' })).toBe(250);
    expect(await send(head, { headers: { 'X-Parc-Ecole': 'avis' } })).toBe(250);
    expect(await refusals()).toEqual({ loop: 2 });
    expect(await comments()).toEqual([]);
  });
});

describe('a ticket that is over', () => {
  it.each(['closed', 'cancelled', 'merged'] as const)(
    '%s says so by a mail that cannot be answered, once a day',
    async (state) => {
      const over = await aTicket(house, ground(), state);
      const to = addressOf(head, (await ticketRow(house, over)).number as string);
      for (let time = 0; time < 3; time++) expect(await send(head, { to })).toBe(250);
      expect(await comments(over)).toEqual([]);
      const told = await house.sql('select recipient, answers, body from mail');
      expect(told).toMatchObject([{ recipient: await emailOf(head), answers: null }]);
      house.setNow('2026-10-07T07:00:00Z');
      expect(await send(head, { to })).toBe(250);
      expect(await house.sql('select from mail')).toHaveLength(2);
      expect(await refusals()).toEqual({ over: 3 + 1 });
    },
  );

  it('resolved can still be answered', async () => {
    const resolved = await aTicket(house, ground(), 'resolved');
    expect(await send(head, { to: addressOf(head, (await ticketRow(house, resolved)).number as string) })).toBe(250);
    expect(await comments(resolved)).toHaveLength(1);
  });
});

describe('the bounds of a conversation', () => {
  const LINE = `${'x'.repeat(70)}\r\n`;

  it('20 MB are let go by and refused, and never held', async () => {
    const talk = await SmtpTalk.open(port);
    expect(await talk.together([`MAIL FROM:<${await emailOf(head)}>`, `RCPT TO:<${addressOf(head)}>`, 'DATA'])).toEqual(
      [...[250, 250, 354]],
    );
    const piece = Buffer.from(LINE.repeat(1_000));
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    collect();
    const held = process.memoryUsage().arrayBuffers;
    let most = 0;
    for (let sent = 0; sent < 20 * 1024 * 1024; sent += piece.length) {
      if (!talk.socket.write(piece)) await once(talk.socket, 'drain');
      if ((sent / piece.length) % 20 !== 0) continue;
      collect();
      most = Math.max(most, process.memoryUsage().arrayBuffers - held);
    }
    expect(await talk.say('\r\n.')).toBe(552);
    talk.end();
    // What the limit lets in, and what both ends have under way.
    expect(most).toBeLessThan(LIMITS.mailIn.bytes + 4 * 1024 * 1024);
    expect(await refusals()).toEqual({ 'too-large': 1 });
    expect(await comments()).toEqual([]);
  });

  it('a size that is announced is refused before a byte of it', async () => {
    const talk = await SmtpTalk.open(port);
    expect(await talk.say(`MAIL FROM:<a@exemple.fr> SIZE=${20 * 1024 * 1024}`)).toBe(552);
    talk.end();
    expect(await refusals()).toEqual({ 'too-large': 1 });
  });

  it('one recipient a message', async () => {
    const talk = await SmtpTalk.open(port);
    await talk.say('MAIL FROM:<a@exemple.fr>');
    expect(await talk.say(`RCPT TO:<${addressOf(head)}>`)).toBe(250);
    expect(await talk.say(`RCPT TO:<${addressOf(teacher)}>`)).toBe(452);
    talk.end();
  });

  it('commands that come together are answered in their order', async () => {
    const talk = await SmtpTalk.open(port);
    const email = await emailOf(head);
    expect(await talk.together([`MAIL FROM:<${email}>`, `RCPT TO:<${addressOf(head)}>`, 'DATA'])).toEqual([
      250, 250, 354,
    ]);
    expect(await talk.say(`From: ${email}\r\nSubject: Re\r\n\r\nEn une fois.\r\n.`)).toBe(250);
    talk.end();
    expect(await comments()).toMatchObject([{ text: 'En une fois.' }]);
  });

  it('nobody signs in, and no command of another kind is taken', async () => {
    const talk = await SmtpTalk.open(port);
    expect(await talk.say('AUTH PLAIN AGEAYg==')).toBeGreaterThanOrEqual(500);
    expect(await talk.say('STARTTLS')).toBeGreaterThanOrEqual(500);
    expect(await talk.say('VRFY quelqu.un')).toBeGreaterThanOrEqual(250);
    expect(await talk.say('DATA')).toBe(503);
    talk.end();
  });

  it('so many at once; those beyond are told to come again', async () => {
    const talks = await Promise.all(Array.from({ length: LIMITS.mailIn.clients }, () => SmtpTalk.open(port)));
    const socket = connect(port, '127.0.0.1');
    const [said] = (await once(socket, 'data')) as [Buffer];
    expect(said.toString()).toMatch(/^421 /);
    socket.destroy();
    for (const talk of talks) talk.end();
  });

  it('a database that is down: the server that brings it comes again, and nothing is lost', async () => {
    const to = addressOf(head);
    const from = await emailOf(head);
    wire.down(true);
    expect(await send(head, { messageId: '<plus-tard@exemple.fr>', to, from })).toBe(451);
    wire.down(false);
    expect(await send(head, { messageId: '<plus-tard@exemple.fr>' })).toBe(250);
    expect(await comments()).toHaveLength(1);
  });
});

describe('a commit whose answer was lost', () => {
  it.each(['before-commit', 'after-commit'] as const)('%s: it comes again, and is there once', async (where) => {
    const [to, from] = [addressOf(head), await emailOf(head)];
    wire.cutNext(where);
    expect(await send(head, { messageId: `<${where}@exemple.fr>`, to, from })).toBe(451);
    expect(await send(head, { messageId: `<${where}@exemple.fr>`, to, from })).toBe(250);
    expect(await comments()).toHaveLength(1);
  });
});

describe('what a manager reads of it', () => {
  it('is how many and why in thirty days, and nothing that was said', async () => {
    await send(head, { from: 'autre@exemple.fr' });
    house.setNow('2026-10-07T07:00:00Z');
    await send(head, { from: 'autre@exemple.fr' });
    await send(head, { subject: 'Absence du bureau' });
    let reader = await house.person('plan-manager');
    const read = async () => (await reader.get('/api/v1/mail-refusals')).body;
    expect(await read()).toEqual({
      answered: true,
      items: [
        { reason: 'foreign', count: 2, lastOn: '2026-10-07' },
        { reason: 'automatic', count: 1, lastOn: '2026-10-07' },
      ],
    });
    house.setNow('2026-11-06T08:00:00Z');
    reader = await house.person('plan-manager');
    expect((await read()).items).toEqual([]);
    head = await house.person('school-head', { school_id: fleet.school.id });
    expect((await head.get('/api/v1/mail-refusals')).status).toBe(403);
  });
});
