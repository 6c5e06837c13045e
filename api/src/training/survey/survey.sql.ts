import { SURVEY_LEAST_ANSWERS, SURVEY_USE_NAMES } from '@parc/domain';
import { LIMITS } from '../../platform/limits.js';

/** Ends the right to answer of what was asked before $1: the answers lose by it what tied them to a mail. */
export const FORGET_SURVEY_TICKETS = `delete from training_survey_ticket k using training_survey v
  where v.session_id = k.session_id and v.asked_at < $1`;

/** Whether enough have answered of the session of the survey `v`. */
export const SURVEY_TOLD = `(select count(*) from training_survey_answer a where a.session_id = v.session_id) >= ${SURVEY_LEAST_ANSWERS}`;

const graded = (question: 'useful' | 'level') =>
  `(select json_agg(json_build_object('grade', g, 'people', (select count(*)::int from said a where a.${question} = g)) order by g)
      from generate_series(1, 4) g)`;
const used = SURVEY_USE_NAMES.map(
  (use) => `json_build_object('use', '${use}', 'people', (select count(*)::int from said a where a.uses = '${use}'))`,
).join(', ');

/**
 * What is told of the surveys `v` that `where` keeps, in one row; none where nobody was asked. Only sessions of which enough have
 * answered are counted, each for itself: else one answer would follow from the sum of several sessions less what is told of the others.
 */
export const surveyResult = (from: string, where: string): string => `with asked as (
    select v.session_id, v.asked, ${SURVEY_TOLD} as told from training_survey v ${from} where ${where}
  ), said as (
    select a.id, a.useful, a.level, a.uses, a.remark from training_survey_answer a join asked k on k.session_id = a.session_id and k.told
  ), told as (select exists (select from said) as is)
  select (select sum(asked)::int from asked) as asked,
    case when told.is then (select count(*)::int from said) end as answered,
    case when told.is then ${graded('useful')} else '[]' end as useful,
    case when told.is then ${graded('level')} else '[]' end as level,
    case when told.is then json_build_array(${used}) else '[]' end as uses,
    array(select s.remark from said s where s.remark is not null order by s.id limit ${LIMITS.shownOfOne}) as remarks
  from told where exists (select from asked)`;
