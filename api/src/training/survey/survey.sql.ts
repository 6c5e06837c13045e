import { SURVEY_LEAST_ANSWERS } from '@parc/domain';

/** Ends the right to answer of what was asked before $1: the answers lose by it what tied them to a mail. */
export const FORGET_SURVEY_TICKETS = `delete from training_survey_ticket k using training_survey v
  where v.session_id = k.session_id and v.asked_at < $1`;

/** Whether enough have answered of the session of the survey `v`. */
export const SURVEY_TOLD = `(select count(*) from training_survey_answer a where a.session_id = v.session_id) >= ${SURVEY_LEAST_ANSWERS}`;
