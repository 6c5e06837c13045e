import { Injectable } from '@nestjs/common';
import { addCalendarDays, CONVENTION_KINDS, frenchDay } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { ConventionNoticesService } from '../agreements/convention-notices.service.js';
import { ConventionTermService } from '../agreements/convention-term.service.js';
import { AssignmentsService } from '../identity/assignments.service.js';
import { ReminderPost, told } from './reminder-post.js';
import { RemindersQueries, type ConventionDates } from './reminders.queries.js';

/** Conventions that come into force, near their term and reach it. */
@Injectable()
export class ConventionTerms {
  constructor(
    private readonly post: ReminderPost,
    private readonly queries: RemindersQueries,
    private readonly assignments: AssignmentsService,
    private readonly terms: ConventionTermService,
    private readonly notices: ConventionNoticesService,
  ) {}

  /** signed → in force → expired, where dates alone decide; on any day, since schools order or not by it. Each move tells. */
  async advance(day: string): Promise<string> {
    const { entered, expired } = await this.terms.advance(day);
    return `${told(entered.length, 'entrée en vigueur', 'entrées en vigueur', 'Aucune entrée en vigueur.')} ${told(expired.length, 'terme atteint', 'termes atteints', 'Aucun terme atteint.')}`;
  }

  /** `convention.termReminderDays` before the current term. */
  tellTermsNear(day: string): Promise<string> {
    return this.post.round('conventions-near-term', day, async ({ manager, settings }) => {
      const conventions = await this.queries.nearTerm(
        manager,
        day,
        addCalendarDays(day, settings['convention.termReminderDays']),
      );
      for (const convention of conventions) await this.tellTermNear(manager, convention);
      return told(conventions.length, 'convention proche du terme', 'conventions proches du terme');
    });
  }

  private async tellTermNear(manager: EntityManager, convention: ConventionDates): Promise<void> {
    const { id, kind, number, title, toDay } = convention;
    const managers = await this.assignments.addressees(manager, 'plan-manager');
    await this.post.send({ manager }, [...managers, ...(await this.notices.signatory(manager, convention))], {
      dedupe: `term:${id}:${toDay}`,
      subject: `Convention ${number} : le terme approche`,
      paragraphs: [
        `La convention ${number} (${title}) arrive à son terme le ${frenchDay(toDay)} ${toDay.slice(0, 4)}. Elle ne se renouvelle pas seule : il faut une évaluation adoptée, puis une nouvelle signature.`,
        ...(CONVENTION_KINDS[kind].opensOrders
          ? ['Sans convention en vigueur, les écoles gardent leurs brouillons mais n’envoient plus de commande.']
          : []),
      ],
      path: `/conventions/${id}`,
    });
  }
}
