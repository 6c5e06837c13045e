import type { FreeTextsOf } from '../platform/database/free-texts.js';
import { SURVEY_TOLD } from './survey/survey.sql.js';

/** The free texts of the session of training $1; of a questionnaire, what is told of it. */
export const TRAINING_TEXTS: FreeTextsOf = {
  named: `select 'Session ' || number as name from training_session where id = $1`,
  texts: `select 'training_session.outside_trainer' as place, id as "rowId", 0 as part, outside_trainer as text, null::timestamptz as at
      from training_session where id = $1 and outside_trainer is not null
    union all select 'training_session_move.reason', id, 0, reason, at from training_session_move
     where session_id = $1 and reason is not null
    union all select 'training_correction.reason', id, 0, reason, at from training_correction where session_id = $1
    union all select 'training_survey_answer.remark', a.id, 0, a.remark, null from training_survey_answer a
      join training_survey v on v.session_id = a.session_id where a.session_id = $1 and a.remark is not null and ${SURVEY_TOLD}
    order by at, place`,
};
