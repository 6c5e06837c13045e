import { SCHOOL_ROLES } from '@parc/domain';
import { anyOf } from '../platform/database/kinds.sql.js';
import { byId, type Joined } from '../platform/database/joins.sql.js';

/** The account whose id is `id`, for its `name`: who did, decided or carried out something. */
export const accountOf = (id: string, alias: string): Joined => byId('account', alias, id);

/** The account whose id is `id`, while it is active, for its `email`: a mail is for one who still works here. */
export const addressOf = (id: string, alias: string): Joined => [
  'account',
  alias,
  `${alias}.id = ${id} and ${alias}.active`,
];

/** The account that a history column (`current_actor()`) names, for its `name`. */
export const accountNamedBy = (actor: string, alias: string): Joined => [
  'account',
  alias,
  `${alias}.id::text = ${actor}`,
];

/** Head and deputies of a school on a day, as JSON: name, deputy, until (last day, included). */
export const headsOf = (school: string, day: string) =>
  `coalesce((select json_agg(json_build_object('name', c.name, 'deputy', a.deputy_of_id is not null, 'until', a.to_day - 1)
      order by a.deputy_of_id is not null, c.name, a.id)
    from assignment a join account c on c.id = a.account_id where a.school_id = ${school} and a.role = 'school-head' and c.active
      and a.from_day <= ${day} and (a.to_day is null or a.to_day > ${day})), '[]')`;

/** Whether somebody works in a school on a day: its head, those who stand in for it, its teachers. */
export const worksAt = (account: string, school: string, day: string) =>
  `exists (select from assignment a join account c on c.id = a.account_id and c.active where a.account_id = ${account} and a.school_id = ${school}
      and ${anyOf('a.role', SCHOOL_ROLES)} and a.from_day <= ${day} and (a.to_day is null or a.to_day > ${day}))`;

/** Who works in a school on a day, each once: `account_id`. */
export const teamOf = (school: string, day: string) =>
  `select distinct a.account_id from assignment a join account c on c.id = a.account_id and c.active where a.school_id = ${school}
      and ${anyOf('a.role', SCHOOL_ROLES)} and a.from_day <= ${day} and (a.to_day is null or a.to_day > ${day})`;

/** The last day on which somebody worked in a school, where that is over; null: they never did, or still do. */
export const leftOn = (account: string, school: string, day: string) =>
  `(select max(a.to_day) - 1 from assignment a where a.account_id = ${account} and a.school_id = ${school}
      and ${anyOf('a.role', SCHOOL_ROLES)} having max(coalesce(a.to_day, 'infinity')) <= ${day})`;

/** Who works in any school on a day, each once a school: `account_id`, `school_id`, `from_day`. */
export const teamsOn = (day: string) =>
  `select a.account_id, a.school_id, min(a.from_day) as from_day from assignment a join account c on c.id = a.account_id and c.active
    where ${anyOf('a.role', SCHOOL_ROLES)} and a.from_day <= ${day} and (a.to_day is null or a.to_day > ${day}) group by a.account_id, a.school_id`;

/** The same, each person once: where they have been longest. */
export const postsOn = (day: string) =>
  `select distinct on (w.account_id) w.account_id, w.school_id from (${teamsOn(day)}) w order by w.account_id, w.from_day, w.school_id`;
