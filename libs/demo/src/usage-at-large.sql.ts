import { MEASURABLE_FAMILIES, type EquipmentFamily } from '@parc/domain';
import { identified, instant } from './fleet-at-large.sql.js';

/** The Monday from which use is measured: the plan's second rentrée. */
export const FIRST_WEEK = '2024-09-02';

interface Source {
  name: string;
  slug: string;
  arrival: string;
  families: readonly EquipmentFamily[];
  /** From this Monday on. */
  since: string;
  /** On which day after the week it comes, and at what hour. */
  comes: [days: number, time: string];
  /** Of a hundred devices, how many it never tells of. */
  misses: number;
  /** Of a week in class, minutes of a device of the first of its families. */
  minutes: number;
  byToken: boolean;
}

// prettier-ignore
const SOURCES: readonly Source[] = [
  { name: 'Tablettes', slug: 'tablettes', arrival: 'appel, chaque nuit', families: ['tablet'], since: FIRST_WEEK, comes: [7, '03:10'], misses: 1, minutes: 105, byToken: true },
  { name: 'Postes et portables', slug: 'postes-et-portables', arrival: 'fichier, le lundi', families: ['laptop', 'desktop'], since: '2025-01-06', comes: [7, '07:42'], misses: 3, minutes: 230, byToken: false },
  { name: 'Écrans et projecteurs', slug: 'ecrans-et-projecteurs', arrival: 'fichier déposé', families: ['projector', 'interactive-display'], since: FIRST_WEEK, comes: [7, '08:20'], misses: 5, minutes: 390, byToken: false },
];

const MANAGER =
  "(select account_id from assignment where role = 'plan-manager' and not may_certify and to_day is null order by id limit 1)";
const hashed = (text: string): string => `(hashtext(${text}) & 1023)`;
const numbered = (slug: string): string => `(select number from usage_source where slug = '${slug}')`;

export const SOURCES_DECLARED = `insert into usage_source (id, name, slug, arrival, families) values ${SOURCES.map(
  ({ name, slug, arrival, families }, place) =>
    `(${identified(instant(`date '${FIRST_WEEK}'`, '08:00'), '201', String(place + 1))}, '${name}', '${slug}', '${arrival}', array[${families.map((family) => `'${family}'`).join(', ')}])`,
).join(', ')}`;

/** The tool that calls each night has its token: nobody knows its secret, as nobody does of one that was told. */
export const TOKENS = `insert into usage_token (id, source, secret_digest, made_at, made_by, expires_on, last_used_on)
  select ${identified('x.at', '202', '1')}, ${numbered('tablettes')}, sha256('demonstration'), x.at, ${MANAGER}, $1::date + 200, $1::date
    from (select ${instant('$1::date - 165', '10:00')} as at) x`;

/**
 * Weeks, with what their season makes of use; `is_class` where three days or more were taught in zone A. `back` counts those from
 * the last one.
 * @param $1 the day on whose morning the demonstration opens
 */
export const WEEKS = `create temporary table usage_demo_week as
  select w.*, case when is_class then row_number() over (partition by is_class order by week desc) end as back,
         (array[1, 0.9, 1.1, 1, 0.8, 0.6, 0.2, 0.1, 0.5, 0.85, 1, 0.75])[extract(month from week + 3)::int]
           * case when week < '2025-09-01' then 0.8 when week < '2026-08-31' then 0.95 else 1.08 end as season,
         1 + (week - date '${FIRST_WEEK}') / 7 as version
    from (select w::date as week, (select count(*) from generate_series(w::date, w::date + 4, interval '1 day') d(day)
                   where not exists (select from school_holiday h where h.zone = 'A' and d.day::date between h.from_day and h.to_day)
                     and not exists (select from public_holiday p where p.day = d.day::date)) >= 3 as is_class
            from generate_series(date '${FIRST_WEEK}', date_trunc('week', $1::date)::date - 7, interval '7 days') w) w`;

/**
 * Where each device that is measured stood, and how it is used there: most as their school does, some hardly ever. A school
 * stopped after the winter; one took off after its training.
 */
export const DEVICES_MEASURED = `create temporary table usage_demo_device as
  select s.equipment_id as device, s.school_id, s.from_at, s.until_at, f.family, e.tag,
         o.source, o.slug, o.since, o.days, o.at, o.minutes * case f.family when 'desktop' then 0.7 when 'interactive-display' then 1.2 else 1 end
           * (0.55 + ${hashed('c.uai')} / 1100.0) * case when ${hashed("'idle' || e.tag")} < 95 then 0.08 else 0.7 + ${hashed("'pace' || e.tag")} / 1700.0 end as pace,
         ${hashed("'told' || e.tag")} * 100 / 1024 < o.misses as untold,
         case when c.name like '%des Marronniers' then 'stopped' when c.name like '%de l’Ondaine' then 'took-off' end as story
    from equipment_stay s join equipment e on e.id = s.equipment_id and not e.is_container
    join equipment_model f on f.model_id = e.model_id join school c on c.id = s.school_id
    join (values ${SOURCES.map(({ slug, families, since, misses, minutes, comes: [days, time] }) =>
      families
        .map(
          (family) =>
            `('${slug}', ${numbered(slug)}, '${family}', date '${since}', ${misses}, ${minutes}, ${days}, time '${time}')`,
        )
        .join(', '),
    ).join(', ')}) o(slug, source, family, since, misses, minutes, days, at) on o.family = f.family`;

const STORY = `case d.story when 'stopped' then case when w.week >= '2026-02-23' then 0 else 1.1 end
  when 'took-off' then case when w.week >= '2026-03-16' then 2.1 else 0.3 end else 1 end`;
/** Screens: a week that never came, and one of which the file was refused. */
const MISSING = `(d.slug = 'ecrans-et-projecteurs' and w.back in (3, 8))`;

/**
 * What was told of each device and week in class; a few tablets were only seen.
 * @param $1 first and $2 last week @param $3 today
 */
export const FACTS = `insert into usage_week (week, device_id, source, version, minutes, sessions, users, days, subject)
  select week, device, source, version, minutes,
         case when minutes > 0 then greatest(1, minutes / 38)::smallint when minutes = 0 then 0::smallint end,
         case when slug = 'tablettes' and minutes > 0 then (3 + (h >> 3) % 24)::smallint
              when slug = 'postes-et-portables' and minutes > 0 then (1 + (h >> 4) % 9)::smallint end,
         case when minutes is not null then least(5, (minutes + 44) / 45)::smallint end,
         case when slug = 'tablettes' and minutes > 0 and h % 9 = 0 then (array['french', 'mathematics', 'french', 'sciences', 'languages', 'arts', 'digital', 'history-geography'])[1 + (h >> 5) % 8] end
    from (select w.week, d.device, d.source, d.slug, w.version, x.h,
                 case when d.slug = 'tablettes' and x.h % 41 = 0 then null
                      when x.h % 13 = 0 then 0
                      else least(10080, d.pace * w.season * ${STORY} * (0.35 + x.h / 790.0))::smallint end as minutes
            from usage_demo_week w join usage_demo_device d on d.since <= w.week and not d.untold and not ${MISSING}
             and (w.week + d.days + d.at) at time zone 'Europe/Paris' < ${instant('$3::date', '09:00')}
             and d.from_at <= ((w.week + 3) + time '12:00') at time zone 'Europe/Paris'
             and (d.until_at is null or d.until_at > ((w.week + 3) + time '12:00') at time zone 'Europe/Paris')
            cross join lateral (select ${hashed('d.tag || w.version')} as h) x
           where w.is_class and w.week between $1::date and $2::date and x.h <> 77) told
   order by week, device`;

const arrivals = SOURCES.map(
  ({ slug, comes: [days, time], byToken }, place) => `('${slug}', ${place + 1}, ${days}, time '${time}', ${byToken})`,
).join(', ');

/** One file a source and week, as it came; the refused one named people. @param $1 first and $2 last week @param $3 today */
export const BATCHES = `insert into usage_batch (id, source, version, whole, sha256, received_at, received_by, token_id, outcome, refusal,
    first_week, last_week, lines, added, refused, refusals)
  select ${identified('a.at', '203', 'a.place * 1000 + a.version')}, a.source, a.version, false,
         case when not a.is_refused then encode(sha256(convert_to(a.slug || a.version, 'UTF8')), 'hex') end, a.at,
         case when not a.by_token then ${MANAGER} end, case when a.by_token then (select id from usage_token limit 1) end,
         case when a.is_refused then 'refused' else 'taken' end, case when a.is_refused then 'persons-named' end,
         case when not a.is_refused then a.week end, case when not a.is_refused then a.week end,
         a.added + a.refused, a.added, a.refused,
         case when a.refused = 0 then '[]' else (select json_agg(r order by r.count desc) from (
           select reason, count, (select array_agg(2 + (g * 37 + first + a.version * 11) % greatest(a.added, 60) order by (g * 37 + first + a.version * 11) % greatest(a.added, 60))
                    from generate_series(1, count) g) as lines
             from (values ('device-unknown', a.refused - a.refused / 3, 0), ('repeated', a.refused / 3, 17)) r(reason, count, first) where count > 0) r)::jsonb end
    from (select b.*, case when b.is_refused or b.by_token then 0 else ${hashed('b.slug || b.version')} % 12 end as refused from (
      select o.slug, o.place, o.by_token, s.number as source, w.week, w.version, w.back = 3 and o.place = 3 as is_refused,
             (w.week + o.days + o.at) at time zone 'Europe/Paris' as at, coalesce(f.added, 0) as added
        from usage_demo_week w cross join (values ${arrivals}) o(slug, place, days, at, by_token) join usage_source s on s.slug = o.slug
        left join (select week, source, count(*)::int as added from usage_week where week between $1::date and $2::date group by week, source) f
          on f.week = w.week and f.source = s.number
       where w.week between $1::date and $2::date and (f.added > 0 or w.back = 3 and o.place = 3)) b) a
   where a.at < ${instant('$3::date', '09:00')}`;

/** Teachers of schools where nothing is measured tell theirs. @param $1 first and $2 last week */
export const DECLARED = `insert into usage_declared (id, school_id, day, subject, duration, declared_by, declared_at)
  select ${identified('t.at', '204', 't.n')}, t.school_id, t.day,
         (array['french', 'mathematics', 'arts', 'french', 'sciences', 'civics', 'sport', 'digital'])[1 + t.h % 8],
         (array['short', 'hour', 'short', 'long'])[1 + (t.h >> 4) % 4], t.account_id, t.at
    from (select p.*, w.day, x.h, ${instant('w.day', '16:40')} + make_interval(mins => x.h % 40) as at,
                 row_number() over (order by w.day, p.account_id)::int as n
            from (select a.account_id, min(a.school_id::text)::uuid as school_id from assignment a join school s on s.id = a.school_id
                   where a.role = 'teacher' and a.to_day is null and s.kind = 'nursery' and ${hashed('a.account_id::text')} < 90 group by a.account_id) p
            cross join (select week + k as day from usage_demo_week, (values (0), (1), (3), (4)) d(k) where is_class and week between $1::date and $2::date) w
            cross join lateral (select ${hashed('p.account_id::text || w.day')} as h) x
           where x.h % 11 = 0) t`;

const MEASURABLE = `array[${MEASURABLE_FAMILIES.map((family) => `'${family}'`).join(', ')}]`;
const STANDS = `s.from_at <= ((w.week + 3) + time '12:00') at time zone 'Europe/Paris'
  and (s.until_at is null or s.until_at > ((w.week + 3) + time '12:00') at time zone 'Europe/Paris')`;

/** The sums that the application would make of these facts, all weeks at once; each device has one source here. @param $1 first and $2 last week */
export const SUMS = [
  `insert into usage_school_week (school_id, week, model_id, devices, measured, served, used, minutes, seen, sessions, users_at_least, users_most)
   select s.school_id, w.week, e.model_id, count(*), count(u.minutes), count(*) filter (where u.minutes >= 60), count(*) filter (where u.minutes > 0),
          coalesce(sum(u.minutes), 0), count(*) filter (where u.week is not null and u.minutes is null), coalesce(sum(u.sessions), 0),
          coalesce(sum(greatest(coalesce(u.users, 1), 1)) filter (where u.minutes > 0), 0), coalesce(max(u.users), 0)
     from usage_demo_week w join equipment_stay s on ${STANDS} join equipment e on e.id = s.equipment_id and not e.is_container
     join equipment_model f on f.model_id = e.model_id and f.family = any(${MEASURABLE})
     left join usage_week u on u.week = w.week and u.device_id = s.equipment_id
    where w.week between $1::date and $2::date group by s.school_id, w.week, e.model_id order by w.week, s.school_id`,
  `insert into usage_subject_week (school_id, week, subject, measured, declared)
   select school_id, week, subject, sum(measured), sum(declared) from (
     select s.school_id, w.week, u.subject, greatest(coalesce(u.sessions, 1), 1) as measured, 0 as declared
       from usage_demo_week w join usage_week u on u.week = w.week and u.subject is not null
       join equipment_stay s on s.equipment_id = u.device_id and ${STANDS} where w.week between $1::date and $2::date
     union all
     select d.school_id, date_trunc('week', d.day)::date, d.subject, 0, 1 from usage_declared d where d.day between $1::date and $2::date + 6) told
    group by school_id, week, subject order by week, school_id`,
  `insert into usage_rolled_week (week, rolled_at) select week, ${instant('week + 8', '09:21')} from usage_demo_week where week between $1::date and $2::date`,
];
