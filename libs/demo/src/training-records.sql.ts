import { MODULE_KIND_NAMES, suggestedCategory } from '@parc/domain';
import { identified, instant } from './fleet-at-large.sql.js';
import { nextWorkday } from './training-slots.sql.js';
import { ENROLMENT, FIRST, SESSION } from './trainings-at-large.sql.js';

const ATTENDANCE = `insert into training_attendance (id, enrolment_id, date_id, session_id, present, by_code, recorded_by, recorded_at)
  select ${identified(FIRST, '104', 'c.n * 10 + c.half')}, ${ENROLMENT('c.n')}, ${identified(FIRST, '103', 'c.k * 10 + c.half')}, ${SESSION('c.k')}, c.came, c.by_code, case when c.by_code then e.person else t.trainer end, c.at
    from training_came c join training_told t using (k) join training_enrolled e on e.n = c.n order by c.n, c.half`;

/** What each who came was there for, of what is closed. */
const EARNED = `create temporary table training_earned on commit drop as
  select c.n, c.k, sum(c.minutes)::int as minutes, row_number() over (order by t.closed_at, c.k, c.n) as place
    from training_came c join training_told t using (k) where c.came and t.is_closed group by c.n, c.k, t.closed_at`;

const CERTIFICATES = `insert into training_certificate (id, number, enrolment_id, minutes, code, code_digest, issued_at)
  select ${identified('x.at', '105', 'x.n')}, 'A-' || x.year || '-' || lpad((row_number() over (partition by x.year order by x.place))::text, 5, '0'), ${ENROLMENT('x.n')},
         x.minutes, x.code, sha256(x.code::bytea), x.at
    from (select e.*, t.closed_at as at, extract(year from t.closed_at at time zone 'Europe/Paris') as year, upper(substr(md5('certificate ' || e.n), 1, 20)) as code
            from training_earned e join training_told t using (k)) x order by x.place`;

const CATEGORY = `case f.kind ${MODULE_KIND_NAMES.map((kind) => `when '${kind}' then '${suggestedCategory(kind)}'`).join(' ')} end`;
/** Said the week after, but of the last three weeks: that is still to be done. */
const HOURS = `insert into training_hours (id, enrolment_id, counts, category, marked_by, marked_at)
  select ${identified('x.at', '106', 'x.n')}, ${ENROLMENT('x.n')}, x.counts, x.category, x.by, x.at
    from (select e.n, f.counts, ${CATEGORY} as category, ${instant(nextWorkday('(t.closed_on + 7)'), '11:20')} as at,
                 case when p.guest then p.officer else t.inspector end as by
            from training_earned e join training_told t using (k) join training_fact f on f.n = t.n
            join training_enrolled r on r.n = e.n join training_person p using (person)
           where t.closed_on < $1::date - 21) x
   where x.by is not null order by x.n`;

const NUMBERS = `select setval(('training_certificate_number_' || year)::regclass, count) from (
    select split_part(number, '-', 2) as year, count(*) from training_certificate group by 1) given`;

/** What the codes that were shown were derived from. */
const SECRETS = `insert into training_code_secret (session_id, secret)
  select ${SESSION('x.k')}, sha256(('code ' || x.k)::bytea) from (select distinct k from training_came where by_code) x order by x.k`;

/** What the enrolment says is the sum of its half-days already: it is not to be summed again row by row. */
const summing = (does: 'disable' | 'enable'): string =>
  `alter table training_attendance ${does} trigger training_presence_summed`;

/** Who came by half-day, what they were given for it, and whether it counts. $1: the demonstration's day. */
export const TRAININGS_RECORDED: readonly string[] = [
  ...[summing('disable'), ATTENDANCE, summing('enable'), SECRETS],
  ...[EARNED, 'analyze training_earned', CERTIFICATES, NUMBERS, HOURS],
];
