import { kindsWhere, MODULE_KINDS } from '@parc/domain';
import { SCHOOLS } from '../directory/school.sql.js';
import { accountOf } from '../identity/account.sql.js';
import { waitingFor } from '../inventory/equipment.sql.js';
import { all, type Joined } from '../platform/database/joins.sql.js';
import { anyOf } from '../platform/database/kinds.sql.js';
import { found } from '../platform/database/search.js';

const SHOWN_KINDS = kindsWhere(MODULE_KINDS, ({ shown }) => shown);

/** The next number of a year's sessions: F-2026-00142. @param year a word of SQL */
export const NEXT_TRAINING_NUMBER = (year: string) =>
  `'F-' || ${year}::int || '-' || to_char(nextval('training_session_number_' || ${year}::int), 'FM9999999999900000')`;

/** Of the session `t`: places taken or offered, and people who wait for one. */
export const SEATED_OF =
  '(select count(*)::int from training_enrolment n where n.session_id = t.id and n.seat is not null)';
export const WAITING_OF =
  '(select count(*)::int from training_enrolment n where n.session_id = t.id and n.seat is null and n.left_at is null)';
/** Places of which nobody has said yet whether their holder came. */
export const UNRECORDED_OF =
  '(select count(*)::int from training_enrolment n where n.session_id = t.id and n.seat is not null and n.present is null)';

/** An enrolment `n` as it stands: a place, an offer that waits for an answer, or the waiting list. */
export const STANDING = `case when n.seat is null then 'waiting' when n.offer_until is not null and n.offer_ended is null then 'offered' else 'seated' end`;
/** Is `n` asked about a new date, without an answer yet? */
export const ASKED = 'n.seat is not null and n.asked_at is not null and n.comes_at is null';

const ofAccount = (what: string, account: string) =>
  `(select ${what} from training_enrolment n where n.session_id = t.id and n.account_id = ${account} and n.left_at is null)`;
/** Whether an account has a place in the session `t`, is offered one, waits for one, or none of them. */
export const standingOf = (account: string) => ofAccount(STANDING, account);
/** Until when a place is offered to an account. */
export const offerOf = (account: string) => ofAccount(OFFERED_UNTIL, account);
/** Whether a new date waits for an account's answer. */
export const askedOf = (account: string) => `coalesce(${ofAccount(ASKED, account)}, false)`;

/** What an account has of the session `t`, as `n`: one enrolment at most, which `STANDING`, `ASKED`, `OFFERED_UNTIL` and `RANK` read. */
export const enrolmentIn = (account: string): Joined => [
  'training_enrolment',
  'n',
  `n.session_id = t.id and n.account_id = ${account} and n.left_at is null`,
];
/** Until when `n` is offered a place. */
export const OFFERED_UNTIL = 'case when n.offer_ended is null then n.offer_until end';
/** How many wait before `n`, itself among them; null: it does not wait. */
export const RANK = `case when n.id is not null and n.seat is null then (select count(*)::int from training_enrolment w
  where w.session_id = n.session_id and w.left_at is null and w.seat is null and w.turn <= n.turn) end`;

/** The lowest place of the session `t` that nobody has nor is offered. */
export const FREE_SEAT = `(select min(place) from generate_series(1, t.capacity) place
  where not exists (select from training_enrolment n where n.session_id = t.id and n.seat = place))`;
/** Places that somebody has, offers without an answer aside. */
export const COMING_OF = `(select count(*)::int from training_enrolment n
  where n.session_id = t.id and n.seat is not null and (n.offer_until is null or n.offer_ended is not null))`;

/** Sessions in which an account has a place or waits for one, of its own, as ids. */
export const ENROLLED_IN = (account: string) =>
  `(select n.session_id from training_enrolment n where n.account_id = ${account} and n.left_at is null)`;

/** How many devices of a school the session `t` would open. */
export const opensAt = (school: string) =>
  waitingFor(school, 'array(select x.model_id from training_module_model x where x.module_id = t.module_id)');

/** Whether a school is invited by name to the session `t`. */
export const isGuest = (school: string) =>
  `exists (select from training_guest g where g.session_id = t.id and g.school_id = ${school})`;

/** Every writing of the module that one of them is, an array of ids. @param module words of SQL */
export const inSeries = (module: string) =>
  `array(select x.id from training_module x where coalesce(x.series_id, x.id) = (select coalesce(y.series_id, y.id) from training_module y where y.id = ${module}))`;

/** Modules whose title holds a word, an array of ids. @param word a placeholder */
export const modulesFound = (word: string) =>
  `array(select x.id from training_module x where ${found('x.title', word)})`;

/** The models that a module opens. */
export const MODELS_OF_MODULE =
  'select model_id as id from training_module_model where module_id = $1 order by model_id';

/** Whether a model is shown by a technician: a functional module opens it. @param model words of SQL */
export const HANDED_OVER = (model: string) =>
  `exists (select from training_module u join training_module_model x on x.module_id = u.id where x.model_id = ${model} and u.current and ${anyOf('u.kind', SHOWN_KINDS)})`;

/** The half-days of the session `t`, in order, as a column of JSON. */
export const DATES_OF = `(select json_agg(json_build_object('id', e.id, 'startsAt', e.starts_at, 'endsAt', e.ends_at) order by e.starts_at)
   from training_date e where e.session_id = t.id)`;

/** Who holds the session `t`, an account as `trainer` or somebody of the maker: « Prénom Nom, Firme ». */
export const TRAINER_NAME = `coalesce(trainer.name, t.outside_trainer || ', ' || t.outside_firm)`;
/** The account of whoever holds the session `t`, as `trainer`, for a left join: nobody of the maker has one. */
export const TRAINER = accountOf('t.trainer_id', 'trainer');

/** The link of the session `t`, for an account: of either side, acting as its trainer, or somebody with a place. */
export const linkFor = (account: string, isInside: string) =>
  `(case when ${isInside}
      or exists (select from training_enrolment n where n.session_id = t.id and n.account_id = ${account}
           and n.seat is not null and (n.offer_until is null or n.offer_ended is not null))
    then t.remote_link end)`;

/** Ends the counts of tries from before $1. */
export const FORGET_TRAINING_WINDOWS = 'delete from training_window where last_at < $1';

/** The schools that a session is for: of the circonscription $1, and guests of the session $2. */
export const INVITED_SCHOOLS = `select s.id, s.name from ${all(SCHOOLS)}
  where s.circonscription_id = $1 or exists (select from training_guest g where g.session_id = $2 and g.school_id = s.id)
  order by s.name, s.id`;
