import { Injectable } from '@nestjs/common';
import { addCalendarDays, euros, frenchDay, ORDER_VIEWS, verificationDueOn } from '@parc/domain';
import { AssignmentsService } from '../identity/assignments.service.js';
import { ReminderPost, told, type Reminder, type ReminderRound } from './reminder-post.js';
import { type Awaited, RemindersQueries, type WaitingOrder } from './reminders.queries.js';

/** Orders and drafts that wait for somebody. */
@Injectable()
export class RemindersService {
  constructor(
    private readonly post: ReminderPost,
    private readonly queries: RemindersQueries,
    private readonly assignments: AssignmentsService,
  ) {}

  /** To the school, `order.remindDays` after the report, while it has not answered. */
  remindSchools(day: string): Promise<string> {
    return this.post.round('order-reminders', day, async (round) => {
      const heads = await this.assignments.addressees(round.manager, 'school-head');
      const { 'order.remindDays': remindDays, 'order.verificationDays': verificationDays } = round.settings;
      const orders = await this.queries.waiting(round.manager, 'confirm', addCalendarDays(day, -remindDays));
      for (const order of orders) {
        const until = frenchDay(verificationDueOn(order.sinceDay, verificationDays));
        await this.post.send(
          round,
          heads.filter(({ schoolId }) => schoolId === order.schoolId),
          {
            dedupe: `remind:${order.id}:${order.sinceMark}`,
            subject: `Rappel : commande ${order.number} à confirmer`,
            paragraphs: [
              `L’intervention pour la commande ${order.number} (${order.title}) est terminée depuis le ${frenchDay(order.sinceDay)}. Vérifiez sur place, puis confirmez ou signalez un écart.`,
              `Sans réponse de votre part, la métropole vérifie elle-même à partir du ${until}.`,
            ],
            path: `/commandes/${order.id}`,
          },
        );
      }
      return told(orders.length, 'commande à confirmer', 'commandes à confirmer');
    });
  }

  /** To the managers, `order.recallDays` after a submission without answer. */
  recallManagers(day: string): Promise<string> {
    return this.post.round('order-recalls', day, (round) =>
      this.tellManagers(round, 'approve', round.settings['order.recallDays'], (order) => ({
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
    return this.post.round('verifications-due', day, (round) =>
      this.tellManagers(round, 'confirm', round.settings['order.verificationDays'], (order) => ({
        dedupe: `verify:${order.id}:${order.sinceMark}`,
        subject: `Commande ${order.number} à vérifier`,
        paragraphs: [
          `${order.schoolName} n’a pas répondu sur la commande ${order.number} (${order.title}), terminée le ${frenchDay(order.sinceDay)}. Vérifiez, puis faites le constat par défaut avec son motif.`,
        ],
        path: `/commandes/${order.id}`,
      })),
    );
  }

  /** To the schools that keep drafts once the year's sending is over. */
  tellDraftsPastCutOff(day: string): Promise<string> {
    return this.post.round('drafts-past-cut-off', day, async (round) => {
      const year = day.slice(0, 4);
      const { month, day: dayOfMonth } = round.settings['order.cutOff'];
      const cutOff = `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
      if (day <= cutOff) return 'Les envois de l’année sont ouverts.';
      const heads = await this.assignments.addressees(round.manager, 'school-head');
      const schools = await this.queries.schoolsWithDrafts(round.manager);
      for (const { schoolId, drafts } of schools) {
        await this.post.send(
          round,
          heads.filter((head) => head.schoolId === schoolId),
          {
            dedupe: `cut-off:${year}:${schoolId}`,
            subject: 'Vos brouillons sont gardés pour janvier',
            paragraphs: [
              `Les envois de ${year} sont clos depuis le ${frenchDay(cutOff)}. ${drafts === 1 ? 'Votre brouillon est gardé' : `Vos ${drafts} brouillons sont gardés`} : vous les envoyez sur le budget de ${Number(year) + 1}, dès son ouverture.`,
            ],
            path: `/commandes?vue=${ORDER_VIEWS.drafts.slug}`,
          },
        );
      }
      return told(schools.length, 'école prévenue', 'écoles prévenues');
    });
  }

  private async tellManagers(
    round: ReminderRound,
    awaited: Awaited,
    days: number,
    words: (order: WaitingOrder) => Reminder,
  ): Promise<string> {
    const managers = await this.assignments.addressees(round.manager, 'plan-manager');
    const orders = await this.queries.waiting(round.manager, awaited, addCalendarDays(round.day, -days));
    for (const order of orders) await this.post.send(round, managers, words(order));
    return told(orders.length, 'commande en attente', 'commandes en attente');
  }
}
