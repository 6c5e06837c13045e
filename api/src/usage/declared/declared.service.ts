import { Injectable } from '@nestjs/common';
import { addCalendarDays } from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { all } from '../../platform/database/joins.sql.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { LIMITS } from '../../platform/limits.js';
import { SUBJECTS_BY_WEEK, USE_BY_WEEK } from '../usage.sql.js';
import type { UsageDeclaredList, UsageDeclaredRequest, UsageDeclaredRow } from './declared.answers.js';

/** Uses that teachers tell of in two taps, where nothing measures: their own alone, and never a pupil. */
@Injectable()
export class DeclaredService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async own({ accountId, schoolId }: Actor): Promise<UsageDeclaredList> {
    const today = this.clock.today();
    const [row] = await this.dataSource.query(OWN, [
      accountId,
      schoolId,
      addCalendarDays(today, -LIMITS.usage.declaredDays),
      today,
    ]);
    return row as UsageDeclaredList;
  }

  /** @throws Refused usage.day-wrong, request.too-many */
  declare(
    { accountId, schoolId }: Actor,
    { subject, duration, day = this.clock.today() }: UsageDeclaredRequest,
    write: Write,
  ): Promise<UsageDeclaredRow> {
    return this.transactions.run(write, async (manager) => {
      const today = this.clock.today();
      if (day > today || day < addCalendarDays(today, -LIMITS.usage.declaredDays)) throw new Refused('usage.day-wrong');
      await this.requireFew(manager, accountId);
      const [row] = await manager.query(
        `insert into usage_declared (school_id, day, subject, duration, declared_by, declared_at) values ($1, $2, $3, $4, $5, $6)
         returning id, day::text as day, subject, duration, true as "mayTakeBack"`,
        [schoolId, day, subject, duration, accountId, this.clock.now()],
      );
      return row as UsageDeclaredRow;
    });
  }

  /** One's own, on the day on which it was told; taken back again it stays so. @throws Refused object.not-found, usage.declared-before */
  takeBack({ accountId }: Actor, id: string, write: Write): Promise<UsageDeclaredRow> {
    return this.transactions.run(write, async (manager) => {
      const [row] = await manager.query(
        `select id, day::text as day, subject, duration, taken_back_at as "takenBackAt",
           (declared_at at time zone 'Europe/Paris')::date = $3 as today
           from usage_declared where id = $1 and declared_by = $2 for no key update`,
        [id, accountId, this.clock.today()],
      );
      if (!row) throw new Refused('object.not-found');
      if (!row.today) throw new Refused('usage.declared-before');
      if (!row.takenBackAt)
        await manager.query('update usage_declared set taken_back_at = $2 where id = $1', [id, this.clock.now()]);
      const { day, subject, duration } = row as UsageDeclaredRow;
      return { id, day, subject, duration, mayTakeBack: false };
    });
  }

  /** Nobody holds more classes in a day. */
  private async requireFew(manager: EntityManager, accountId: string): Promise<void> {
    const [{ told }] = await manager.query(
      `select count(*)::int as told from usage_declared where declared_by = $1 and declared_at > $2::timestamptz - interval '1 day'`,
      [accountId, this.clock.now()],
    );
    if (told >= LIMITS.usage.declaredADay) throw new Refused('request.too-many');
  }
}

const OWN = `select
    coalesce((select sum(x.measured) from ${all(SUBJECTS_BY_WEEK)} where x.school_id = $2 and x.week >= $3::date - 21), 0) * 2
      >= greatest(1, (select sum(u.sessions) from ${all(USE_BY_WEEK)} where u.school_id = $2 and u.week >= $3::date - 21)) as measured,
    coalesce((select json_agg(json_build_object('id', d.id, 'day', d.day, 'subject', d.subject, 'duration', d.duration,
        'mayTakeBack', (d.declared_at at time zone 'Europe/Paris')::date = $4) order by d.declared_at desc, d.id)
      from (select * from usage_declared where declared_by = $1 and taken_back_at is null and day >= $3
             order by declared_at desc, id limit ${LIMITS.usage.declaredShown}) d), '[]') as items`;
