import { PUPIL_TERMINALS, USAGE_SUBJECTS } from '@parc/domain';
import { itemOf } from '../../catalogue/item.sql.js';
import { figuresFor, inPlanOn } from '../../directory/profile.sql.js';
import { schoolOf } from '../../directory/school.sql.js';
import { familyOf } from '../../inventory/fleet-on.sql.js';
import { anyOf, whenEach } from '../../platform/database/kinds.sql.js';
import { all, join, leftJoin } from '../../platform/database/joins.sql.js';
import { SUBJECTS_BY_WEEK, USE_BY_WEEK } from '../../usage/usage.sql.js';
import { type ObjectRows, only } from './object-rows.js';

/** A row a school, a model and a class week of the period: sums of use, never a device's own. */
const byModelAndWeek = (num: string, den: string, known: string): ObjectRows => ({
  sql: (school) =>
    `select u.school_id, i.name || ', semaine du ' || to_char(u.week, 'DD/MM/YYYY') as object, ${num} as num, ${den} as den, ${known} as known
       from ${all(USE_BY_WEEK)} ${join(schoolOf('u.school_id'))} ${join(itemOf('u.model_id', 'i'))}
      where u.week = any(:weeks::date[]) and ${inPlanOn(':to::date')}${only(school)}`,
});

export const served = byModelAndWeek('u.served', 'u.measured', 'u.measured > 0');
export const hoursPerDevice = byModelAndWeek('u.minutes / 60.0', 'u.measured', 'u.measured > 0');
export const measured = byModelAndWeek('u.measured', 'u.devices', 'true');

/** Of pupils' terminals, where no more than one in five is not measured. */
export const hoursPerPupil: ObjectRows = {
  sql: (school) =>
    `select s.id as school_id, 'semaine du ' || to_char(w.week, 'DD/MM/YYYY') as object, w.minutes / 60.0 as num, f.pupils as den,
       w.devices > 0 and w.measured * 5 >= w.devices * 4 and coalesce(f.pupils, 0) > 0 as known
     from (select u.school_id, u.week, sum(u.minutes) as minutes, sum(u.devices) as devices, sum(u.measured) as measured
             from ${all(USE_BY_WEEK)} ${leftJoin(familyOf('u.model_id', 'y'))}
            where u.week = any(:weeks::date[]) and ${anyOf('y.family', PUPIL_TERMINALS)} and not coalesce(y.for_teachers, false)
              ${school === null ? '' : `and u.school_id = ${school}`}
            group by u.school_id, u.week) w
     ${join(schoolOf('w.school_id'))} ${figuresFor('s.id', ':year::int')}
    where ${inPlanOn(':to::date')}${only(school)}`,
};

/** A row a school, a subject and a week: uses that were told with it. */
export const subjects: ObjectRows = {
  sql: (school) =>
    `select s.id as school_id, case ${whenEach(
      USAGE_SUBJECTS,
      (word) => `x.subject = ${word}`,
      (subject) => `'${USAGE_SUBJECTS[subject].word}'`,
    )} end || ', semaine du ' || to_char(x.week, 'DD/MM/YYYY') as object, x.measured + x.declared as num, 1 as den, true as known
     from ${all(SUBJECTS_BY_WEEK)} ${join(schoolOf('x.school_id'))}
    where x.week = any(:weeks::date[]) and ${inPlanOn(':to::date')}${only(school)}`,
};
