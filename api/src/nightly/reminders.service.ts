import { Injectable } from '@nestjs/common';
import { addCalendarDays, euros, frenchDay, isWorkingDay, verificationDueOn } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { AssignmentsService, type Addressee } from '../identity/assignments.service.js';
import { PlanSettingsReader, type PlanSettings } from '../platform/config/plan-settings.js';
import { Transactions } from '../platform/database/transactions.js';
import { MailService, mailText } from '../platform/mail/mail.service.js';
import { RemindersQueries, type WaitingOrder } from './reminders.queries.js';

interface Round {
  manager: EntityManager;
  day: string;
  settings: PlanSettings;
}

interface Reminder {
  /** What is told, once per addressee: "remind:<order>:<instant>". */
  dedupe: string;
  subject: string;
  paragraphs: string[];
  path: string;
}

/**
 * Mails that nobody's action sends. They leave on working days; what fell due on a day off leaves on the next one, and
 * each is sent once, whatever day the job last ran.
 */
@Injectable()
export class RemindersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: RemindersQueries,
    private readonly assignments: AssignmentsService,
    private readonly settings: PlanSettingsReader,
    private readonly mails: MailService,
  ) {}

  /** To the school, `order.remindDays` after the report, while it has not answered. */
  remindSchools(day: string): Promise<string> {
    return this.round('order-reminders', day, async (round) => {
      const heads = await this.assignments.addressees(round.manager, 'school-head');
      const { 'order.remindDays': remindDays, 'order.verificationDays': verificationDays } = round.settings;
      const orders = await this.queries.waiting(round.manager, 'installed', addCalendarDays(day, -remindDays));
      for (const order of orders) {
        const until = frenchDay(verificationDueOn(order.sinceDay, verificationDays));
        await this.send(round, heads.filter(({ schoolId }) => schoolId === order.schoolId), {
          dedupe: `remind:${order.id}:${order.sinceMark}`,
          subject: `Commande ${order.number} à confirmer`,
          paragraphs: [
            `L’intervention pour la commande ${order.number} (${order.title}) est terminée depuis le ${frenchDay(order.sinceDay)}. Vérifiez sur place, puis confirmez ou signalez un écart.`,
            `Sans réponse de votre part, la métropole vérifie elle-même à partir du ${until}.`,
          ],
          path: `/commandes/${order.id}`,
        });
      }
      return told(orders.length, 'commande à confirmer', 'commandes à confirmer');
    });
  }

  /** To the managers, `order.recallDays` after a submission without answer. */
  recallManagers(day: string): Promise<string> {
    return this.round('order-recalls', day, (round) =>
      this.tellManagers(round, 'submitted', round.settings['order.recallDays'], (order) => ({
        dedupe: `recall:${order.id}:${order.sinceMark}`,
        subject: `Commande ${order.number} sans réponse`,
        paragraphs: [
          `${order.schoolName} attend une réponse à la commande ${order.number} (${order.title}), de ${euros(order.amountCents)}, depuis le ${frenchDay(order.sinceDay)}.`,
        ],
        path: `/commandes/${order.id}`,
      })),
    );
  }

  /** To the managers, `order.verificationDays` after a report the school did not answer. */
  tellVerificationsDue(day: string): Promise<string> {
    return this.round('verifications-due', day, (round) =>
      this.tellManagers(round, 'installed', round.settings['order.verificationDays'], (order) => ({
        dedupe: `verify:${order.id}:${order.sinceMark}`,
        subject: `Commande ${order.number} à vérifier`,
        paragraphs: [
          `${order.schoolName} n’a pas répondu sur la commande ${order.number} (${order.title}), terminée le ${frenchDay(order.sinceDay)}. Vérifiez, puis faites le constat par défaut avec son motif.`,
        ],
        path: `/commandes/${order.id}`,
      })),
    );
  }

  /** To the managers and the signatory, `convention.termReminderDays` before the current term. */
  tellTermsNear(day: string): Promise<string> {
    return this.round('conventions-near-term', day, async (round) => {
      const managers = await this.assignments.addressees(round.manager, 'plan-manager');
      const officers = await this.assignments.addressees(round.manager, 'commune-officer');
      const bodies = await this.assignments.addressees(round.manager, 'private-body-officer');
      const conventions = await this.queries.nearTerm(round.manager, day, addCalendarDays(day, round.settings['convention.termReminderDays']));
      for (const { id, number, title, communeId, managingBodyId, toDay } of conventions) {
        const signatory = [
          ...officers.filter((officer) => communeId !== null && officer.communeId === communeId),
          ...bodies.filter((officer) => managingBodyId !== null && officer.managingBodyId === managingBodyId),
        ];
        await this.send(round, [...managers, ...signatory], {
          dedupe: `term:${id}:${toDay}`,
          subject: `Convention ${number} : le terme approche`,
          paragraphs: [
            `La convention ${number} (${title}) arrive à son terme le ${frenchDay(toDay)} ${toDay.slice(0, 4)}. Elle ne se renouvelle pas seule : il faut une évaluation adoptée, puis une nouvelle signature.`,
            'Sans convention en vigueur, les écoles gardent leurs brouillons mais n’envoient plus de commande.',
          ],
          path: `/conventions/${id}`,
        });
      }
      return told(conventions.length, 'convention proche du terme', 'conventions proches du terme');
    });
  }

  /** To the schools that keep drafts once the year's sending is over. */
  tellDraftsPastCutOff(day: string): Promise<string> {
    return this.round('drafts-past-cut-off', day, async (round) => {
      const year = day.slice(0, 4);
      const { month, day: dayOfMonth } = round.settings['order.cutOff'];
      const cutOff = `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
      if (day <= cutOff) return 'Les envois de l’année sont ouverts.';
      const heads = await this.assignments.addressees(round.manager, 'school-head');
      const schools = await this.queries.schoolsWithDrafts(round.manager);
      for (const { schoolId, drafts } of schools) {
        await this.send(round, heads.filter((head) => head.schoolId === schoolId), {
          dedupe: `cut-off:${year}:${schoolId}`,
          subject: 'Vos brouillons sont gardés pour janvier',
          paragraphs: [
            `Les envois de ${year} sont clos depuis le ${frenchDay(cutOff)}. ${drafts === 1 ? 'Votre brouillon est gardé' : `Vos ${drafts} brouillons sont gardés`} : vous les envoyez sur le budget de ${Number(year) + 1}, dès son ouverture.`,
          ],
          path: '/commandes?vue=brouillons',
        });
      }
      return told(schools.length, 'école prévenue', 'écoles prévenues');
    });
  }

  private async tellManagers(round: Round, state: 'submitted' | 'installed', days: number, words: (order: WaitingOrder) => Reminder): Promise<string> {
    const managers = await this.assignments.addressees(round.manager, 'plan-manager');
    const orders = await this.queries.waiting(round.manager, state, addCalendarDays(round.day, -days));
    for (const order of orders) await this.send(round, managers, words(order));
    return told(orders.length, 'commande en attente', 'commandes en attente');
  }

  private async round(name: string, day: string, work: (round: Round) => Promise<string>): Promise<string> {
    return this.transactions.runAsSystem(name, async (manager) => {
      if (!isWorkingDay(day, await this.queries.publicHolidays(manager))) return 'Jour non ouvré : rien ne part.';
      return work({ manager, day, settings: await this.settings.on(day, manager) });
    });
  }

  private async send({ manager }: Round, addressees: readonly Addressee[], reminder: Reminder): Promise<void> {
    const body = mailText(reminder.paragraphs, this.mails.link(reminder.path));
    for (const { accountId, email } of addressees) {
      await this.mails.queue(manager, { dedupe: `${reminder.dedupe}:${accountId}`, to: email, subject: reminder.subject, body });
    }
  }
}

function told(count: number, one: string, many: string): string {
  return count === 0 ? 'Rien à rappeler.' : `${count} ${count === 1 ? one : many}.`;
}
