import { MEASURABLE_FAMILIES, PERSONAL_FAMILIES, type EquipmentFamily } from '@parc/domain';
import { deviceKind, staysInWeek } from '../../inventory/stay.sql.js';
import { all, join, leftJoin } from '../../platform/database/joins.sql.js';
import { SUMMED_WEEKS } from '../usage.sql.js';

const [DEVICE, FAMILY] = deviceKind('s.device_id');
const listed = (families: readonly EquipmentFamily[]): string =>
  `array[${families.map((family) => `'${family}'`).join(', ')}]`;

/** One worker sums: another server's, or another's turn, leaves it alone. */
export const ONE_WORKER = `select pg_try_advisory_xact_lock(hashtext('usage roll-up')) as mine`;

/** Weeks that are over and that nobody has told: they are summed too, so that what is missing is seen. @param $1 first and $2 last week */
export const MISSING_WEEKS = `insert into usage_touched (week, told)
  select w.week::date, true
    from (select greatest(min(week), $1::date) as first from usage_rolled_week having count(*) > 0) known
    cross join generate_series(known.first, $2::date, interval '7 days') w(week)
   where not exists (select from usage_rolled_week r where r.week = w.week::date)
     and not exists (select from usage_touched t where t.week = w.week::date)`;

/**
 * Takes the marks of some weeks, the latest first. What is marked after this statement has begun stays for the next time. Marks of
 * weeks before any that was told, or whose facts are no longer kept, or that are not over and of which nothing was told, go: there
 * is nothing to sum, or no more.
 * @param $1 first week whose facts are kept @param $2 how many weeks @param $3 the week that goes on
 */
export const TAKE_MARKS = `with known as (
    select least((select min(r.week) from ${all(SUMMED_WEEKS)}), (select min(week) from usage_touched where told)) as first),
  summable as (
    select distinct t.week from usage_touched t join known k on t.week >= greatest($1::date, k.first) and k.first is not null
     where t.week < $3::date or t.week = $3::date and (t.told or t.week in (select week from usage_rolled_week))),
  few as (select week from summable order by week desc limit $2),
  gone as (
    delete from usage_touched t where t.week in (select week from few) or t.week not in (select week from summable)
    returning t.week)
  select distinct week::text as week from gone where week in (select week from few) order by week`;

/**
 * One device is one, however many sources tell of it: the same use is not added up, the largest figure counts. A device of no
 * measurable family counts where it is told of; one that is somebody's never.
 */
const USED = `
  select s.school_id, e.model_id, x.device_id is not null as told, x.minutes, x.sessions, x.users
    from (${staysInWeek('$1::date')}) s ${join(DEVICE)} ${leftJoin(FAMILY)}
    left join (select device_id, max(minutes) as minutes, max(sessions) as sessions, max(users) as users
                 from usage_week where week = $1 group by device_id) x on x.device_id = s.device_id
   where not e.is_container and (f.family is null or f.family <> all(${listed(PERSONAL_FAMILIES)}))
     and (f.family = any(${listed(MEASURABLE_FAMILIES)}) or x.device_id is not null)`;

const SUMS = 'devices, measured, served, used, minutes, seen, sessions, users_at_least, users_most';
const setting = (columns: string): string =>
  columns
    .split(', ')
    .map((column) => `${column} = excluded.${column}`)
    .join(', ');
const named = (columns: string, alias: string): string =>
  columns
    .split(', ')
    .map((column) => `${alias}.${column}`)
    .join(', ');

/** Sums a week anew from its facts, and says whether anything is other than before. @param $1 week */
export const SUM_WEEK = `with summed as (
    select school_id, model_id, count(*)::int as devices, count(minutes)::int as measured,
           (count(*) filter (where minutes >= 60))::int as served, (count(*) filter (where minutes > 0))::int as used,
           coalesce(sum(minutes), 0)::bigint as minutes, (count(*) filter (where told and minutes is null))::int as seen,
           coalesce(sum(sessions), 0)::bigint as sessions,
           coalesce(sum(greatest(coalesce(users, 1), 1)) filter (where minutes > 0), 0)::bigint as users_at_least,
           coalesce(max(users), 0)::int as users_most
      from (${USED}) d group by school_id, model_id),
  gone as (
    delete from usage_school_week w where w.week = $1
       and not exists (select from summed s where s.school_id = w.school_id and s.model_id = w.model_id)
    returning 1),
  written as (
    insert into usage_school_week as w (school_id, week, model_id, ${SUMS})
    select school_id, $1, model_id, ${SUMS} from summed
    on conflict (week, school_id, model_id) do update set ${setting(SUMS)}
      where (${named(SUMS, 'w')}) is distinct from (${named(SUMS, 'excluded')})
    returning 1)
  select exists (select from gone) or exists (select from written) as changed`;

const COUNTED = 'measured, declared';

/** The same of subjects. @param $1 week */
export const SUM_SUBJECTS = `with summed as (
    select school_id, subject, sum(measured)::bigint as measured, sum(declared)::bigint as declared
      from (select s.school_id, u.subject, greatest(coalesce(u.sessions, 1), 1) as measured, 0 as declared
              from usage_week u join (${staysInWeek('$1::date')}) s on s.device_id = u.device_id
             where u.week = $1 and u.subject is not null
            union all
            select d.school_id, d.subject, 0, 1 from usage_declared d
             where d.taken_back_at is null and d.day between $1::date and $1::date + 6) told
     group by school_id, subject),
  gone as (
    delete from usage_subject_week w where w.week = $1
       and not exists (select from summed s where s.school_id = w.school_id and s.subject = w.subject)
    returning 1),
  written as (
    insert into usage_subject_week as w (school_id, week, subject, ${COUNTED})
    select school_id, $1, subject, ${COUNTED} from summed
    on conflict (week, school_id, subject) do update set ${setting(COUNTED)}
      where (${named(COUNTED, 'w')}) is distinct from (${named(COUNTED, 'excluded')})
    returning 1)
  select exists (select from gone) or exists (select from written) as changed`;

/** @param $1 week @param $2 now @param $3 whether its sums are other than before */
export const SUMMED = `with noted as (
    insert into usage_rolled_week (week, rolled_at) values ($1, $2)
    on conflict (week) do update set rolled_at = excluded.rolled_at)
  insert into usage_changed_week (week) select $1 where $3`;
