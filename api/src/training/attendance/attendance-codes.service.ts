import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  attendingRefused,
  codeDigits,
  codeMinute,
  codeMinutesAccepted,
  codeUntil,
  halfDayHeldAt,
  TRAININGS_ATTENDED,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { TrainingAccess } from '../training.access.js';
import { TrainingWindows } from '../training-windows.js';
import type { AttendanceCode, AttendanceSigned } from './attendance.answers.js';
import { AttendanceService, datesOf } from './attendance.service.js';

const SECRET_BYTES = 32;

/** The code that a trainer shows, another one each minute, and the teacher who types it: nobody keeps a code. */
@Injectable()
export class AttendanceCodes {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: TrainingAccess,
    private readonly attendance: AttendanceService,
    private readonly windows: TrainingWindows,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused training.not-your-session, training.attendance-not-now */
  show(actor: Actor, sessionId: string): Promise<AttendanceCode> {
    return this.transactions.runAsSystem('training-code', async (manager) => {
      const session = await this.access.read(manager, actor, sessionId);
      const refused = attendingRefused(actor, session);
      if (refused) throw new Refused(refused);
      const now = this.clock.now();
      // Drawn once: of two who ask first, the second reads what the first has drawn.
      await manager.query(
        'insert into training_code_secret (session_id, secret) values ($1, $2) on conflict (session_id) do nothing',
        [sessionId, randomBytes(SECRET_BYTES)],
      );
      const secret = await secretOf(manager, sessionId);
      return { shown: codeOf(secret!, codeMinute(now)), until: codeUntil(now).toISOString() };
    });
  }

  /**
   * Whoever has a place and types the code is there, for the half-day that is held now.
   * @throws Refused training.code-throttled, training.attendance-not-now, training.no-half-day-now, training.code-wrong,
   * training.not-enrolled
   */
  async sign(actor: Actor, sessionId: string, code: string, write: Write): Promise<AttendanceSigned> {
    await this.windows.countSigning(actor.accountId);
    return this.transactions.run(write, async (manager) => {
      const session = await this.access.lock(manager, actor, sessionId);
      if (!TRAININGS_ATTENDED.includes(session.state)) throw new Refused('training.attendance-not-now');
      const now = this.clock.now();
      const dates = await datesOf(manager, sessionId);
      const date = halfDayHeldAt(dates, now.toISOString());
      if (!date) throw new Refused('training.no-half-day-now');
      const secret = await secretOf(manager, sessionId);
      const isRight =
        secret !== null && codeMinutesAccepted(now).some((minute) => isSame(codeOf(secret, minute), code));
      if (!isRight) throw new Refused('training.code-wrong');
      const [place]: { id: string }[] = await manager.query(
        'select id from training_enrolment where session_id = $1 and account_id = $2 and seat is not null',
        [sessionId, actor.accountId],
      );
      if (!place) throw new Refused('training.not-enrolled');
      const said = [{ enrolmentId: place.id, dateId: date.id, present: true }];
      await this.attendance.note(manager, actor, { sessionId, dates, said, byCode: true });
      return { startsAt: date.startsAt, endsAt: date.endsAt };
    });
  }
}

async function secretOf(manager: EntityManager, sessionId: string): Promise<Buffer | null> {
  const [row]: { secret: Buffer }[] = await manager.query(
    'select secret from training_code_secret where session_id = $1',
    [sessionId],
  );
  return row?.secret ?? null;
}

const codeOf = (secret: Buffer, minute: number): string =>
  codeDigits(createHmac('sha256', secret).update(String(minute)).digest());

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
