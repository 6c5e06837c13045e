import { Injectable } from '@nestjs/common';
import { addCalendarDays, CLASS_WEEK_DAYS, mondayOf } from '@parc/domain';
import { DataSource } from 'typeorm';
import { CLASS_DAYS } from '../../directory/school.sql.js';
import { familyOf } from '../../inventory/stay.sql.js';
import { Clock } from '../../platform/clock.js';
import { all, join } from '../../platform/database/joins.sql.js';
import { LIMITS } from '../../platform/limits.js';
import { LAST_SUMMED_WEEK, MAY_SHOW_USE, USE_BY_WEEK } from '../usage.sql.js';
import type { UsageCoverage } from './coverage.answers.js';

/** How much of the fleet is measured, and what has arrived: from sums and from the row of each file, never from a device's. */
@Injectable()
export class CoverageQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<UsageCoverage> {
    const today = this.clock.today();
    const last = addCalendarDays(mondayOf(today), -7);
    const first = addCalendarDays(last, -7 * (LIMITS.usage.shownWeeks - 1));
    const [{ coverage }] = await this.dataSource.query(COVERAGE, [today, first, last, this.clock.now()]);
    return coverage as UsageCoverage;
  }
}

/** What is known of a week `w` and a source `o`; a file that was refused whole is of the week before it came. */
const CELL = `case
  when exists (select from usage_batch b where b.source = o.number and b.outcome = 'taken' and b.repeat_of is null
    and b.lines > b.refused and b.received_at >= w.week::timestamptz and w.week between b.first_week and b.last_week) then 'received'
  when not w.is_class then 'holiday'
  when exists (select from usage_batch b where b.source = o.number and b.outcome in ('refused', 'declined')
    and b.received_at >= (w.week + 7)::timestamp at time zone 'Europe/Paris'
    and b.received_at < (w.week + 14)::timestamp at time zone 'Europe/Paris') then 'refused'
  else 'missing' end`;

/** @param $1 today @param $2 first and $3 last week shown @param $4 now */
const COVERAGE = `with shown as (
    select w.week::date as week, ${CLASS_DAYS('w.week::date')} >= ${CLASS_WEEK_DAYS} as is_class
      from generate_series($2::date, $3::date, interval '7 days') w(week)),
  last as (${LAST_SUMMED_WEEK('$1::date')}),
  summed as (select u.* from ${all(USE_BY_WEEK)} join last on u.week = last.week::date),
  hidden as (select sum(u.used)::int as used from summed u group by u.school_id having not ${MAY_SHOW_USE}),
  recent as (
    select b.id, b.received_at, r.reason, r.count from usage_batch b cross join lateral jsonb_to_recordset(b.refusals) r(reason text, count int)
     where b.received_at > $4::timestamptz - interval '7 days' and b.repeat_of is null and b.outcome <> 'refused')
  select json_build_object(
    'week', (select week from last),
    'devices', (select coalesce(sum(devices), 0) from summed), 'measured', (select coalesce(sum(measured), 0) from summed),
    'seen', (select coalesce(sum(seen), 0) from summed), 'hidden', (select coalesce(sum(used), 0) from hidden),
    'weeks', (select json_agg(week order by week) from shown),
    'sources', coalesce((select json_agg(json_build_object('name', o.name, 'slug', o.slug, 'arrival', o.arrival,
        'devices', coalesce(m.devices, 0), 'measured', coalesce(m.measured, 0),
        'cells', (select json_agg(${CELL} order by w.week) from shown w)) order by o.number)
      from (select * from usage_source order by number limit ${LIMITS.usage.sources}) o
      left join lateral (select sum(u.devices) as devices, sum(u.measured) as measured from summed u ${join(familyOf('u.model_id'))}
                          where f.family = any(o.families)) m on true), '[]'),
    'refused', coalesce((select json_agg(json_build_object('reason', x.reason, 'count', x.count, 'batchId', x.id) order by x.count desc, x.reason)
      from (select reason, sum(count)::int as count, (array_agg(id order by received_at desc, id))[1] as id from recent group by reason) x), '[]'),
    'refusedFile', (select json_build_object('id', b.id, 'sourceName', o.name, 'receivedAt', b.received_at, 'refusal', b.refusal)
      from usage_batch b join usage_source o on o.number = b.source
     where b.outcome = 'refused' and b.received_at > $4::timestamptz - interval '28 days' order by b.received_at desc, b.id limit 1),
    'waiting', (select count(*)::int from usage_batch where outcome = 'waiting' and repeat_of is null)) as coverage`;
