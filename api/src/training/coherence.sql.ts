import { TRAININGS_COUNTED, TRAININGS_ENROLLING, type Coherence } from '@parc/domain';
import { MODELS_ASKING_AS } from '../catalogue/item.sql.js';
import { circonscriptionOfSchool } from '../directory/school.sql.js';
import { teamOf, teamsOn, worksAt } from '../identity/account.sql.js';
import { defaultOf } from '../platform/config/plan-settings.js';
import { settingOn } from '../platform/config/setting.sql.js';
import { dayEnds } from '../platform/database/paris-days.sql.js';
import { inStates } from '../platform/database/in-states.js';
import { quoted } from '../platform/database/kinds.sql.js';
import { isGuest, SEATED_OF } from './training.sql.js';

/**
 * What the rule of coherence asks, for whoever lists by it: words of SQL over a model, a school and a day. The rule itself is
 * `coherenceOf` of libs/domain; `COHERENCE` says it again for lists, and `taught-rule.spec.ts` compares the two.
 */

/** Sessions that count, as `t`, of a module that opens the model, with who came, as `n`. */
const ATTENDED = (model: string) => `training_enrolment n
  join training_session t on t.id = n.session_id and ${inStates('t.state', TRAININGS_COUNTED)}
  join training_module_model opening on opening.module_id = t.module_id and opening.model_id = ${model}`;
const CAME = 'n.present and n.left_at is null';

/** Whether an account knows a model: it came to a training that opens it, wherever that was, or was shown it. */
export const knows = (account: string, model: string) =>
  `(exists (select from ${ATTENDED(model)} where n.account_id = ${account} and ${CAME})
    or exists (select from training_handover h where h.account_id = ${account} and h.model_id = ${model}))`;

/** Whether an account came to a training, whatever it opens. */
export const ATTENDED_BY = (account: string) => `exists (select from training_enrolment n
    join training_session t on t.id = n.session_id and ${inStates('t.state', TRAININGS_COUNTED)} where n.account_id = ${account} and ${CAME})`;

/** How many people of a school, as it is on a day, know a model. */
export const trainedAt = (model: string, school: string, day: string) =>
  `(select count(*)::int from (${teamOf(school, day)}) w where ${knows('w.account_id', model)})`;

/** Whether one of them was shown it there, and signed. */
export const shownAt = (model: string, school: string, day: string) =>
  `exists (select from training_handover h where h.school_id = ${school} and h.model_id = ${model} and ${worksAt('h.account_id', school, day)})`;

/** Whoever came as somebody of the school, or was shown it there, with when: `account_id`, `at`. */
export const trainedOnce = (model: string, school: string) =>
  `select n.account_id, t.ends_at as at from ${ATTENDED(model)} where n.school_id = ${school} and ${CAME}
    union all select h.account_id, h.at from training_handover h where h.school_id = ${school} and h.model_id = ${model}`;

/** `training.minTeachers` as it holds on a day. */
export const minTeachers = (day: string) =>
  `coalesce((${settingOn(`(value #>> '{}')::int`, `'training.minTeachers'`, day)}), ${defaultOf('training.minTeachers')})`;

/** A word of the rule, as SQL. */
export const coherenceWord = (coherence: Coherence) => quoted(coherence);

/** What `coherenceOf` answers of a model that calls for a training, over its facts `r`: `shown`, `here`. */
const RULE = (least: string, inUse: string, once: string) =>
  `case when r.shown or r.here >= ${least} then ${coherenceWord('ready')}
      when not (${inUse}) then ${coherenceWord('waits')}
      when r.here = 0 and ${once} then ${coherenceWord('flagged')} else ${coherenceWord('ready')} end`;

/** The rule for a model that calls for a training. @param inUse whether devices of it serve there, words of SQL */
export const COHERENCE = ({ model, school, day, inUse }: Record<'model' | 'school' | 'day' | 'inUse', string>) =>
  `(select ${RULE(minTeachers(day), inUse, `exists (${trainedOnce(model, school)})`)}
    from (select ${trainedAt(model, school, day)} as here, ${shownAt(model, school, day)} as shown) r)`;

/** Whether nobody who knows it is left in the school where it serves: what is in use and was opened by a training. */
export const isFlagged = (model: string, school: string, day: string) =>
  `${COHERENCE({ model, school, day, inUse: 'true' })} = ${coherenceWord('flagged')}`;

/**
 * Whether an item of the catalogue that calls for a training finds nobody in a school who knows what it asks: for orders, where
 * nothing of it serves yet. @param item an alias of the catalogue, with its id, kind and training_module
 */
export const itemWaits = (item: string, school: string, day: string) =>
  `(${item}.training_module is not null and not exists (select from (${MODELS_ASKING_AS(item)}) y
      where ${COHERENCE({ model: 'y.id', school, day, inUse: 'false' })} = ${coherenceWord('ready')}))`;

/** Sessions of a module that one may still take a place in, as `t`, that a school is invited to. @param now words of SQL */
export const hasPlaces = (school: string, now: string) =>
  `${inStates('t.state', TRAININGS_ENROLLING)} and t.starts_at > ${now} and t.capacity > ${SEATED_OF}
    and (t.circonscription_id = ${circonscriptionOfSchool(school)} or ${isGuest(school)})`;

/** When the next session with places begins that opens one of these models to a school; null: none does. @param models a query of ids */
export const nextSessionAt = (models: string, school: string, now: string) =>
  `(select min(t.starts_at) from training_session t where ${hasPlaces(school, now)}
      and exists (select from training_module_model opening where opening.module_id = t.module_id and opening.model_id in (${models})))`;

/**
 * Whether each school would be given each of its models to use at the end of a day, by who knows it there and whatever serves
 * already: `school_id`, `model_id`, `ready`. The same rule, for all at once.
 * @param held a query of `school_id`, `model_id`: models that call for a training
 */
export const readinessOn = (held: string, day: string) =>
  `select r.school_id, r.model_id, ${RULE(`(select ${minTeachers(day)})`, 'false', 'false')} = ${coherenceWord('ready')} as ready
    from (select d.school_id, d.model_id, count(distinct k.account_id) as here, coalesce(bool_or(k.shown_at = d.school_id), false) as shown
            from (select distinct h.school_id, h.model_id from (${held}) h) d
            left join (${teamsOn(day)}) w on w.school_id = d.school_id
            left join (${KNOWN_BY(day)}) k on k.account_id = w.account_id and k.model_id = d.model_id
           group by d.school_id, d.model_id) r`;

/** Who knows which model at the end of a day, and where they were shown it: `account_id`, `model_id`, `shown_at`. */
const KNOWN_BY = (day: string) =>
  `select n.account_id, x.model_id, null::uuid as shown_at from training_enrolment n
     join training_session t on t.id = n.session_id and ${inStates('t.state', TRAININGS_COUNTED)} and t.ends_at < ${dayEnds(day)}
     join training_module_model x on x.module_id = t.module_id where ${CAME}
   union all select h.account_id, h.model_id, h.school_id from training_handover h where h.at < ${dayEnds(day)}`;
