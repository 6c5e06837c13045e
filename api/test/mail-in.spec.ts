import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MailSender } from '../src/platform/mail/mail.sender.js';
import { LIMITS } from '../src/platform/limits.js';
import { aFleet } from './harness/equipment-builders.js';
import { House } from './harness/house.js';
import { MailInGround, type Sent } from './harness/mail-in-ground.js';
import { SmtpTalk } from './harness/smtp-talk.js';
import { actOn, aTicket, ticketRow } from './harness/ticket-builders.js';

/** Answers to notices, over a real SMTP conversation on a real port: what becomes a comment, what is refused, what is dropped. */
let at: MailInGround;

beforeAll(async () => {
  at = await MailInGround.open();
});
afterAll(() => at.close());
beforeEach(() => at.begin());

describe('an answer to a notice', () => {
  it('goes to the address of the notice, and is a comment to the school', async () => {
    expect(
      (
        await actOn(at.house, at.technician, at.ticketId, 'wait', {
          reason: 'Il faut la clé de la salle',
          waitFor: 'school',
          reviewOn: '2026-10-20',
        })
      ).status,
    ).toBe(200);
    await at.house.application.get(MailSender).sendDue();
    const email = await at.emailOf(at.head);
    const notice = at.outside.received.find(({ to }) => to.includes(email))!.source;
    const [, address] = /^Reply-To: .*<(.+)>/m.exec(notice.replaceAll(/\r\n[ \t]+/g, ' '))!;
    expect(address!.split('@')[0]!.length).toBeLessThanOrEqual(64);
    expect(notice).toContain(`References: <${at.number.toLowerCase()}@parc-ecole>`);
    expect(notice).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(await at.house.sql('select body from mail where recipient = $1', [email])).toMatchObject([
      { body: expect.stringContaining('Répondez à ce message') },
    ]);
    const quoted =
      'La clé est chez la gardienne.\n\nLe mar. 6 oct. 2026 à 09:12, Parc École <x@y.fr> a écrit :\n> Bonjour,';
    expect(await at.send(at.head, { to: address!, text: quoted })).toBe(250);
    expect(await at.comments()).toEqual([
      { text: 'La clé est chez la gardienne.', internal: false, role: 'school-head', account_id: at.head.accountId },
    ]);
    // It waited for the school, which has answered.
    expect(await ticketRow(at.house, at.ticketId)).toMatchObject({ state: 'assigned' });
    const { body } = await at.technician.get(`/api/v1/tickets/${at.ticketId}`);
    expect(body.comments).toMatchObject([{ text: 'La clé est chez la gardienne.', byMail: true }]);
    // What is written on the page beside it is not.
    await at.technician.post(`/api/v1/tickets/${at.ticketId}/comments`, { text: 'Merci, je passe demain.' });
    const { comments } = (await at.head.get(`/api/v1/tickets/${at.ticketId}`)).body;
    expect(comments.map(({ byMail }: { byMail: boolean }) => byMail)).toEqual([false, true]);
  });

  it('of a technician is to the school too, never a note', async () => {
    expect(await at.send(at.technician)).toBe(250);
    expect(await at.comments()).toMatchObject([{ internal: false, role: 'technician' }]);
  });

  it('that is HTML alone is its words, and nothing of it is markup', async () => {
    const html =
      '<html><style>p{}</style><p>La prise &eacute;tait <b>d&eacute;branch&eacute;e</b>.</p><script>alert(1)</script><blockquote>Bonjour</blockquote></html>';
    expect(await at.send(at.head, { text: undefined, html })).toBe(250);
    expect(await at.comments()).toMatchObject([{ text: 'La prise était débranchée.' }]);
  });

  it('says how many attachments are not kept', async () => {
    const attachments = ['a.jpg', 'b.pdf'].map((filename) => ({ filename, content: Buffer.alloc(2_000, 7) }));
    expect(await at.send(at.head, { attachments })).toBe(250);
    expect(await at.comments()).toMatchObject([
      { text: expect.stringMatching(/^Bien reçu\.\n\n\[2 pièces jointes n’ont pas/) },
    ]);
  });

  it('delivered twice, even at once, is there once', async () => {
    const statuses = await Promise.all([1, 2, 3, 4].map(() => at.send(at.head, { messageId: '<un@exemple.fr>' })));
    expect(statuses).toEqual([250, 250, 250, 250]);
    expect(await at.send(at.head, { messageId: '<un@exemple.fr>' })).toBe(250);
    expect(await at.comments()).toHaveLength(1);
    expect(await at.refusals()).toEqual({});
  });

  it('without a Message-ID is known by its text', async () => {
    const raw = `From: ${await at.emailOf(at.head)}\r\nSubject: Re\r\n\r\nSans identifiant.`;
    for (let time = 0; time < 2; time++) {
      const talk = await SmtpTalk.open(at.port);
      expect(await talk.deliver(await at.emailOf(at.head), at.addressOf(at.head), raw)).toBe(250);
      talk.end();
    }
    expect(await at.comments()).toHaveLength(1);
  });

  it('may come to an address whose case a server has changed', async () => {
    expect(await at.send(at.head, { to: at.addressOf(at.head).toUpperCase() })).toBe(250);
    expect(await at.comments()).toHaveLength(1);
  });
});

describe('refused in the conversation', () => {
  it.each<[string, (address: string) => string]>([
    ['a seal that was changed', (address) => address.replace(/.@/, (end) => (end.startsWith('a') ? 'b@' : 'a@'))],
    ['another ticket under the same seal', (address) => address.replace(/^t-2026-\d+/, 't-2026-99999')],
    ['no address of ours', () => 'quelqu.un@reponse.exemple.fr'],
    ['another domain', (address) => address.replace('reponse.', '')],
  ])('%s', async (_what, change) => {
    expect(await at.send(at.head, { to: change(at.addressOf(at.head)) })).toBe(550);
    expect(await at.refusals()).toEqual({ forged: 1 });
    expect(await at.comments()).toEqual([]);
  });

  it('an address of another account under the same seal', async () => {
    const [local] = at.addressOf(at.head).split('@');
    const [other] = at.addressOf(at.teacher).split('@');
    const grafted = `${other!.slice(0, -16)}${local!.slice(-16)}@reponse.exemple.fr`;
    expect(await at.send(at.head, { to: grafted })).toBe(550);
  });

  it('an address that is too old', async () => {
    const to = at.addressOf(at.head);
    at.house.setNow('2026-12-05T08:00:00Z');
    expect(await at.send(at.head, { to })).toBe(250);
    at.house.setNow('2026-12-06T08:00:00Z');
    expect(await at.send(at.head, { to })).toBe(550);
    expect(await at.refusals()).toEqual({ expired: 1 });
  });

  it.each(['from another address', 'from nobody', 'from two'])('a sender %s', async (which) => {
    const email = await at.emailOf(at.head);
    const from = {
      'from another address': 'autre@exemple.fr',
      'from nobody': '',
      'from two': `${email}, autre@exemple.fr`,
    };
    const raw = `From: ${from[which as keyof typeof from]}\r\nSubject: Re\r\n\r\nBonjour`;
    const talk = await SmtpTalk.open(at.port);
    expect(await talk.deliver(email, at.addressOf(at.head), raw)).toBe(550);
    talk.end();
    expect(await at.refusals()).toEqual({ foreign: 1 });
  });

  it('a sender from two From lines', async () => {
    const email = await at.emailOf(at.head);
    const talk = await SmtpTalk.open(at.port);
    const raw = `From: ${email}\r\nFrom: autre@exemple.fr\r\nSubject: Re\r\n\r\nBonjour`;
    expect(await talk.deliver(email, at.addressOf(at.head), raw)).toBe(550);
    talk.end();
    expect(await at.comments()).toEqual([]);
  });

  it('who no longer has a role there, or an account', async () => {
    const gone = await at.house.person('teacher', { school_id: at.fleet.school.id });
    const to = at.addressOf(gone);
    await at.house.arrange('update assignment set to_day = $2 where account_id = $1', [gone.accountId, '2026-10-01']);
    expect(await at.send(gone, { to })).toBe(550);
    await at.house.arrange('update account set active = false where id = $1', [gone.accountId]);
    expect(await at.send(gone, { to })).toBe(550);
    expect(await at.refusals()).toEqual({ 'not-allowed': 2 });
  });

  it('who never could read the ticket, whatever address they hold', async () => {
    const elsewhere = await at.house.person('school-head', { school_id: (await aFleet(at.house)).school.id });
    expect(await at.send(elsewhere)).toBe(550);
    const officer = await at.house.person('commune-officer', { commune_id: at.fleet.school.communeId });
    expect(await at.send(officer)).toBe(550);
    expect(await at.comments()).toEqual([]);
  });

  it('what says nothing above what it quotes', async () => {
    expect(await at.send(at.head, { text: '> Bonjour,\n> le ticket\n-- \nJeanne' })).toBe(550);
    expect(await at.refusals()).toEqual({ empty: 1 });
  });

  it('more than a person writes in an hour, and for that hour alone', async () => {
    for (let count = 0; count < LIMITS.mailIn.perAccountAndHour; count++)
      await at.house.build.insert('received_mail', {
        ...{ message_hash: Buffer.from(`n${count}`), account_id: at.head.accountId, ticket_id: at.ticketId },
        ...{ received_at: House.START },
      });
    expect(await at.send(at.head)).toBe(450);
    expect(await at.refusals()).toEqual({ 'too-many': 1 });
    expect(await at.send(at.teacher)).toBe(250);
    at.house.setNow('2026-10-06T08:00:01Z');
    expect(await at.send(at.head)).toBe(250);
    expect(await at.comments()).toHaveLength(2);
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
    const to = at.addressOf(at.head);
    expect(await at.send(at.head, mail.envelope ? { envelope: { from: '', to } } : mail)).toBe(250);
    expect(await at.refusals()).toEqual({ automatic: 1 });
    expect(await at.comments()).toEqual([]);
    expect(await at.house.sql('select from mail')).toEqual([]);
  });

  it('is ours that came back: dropped too', async () => {
    expect(await at.send(at.head, { messageId: '<0199c1@parc-ecole>' })).toBe(250);
    expect(await at.send(at.head, { headers: { 'X-Parc-Ecole': 'avis' } })).toBe(250);
    expect(await at.refusals()).toEqual({ loop: 2 });
    expect(await at.comments()).toEqual([]);
  });
});

describe('a ticket that is over', () => {
  it.each(['closed', 'cancelled', 'merged'] as const)(
    '%s says so by a mail that cannot be answered, once a day',
    async (state) => {
      const over = await aTicket(at.house, at.ground(), state);
      const to = at.addressOf(at.head, (await ticketRow(at.house, over)).number as string);
      for (let time = 0; time < 3; time++) expect(await at.send(at.head, { to })).toBe(250);
      expect(await at.comments(over)).toEqual([]);
      const told = await at.house.sql('select recipient, answers, body from mail');
      expect(told).toMatchObject([{ recipient: await at.emailOf(at.head), answers: null }]);
      at.house.setNow('2026-10-07T07:00:00Z');
      expect(await at.send(at.head, { to })).toBe(250);
      expect(await at.house.sql('select from mail')).toHaveLength(2);
      expect(await at.refusals()).toEqual({ over: 3 + 1 });
    },
  );

  it('resolved can still be answered', async () => {
    const resolved = await aTicket(at.house, at.ground(), 'resolved');
    expect(
      await at.send(at.head, { to: at.addressOf(at.head, (await ticketRow(at.house, resolved)).number as string) }),
    ).toBe(250);
    expect(await at.comments(resolved)).toHaveLength(1);
  });
});
