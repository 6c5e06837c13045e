import { Injectable } from '@nestjs/common';
import {
  addCalendarDays,
  parisInstantOf,
  schoolYearOf,
  schoolYearStarting,
  SUPPORTS_HONOURED,
  SUPPORTS_LIVE,
} from '@parc/domain';
import { DataSource } from 'typeorm';
import { circonscriptionOf } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { inStates } from '../../platform/database/in-states.js';
import { LIMITS } from '../../platform/limits.js';
import type { SupportCounts, SupportCountsLine } from './support.answers.js';
import { countedSupportScope } from './support.scope.js';

/** How many visits of support there are, to those who read no name. */
@Injectable()
export class SupportCountsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Of those asked for in a school year, by circonscription. */
  async counts(actor: Actor, asked: number | undefined): Promise<SupportCounts> {
    const year = asked === undefined ? schoolYearOf(this.clock.today()) : schoolYearStarting(asked);
    const scope = countedSupportScope(actor);
    const items = await this.dataSource.manager
      .createQueryBuilder()
      .from('support_request', 't')
      .innerJoin(...circonscriptionOf('t.circonscription_id'))
      .where(scope.sql, scope.parameters)
      .andWhere('t.asked_at >= :from and t.asked_at < :until', {
        from: parisInstantOf(year.from, '00:00'),
        until: parisInstantOf(addCalendarDays(year.to, 1), '00:00'),
      })
      .select('q.id', 'circonscriptionId')
      .addSelect('q.name', 'circonscriptionName')
      .addSelect('count(*)::int', 'asked')
      .addSelect(`count(*) filter (where ${inStates('t.state', SUPPORTS_HONOURED)})::int`, 'honoured')
      .addSelect(`count(*) filter (where ${inStates('t.state', SUPPORTS_LIVE)})::int`, 'live')
      .groupBy('q.id')
      .addGroupBy('q.name')
      .orderBy('q.name')
      .addOrderBy('q.id')
      .limit(LIMITS.training.circonscriptions)
      .getRawMany<SupportCountsLine>();
    return { year: year.startYear, items };
  }
}
