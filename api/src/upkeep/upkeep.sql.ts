import { CHECKS_DONE } from '@parc/domain';
import { inStates } from '../platform/database/in-states.js';
import { byId, type Joined } from '../platform/database/joins.sql.js';

/** The plan of a check, as `n`. */
export const planOf = (id = 'c.plan_id', alias = 'n'): Joined => byId('upkeep_plan', alias, id);

/** How far the checks of the plan `n` are that are due from a day on: one row, as `h`. @param from words of SQL */
export const progressOf = (from: string, today: string) =>
  `left join lateral (select count(*)::int as checks, (count(*) filter (where c.open))::int as open,
      (count(*) filter (where c.open and c.due_on < ${today}))::int as late,
      (count(*) filter (where ${inStates('c.state', CHECKS_DONE)}))::int as done,
      coalesce(sum(c.devices), 0)::int as devices,
      coalesce(sum(c.devices) filter (where ${inStates('c.state', CHECKS_DONE)}), 0)::int as checked,
      coalesce(sum(c.watch), 0)::int as watch, coalesce(sum(c.broken), 0)::int as broken, coalesce(sum(c.not_found), 0)::int as "notFound"
    from upkeep_check c where c.plan_id = n.id and c.due_on >= ${from}) h on true`;
