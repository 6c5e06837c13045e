import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createTransport } from 'nodemailer';
import { ReplyAddresses } from '../../src/platform/mail/reply-addresses.js';
import { aFleet, type Fleet } from './equipment-builders.js';
import { House } from './house.js';
import { MailServer } from './mail-server.js';
import type { Person } from './person.js';
import { aTicket, ticketRow } from './ticket-builders.js';
import { Wire } from './wire.js';

/** What another's mail server brings. */
export interface Sent {
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

const SECRET = 'une clé de trente-deux caractères au moins';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A house that receives mail on a port of its own, people of a school who answer, and a ticket of theirs. */
export class MailInGround {
  /** Anew before each test. */
  ticketId = '';
  number = '';

  private constructor(
    readonly house: House,
    readonly outside: MailServer,
    /** To the database. */
    readonly wire: Wire,
    readonly port: number,
    readonly fleet: Fleet,
    public head: Person,
    readonly teacher: Person,
    readonly technician: Person,
  ) {}

  static async open(): Promise<MailInGround> {
    const [port, outside, wire] = [await freePort(), await MailServer.open(), new Wire()];
    const environment = {
      ...{ SMTP_URL: outside.url, REPLY_DOMAIN: 'reponse.exemple.fr', SECRET_KEY: SECRET },
      ...{ MAIL_IN_PORT: String(port), HOST: '127.0.0.1' },
    };
    const house = await House.open(environment, undefined, (url) => wire.to(url));
    const fleet = await aFleet(house);
    const ofSchool = { school_id: fleet.school.id };
    return new MailInGround(
      ...([house, outside, wire, port, fleet] as const),
      await house.person('school-head', ofSchool),
      await house.person('teacher', ofSchool),
      await house.person('technician'),
    );
  }

  async close(): Promise<void> {
    await this.house.close();
    await this.wire.close();
    await this.outside.goAway();
  }

  /** Another ticket; nothing was sent, received or refused. */
  async begin(): Promise<void> {
    this.house.setNow(House.START);
    this.outside.received.length = 0;
    for (const table of ['mail', 'mail_refusal', 'received_mail']) await this.house.sql(`delete from ${table}`);
    this.ticketId = await aTicket(this.house, this.ground(), 'assigned');
    this.number = (await ticketRow(this.house, this.ticketId)).number as string;
  }

  ground() {
    const { fleet, teacher, technician } = this;
    return { schoolId: fleet.school.id, reporterId: teacher.accountId, technicianId: technician.accountId };
  }

  /** Where a notice that this person reads is answered. */
  addressOf({ accountId }: Person, ticket = this.number): string {
    return this.house.application.get(ReplyAddresses).of({ ticket, accountId })!;
  }

  async emailOf({ accountId }: Person): Promise<string> {
    const [row] = await this.house.sql<{ email: string }>('select email from account where id = $1', [accountId]);
    return row!.email;
  }

  comments(id = this.ticketId) {
    return this.house.sql<{ text: string; internal: boolean; role: string; account_id: string }>(
      'select text, internal, role, account_id from ticket_comment where ticket_id = $1 order by at, id',
      [id],
    );
  }

  /** How many were refused, by reason. */
  async refusals(): Promise<Record<string, number>> {
    const rows = await this.house.sql<{ reason: string; count: number }>(
      'select reason, sum(count)::int as count from mail_refusal group by reason',
    );
    return Object.fromEntries(rows.map(({ reason, count }) => [reason, count]));
  }

  /** By another's mail server. @returns the status that ours ends with */
  async send(person: Person, mail: Sent = {}): Promise<number> {
    const transport = createTransport({ host: '127.0.0.1', port: this.port, secure: false, ignoreTLS: true });
    try {
      const from = mail.from ?? (await this.emailOf(person));
      const to = mail.to ?? this.addressOf(person);
      const said = { subject: `Re: Ticket ${this.number}`, text: 'Bien reçu.' };
      const { response } = await transport.sendMail({ ...said, ...mail, from, to });
      return Number(response.slice(0, 3));
    } catch (error) {
      return (error as { responseCode?: number }).responseCode ?? 0;
    } finally {
      transport.close();
    }
  }
}
