import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { calendarText } from '@parc/domain';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { NotificationsService } from '../src/notifications/notifications.service.js';
import { Clock } from '../src/platform/clock.js';
import { readSettings } from '../src/platform/config/settings.js';
import { MailSender } from '../src/platform/mail/mail.sender.js';
import { MailService, type MailToQueue } from '../src/platform/mail/mail.service.js';
import { createApplication } from '../src/server.js';
import { House } from './harness/house.js';
import { lettersTo, linkSentTo } from './harness/letters.js';
import { MailServer } from './harness/mail-server.js';
import { scheduled, smallPlan } from './harness/plan.js';

let house: House;
let server: MailServer;

beforeAll(async () => {
  server = await MailServer.open();
  house = await House.open({ SMTP_URL: server.url, MAIL_FROM: 'Parc École <parc@exemple.fr>' });
});
afterAll(async () => {
  await house.close();
  await server.goAway();
});
beforeEach(async () => {
  house.setNow(House.START);
  server.received.length = 0;
  server.refusal = () => 0;
  await house.sql('delete from mail');
});

let count = 0;
async function queue(change: Partial<MailToQueue> = {}): Promise<string> {
  const mail = {
    dedupe: `essai:${++count}`,
    to: `lecteur-${count}@exemple.fr`,
    subject: 'Commande à confirmer',
    body: 'Bonjour,\n\nà bientôt',
    ...change,
  };
  await house.application
    .get(DataSource)
    .transaction((manager) => house.application.get(MailService).queue(manager, mail));
  return mail.to!;
}

const send = (application = house.application) => application.get(MailSender).sendDue();
const outbox = () =>
  house.sql<{ recipient: string; tries: number; sent: boolean; failure: string | null; body: string }>(
    'select recipient, tries, sent_at is not null as sent, failure, body from mail order by id',
  );

function minutesLater(minutes: number): void {
  house.setNow(new Date(new Date(House.START).getTime() + minutes * 60_000).toISOString());
}

/** What a calendar reads of a message: its part of that type. */
function calendarOf(source: string): string {
  const [, part] = /Content-Type: text\/calendar[^]*?\r\n\r\n([^]*?)\r\n--/.exec(source)!;
  const text = /^[\w+/=\s]+$/.test(part!) ? Buffer.from(part!, 'base64').toString() : part!.replaceAll('=\r\n', '');
  return text.replaceAll('\r\n ', '');
}

/** Another server of the same service, at the same clock. */
async function replica(): Promise<NestFastifyApplication> {
  const other = await createApplication(
    readSettings({
      DATABASE_URL: house.database.url,
      LOG_LEVEL: 'silent',
      PORT: '0',
      JOBS: 'off',
      SMTP_URL: server.url,
    }),
  );
  other.get(Clock).now = () => house.application.get(Clock).now();
  return other;
}

describe('a mail', () => {
  it('is delivered once, to one address, as text', async () => {
    const to = await queue();
    expect(await send()).toBe(1);
    expect(await send()).toBe(0);
    expect(server.received).toMatchObject([{ to: [to] }]);
    expect(server.received[0]!.source).toMatch(/^From: .*<parc@exemple\.fr>/m);
    expect(server.received[0]!.source).toMatch(/^Auto-Submitted: auto-generated/m);
    expect(server.received[0]!.source).toMatch(/^Message-ID: <[0-9a-f-]{36}@parc-ecole>/m);
  });

  it('that is for a calendar names whom it goes to as it goes: one text is kept for all', async () => {
    const calendar = calendarText('REQUEST', {
      ...{
        id: 'f',
        sequence: 1,
        title: 'Écran',
        place: 'École',
        page: 'http://localhost/formations/f',
        at: new Date(House.START),
      },
      ...{ organizer: 'parc@exemple.fr', dates: [{ startsAt: new Date(House.START), endsAt: new Date(House.START) }] },
    });
    const mails = ['a@exemple.fr', 'b@exemple.fr'].map((to) => ({
      ...{ dedupe: `calendrier:${to}`, to, subject: 'Une place', body: 'Bonjour', calendar },
    }));
    await house.application
      .get(DataSource)
      .transaction((manager) => house.application.get(MailService).queueAll(manager, mails));
    expect(await send()).toBe(2);
    const attendees = server.received.map(({ to, source }) => [to, calendarOf(source).match(/mailto:(?!parc)\S+/g)]);
    expect(attendees).toEqual(mails.map(({ to }) => [[to], [`mailto:${to}`]]));
  });

  it('told twice is queued once', async () => {
    await queue({ dedupe: 'le même' });
    await queue({ dedupe: 'le même' });
    expect((await outbox()).length).toBe(1);
  });

  it('is not sent when what it tells did not happen', async () => {
    const dataSource = house.application.get(DataSource);
    const undone = dataSource.transaction(async (manager) => {
      await house.application
        .get(MailService)
        .queue(manager, { dedupe: 'annulé', to: 'a@exemple.fr', subject: 's', body: 'b' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await outbox()).toEqual([]);
  });

  it('is sent once by servers that all try at the same moment', async () => {
    const others = await Promise.all([replica(), replica()]);
    try {
      for (let mail = 0; mail < 30; mail++) await queue();
      const sent = await Promise.all([house.application, ...others].map((application) => send(application)));
      expect(sent.reduce((sum, one) => sum + one, 0)).toBe(30);
      expect(new Set(server.received.map(({ to }) => to[0])).size).toBe(30);
      expect(server.received.length).toBe(30);
    } finally {
      await Promise.all(others.map((other) => other.close()));
    }
  });

  it('that is refused is tried again, less and less often, and given up in the end', async () => {
    const to = await queue();
    server.refusal = (address) => (address === to ? 451 : 0);
    expect(await send()).toBe(0);
    expect(await outbox()).toMatchObject([{ tries: 1, sent: false, failure: 'EENVELOPE 451' }]);
    minutesLater(0.5);
    expect(await send()).toBe(0);
    expect((await outbox())[0]!.tries).toBe(1);
    minutesLater(2);
    await send();
    minutesLater(3);
    await send();
    expect((await outbox())[0]!.tries).toBe(2);
    server.refusal = () => 0;
    minutesLater(5);
    expect(await send()).toBe(1);
    expect(server.received).toMatchObject([{ to: [to] }]);

    const stubborn = await queue();
    server.refusal = () => 550;
    for (let day = 1; day <= 14; day++) {
      minutesLater(day * 24 * 60);
      await send();
    }
    expect((await outbox()).find(({ recipient }) => recipient === stubborn)).toMatchObject({
      tries: 12,
      sent: false,
      failure: 'EENVELOPE 550',
    });
  });

  it('does not hold up the others when it is refused', async () => {
    const refused = await queue();
    const taken = await queue();
    server.refusal = (address) => (address === refused ? 550 : 0);
    expect(await send()).toBe(1);
    expect(server.received).toMatchObject([{ to: [taken] }]);
  });

  it('waits for a server that is away, however long, and no try is counted', async () => {
    await queue();
    await queue();
    await server.goAway();
    for (let minute = 0; minute < 40; minute += 2) {
      minutesLater(minute);
      expect(await send()).toBe(0);
    }
    expect((await outbox()).map(({ tries }) => tries)).toEqual([0, 0]);
    await server.comeBack();
    minutesLater(60);
    expect(await send()).toBe(2);
  });

  it('taken by a server that died is taken again ten minutes later', async () => {
    await queue();
    await house.sql(`update mail set tries = 1, next_try_at = $1::timestamptz + interval '10 minutes'`, [House.START]);
    expect(await send()).toBe(0);
    minutesLater(11);
    expect(await send()).toBe(1);
  });

  it('forgets its link once sent, as the link itself is only kept hashed', async () => {
    await queue({ secret: true, body: 'https://parc.exemple.fr/mot-de-passe#jeton' });
    await queue();
    await send();
    expect((await outbox()).map(({ body }) => body)).toEqual(['', 'Bonjour,\n\nà bientôt']);
  });
});

describe('what somebody typed', () => {
  it('never becomes a header or a second addressee', async () => {
    await queue({
      subject: 'Salle 3\r\nBcc: pirate@exemple.fr\r\n\r\nautre texte',
      body: '.\r\nBcc: pirate@exemple.fr',
    });
    await send();
    const [mail] = server.received;
    const headers = mail!.source.split('\r\n\r\n')[0]!;
    expect(mail!.to.length).toBe(1);
    expect(headers).not.toMatch(/^Bcc:/m);
    expect(headers).toMatch(/^Subject: Salle 3 Bcc: pirate@exemple\.fr autre texte/m);
    for (const to of [
      'a@exemple.fr, b@exemple.fr',
      'a@exemple.fr\r\nBcc: b@exemple.fr',
      'A <a@exemple.fr>',
      'a;b@exemple.fr',
    ]) {
      await expect(queue({ to })).rejects.toThrow('one plain address');
    }
    await expect(
      house.sql(`insert into mail (dedupe, recipient, subject, body) values ('x', 'a@exemple.fr', E's\\nBcc: b', '')`),
    ).rejects.toThrow('mail_subject_check');
  });
});

describe('the outbox', () => {
  it('shows the administrator what left and what waits, without the text a mail server has already taken care of', async () => {
    const administrator = await house.person('administrator');
    const to = await queue({ subject: 'Été à Sorbiers' });
    await send();
    const list = (await administrator.get('/api/v1/mails?search=ete%20a%20sorb&state=sent')).body;
    expect(list).toMatchObject({ total: 1, items: [{ recipient: to, state: 'sent', tries: 1, body: null }] });
    expect((await (await house.person('plan-manager')).get('/api/v1/mails')).status).toBe(403);
  });

  it('is readable, and nothing leaves, without a mail server and in the demonstration', async () => {
    for (const environment of [{}, { SMTP_URL: server.url, DEMO: 'on' }] as Record<string, string>[]) {
      const quiet = await House.open(environment);
      const administrator = await quiet.person('administrator');
      await administrator.post('/api/v1/accounts', {
        email: 'nouvelle@exemple.fr',
        name: 'Nouvelle',
        role: 'committee',
        scopeId: null,
        fromDay: '2026-10-06',
      });
      expect(await quiet.application.get(MailSender).sendDue()).toBe(0);
      const { items } = (await administrator.get('/api/v1/mails')).body;
      expect(items).toMatchObject([{ state: 'waiting', recipient: 'nouvelle@exemple.fr' }]);
      expect(items[0].body).toContain(await linkSentTo(quiet, 'nouvelle@exemple.fr'));
      await quiet.close();
    }
    expect(server.received).toEqual([]);
  });
});

describe('the notice of a move', () => {
  it('goes to the school, the performer and the managers, never to who made it, once', async () => {
    const plan = await smallPlan(house);
    const second = await house.build.account('school-head', { school_id: plan.school.id });
    const orderId = await scheduled(plan);
    await house.sql('delete from mail');
    const tell = () =>
      house.application
        .get(DataSource)
        .transaction((manager) =>
          house.application
            .get(NotificationsService)
            .orderMoved(manager, { orderId, action: 'schedule', notices: ['school', 'performer', 'manager'] }),
        );
    await tell();
    await tell();
    const emails = await house.sql<{ email: string }>('select email from account where id = any($1) order by id', [
      [plan.head.accountId, plan.technician.accountId, plan.certifier.accountId],
    ]);
    const recipients = (await outbox()).map(({ recipient }) => recipient);
    expect(recipients.length).toBe(new Set(recipients).size);
    expect(recipients).toEqual(expect.arrayContaining([...emails.map(({ email }) => email), second.email]));
    // The manager planned it.
    const [manager] = await house.sql<{ email: string }>('select email from account where id = $1', [
      plan.manager.accountId,
    ]);
    expect(recipients).not.toContain(manager!.email);
    const [letter] = await lettersTo(house, second.email);
    expect(letter!.subject).toMatch(/^Commande C-2026-\d{5} planifiée$/);
    expect(letter!.body).toContain('le mar. 8 déc. à 16 h 45');
    expect(letter!.body).toContain(`http://localhost:3000/commandes/${orderId}`);
  });
});
