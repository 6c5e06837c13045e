import { Injectable } from '@nestjs/common';
import { parisInstantOf, readCertificateCode, schoolYearOf, addCalendarDays, TRAININGS_COUNTED } from '@parc/domain';
import { DataSource } from 'typeorm';
import { schoolOf } from '../../directory/school.sql.js';
import { accountOf } from '../../identity/account.sql.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { inStates } from '../../platform/database/in-states.js';
import { join, leftJoin } from '../../platform/database/joins.sql.js';
import { Transactions } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { LIMITS } from '../../platform/limits.js';
import { MINUTES_ATTENDED } from '../attendance/attendance.sql.js';
import { TRAINER, TRAINER_NAME } from '../training.sql.js';
import { TrainingWindows } from '../training-windows.js';
import type { CertificateItem, CertificateVerdict, OwnCertificates } from './certificates.answers.js';
import { digestOf } from './certificates.sql.js';

/** One certificate as it is printed. Instants are dates. */
export interface PrintedCertificate {
  number: string;
  code: string;
  name: string;
  schoolName: string;
  moduleTitle: string;
  sessionNumber: string;
  trainerName: string;
  minutes: number;
  issuedAt: Date;
  revokedAt: Date | null;
  /** Half-days at which its holder was there. */
  dates: { startsAt: string; endsAt: string }[];
}

/** What people read of their own certificates and hours, and what is told of one to whoever asks. */
@Injectable()
export class CertificatesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly windows: TrainingWindows,
    private readonly clock: Clock,
  ) {}

  own(actor: Actor): Promise<OwnCertificates> {
    const { label, from, to } = schoolYearOf(this.clock.today());
    return this.transactions.snapshot(async (manager) => {
      const [hours] = await manager.query(OWN_HOURS, [
        ...[actor.accountId, parisInstantOf(from, '00:00'), parisInstantOf(addCalendarDays(to, 1), '00:00')],
      ]);
      const items: CertificateItem[] = await manager.query(OWN, [actor.accountId]);
      return { year: label, ...(hours as Omit<OwnCertificates, 'year' | 'items'>), items };
    });
  }

  /** One of the actor's own. @throws Refused object.not-found, training.certificate-revoked */
  async printed(actor: Actor, id: string): Promise<PrintedCertificate> {
    const [row]: PrintedCertificate[] = await this.dataSource.query(PRINTED, [id, actor.accountId]);
    if (!row) throw new Refused('object.not-found');
    if (row.revokedAt !== null) throw new Refused('training.certificate-revoked');
    return row;
  }

  /** Whatever is asked takes the same way: what is no code at all is looked for like one. @throws Refused training.verify-throttled */
  async verify(typed: string, address: string): Promise<CertificateVerdict> {
    await this.windows.countVerifying(address);
    const [{ valid }] = await this.dataSource.query(VALID, [digestOf(readCertificateCode(typed) ?? '')]);
    return { valid: valid as boolean };
  }
}

const VALID =
  'select exists (select from training_certificate f where f.code_digest = $1 and f.revoked_at is null) as valid';

const OWN = `select f.id, f.number, d.title as "moduleTitle", t.starts_at as "startsAt", f.minutes, f.issued_at as "issuedAt",
    f.revoked_at as "revokedAt", h.counts, h.category
  from training_enrolment n join training_certificate f on f.enrolment_id = n.id
    join training_session t on t.id = n.session_id join training_module d on d.id = t.module_id
    left join training_hours h on h.enrolment_id = n.id
  where n.account_id = $1 and n.left_at is null
  order by t.starts_at desc, f.issued_at desc, f.id limit ${LIMITS.shownOfOne}`;

const OWN_HOURS = `select coalesce(sum(x.minutes), 0)::int as attended, coalesce(sum(x.minutes) filter (where x.counts), 0)::int as counted,
    coalesce(sum(x.minutes) filter (where x.counts is null), 0)::int as unmarked
  from (select ${MINUTES_ATTENDED} as minutes, h.counts
    from training_enrolment n join training_session t on t.id = n.session_id
      left join training_hours h on h.enrolment_id = n.id
   where n.account_id = $1 and n.left_at is null and n.seat is not null and ${inStates('t.state', TRAININGS_COUNTED)}
     and t.starts_at >= $2 and t.starts_at < $3) x`;

const PRINTED = `select f.number, f.code, c.name, s.name as "schoolName", d.title as "moduleTitle", t.number as "sessionNumber",
    ${TRAINER_NAME} as "trainerName", f.minutes, f.issued_at as "issuedAt", f.revoked_at as "revokedAt",
    coalesce((select json_agg(json_build_object('startsAt', x.starts_at, 'endsAt', x.ends_at) order by x.starts_at)
      from training_attendance a join training_date x on x.id = a.date_id where a.enrolment_id = n.id and a.present), '[]') as dates
  from training_certificate f join training_enrolment n on n.id = f.enrolment_id
    join training_session t on t.id = n.session_id join training_module d on d.id = t.module_id
    ${join(accountOf('n.account_id', 'c'))} ${leftJoin(TRAINER)} ${join(schoolOf('n.school_id'))}
  where f.id = $1 and n.account_id = $2`;
