import { Injectable } from '@nestjs/common';
import { civilYearOf, isPlaceWhole, isTrainerWhole, datesSpan, TRAININGS } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { PLACE_BY_ID, SCHOOLS } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { AssignmentsService } from '../identity/assignments.service.js';
import { Clock } from '../platform/clock.js';
import { all } from '../platform/database/joins.sql.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { TrainingAccess } from './training.access.js';
import type { TrainingSessionRequest } from './training.dto.js';
import { recordTrainingMove } from './training-history.js';
import { movedOf, type TrainingMoved } from './training.moving.js';
import { TrainingNotices } from './training-notices.service.js';
import { NEXT_TRAINING_NUMBER } from './training.sql.js';
import { datesOf, requireDates, TrainingDates } from './training-dates.js';

/** A session is proposed by either side; neither has agreed by that. */
@Injectable()
export class ProposingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: TrainingAccess,
    private readonly dates: TrainingDates,
    private readonly assignments: AssignmentsService,
    private readonly notices: TrainingNotices,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refused training.module-withdrawn, training.dates-wrong, training.half-day-wrong, training.half-day-twice, training.place-not-told, training.capacity-wrong, training.module-unknown, training.place-unknown,
   * training.trainer-not-told, training.trainer-unknown, training.nobody-attends, training.trainer-taken
   */
  propose(actor: Actor, request: TrainingSessionRequest, write: Write): Promise<TrainingMoved> {
    return this.transactions.run(write, async (manager) => {
      const at = this.clock.now();
      const dates = datesOf(request.dates);
      requireDates(dates, at);
      if (!isTrainerWhole(request)) throw new Refused('training.trainer-not-told');
      if (!isPlaceWhole(request)) throw new Refused('training.place-not-told');
      if (request.minimum > request.capacity) throw new Refused('training.capacity-wrong');
      await this.requireKnown(manager, actor, request);
      const { moduleId, circonscriptionId, trainerId, capacity, minimum } = request;
      const { placeKind, schoolId, placeName, remoteLink, outsideTrainer, outsideFirm } = request;
      const { startsAt, endsAt } = datesSpan(dates);
      const [row] = await manager.query(INSERT, [
        ...[civilYearOf(this.clock.today()), moduleId, circonscriptionId, schoolId, trainerId, startsAt, endsAt],
        ...[capacity, minimum, TRAININGS.initial, at, actor.accountId],
        ...[placeKind, placeName?.trim() ?? null, remoteLink, [...new Set(request.cycles)]],
        ...[outsideTrainer?.trim() ?? null, outsideFirm?.trim() ?? null],
      ]);
      await this.dates.write(manager, row.id as string, dates);
      await manager.query(
        'insert into training_guest (session_id, school_id) select $1, id from unnest($2::uuid[]) id group by id',
        [row.id, request.guestIds],
      );
      const session = await this.access.lock(manager, actor, row.id as string);
      await recordTrainingMove(manager, session, { action: 'propose', mover: actor, at, from: null });
      await this.notices.proposed(manager, session, actor.accountId);
      return movedOf(session);
    });
  }

  private async requireKnown(manager: EntityManager, actor: Actor, request: TrainingSessionRequest): Promise<void> {
    const { moduleId, circonscriptionId, schoolId, trainerId, guestIds } = request;
    const there = async (sql: string, id: string) => (await manager.query(sql, [id])).length > 0;
    const [module] = await manager.query(OFFERED, [moduleId]);
    if (!module) throw new Refused('training.module-unknown');
    if (!module.offered) throw new Refused('training.module-withdrawn');
    const isOwn = actor.circonscriptionId === null || actor.circonscriptionId === circonscriptionId;
    const isPlace = isOwn && (await there(PLACE_BY_ID.circonscription, circonscriptionId));
    const guests = [...new Set([...(schoolId === null ? [] : [schoolId]), ...guestIds])];
    const schools: unknown[] = await manager.query(`select from ${all(SCHOOLS)} where s.id = any($1)`, [guests]);
    if (!isPlace || schools.length < guests.length) throw new Refused('training.place-unknown');
    const trainers = await this.assignments.addressees(manager, 'digital-trainer', { circonscriptionId });
    // Somebody of the maker has no account: another says who came.
    if (trainers.length === 0 && trainerId === null) throw new Refused('training.nobody-attends');
    if (trainerId !== null && !trainers.some(({ accountId }) => accountId === trainerId))
      throw new Refused('training.trainer-unknown');
  }
}

const INSERT = `insert into training_session
    (number, module_id, circonscription_id, school_id, trainer_id, starts_at, ends_at, capacity, minimum, state, state_since, proposed_at, proposed_by,
     place_kind, place_name, remote_link, cycles, outside_trainer, outside_firm)
  values (${NEXT_TRAINING_NUMBER('$1')}, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12, $13, $14, $15, $16, $17, $18) returning id`;

/** Whoever writes it anew waits for the proposal, or is waited for. */
const OFFERED = 'select current and active as offered from training_module where id = $1 for share';
