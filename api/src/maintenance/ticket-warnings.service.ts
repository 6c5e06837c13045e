import { Injectable } from '@nestjs/common';
import {
  strongestWarning,
  SYMPTOMS,
  TICKETS_OPEN,
  WARNING_PERCENTS,
  WARNING_WORDS,
  type TicketWarning,
} from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { SCHOOL_NAME } from '../directory/school.sql.js';
import { AssignmentsService } from '../identity/assignments.service.js';
import { Clock } from '../platform/clock.js';
import { Transactions } from '../platform/database/transactions.js';
import { LIMITS } from '../platform/limits.js';
import { MailService, mailText } from '../platform/mail/mail.service.js';
import { TicketAccess } from './ticket.access.js';
import { TicketClocks } from './ticket-clocks.service.js';
import type { Ticket } from './ticket.entity.js';

const OVER = Math.max(...WARNING_PERCENTS);

/** Who has a ticket in hand is warned when its delay nears its end, once; managers when it is over, or when nobody has it. */
@Injectable()
export class TicketWarnings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: TicketAccess,
    private readonly clocks: TicketClocks,
    private readonly assignments: AssignmentsService,
    private readonly mails: MailService,
    private readonly clock: Clock,
  ) {}

  /** Each ticket in a transaction of its own. @returns of how many somebody was warned */
  async tell(): Promise<number> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select id from ticket where next_warning_at <= $1 order by next_warning_at, id limit ${LIMITS.tickets.warnedAtOnce}`,
      [this.clock.now()],
    );
    let told = 0;
    for (const { id } of rows) if (await this.tellOf(id)) told++;
    return told;
  }

  /** The history is asked again under the lock: a copy that was left behind warns nobody, nor does what another has told meanwhile. */
  private tellOf(id: string): Promise<boolean> {
    return this.transactions.runAsSystem('ticket-warnings', async (manager) => {
      const ticket = await this.access.lockForSystem(manager, id);
      if (!TICKETS_OPEN.includes(ticket.state)) return false;
      const now = this.clock.now();
      const reached = (await this.clocks.warnings(manager, ticket)).filter(({ at }) => at <= now);
      await manager.query(
        `insert into ticket_warning (ticket_id, clock, percent, at)
           select $1, w.clock, w.percent, $2 from json_to_recordset($3) as w(clock text, percent int)`,
        [id, now, JSON.stringify(reached)],
      );
      await this.clocks.rewrite(manager, [id]);
      const said = strongestWarning(reached);
      if (said) await this.post(manager, ticket, said);
      return said !== null;
    });
  }

  private async post(manager: EntityManager, ticket: Ticket, { clock, percent }: TicketWarning): Promise<void> {
    const holder = ticket.assignedAccountId;
    const assignee = holder && (await this.assignments.addressOf(manager, holder));
    const managers = percent === OVER || !assignee ? await this.assignments.addressees(manager, 'plan-manager') : [];
    const others = managers.filter(({ accountId }) => accountId !== holder);
    const [school] = await manager.query(SCHOOL_NAME, [ticket.schoolId]);
    const { subject, told } = WARNING_WORDS[percent];
    const words = told[clock]
      .replace('{ticket}', () => `${ticket.number} (${SYMPTOMS[ticket.symptom].word})`)
      .replace('{school}', () => school.name as string);
    const mail = {
      subject: `Ticket ${ticket.number} : ${subject}`,
      body: mailText([words], this.mails.link(`/tickets/${ticket.id}`)),
    };
    const mails = [...(assignee ? [assignee] : []), ...others].map(({ accountId, email }) => ({
      ...{ dedupe: `ticket-warning:${ticket.id}:${clock}:${percent}:${accountId}`, to: email, ...mail },
      answers: { ticket: ticket.number, accountId },
    }));
    await this.mails.queueAll(manager, mails);
  }
}
