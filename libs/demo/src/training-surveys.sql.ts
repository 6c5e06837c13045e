import { SURVEY_USE_NAMES } from '@parc/domain';
import { drawn } from './training-slots.sql.js';
import { ENROLMENT, SESSION } from './trainings-at-large.sql.js';

const REMARKS = [
  'Concret, et repris en classe dès le lendemain.',
  'Un temps de pratique plus long serait utile.',
  'Le support à emporter aide beaucoup.',
  'Un peu rapide pour qui débute.',
  'À refaire avec le matériel de notre école.',
  'Les échanges entre écoles étaient le meilleur moment.',
];
const remarks = REMARKS.map((remark) => `'${remark.replaceAll("'", "''")}'`).join(', ');
const uses = SURVEY_USE_NAMES.map((use) => `'${use}'`).join(', ');

/** Who came to what was closed within the year; $1: the demonstration's day. */
const CAME = `create temporary table training_asked on commit drop as
  select c.n, c.k, t.closed_at as at, ${drawn("'survey ' || c.n")} as h, ${drawn("'survey of ' || c.k")} % 3 as liked
    from training_came c join training_told t using (k)
   where c.came and t.is_closed and t.closed_on > $1::date - 366 group by c.n, c.k, t.closed_at`;

const SURVEYS = `insert into training_survey (session_id, asked, asked_at)
  select ${SESSION('x.k')}, count(*), x.at from training_asked x group by x.k, x.at order by x.k`;

/** Some six of ten answer, mostly well of what was liked; their right to answer otherwise is over. */
const ANSWERS = `insert into training_survey_answer (id, session_id, useful, level, uses, remark)
  select md5('survey ' || ${ENROLMENT('x.n')})::uuid, ${SESSION('x.k')}, least(4, 2 + x.liked + (x.h >> 3) % 2), least(4, 2 + (x.h >> 5) % 2 + (x.h >> 8) % 2),
         (array[${uses}])[1 + case when (x.h >> 11) % 10 < 6 then 0 when (x.h >> 11) % 10 < 9 then 1 else 2 end],
         case when (x.h >> 15) % 4 = 0 then (array[${remarks}])[1 + (x.h >> 7) % ${REMARKS.length}] end
    from training_asked x where x.h % 10 < 6 order by 1`;

/** What those who came think of the sessions of the last year. */
export const TRAININGS_SURVEYED: readonly string[] = [CAME, SURVEYS, ANSWERS];
