import { kindsWhere, MODULE_KINDS } from '@parc/domain';
import { anyOf } from '../platform/database/kinds.sql.js';

const SHOWN_KINDS = kindsWhere(MODULE_KINDS, ({ shown }) => shown);

/** The next number of a year's sessions: F-2026-00142. @param year a word of SQL */
export const NEXT_TRAINING_NUMBER = (year: string) =>
  `'F-' || ${year}::int || '-' || to_char(nextval('training_session_number_' || ${year}::int), 'FM9999999999900000')`;

/** Of the session `t`: places taken, and people who wait for one. */
export const SEATED_OF =
  '(select count(*)::int from training_enrolment n where n.session_id = t.id and n.seat is not null)';
export const WAITING_OF =
  '(select count(*)::int from training_enrolment n where n.session_id = t.id and n.seat is null and n.left_at is null)';
/** Places of which nobody has said yet whether their holder came. */
export const UNRECORDED_OF =
  '(select count(*)::int from training_enrolment n where n.session_id = t.id and n.seat is not null and n.present is null)';

/** Whether an account has a place in the session `t`, waits for one, or neither. */
export const standingOf = (account: string) =>
  `(select case when n.seat is null then 'waiting' else 'seated' end from training_enrolment n
     where n.session_id = t.id and n.account_id = ${account} and n.left_at is null)`;

/** Whether a school is invited by name to the session `t`. */
export const isGuest = (school: string) =>
  `exists (select from training_guest g where g.session_id = t.id and g.school_id = ${school})`;

/** The models that a module opens. */
export const MODELS_OF_MODULE =
  'select model_id as id from training_module_model where module_id = $1 order by model_id';

/** Whether a model is shown by a technician: a functional module opens it. @param model words of SQL */
export const HANDED_OVER = (model: string) =>
  `exists (select from training_module u join training_module_model x on x.module_id = u.id where x.model_id = ${model} and ${anyOf('u.kind', SHOWN_KINDS)})`;

/** The half-days of the session `t`, in order, as a column of JSON. */
export const DATES_OF = `(select json_agg(json_build_object('id', e.id, 'startsAt', e.starts_at, 'endsAt', e.ends_at) order by e.starts_at)
   from training_date e where e.session_id = t.id)`;

/** The link of the session `t`, for an account: of either side, its trainer, or somebody with a place. */
export const linkFor = (account: string, isSide: string) =>
  `(case when ${isSide} or t.trainer_id = ${account}
      or exists (select from training_enrolment n where n.session_id = t.id and n.account_id = ${account} and n.seat is not null)
    then t.remote_link end)`;
