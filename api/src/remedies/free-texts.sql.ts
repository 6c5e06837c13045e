import type { FreeTextsOf } from '../platform/database/free-texts.js';

/** The free texts of the remedy $1, and of what schools read before. */
export const REMEDY_TEXTS: FreeTextsOf = {
  named: `select 'Remède : ' || title as name from remedy where id = $1`,
  texts: `select 'remedy.title' as place, id as "rowId", 0 as part, title as text, changed_at as at from remedy where id = $1
     union all select 'remedy.steps', id, 0, steps, changed_at from remedy where id = $1
     union all select 'remedy.inside', id, 0, inside, changed_at from remedy where id = $1 and inside is not null
     union all select 'remedy_version.title', id, 0, title, at from remedy_version where remedy_id = $1
     union all select 'remedy_version.steps', id, 0, steps, at from remedy_version where remedy_id = $1
     union all select 'remedy_version.inside', id, 0, inside, at from remedy_version where remedy_id = $1 and inside is not null
     union all select 'remedy_move.reason', id, 0, reason, at from remedy_move where remedy_id = $1 and reason is not null
     order by at, place`,
};
