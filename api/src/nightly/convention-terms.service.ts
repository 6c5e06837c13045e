import { Injectable } from '@nestjs/common';
import { addCalendarDays, frenchDay } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { ConventionTermService } from '../agreements/convention-term.service.js';
import { AssignmentsService, type Addressee } from '../identity/assignments.service.js';
import { ReminderPost, told } from './reminder-post.js';
import { RemindersQueries, type ConventionDates } from './reminders.queries.js';

/** Conventions that come into force, near their term and reach it; managers and signatory are told of each. */
@Injectable()
export class ConventionTerms {
  constructor(
    private readonly post: ReminderPost,
    private readonly queries: RemindersQueries,
    private readonly assignments: AssignmentsService,
    private readonly terms: ConventionTermService,
  ) {}

  /** signed → in force → expired, where dates alone decide; on any day, since schools order or not by it. */
  async advance(day: string): Promise<string> {
    const { entered, expired } = await this.terms.advance(day, async (manager, advanced) => {
      await this.tell(manager, await this.queries.conventions(manager, advanced.entered), (convention) => ({
        dedupe: `in-force:${convention.id}:${convention.fromDay}`,
        subject: `Convention ${convention.number} en vigueur`,
        paragraphs: [
          `La convention ${convention.number} (${convention.title}) est en vigueur. Ses écoles peuvent envoyer leurs commandes.`,
        ],
      }));
      await this.tell(manager, await this.queries.conventions(manager, advanced.expired), (convention) => ({
        dedupe: `expired:${convention.id}:${convention.toDay}`,
        subject: `Convention ${convention.number} arrivée à son terme`,
        paragraphs: [
          `La convention ${convention.number} (${convention.title}) est arrivée à son terme. Ses écoles gardent leurs brouillons mais n’envoient plus de commande.`,
        ],
      }));
    });
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
      await this.tell(manager, conventions, ({ id, number, title, toDay }) => ({
        dedupe: `term:${id}:${toDay}`,
        subject: `Convention ${number} : le terme approche`,
        paragraphs: [
          `La convention ${number} (${title}) arrive à son terme le ${frenchDay(toDay)} ${toDay.slice(0, 4)}. Elle ne se renouvelle pas seule : il faut une évaluation adoptée, puis une nouvelle signature.`,
          'Sans convention en vigueur, les écoles gardent leurs brouillons mais n’envoient plus de commande.',
        ],
      }));
      return told(conventions.length, 'convention proche du terme', 'conventions proches du terme');
    });
  }

  private async tell(
    manager: EntityManager,
    conventions: readonly ConventionDates[],
    words: (convention: ConventionDates) => { dedupe: string; subject: string; paragraphs: string[] },
  ): Promise<void> {
    if (conventions.length === 0) return;
    const managers = await this.assignments.addressees(manager, 'plan-manager');
    const communes = await this.assignments.addressees(manager, 'commune-officer');
    const bodies = await this.assignments.addressees(manager, 'private-body-officer');
    for (const convention of conventions) {
      const { id, communeId, managingBodyId } = convention;
      const signatory: Addressee[] = [
        ...communes.filter((officer) => communeId !== null && officer.communeId === communeId),
        ...bodies.filter((officer) => managingBodyId !== null && officer.managingBodyId === managingBodyId),
      ];
      await this.post.send({ manager }, [...managers, ...signatory], {
        ...words(convention),
        path: `/conventions/${id}`,
      });
    }
  }
}
