import { Injectable } from '@nestjs/common';
import { bridgeDays, bridgeQuestion, schoolYearOf } from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { ZONE } from '../school.sql.js';
import { type BridgeDayAnswer, MOST_BRIDGE_DAYS } from './bridge-days.answers.js';

/** Days that the published holidays leave out, asked and answered; an answer may be given again. */
@Injectable()
export class BridgeDaysService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  list(): Promise<BridgeDayAnswer[]> {
    return this.asked(this.dataSource.manager);
  }

  /** @throws Refused object.not-found for a day that nobody asks about */
  answer(actor: Actor, day: string, isHoliday: boolean, write: Write): Promise<BridgeDayAnswer> {
    return this.transactions.run(write, async (manager) => {
      const asked = (await this.asked(manager)).find((one) => one.day === day);
      if (!asked) throw new Refused('object.not-found');
      await manager.query(
        `insert into school_bridge_day (zone, day, is_holiday, answered_by, answered_at) values ($1, $2, $3, $4, $5)
         on conflict (zone, day) do update
           set is_holiday = excluded.is_holiday, answered_by = excluded.answered_by, answered_at = excluded.answered_at`,
        [ZONE, day, isHoliday, actor.accountId, this.clock.now()],
      );
      return { ...asked, isHoliday };
    });
  }

  /** Of this school year and those whose holidays are published. */
  private async asked(manager: EntityManager): Promise<BridgeDayAnswer[]> {
    const [row] = await manager.query(
      `select coalesce((select json_agg(json_build_object('from', from_day, 'to', to_day)) from school_holiday where zone = $1), '[]') as school,
              coalesce((select json_agg(day) from public_holiday), '[]') as public,
              (select max(to_day)::text from school_holiday where zone = $1) as until,
              coalesce((select json_object_agg(day, is_holiday) from school_bridge_day where zone = $1), '{}') as answers`,
      [ZONE],
    );
    if (row.until === null) return [];
    const period = { from: schoolYearOf(this.clock.today()).from, to: row.until };
    const days = bridgeDays(period, { publicHolidays: new Set<string>(row.public), schoolHolidays: row.school });
    return days.slice(0, MOST_BRIDGE_DAYS).map((day) => ({
      day,
      question: bridgeQuestion(day, ZONE),
      isHoliday: row.answers[day] ?? null,
    }));
  }
}
