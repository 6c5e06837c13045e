import { Injectable } from '@nestjs/common';
import {
  addCalendarDays,
  attendingRefused,
  correctingRefused,
  parisInstantOf,
  possibleTrainingActions,
  roleWords,
  TRAININGS,
  TRAININGS_ATTENDED,
  type Role,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { schoolOf } from '../../directory/school.sql.js';
import { accountOf } from '../../identity/account.sql.js';
import type { Actor } from '../../identity/actor.js';
import { TaughtDevices } from '../../inventory/taught-devices.js';
import { Clock } from '../../platform/clock.js';
import { inStates } from '../../platform/database/in-states.js';
import { join, leftJoin } from '../../platform/database/joins.sql.js';
import { Transactions } from '../../platform/database/transactions.js';
import { LIMITS } from '../../platform/limits.js';
import { oneByOne } from '../../platform/one-by-one.js';
import { TrainingAccess } from '../training.access.js';
import { trainingFacts } from '../training-moves.js';
import type { TrainingSession } from '../training-session.entity.js';
import { MODELS_OF_MODULE } from '../training.sql.js';
import type {
  AttendanceCorrection,
  AttendancePacket,
  AttendancePerson,
  AttendanceSheet,
} from './attendance.answers.js';
import { datesOf } from './attendance.service.js';
import { PRESENCES_OF } from './attendance.sql.js';

/** What is read of who came: one session's list, and those that a trainer takes along. */
@Injectable()
export class AttendanceQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: TrainingAccess,
    private readonly devices: TaughtDevices,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused object.not-found */
  sheet(actor: Actor, sessionId: string): Promise<AttendanceSheet> {
    return this.transactions.snapshot(async (manager) =>
      this.sheetOf(manager, actor, await this.access.read(manager, actor, sessionId)),
    );
  }

  /** Sessions that the actor holds on these two days, and those whose attendance is not whole yet. @param day ISO date */
  packet(actor: Actor, day: string = this.clock.today()): Promise<AttendancePacket> {
    return this.transactions.snapshot(async (manager) => {
      const rows: { id: string }[] = await manager.query(HELD_BY, [
        ...[actor.accountId, parisInstantOf(day, '00:00'), parisInstantOf(addCalendarDays(day, 2), '00:00')],
        actor.circonscriptionId,
      ]);
      const sessions = await oneByOne(rows, async ({ id }) =>
        this.sheetOf(manager, actor, await this.access.read(manager, actor, id)),
      );
      return { day, serverTime: this.clock.now().toISOString(), sessions };
    });
  }

  private async sheetOf(manager: EntityManager, actor: Actor, session: TrainingSession): Promise<AttendanceSheet> {
    const { id, version, number, state, capacity } = session;
    const [{ moduleTitle, place, guestIds }] = await manager.query(HEAD, [id]);
    const facts = await trainingFacts(manager, session, {
      ...{ now: this.clock.now(), accountId: actor.accountId },
    });
    return {
      ...{ id, version, number, state, capacity, moduleTitle, place },
      dates: await datesOf(manager, id),
      people: await peopleOf(manager, id),
      opens: await this.opens(manager, actor, session, guestIds as string[]),
      corrections: await correctionsOf(manager, id),
      possible: possibleTrainingActions(actor, facts),
      mayAttend: attendingRefused(actor, session) === null,
      mayCorrect: correctingRefused(actor, session) === null,
    };
  }

  private async opens(manager: EntityManager, actor: Actor, session: TrainingSession, guestIds: string[]) {
    const { moduleId, circonscriptionId } = session;
    const models: { id: string }[] = await manager.query(MODELS_OF_MODULE, [moduleId]);
    const modelIds = models.map((model) => model.id);
    return this.devices.waitingBySchool(manager, actor, { circonscriptionId, guestIds, modelIds });
  }
}

/** Sure to take place, and not begun: one that was forgotten goes along for a month. */
const AWAITED = inStates('t.state', TRAININGS.statesFrom('hold'));

/** Of the trainer $1, or the maker's in the circonscription $4, from $2 to before $3, or begun and not closed. */
const HELD_BY = `select t.id from training_session t
  where t.id in (select o.id from training_session o where o.trainer_id = $1
      union all select o.id from training_session o where o.trainer_id is null and o.circonscription_id = $4)
    and (${inStates('t.state', TRAININGS_ATTENDED)} or (${AWAITED}
    and exists (select from training_date d where d.session_id = t.id and d.starts_at >= $2::timestamptz - interval '30 days' and d.starts_at < $3)))
  order by t.starts_at, t.id limit ${LIMITS.training.packetSessions}`;

const HEAD = `select d.title as "moduleTitle", coalesce(t.place_name, s.name) as place,
    array(select g.school_id from training_guest g where g.session_id = t.id order by 1) as "guestIds"
  from training_session t join training_module d on d.id = t.module_id ${leftJoin(schoolOf('t.school_id'))} where t.id = $1`;

function peopleOf(manager: EntityManager, sessionId: string): Promise<AttendancePerson[]> {
  return manager.query(
    `select n.id, c.name, n.school_id as "schoolId", s.name as "schoolName", ${PRESENCES_OF} as presences
       from training_enrolment n ${join(accountOf('n.account_id', 'c'))} ${join(schoolOf('n.school_id'))}
      where n.session_id = $1 and n.seat is not null order by s.name, s.id, c.name, n.id limit ${LIMITS.training.seats}`,
    [sessionId],
  );
}

type Stored = Omit<AttendanceCorrection, 'at' | 'startsAt' | 'roleLabel'> & { at: Date; startsAt: Date; role: Role };

async function correctionsOf(manager: EntityManager, sessionId: string): Promise<AttendanceCorrection[]> {
  const rows: Stored[] = await manager.query(
    `select c.name, d.starts_at as "startsAt", x.present, x.reason, x.role, x.at
       from training_correction x join training_enrolment n on n.id = x.enrolment_id join training_date d on d.id = x.date_id
         ${join(accountOf('n.account_id', 'c'))}
      where x.session_id = $1 order by x.at desc, x.id desc limit ${LIMITS.shownOfOne}`,
    [sessionId],
  );
  return rows.map(({ role, at, startsAt, ...line }) => ({
    ...{ ...line, at: at.toISOString(), startsAt: startsAt.toISOString() },
    roleLabel: roleWords(role, false),
  }));
}
