import { Injectable } from '@nestjs/common';
import type { DayPeriod, IndicatorKey } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { placed } from '../../platform/database/placed.js';
import { Transactions } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { OBJECT_ROWS } from '../indicators/index.js';
import { FigureCalendarService } from './figure-calendar.service.js';
import { FigureAccess } from './figure.access.js';
import { readableBySchool } from './figure-reading.js';
import { type FigureRow, type FigureRows, MOST_ROWS } from './figures.answers.js';
import { periodParameters } from './working-out.service.js';

/** What stands behind one school's figure, read as the figure itself was: by the same rows. */
@Injectable()
export class FigureRowsQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: FigureAccess,
    private readonly time: FigureCalendarService,
  ) {}

  /** @throws Refused object.not-found whether absent or out of scope, figure.axis, figure.not-worked-out */
  ofSchool(actor: Actor, key: IndicatorKey, schoolId: string): Promise<FigureRows> {
    const indicator = readableBySchool(actor, key);
    return this.transactions.snapshot(async (manager) => {
      await this.access.school(manager, actor, schoolId);
      const period = await figurePeriod(manager, indicator);
      const source = OBJECT_ROWS[key];
      const time = await this.time.read(manager);
      const { sql, values } = placed(
        `select r.object, r.num::float8 as num, r.den::float8 as den, r.known, count(*) over ()::int as total from (${source.sql(':school::uuid')}) r
          where r.school_id = :school::uuid order by r.known desc, r.object, r.num limit ${MOST_ROWS}`,
        { ...periodParameters(period, time), ...source.settings?.(time.settings), school: schoolId },
      );
      const rows: (FigureRow & { total: number })[] = await manager.query(sql, values);
      return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
    });
  }
}

async function figurePeriod(
  manager: EntityManager,
  { key, version }: { key: string; version: number },
): Promise<DayPeriod> {
  const [period]: DayPeriod[] = await manager.query(
    `select from_day::text as "from", to_day::text as "to" from indicator_period where key = $1 and version = $2 and is_figure`,
    [key, version],
  );
  if (period === undefined) throw new Refused('figure.not-worked-out');
  return period;
}
