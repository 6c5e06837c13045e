import { schoolOf } from '../../directory/school.sql.js';
import { itemOf } from '../../catalogue/item.sql.js';
import { join, leftJoin } from '../../platform/database/joins.sql.js';

/** What the request $1 is about, and where. */
export const ABOUT_OF = `select t.about, d.title as "moduleTitle", i.name as "modelName", s.name as "schoolName"
  from support_request t left join training_module d on d.id = t.module_id ${leftJoin(itemOf('t.model_id'))} ${join(schoolOf('t.school_id'))}
  where t.id = $1`;
