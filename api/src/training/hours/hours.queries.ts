import { Injectable } from '@nestjs/common';
import {
  addCalendarDays,
  HOUR_CATEGORIES,
  HOUR_CATEGORY_NAMES,
  HOURS_LIST,
  parisInstantOf,
  schoolYearOf,
  schoolYearStarting,
  sectorsMarkedBy,
  TRAININGS_COUNTED,
  UNMARKED_HOURS_LIST,
} from '@parc/domain';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { schoolOf } from '../../directory/school.sql.js';
import { accountOf } from '../../identity/account.sql.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { inStates } from '../../platform/database/in-states.js';
import { join } from '../../platform/database/joins.sql.js';
import { anyOf } from '../../platform/database/kinds.sql.js';
import { foundInAnyOrder } from '../../platform/database/search.js';
import { csvText, EXPORT_ROWS } from '../../platform/http/csv.js';
import { listing } from '../../platform/http/listing.js';
import { renderPage, type PageQuery } from '../../platform/http/page.js';
import { MINUTES_ATTENDED } from '../attendance/attendance.sql.js';
import { hoursScope } from '../hours.scope.js';
import type { TrainingHoursItem, TrainingHoursQuery, UnmarkedHoursItem } from './hours.answers.js';

const HOURS = listing<TrainingHoursItem, TrainingHoursQuery>()(HOURS_LIST);
const UNMARKED = listing<UnmarkedHoursItem, PageQuery>()(UNMARKED_HOURS_LIST);
const READS = {};

const HOURS_COLUMNS: Record<keyof TrainingHoursItem, string> = {
  accountId: 'h.account_id',
  name: 'c.name',
  schoolName: 's.name',
  trainings: 'h.trainings',
  attended: 'h.attended',
  counted: 'h.counted',
  unmarked: 'h.unmarked',
  continuing: 'h.continuing',
  pedagogical: 'h.pedagogical',
  functional: 'h.functional',
};

const UNMARKED_COLUMNS: Record<keyof UnmarkedHoursItem, string> = {
  id: 'n.id',
  accountId: 'n.account_id',
  name: 'c.name',
  schoolName: 's.name',
  moduleTitle: 'd.title',
  moduleKind: 'd.kind',
  sessionNumber: 't.number',
  startsAt: 't.starts_at',
  minutes: MINUTES_ATTENDED,
};

type Rows = SelectQueryBuilder<ObjectLiteral>;

/** Hours of the teachers that a role reaches, by the school as whose they came. */
@Injectable()
export class HoursQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** JSON text of a `TrainingHoursList`, by name. */
  list(actor: Actor, query: TrainingHoursQuery): Promise<string> {
    return renderPage(this.dataSource.manager, actor, this.rows(actor, query), query, this.filtered(actor, query));
  }

  /** The list as a file: same rows, same fields. */
  async csv(actor: Actor, query: TrainingHoursQuery): Promise<{ name: string; text: string }> {
    const rows = await this.rows(actor, query).limit(EXPORT_ROWS).getRawMany<TrainingHoursItem>();
    const said = rows.map(({ accountId: _, ...row }) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, MINUTES.has(name) ? hours(value) : value])),
    );
    const { label } = this.yearOf(query);
    return { name: `heures-de-formation-${label}.csv`, text: csvText(said, HEADINGS) };
  }

  /** JSON text of an `UnmarkedHoursList`: what the reader has to say, the oldest first. */
  unmarked(actor: Actor, query: PageQuery): Promise<string> {
    const rows = this.toMark(actor)
      .innerJoin('training_module', 'd', 'd.id = t.module_id')
      .innerJoin(...accountOf('n.account_id', 'c'))
      .select([]);
    UNMARKED.select(rows, UNMARKED_COLUMNS, READS);
    rows.orderBy('t.starts_at', 'ASC').addOrderBy('n.id', 'ASC');
    return renderPage(this.dataSource.manager, actor, rows, query, this.toMark(actor));
  }

  private toMark(actor: Actor): Rows {
    const scope = hoursScope(actor, 'training-hours.mark');
    return this.dataSource.manager
      .createQueryBuilder()
      .from('training_enrolment', 'n')
      .innerJoin('training_session', 't', `t.id = n.session_id and ${inStates('t.state', TRAININGS_COUNTED)}`)
      .innerJoin(...schoolOf('n.school_id'))
      .where(scope.sql, scope.parameters)
      .andWhere(anyOf('s.sector', sectorsMarkedBy(actor.role)))
      .andWhere('n.seat is not null')
      .andWhere('not exists (select from training_hours h where h.enrolment_id = n.id)')
      .andWhere('exists (select from training_attendance a where a.enrolment_id = n.id and a.present)');
  }

  private rows(actor: Actor, query: TrainingHoursQuery): Rows {
    const rows = this.filtered(actor, query).select([]);
    HOURS.select(rows, HOURS_COLUMNS, READS);
    return rows.orderBy('c.name', 'ASC').addOrderBy('h.account_id', 'ASC').addOrderBy('h.school_id', 'ASC');
  }

  private filtered(actor: Actor, query: TrainingHoursQuery): Rows {
    const scope = hoursScope(actor, 'training-hours.read');
    const { from, to } = this.yearOf(query);
    const rows: Rows = this.dataSource.manager
      .createQueryBuilder()
      .from(`(${summed(scope.sql)})`, 'h')
      .innerJoin(...accountOf('h.account_id', 'c'))
      .innerJoin(...schoolOf('h.school_id'))
      .where('true')
      .setParameters({
        ...scope.parameters,
        from: parisInstantOf(from, '00:00'),
        until: parisInstantOf(addCalendarDays(to, 1), '00:00'),
      });
    HOURS.filter(query, READS, {
      // Told to the sums themselves.
      year: () => undefined,
      search: (search) => rows.andWhere(foundInAnyOrder(`c.name || ' ' || s.name`, ':search'), { search }),
    });
    return rows;
  }

  private yearOf({ year }: TrainingHoursQuery) {
    return year === undefined ? schoolYearOf(this.clock.today()) : schoolYearStarting(year);
  }
}

/** Of each person and school, over the closed sessions from `:from` to before `:until`. @param scope over `s` */
const summed = (
  scope: string,
) => `select x.account_id, x.school_id, count(*)::int as trainings, sum(x.minutes)::int as attended,
    ${sumOf('counted', 'x.counts')}, ${sumOf('unmarked', 'x.counts is null')},
    ${HOUR_CATEGORY_NAMES.map((category) => sumOf(category, `x.counts and x.category = '${category}'`)).join(', ')}
  from (select n.account_id, n.school_id, p.counts, p.category, ${MINUTES_ATTENDED} as minutes
    from training_session t join training_enrolment n on n.session_id = t.id and n.seat is not null
      ${join(schoolOf('n.school_id'))} left join training_hours p on p.enrolment_id = n.id
   where ${inStates('t.state', TRAININGS_COUNTED)} and t.starts_at >= :from and t.starts_at < :until and ${scope}) x
  where x.minutes > 0 group by x.account_id, x.school_id`;

const sumOf = (name: string, which: string) => `coalesce(sum(x.minutes) filter (where ${which}), 0)::int as ${name}`;

const HEADINGS = {
  name: 'Enseignant',
  schoolName: 'École',
  trainings: 'Sessions suivies',
  attended: 'Heures suivies',
  counted: 'Heures comptées dans les 18 h',
  unmarked: 'Heures à dire',
  ...Object.fromEntries(HOUR_CATEGORY_NAMES.map((name) => [name, `dont ${HOUR_CATEGORIES[name].word.toLowerCase()}`])),
};

const MINUTES = new Set<string>(['attended', 'counted', 'unmarked', ...HOUR_CATEGORY_NAMES]);

/** Hours as a spreadsheet reads them in French: 1,5. Minutes are quarters or less: two places tell them. */
const hours = (minutes: unknown): string => String(Math.round((Number(minutes) / 60) * 100) / 100).replace('.', ',');
