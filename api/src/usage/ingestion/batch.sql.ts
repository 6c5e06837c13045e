import { PERSONAL_FAMILIES } from '@parc/domain';
import { DEVICE_KEYS, deviceKind, stayInWeek } from '../../inventory/stay.sql.js';
import { leftJoin } from '../../platform/database/joins.sql.js';

const DEVICE_OF = deviceKind('k.device_id');
const PERSONAL = `array[${PERSONAL_FAMILIES.map((family) => `'${family}'`).join(', ')}]`;

/** Whoever delivers for a source waits for who does so already. */
export const IN_TURN = `select pg_advisory_xact_lock(hashtext('usage source'), $1)`;

/** Lines as they were sent, for this transaction alone. */
export const SENT = `create temp table usage_sent (line int not null, key text not null, week date not null, minutes smallint,
  sessions smallint, users smallint, days smallint, subject text) on commit drop`;
export const SENT_COLUMNS = 'usage_sent (line, key, week, minutes, sessions, users, days, subject)';

/** Each line with its device, or the reason why it is refused: the first of several that say the same device and week counts. */
export const JUDGED = `create temp table usage_judged on commit drop as
  select s.line, s.week, k.device_id, s.minutes, s.sessions, s.users, s.days, s.subject,
         case when k.device_id is null then 'device-unknown'
              when k.several then 'device-ambiguous'
              when f.family = any(${PERSONAL}) then 'device-personal'
              when y.school_id is null then 'no-school'
              when row_number() over (partition by k.device_id, s.week order by s.line) > 1 then 'repeated' end as refusal
    from usage_sent s
    left join (select x.key, min(x.device_id::text)::uuid as device_id, count(*) > 1 as several
                 from (${DEVICE_KEYS}) x group by x.key) k on k.key = s.key
    ${DEVICE_OF.map(leftJoin).join(' ')} ${leftJoin(stayInWeek('k.device_id', 's.week'))}`;

/** @param $1 how many line numbers are told of each reason */
export const REFUSED = `select refusal as reason, count(*)::int as count, (array_agg(line order by line))[1:$1] as lines
  from usage_judged where refusal is not null group by refusal order by refusal`;

export const WEEKS = `select min(week)::text as "firstWeek", max(week)::text as "lastWeek" from usage_judged where refusal is null`;

const FACT = 'week, device_id, minutes, sessions, users, days, subject';

/** What waits for a decision. @param $1 batch */
export const KEEP_WAITING = `insert into usage_waiting (batch_id, ${FACT}) select $1, ${FACT} from usage_judged where refusal is null`;

/** The same rows again, once somebody has decided. @param $1 batch */
export const TAKE_WAITING = `create temp table usage_judged on commit drop as
  select ${FACT}, null::text as refusal from usage_waiting where batch_id = $1`;
export const FORGET_WAITING = 'delete from usage_waiting where batch_id = $1';

const SAME = `(old.minutes, old.sessions, old.users, old.days, old.subject) is not distinct from (new.minutes, new.sessions, new.users, new.days, new.subject)`;

/**
 * Writes what is newer than what is known, and keeps what it replaces. A row that says the same takes the version all the same:
 * what comes late and lies between the two must not win.
 * @param $1 source @param $2 version @param $3 batch
 */
export const WRITE = `with written as (
    insert into usage_week (week, device_id, source, version, minutes, sessions, users, days, subject)
    select j.week, j.device_id, $1, $2, j.minutes, j.sessions, j.users, j.days, j.subject
      from usage_judged j left join usage_whole w on w.source = $1 and w.week = j.week
     where j.refusal is null and (w.version is null or w.version <= $2)
    on conflict (week, device_id, source) do update set version = excluded.version, minutes = excluded.minutes,
      sessions = excluded.sessions, users = excluded.users, days = excluded.days, subject = excluded.subject
      where usage_week.version < excluded.version
    returning old.week, old.device_id, old.version, old.minutes, old.sessions, old.users, old.days, old.subject, ${SAME} as same),
  kept as (
    insert into usage_superseded (source, batch_id, withdrawn, week, device_id, version, minutes, sessions, users, days, subject)
    select $1, $3, false, week, device_id, version, minutes, sessions, users, days, subject
      from written where week is not null and not same)
  select count(*) filter (where week is null)::int as added, count(*) filter (where week is not null and not same)::int as changed,
         count(*) filter (where week is not null and same)::int as unchanged from written`;

/** What a whole file lacks of its weeks is no longer so. @param $1 source @param $2 version @param $3 batch */
export const WITHDRAW = `with gone as (
    delete from usage_week u using (select distinct week from usage_judged where refusal is null) w
     where u.week = w.week and u.source = $1 and u.version < $2
    returning u.week, u.device_id, u.version, u.minutes, u.sessions, u.users, u.days, u.subject),
  kept as (
    insert into usage_superseded (source, batch_id, withdrawn, week, device_id, version, minutes, sessions, users, days, subject)
    select $1, $3, true, week, device_id, version, minutes, sessions, users, days, subject from gone)
  select count(*)::int as withdrawn from gone`;

/** Its weeks are told whole up to this version. @param $1 source @param $2 version */
export const REMEMBER_WHOLE = `insert into usage_whole (source, week, version)
  select distinct $1::smallint, week, $2::bigint from usage_judged where refusal is null
  on conflict (source, week) do update set version = greatest(usage_whole.version, excluded.version)`;

/** The file that a source has sent under a version, whatever became of it. */
export const OF_VERSION = `select id, sha256 from usage_batch
  where source = $1 and version = $2 and repeat_of is null and outcome <> 'refused'`;
/** The same bytes, under whatever version they came last. */
export const OF_BYTES = `select id, version, sha256 from usage_batch
  where source = $1 and sha256 = $2 and repeat_of is null and outcome <> 'refused' order by received_at desc, id desc limit 1`;
export const LAST_VERSION = `select coalesce(max(version), 0)::bigint as last from usage_batch where source = $1`;
