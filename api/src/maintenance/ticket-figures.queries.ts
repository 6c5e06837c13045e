import { Injectable } from '@nestjs/common';
import { TICKET_FIGURES, TICKET_PRIORITIES, TICKET_STATE_NAMES, TICKETS } from '@parc/domain';
import { DataSource } from 'typeorm';
import { schoolOf } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { inStates, notInStates } from '../platform/database/in-states.js';
import { join } from '../platform/database/joins.sql.js';
import { numbered } from '../platform/database/predicate.js';
import type { TicketFigures } from './ticket-figures.answers.js';
import { countedTicketScope } from './ticket.scope.js';

/** Breakdowns as numbers, of twelve months: read from what each repaired ticket keeps of its clocks, never from histories. */
@Injectable()
export class TicketFiguresQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor): Promise<TicketFigures> {
    const scope = numbered(countedTicketScope(actor), 2);
    const since = firstDay(this.clock.today());
    const values = [since, [...TICKET_PRIORITIES], ...scope.values];
    const [row] = await this.dataSource.query(figures(scope.sql), values);
    return { since, ...(row as Omit<TicketFigures, 'since'>) };
  }
}

/** The first of the month eleven months ago. @param today ISO date */
function firstDay(today: string): string {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const months = year * 12 + month - 1 - (TICKET_FIGURES.months - 1);
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}

const JOINED = TICKETS.moves.filter(({ action }) => action === 'merge').map(({ next }) => next);
const MEDIAN = (column: string) =>
  `case when count(${column}) >= ${TICKET_FIGURES.least} then percentile_disc(0.5) within group (order by ${column}) end`;

/** @param scope over `s`, after two parameters */
const figures = (scope: string) => `with told as (
    select t.priority, date_trunc('month', t.reported_at at time zone 'Europe/Paris')::date as month, t.metropole_minutes, t.class_minutes,
           t.taken_in_time, t.restored_in_time
      from ticket t ${join(schoolOf('t.school_id'))}
     where t.reported_at >= ($1::date)::timestamp at time zone 'Europe/Paris' and ${notInStates('t.state', JOINED)} and ${scope}),
  open as (select t.state, count(*)::int as count from ticket t ${join(schoolOf('t.school_id'))} where t.open and ${scope} group by t.state)
  select coalesce((select json_agg(json_build_object('state', state, 'count', count) order by ${stateOrder('state')}) from open), '[]') as open,
    (select json_agg(json_build_object('priority', p.name, 'reported', f.reported, 'repaired', f.repaired, 'takenInTime', f.taken,
        'restoredInTime', f.restored, 'metropoleMinutes', f.metropole, 'classMinutes', f.class) order by p.place)
       from unnest($2::text[]) with ordinality p(name, place) cross join lateral (
         select count(*)::int as reported, count(metropole_minutes)::int as repaired, (count(*) filter (where taken_in_time and metropole_minutes is not null))::int as taken,
                (count(*) filter (where restored_in_time))::int as restored, ${MEDIAN('metropole_minutes')} as metropole, ${MEDIAN('class_minutes')} as class
           from told where told.priority = p.name) f) as priorities,
    (select json_agg(json_build_object('month', m.day::date::text, 'reported', f.reported, 'repaired', f.repaired) order by m.day)
       from generate_series($1::date::timestamp, $1::date + interval '${TICKET_FIGURES.months - 1} months', interval '1 month') m(day)
       left join lateral (select count(*)::int as reported, count(metropole_minutes)::int as repaired from told where told.month = m.day::date) f on true) as months`;

const stateOrder = (column: string) =>
  `case ${TICKET_STATE_NAMES.map((name, place) => `when ${inStates(column, [name])} then ${place}`).join(' ')} end`;
