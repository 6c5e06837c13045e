import { Injectable } from '@nestjs/common';
import { frenchDay, isWorkingDay, RETURNS_OPEN } from '@parc/domain';
import { itemOf } from '../catalogue/item.sql.js';
import { SchoolsService } from '../directory/schools.service.js';
import { AssignmentsService } from '../identity/assignments.service.js';
import { equipmentOf } from '../inventory/equipment.sql.js';
import { ticketOf } from '../maintenance/ticket.sql.js';
import { inStates } from '../platform/database/in-states.js';
import { join } from '../platform/database/joins.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import { LIMITS } from '../platform/limits.js';
import { MailService, mailText } from '../platform/mail/mail.service.js';

interface Awaited {
  id: string;
  reviewOn: string;
  ticketNumber: string;
  tag: string;
  modelName: string;
  makerName: string | null;
  preparedBy: string;
}

/** Whom the system reminds of what is still at its maker's. */
@Injectable()
export class ReturnTerms {
  constructor(
    private readonly transactions: Transactions,
    private readonly schools: SchoolsService,
    private readonly assignments: AssignmentsService,
    private readonly mails: MailService,
  ) {}

  /**
   * To who prepared it while that is a technician, else to the managers: each once for each day of review. They leave on working
   * days. @param day ISO date @returns of how many returns somebody is owed a reminder
   */
  remind(day: string): Promise<number> {
    return this.transactions.runAsSystem('warranty-reminders', async (manager) => {
      const { publicHolidays } = await this.schools.daysOff(manager);
      if (!isWorkingDay(day, publicHolidays)) return 0;
      const returns: Awaited[] = await manager.query(DUE, [day]);
      if (returns.length === 0) return 0;
      const managers = await this.assignments.addressees(manager, 'plan-manager');
      for (const one of returns) {
        const own = (await this.assignments.holds(manager, one.preparedBy, 'technician'))
          ? await this.assignments.addressOf(manager, one.preparedBy)
          : null;
        const mails = (own ? [own] : managers).map(({ accountId, email }) => ({
          dedupe: `warranty-review:${one.id}:${one.reviewOn}:${accountId}`,
          to: email,
          subject: `Retour en garantie ${one.tag} : à relancer`,
          body: mailText(wordsOf(one), this.mails.link(`/retours/${one.id}`)),
        }));
        await this.mails.queueAll(manager, mails);
      }
      return returns.length;
    });
  }
}

const wordsOf = ({ modelName, tag, makerName, ticketNumber, reviewOn }: Awaited): string[] => [
  `${modelName}, ${tag}, devait être revenu ou relancé le ${frenchDay(reviewOn)} (ticket ${ticketNumber}).`,
  `Demandez au constructeur${makerName ? ` (${makerName})` : ''} où il en est, puis notez sa réponse et la prochaine date de relance.`,
];

const DUE = `select w.id, w.review_on::text as "reviewOn", t.number as "ticketNumber", e.tag, i.name as "modelName", i.maker as "makerName",
    w.prepared_by as "preparedBy"
  from warranty_return w ${join(ticketOf('w.ticket_id'))} ${join(equipmentOf('w.equipment_id'))} ${join(itemOf('e.model_id'))}
 where w.open and ${inStates('w.state', RETURNS_OPEN)} and w.review_on <= $1 order by w.review_on, w.id limit ${LIMITS.tickets.movedByNight}`;
