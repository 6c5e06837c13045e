import { Injectable } from '@nestjs/common';
import { TRAININGS_ENROLLING } from '@parc/domain';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { inStates } from '../platform/database/in-states.js';
import { Transactions } from '../platform/database/transactions.js';
import { LIMITS } from '../platform/limits.js';
import { TrainingAccess } from './training.access.js';
import { TrainingPassing } from './training-passing.js';

/** What the system does with sessions by itself. */
@Injectable()
export class TrainingTerms {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: TrainingAccess,
    private readonly passing: TrainingPassing,
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
}

const DUE = `select t.id from training_session t
  where ${inStates('t.state', TRAININGS_ENROLLING)} and exists (select from training_enrolment n
    where n.session_id = t.id and n.offer_until <= $1 and n.offer_ended is null and n.left_at is null)
  order by t.starts_at, t.id limit ${LIMITS.training.movedByMinute}`;
