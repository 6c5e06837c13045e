import { Injectable } from '@nestjs/common';
import { passingOf, TRAININGS_ENROLLING, type Passing, type SchoolCalendar } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { SchoolsService } from '../directory/schools.service.js';
import { TrainingNotices } from './training-notices.service.js';
import type { TrainingSession } from './training-session.entity.js';
import { FREE_SEAT } from './training.sql.js';

interface Passed {
  id: string;
  accountId: string;
}

/** How free places of a session go to those who wait, in turn. The session is locked; the database lets nobody overtake. */
@Injectable()
export class TrainingPassing {
  constructor(
    private readonly schools: SchoolsService,
    private readonly notices: TrainingNotices,
  ) {}

  /** Offers whose time is over end, whoever comes first to see it, and go on. @returns how many have ended */
  async settle(manager: EntityManager, session: TrainingSession, at: Date): Promise<number> {
    if (!TRAININGS_ENROLLING.includes(session.state)) return 0;
    const [ended] = (await manager.query(EXPIRE, [session.id, at])) as [Passed[], number];
    for (const one of ended) await this.notices.lapsed(manager, session, one);
    if (ended.length > 0) await this.passOn(manager, session, at);
    return ended.length;
  }

  /** Every place that is free goes to whoever has waited longest, who is told. */
  async passOn(manager: EntityManager, session: TrainingSession, at: Date): Promise<void> {
    const passing = await this.passing(manager, session, at);
    if (passing.how === 'none') return;
    const until = passing.how === 'offer' ? passing.until : null;
    for (;;) {
      const [[next]] = (await manager.query(PASS_NEXT, [session.id, at, until])) as [Passed[], number];
      if (!next) return;
      if (until === null) await this.notices.seated(manager, session, next);
      else await this.notices.offered(manager, session, next, until);
    }
  }

  private async passing(manager: EntityManager, session: TrainingSession, now: Date): Promise<Passing> {
    return passingOf({ now, startsAt: session.startsAt, calendar: await this.calendar(manager, session) });
  }

  /** Elsewhere than in a school: the holidays of all, and the commonest week. */
  async calendar(manager: EntityManager, { schoolId }: Pick<TrainingSession, 'schoolId'>): Promise<SchoolCalendar> {
    if (schoolId !== null) return this.schools.calendar(manager, { id: schoolId });
    return { ...(await this.schools.daysOff(manager)), openingHours: [] };
  }
}

const EXPIRE = `update training_enrolment set offer_ended = 'expired', left_at = $2, seat = null, seated_at = null
  where session_id = $1 and left_at is null and offer_ended is null and offer_until <= $2
  returning id, account_id as "accountId"`;

const PASS_NEXT = `update training_enrolment e
    set seat = ${FREE_SEAT}, seated_at = $2, offered_at = case when $3::timestamptz is not null then $2::timestamptz end, offer_until = $3
  from training_session t
  where t.id = $1 and ${FREE_SEAT} is not null
    and e.id = (select n.id from training_enrolment n where n.session_id = t.id and n.left_at is null and n.seat is null
                 order by n.turn limit 1)
  returning e.id, e.account_id as "accountId"`;
