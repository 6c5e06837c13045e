import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { certificateCode, civilYearOf } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { oneByOne } from '../../platform/one-by-one.js';
import { MINUTES_ATTENDED } from '../attendance/attendance.sql.js';
import { digestOf, NEXT_CERTIFICATE_NUMBER } from './certificates.sql.js';

/** 100 bits: whoever guesses at the pace that is let through never finds one. */
const CODE_BYTES = 20;

interface Earned {
  id: string;
  minutes: number;
}

/** What people are given of the hours at which they came, in the transaction that says so. */
@Injectable()
export class CertificatesService {
  constructor(private readonly clock: Clock) {}

  /** One for each who came, of a session that is being closed. */
  async issue(manager: EntityManager, sessionId: string): Promise<void> {
    const came: Earned[] = await manager.query(
      `select n.id, ${MINUTES_ATTENDED} as minutes from training_enrolment n where n.session_id = $1 and n.seat is not null order by n.seat`,
      [sessionId],
    );
    await oneByOne(came, (earned) => this.give(manager, earned));
  }

  /** Who came has been said otherwise: what stood is revoked, and what is earned now is given. */
  async renew(manager: EntityManager, enrolmentId: string): Promise<void> {
    const [earned]: Earned[] = await manager.query(
      `select n.id, ${MINUTES_ATTENDED} as minutes from training_enrolment n where n.id = $1`,
      [enrolmentId],
    );
    await manager.query(
      'update training_certificate set revoked_at = $2 where enrolment_id = $1 and revoked_at is null',
      [enrolmentId, this.clock.now()],
    );
    await this.give(manager, earned!);
  }

  private async give(manager: EntityManager, { id, minutes }: Earned): Promise<void> {
    if (minutes === 0) return;
    const code = certificateCode(randomBytes(CODE_BYTES));
    await manager.query(
      `insert into training_certificate (number, enrolment_id, minutes, code, code_digest, issued_at)
       values (${NEXT_CERTIFICATE_NUMBER('$1')}, $2, $3, $4, $5, $6)`,
      [civilYearOf(this.clock.today()), id, minutes, code, digestOf(code), this.clock.now()],
    );
  }
}
