import { Injectable } from '@nestjs/common';
import { isWorkingDay } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Addressee } from '../identity/assignments.service.js';
import { PlanSettingsReader, type PlanSettings } from '../platform/config/plan-settings.js';
import { Transactions } from '../platform/database/transactions.js';
import { MailService, mailText } from '../platform/mail/mail.service.js';
import { RemindersQueries } from './reminders.queries.js';

/** One night's reminders of one kind: one transaction. */
export interface ReminderRound {
  manager: EntityManager;
  /** ISO date, Europe/Paris. */
  day: string;
  settings: PlanSettings;
}

export interface Reminder {
  /** What is told, once per addressee: "remind:<order>:<instant>". */
  dedupe: string;
  subject: string;
  paragraphs: string[];
  /** Of the web application. */
  path: string;
}

/**
 * Mails that nobody's action sends. They leave on working days; what fell due on a day off leaves on the next one, and
 * each is sent once, whatever day the job last ran.
 */
@Injectable()
export class ReminderPost {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: RemindersQueries,
    private readonly settings: PlanSettingsReader,
    private readonly mails: MailService,
  ) {}

  /** Runs `work` in a transaction of the system's on a working day, and not at all on another. Answers what was done, in French. */
  async round(name: string, day: string, work: (round: ReminderRound) => Promise<string>): Promise<string> {
    return this.transactions.runAsSystem(name, async (manager) => {
      if (!isWorkingDay(day, await this.queries.publicHolidays(manager))) return 'Jour non ouvré : rien ne part.';
      return work({ manager, day, settings: await this.settings.on(day, manager) });
    });
  }

  async send(
    { manager }: Pick<ReminderRound, 'manager'>,
    addressees: readonly Addressee[],
    reminder: Reminder,
  ): Promise<void> {
    const body = mailText(reminder.paragraphs, this.mails.link(reminder.path));
    for (const { accountId, email } of addressees) {
      await this.mails.queue(manager, {
        dedupe: `${reminder.dedupe}:${accountId}`,
        to: email,
        subject: reminder.subject,
        body,
      });
    }
  }
}

/** "3 commandes à confirmer." */
export function told(count: number, one: string, many: string, none = 'Rien à rappeler.'): string {
  return count === 0 ? none : `${count} ${count === 1 ? one : many}.`;
}
