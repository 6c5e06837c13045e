import { Injectable } from '@nestjs/common';
import {
  addCalendarDays,
  parisDateOf,
  parisInstantOf,
  TRAININGS,
  TRAININGS_ENROLLING,
  trainingReminder,
} from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { inStates } from '../platform/database/in-states.js';
import { Transactions } from '../platform/database/transactions.js';
import { LIMITS } from '../platform/limits.js';
import { TrainingAccess } from './training.access.js';
import { TrainingNotices } from './training-notices.service.js';
import { TrainingSession } from './training-session.entity.js';
import { STANDING } from './training.sql.js';
import { TrainingPassing } from './training-passing.js';

/** What the system does with sessions by itself. */
@Injectable()
export class TrainingTerms {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: TrainingAccess,
    private readonly passing: TrainingPassing,
    private readonly notices: TrainingNotices,
    private readonly clock: Clock,
  ) {}

  /** Offers that nobody answered in time end and go on, each session in a transaction of its own. @returns how many ended */
  async endOffers(): Promise<number> {
    const rows: { id: string }[] = await this.dataSource.query(DUE, [this.clock.now()]);
    let ended = 0;
    for (const { id } of rows)
      ended += await this.transactions.runAsSystem('training-offers', async (manager) =>
        this.passing.settle(manager, await this.access.lockBySystem(manager, id), this.clock.now()),
      );
    return ended;
  }

  /**
   * Of confirmed sessions, to those who have a place: once within five school days, once the day before.
   * @param day ISO date @returns how many people are owed a reminder
   */
  remind(day: string): Promise<number> {
    return this.transactions.runAsSystem('training-reminders', async (manager) => {
      const sessions = await this.soon(manager, day);
      let owed = 0;
      for (const session of sessions) {
        const calendar = await this.passing.calendar(manager, session);
        const reminder = trainingReminder(day, parisDateOf(session.startsAt), calendar);
        if (reminder === null) continue;
        const people: { id: string; accountId: string }[] = await manager.query(SEATED, [session.id]);
        for (const one of people) await this.notices.remind(manager, session, one, reminder);
        owed += people.length;
      }
      return owed;
    });
  }

  private soon(manager: EntityManager, day: string): Promise<TrainingSession[]> {
    return manager
      .createQueryBuilder(TrainingSession, 't')
      .where(inStates('t.state', TRAININGS.statesFrom('hold')))
      .andWhere('t.starts_at > :now and t.starts_at < :until', {
        now: this.clock.now(),
        until: parisInstantOf(addCalendarDays(day, LIMITS.training.remindedDays), '00:00'),
      })
      .orderBy('t.starts_at')
      .addOrderBy('t.id')
      .limit(LIMITS.training.remindedByNight)
      .getMany();
  }
}

const SEATED = `select n.id, n.account_id as "accountId" from training_enrolment n
  where n.session_id = $1 and n.left_at is null and ${STANDING} = 'seated' order by n.turn`;

const DUE = `select t.id from training_session t
  where ${inStates('t.state', TRAININGS_ENROLLING)} and exists (select from training_enrolment n
    where n.session_id = t.id and n.offer_until <= $1 and n.offer_ended is null and n.left_at is null)
  order by t.starts_at, t.id limit ${LIMITS.training.movedByMinute}`;
