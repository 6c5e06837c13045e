import { schoolOf } from '../../directory/school.sql.js';
import type { FreeTextsOf } from '../../platform/database/free-texts.js';
import { byId, join } from '../../platform/database/joins.sql.js';

/** The free texts of the dotation $1 itself. */
export const DOTATION_TEXTS: FreeTextsOf = {
  named: 'select d.title as name from dotation d where d.id = $1',
  texts: `select 'dotation_move.reason' as place, id as "rowId", 0 as part, reason as text, at from dotation_move
           where dotation_id = $1 and reason is not null order by at, id`,
};

/** The free texts of the school's part $1: opinions, reasons, what lacked. */
export const DOTATION_PART_TEXTS: FreeTextsOf = {
  named: `select d.title || ', ' || s.name as name from dotation_part p ${join(byId('dotation', 'd', 'p.dotation_id'))}
           ${join(schoolOf('p.school_id'))} where p.id = $1`,
  texts: `select 'dotation_part_move.reason' as place, id as "rowId", 0 as part, reason as text, at from dotation_part_move
           where part_id = $1 and reason is not null order by at, id`,
};
