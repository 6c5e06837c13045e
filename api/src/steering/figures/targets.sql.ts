import { accountNamedBy } from '../../identity/account.sql.js';
import { join } from '../../platform/database/joins.sql.js';

/** Targets are settings under this name and the figure's key. */
export const TARGET_NAME = (key: string): string => `target.${key}`;

/** The targets that hold on a day `$1`, one a figure; one that was taken back is not there. */
export const TARGETS_ON = `select substr(t.name, 8) as key, json_build_object('value', t.value->'value', 'by', t.value->>'by', 'source', t.source) as target
  from (select distinct on (name) name, value, source from setting where name like 'target.%' and from_day <= $1 order by name, from_day desc) t
 where t.value <> 'null'`;

/** Every target that the setting `$1` has had, the last to begin first, with who wrote it last. */
export const TARGET_CHANGES = `select s.from_day::text as "from", (s.value->>'value')::float8 as value, s.value->>'by' as by, s.source,
    (select a.name from history h ${join(accountNamedBy('h.actor', 'a'))} where h.table_name = 'setting' and h.row_id = s.id
      order by h.id desc limit 1) as "byName"
  from setting s where s.name = $1 order by s.from_day desc`;
