import { Injectable } from '@nestjs/common';
import type { TrainingStanding } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { AssignmentsService } from '../identity/assignments.service.js';
import { SCHOOLS } from '../directory/school.sql.js';
import { all } from '../platform/database/joins.sql.js';
import { Refused } from '../platform/http/refused.js';
import { TrainingNotices } from './training-notices.service.js';
import { TrainingPassing } from './training-passing.js';
import type { MovingTraining } from './training.moving.js';
import { STANDING } from './training.sql.js';

/** Places of a session: taken in turn, and passed on. The session is locked; the database refuses whatever would still overtake. */
@Injectable()
export class TrainingPlaces {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly passing: TrainingPassing,
    private readonly notices: TrainingNotices,
  ) {}

  /** Who enrols, from which invited school: for an inspector, one of the circonscription. @throws Refused training.person-unknown, training.enrolled-already */
  async find(moving: MovingTraining): Promise<NonNullable<MovingTraining['person']>> {
    const { manager, session, mover } = moving;
    const accountId = personOf(moving);
    const schools = await this.assignments.schoolsOf(manager, accountId);
    const mine = mover.schoolId === null ? schools : schools.filter((id) => id === mover.schoolId);
    const [school] = await manager.query(INVITED_AMONG, [
      ...[mine, session.circonscriptionId, session.id, mover.schoolId !== null],
    ]);
    if (!school) throw new Refused('training.person-unknown');
    if (await enrolmentOf(manager, session.id, accountId)) throw new Refused('training.enrolled-already');
    return { accountId, schoolId: school.id as string };
  }

  /** Who leaves; a school takes back its own people alone. @throws Refused training.not-enrolled */
  async findEnrolled(moving: MovingTraining): Promise<NonNullable<MovingTraining['person']>> {
    const { manager, session, mover } = moving;
    const accountId = personOf(moving);
    const enrolment = await enrolmentOf(manager, session.id, accountId);
    const isReached =
      mover.schoolId === null || accountId === mover.accountId || enrolment?.schoolId === mover.schoolId;
    if (!enrolment || !isReached) throw new Refused('training.not-enrolled');
    return { accountId, schoolId: enrolment.schoolId };
  }

  /** The lowest place that is free where nobody waits, else the last turn. */
  async take({ manager, session, mover, person, at }: MovingTraining): Promise<void> {
    const { accountId, schoolId } = person!;
    const [taken] = await manager.query(TAKE, [session.id, accountId, schoolId, mover.accountId, at]);
    if (taken.seat !== null) await this.notices.placed(manager, session, { id: taken.id as string, accountId });
  }

  /**
   * Whoever came without a place takes a free one. The session has begun: nobody waits for one any more.
   * @returns the enrolment's id
   * @throws Refused training.enrolled-already, training.full
   */
  async seatOnSpot(
    manager: EntityManager,
    { id }: { id: string },
    who: { accountId: string; schoolId: string; by: string; at: Date },
  ): Promise<string> {
    await manager.query(
      'update training_enrolment set left_at = $2 where session_id = $1 and seat is null and left_at is null',
      [id, who.at],
    );
    if (await enrolmentOf(manager, id, who.accountId)) throw new Refused('training.enrolled-already');
    const [place] = await manager.query(TAKE, [id, who.accountId, who.schoolId, who.by, who.at]);
    if (place.seat === null) throw new Refused('training.full');
    return place.id as string;
  }

  /** A place that was held goes to whoever has waited longest, who is told. */
  async free({ manager, session, person, at }: MovingTraining): Promise<void> {
    const { accountId } = person!;
    const enrolment = await enrolmentOf(manager, session.id, accountId);
    await manager.query(
      `update training_enrolment set left_at = $3, seat = null, seated_at = null,
              offer_ended = case when offer_until is not null then coalesce(offer_ended, 'declined') end
        where session_id = $1 and account_id = $2 and left_at is null`,
      [session.id, accountId, at],
    );
    if (enrolment?.standing === 'seated')
      await this.notices.unplaced(manager, session, { id: enrolment.id, accountId });
    await this.passing.passOn(manager, session, at);
  }

  /** Whoever was offered a place has it, and whoever was asked about a new date comes. */
  async keep({ manager, session, mover, at }: MovingTraining): Promise<void> {
    const before = await enrolmentOf(manager, session.id, mover.accountId);
    await manager.query(
      `update training_enrolment set seated_at = case when offer_until is not null and offer_ended is null then $3 else seated_at end,
              offer_ended = case when offer_until is not null then 'accepted' end,
              comes_at = case when asked_at is not null then $3::timestamptz end
        where session_id = $1 and account_id = $2 and left_at is null and seat is not null`,
      [session.id, mover.accountId, at],
    );
    if (before?.standing === 'offered')
      await this.notices.placed(manager, session, { id: before.id, accountId: mover.accountId });
  }

  /** The date has changed: each is asked anew, and silence keeps the place. */
  async askAgain({ manager, session, at }: MovingTraining): Promise<void> {
    await manager.query(
      'update training_enrolment set asked_at = $2, comes_at = null where session_id = $1 and left_at is null',
      [session.id, at],
    );
  }
}

/** A teacher speaks for themselves alone. @throws Refused training.person-unknown */
function personOf({ mover, brought }: MovingTraining): string {
  const accountId = brought.accountId ?? mover.accountId;
  if (mover.role === 'teacher' && accountId !== mover.accountId) throw new Refused('training.person-unknown');
  return accountId;
}

interface Enrolment {
  id: string;
  schoolId: string;
  standing: TrainingStanding;
}

async function enrolmentOf(
  manager: EntityManager,
  sessionId: string,
  accountId: string,
): Promise<Enrolment | undefined> {
  const [row] = await manager.query(
    `select n.id, n.school_id as "schoolId", ${STANDING} as standing from training_enrolment n
      where n.session_id = $1 and n.account_id = $2 and n.left_at is null`,
    [sessionId, accountId],
  );
  return row as Enrolment | undefined;
}

const INVITED_AMONG = `select s.id from ${all(SCHOOLS)} where s.id = any($1)
  and (s.circonscription_id = $2 or $4 and exists (select from training_guest g where g.session_id = $3 and g.school_id = s.id))
  order by s.id limit 1`;

const TAKE = `insert into training_enrolment (session_id, capacity, account_id, school_id, turn, seat, enrolled_by, enrolled_at, seated_at)
  select t.id, t.capacity, $2, $3, p.turn, p.seat, $4, $5::timestamptz, case when p.seat is not null then $5::timestamptz end
    from training_session t cross join lateral training_next_place(t.id) p where t.id = $1
  returning id, seat`;
