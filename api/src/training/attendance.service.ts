import { Injectable } from '@nestjs/common';
import { TRAININGS_ATTENDED } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { TrainingAccess } from './training.access.js';
import type { TrainingAttendanceRequest } from './training.dto.js';
import { movedOf, type TrainingMoved } from './training.moving.js';

/** Who came, as the session's own trainer says it. It may be said again until the session is closed. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: TrainingAccess,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused training.not-your-session, training.attendance-not-now, training.not-enrolled */
  record(actor: Actor, sessionId: string, { people }: TrainingAttendanceRequest, write: Write): Promise<TrainingMoved> {
    return this.transactions.run(write, async (manager) => {
      const session = await this.access.lock(manager, actor, sessionId);
      if (session.trainerId !== actor.accountId) throw new Refused('training.not-your-session');
      if (!TRAININGS_ATTENDED.includes(session.state)) throw new Refused('training.attendance-not-now');
      const seen = new Map(people.map(({ id, present }) => [id, present]));
      const [noted] = (await manager.query(NOTE, [
        ...[sessionId, [...seen.keys()], [...seen.values()], actor.accountId, this.clock.now()],
      ])) as [unknown[], number];
      if (noted.length < seen.size) throw new Refused('training.not-enrolled');
      return movedOf(session);
    });
  }
}

const NOTE = `update training_enrolment n set present = p.present, recorded_by = $4, recorded_at = $5
  from unnest($2::uuid[], $3::boolean[]) p(id, present)
  where n.id = p.id and n.session_id = $1 and n.seat is not null returning n.id`;
