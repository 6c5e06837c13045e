import { Injectable } from '@nestjs/common';
import {
  attendingRefused,
  correctingRefused,
  presenceRefused,
  TRAININGS_COUNTED,
  type AttendedHalfDay,
  type SayingPresence,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { CertificatesService } from '../certificates/certificates.service.js';
import { TrainingAccess } from '../training.access.js';
import { movedOf, type TrainingMoved } from '../training.moving.js';
import { TrainingSteps } from '../training.steps.js';
import type { TrainingAttendanceRequest, TrainingCorrectionRequest } from './attendance.dto.js';
import { DATES_OF_SESSION } from './attendance.sql.js';

/** One presence that is said; `byCode`: by the person, with the code that the trainer shows. */
export interface SaidPresence {
  enrolmentId: string;
  dateId: string;
  present: boolean;
}

/**
 * Who came, half-day by half-day, as the session's own trainer says it; said otherwise later, it is corrected with a reason.
 * The session is locked by whoever calls.
 */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: TrainingAccess,
    private readonly certificates: CertificatesService,
    private readonly steps: TrainingSteps,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refused training.not-your-session, training.attendance-not-now, training.not-enrolled, training.half-day-ahead,
   * training.recorded-already
   */
  record(actor: Actor, sessionId: string, { people }: TrainingAttendanceRequest, write: Write): Promise<TrainingMoved> {
    return this.transactions.run(write, async (manager) => {
      const session = await this.access.lock(manager, actor, sessionId);
      refuse(attendingRefused(actor, session));
      const dates = await datesOf(manager, sessionId);
      const said = people.flatMap(({ id, dateId, present }) =>
        (dateId == null ? dates.map((date) => date.id) : [dateId]).map((one) => ({
          ...{ enrolmentId: id, dateId: one, present },
        })),
      );
      await this.note(manager, actor, { sessionId, dates, said, byCode: false });
      return movedOf(session);
    });
  }

  /** @throws Refused training.not-enrolled, training.half-day-ahead, training.recorded-already */
  async note(
    manager: EntityManager,
    { accountId }: Pick<Actor, 'accountId'>,
    given: { sessionId: string; dates: readonly AttendedHalfDay[]; said: readonly SaidPresence[]; byCode: boolean },
  ): Promise<void> {
    const { sessionId, dates, byCode } = given;
    const said = lastOfEach(given.said);
    const former = await formerOf(manager, sessionId);
    for (const one of said) this.requireSayable(dates, one, former.get(keyOf(one)) ?? null, presenceRefused);
    const ids = said.map(({ enrolmentId }) => enrolmentId);
    await manager.query(OFFERS_ENDED, [sessionId, ids, this.clock.now()]);
    const noted: unknown[] = await manager.query(NOTE, [
      ...[sessionId, ids, said.map(({ dateId }) => dateId)],
      ...[said.map(({ present }) => present), byCode, accountId, this.clock.now()],
    ]);
    if (noted.length < said.length) throw new Refused('training.not-enrolled');
  }

  /**
   * A presence said otherwise, with a reason that stays. Of a session that is closed, its certificate follows, and what waited
   * for somebody who came goes into service.
   * @throws Refused training.not-your-session, training.attendance-not-now, training.inspection-corrects, training.not-enrolled,
   * training.half-day-ahead, training.presence-unchanged
   */
  correct(
    actor: Actor,
    sessionId: string,
    { reason, ...said }: TrainingCorrectionRequest,
    write: Write,
  ): Promise<TrainingMoved> {
    return this.transactions.run(write, async (manager) => {
      const session = await this.access.lock(manager, actor, sessionId);
      refuse(correctingRefused(actor, session));
      const dates = await datesOf(manager, sessionId);
      const was = (await formerOf(manager, sessionId)).get(keyOf(said)) ?? null;
      this.requireSayable(dates, said, was, correctionRefused);
      const at = this.clock.now();
      const noted: unknown[] = await manager.query(NOTE, [
        ...[sessionId, [said.enrolmentId], [said.dateId], [said.present], false, actor.accountId, at],
      ]);
      if (noted.length === 0) throw new Refused('training.not-enrolled');
      await manager.query(
        `insert into training_correction (session_id, enrolment_id, date_id, present, reason, account_id, role, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          ...[sessionId, said.enrolmentId, said.dateId, said.present, reason.trim()],
          ...[actor.accountId, actor.role, at],
        ],
      );
      if (TRAININGS_COUNTED.includes(session.state)) {
        await this.certificates.renew(manager, said.enrolmentId);
        await this.steps.release({ manager, session, at });
      }
      return movedOf(session);
    });
  }

  private requireSayable(
    dates: readonly AttendedHalfDay[],
    { dateId, present }: SaidPresence,
    was: boolean | null,
    refused: (saying: SayingPresence) => ReturnType<typeof presenceRefused>,
  ): void {
    const date = dates.find(({ id }) => id === dateId);
    if (!date) throw new Refused('training.not-enrolled');
    refuse(refused({ date, present, was, now: this.clock.now().toISOString() }));
  }
}

const refuse = (code: ReturnType<typeof presenceRefused>): void => {
  if (code !== null) throw new Refused(code);
};

/** What is corrected has been said before, and otherwise. */
const correctionRefused = ({ was, present, ...saying }: SayingPresence) =>
  was === present
    ? 'training.presence-unchanged'
    : // On whatever day: a reason goes with it.
      presenceRefused({ ...saying, present, was: null });

export async function datesOf(manager: EntityManager, sessionId: string): Promise<AttendedHalfDay[]> {
  const rows: { id: string; startsAt: Date; endsAt: Date }[] = await manager.query(DATES_OF_SESSION, [sessionId]);
  return rows.map(({ id, startsAt, endsAt }) => ({
    ...{ id, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
  }));
}

const keyOf = ({ enrolmentId, dateId }: Pick<SaidPresence, 'enrolmentId' | 'dateId'>) => `${enrolmentId} ${dateId}`;

/** Whoever is named twice is said as the last time. */
const lastOfEach = (said: readonly SaidPresence[]) => [...new Map(said.map((one) => [keyOf(one), one])).values()];

async function formerOf(manager: EntityManager, sessionId: string): Promise<ReadonlyMap<string, boolean>> {
  const rows: SaidPresence[] = await manager.query(
    'select enrolment_id as "enrolmentId", date_id as "dateId", present from training_attendance where session_id = $1',
    [sessionId],
  );
  return new Map(rows.map((row) => [keyOf(row), row.present]));
}

/** Whoever is noted had the place that was offered, answered or not: the session has begun. */
const OFFERS_ENDED = `update training_enrolment set offer_ended = 'accepted', seated_at = $3
  where session_id = $1 and id = any($2) and seat is not null and offer_until is not null and offer_ended is null`;

/** Of whoever has a place. Said again as it stood, it keeps who said it first. */
const NOTE = `with said as (
    select p.enrolment_id, p.date_id, p.present from unnest($2::uuid[], $3::uuid[], $4::boolean[]) p(enrolment_id, date_id, present)
      join training_enrolment n on n.id = p.enrolment_id and n.session_id = $1 and n.seat is not null),
  noted as (
    insert into training_attendance as a (enrolment_id, date_id, session_id, present, by_code, recorded_by, recorded_at)
    select enrolment_id, date_id, $1, present, $5, $6, $7 from said
    on conflict (enrolment_id, date_id) do update
      set present = excluded.present, by_code = excluded.by_code, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
      where a.present <> excluded.present)
  select enrolment_id from said`;
