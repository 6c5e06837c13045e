import { Injectable } from '@nestjs/common';
import { attendingRefused } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { AssignmentsService } from '../../identity/assignments.service.js';
import { Clock } from '../../platform/clock.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { LIMITS } from '../../platform/limits.js';
import { TrainingAccess } from '../training.access.js';
import { movedOf, type TrainingMoved } from '../training.moving.js';
import { TrainingPlaces } from '../training-places.js';
import type { TrainingSession } from '../training-session.entity.js';
import { INVITED_SCHOOLS } from '../training.sql.js';
import type { AttendanceArrival } from './attendance.answers.js';
import type { TrainingArrivalRequest } from './attendance.dto.js';
import { AttendanceService, datesOf } from './attendance.service.js';

/** Who came without a place, while one is free. */
@Injectable()
export class ArrivalsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: TrainingAccess,
    private readonly assignments: AssignmentsService,
    private readonly places: TrainingPlaces,
    private readonly attendance: AttendanceService,
    private readonly clock: Clock,
  ) {}

  /** People of the schools that are invited, who have no place, by what was typed of their name; nobody, to whoever may add nobody now. */
  find(actor: Actor, sessionId: string, search = ''): Promise<AttendanceArrival[]> {
    return this.transactions.snapshot(async (manager) => {
      const session = await this.access.read(manager, actor, sessionId);
      if (attendingRefused(actor, session) || search.trim() === '') return [];
      const seated: { id: string }[] = await manager.query(
        'select account_id as id from training_enrolment where session_id = $1 and seat is not null',
        [sessionId],
      );
      const except = seated.map(({ id }) => id);
      const schools = await invitedSchools(manager, session);
      const found = await this.assignments.workersFound(manager, {
        ...{ schoolIds: [...schools.keys()], search, except, most: LIMITS.training.arrivalsShown },
      });
      return found.map(({ accountId, name, schoolId }) => ({ accountId, name, schoolName: schools.get(schoolId)! }));
    });
  }

  /**
   * They take a free place, and were there. Whoever waited for one waits no more: the session has begun.
   * @throws Refused training.not-your-session, training.attendance-not-now, training.person-unknown, training.enrolled-already,
   * training.full, training.half-day-ahead
   */
  add(
    actor: Actor,
    sessionId: string,
    { accountId, dateId }: TrainingArrivalRequest,
    write: Write,
  ): Promise<TrainingMoved> {
    return this.transactions.run(write, async (manager) => {
      const session = await this.access.lock(manager, actor, sessionId);
      requireAttending(actor, session);
      const schools = await invitedSchools(manager, session);
      const schoolId = (await this.assignments.schoolsOf(manager, accountId)).find((id) => schools.has(id));
      if (!schoolId) throw new Refused('training.person-unknown');
      const by = actor.accountId;
      const enrolmentId = await this.places.seatOnSpot(manager, session, {
        accountId,
        schoolId,
        by,
        at: this.clock.now(),
      });
      const dates = await datesOf(manager, sessionId);
      const said = [{ enrolmentId, dateId, present: true }];
      await this.attendance.note(manager, actor, { sessionId, dates, said, byCode: false });
      return movedOf(session);
    });
  }
}

function requireAttending(actor: Actor, session: TrainingSession): void {
  const refused = attendingRefused(actor, session);
  if (refused) throw new Refused(refused);
}

/** Their names by their ids. */
async function invitedSchools(manager: EntityManager, { id, circonscriptionId }: TrainingSession) {
  const rows: { id: string; name: string }[] = await manager.query(INVITED_SCHOOLS, [circonscriptionId, id]);
  return new Map(rows.map((school) => [school.id, school.name]));
}
