import { accountNamedBy } from '../../identity/account.sql.js';
import { leftJoin } from '../../platform/database/joins.sql.js';
import { SETTING_WRITTEN, settingsNamed } from '../../platform/config/setting.sql.js';

/** Targets are settings under this name and the figure's key. */
export const TARGET_NAME = (key: string): string => `target.${key}`;

/** The targets that hold on a day `$1`, one a figure; one that was taken back is not there. */
export const TARGETS_ON = `select substr(t.name, 8) as key, json_build_object('value', t.value->'value', 'by', t.value->>'by', 'source', t.source) as target
  from (${settingsNamed(`'target.'`, '$1')}) t where t.value <> 'null'`;

/** Every target that the setting `$1` has had, the last to begin first, with who wrote it last. */
export const TARGET_CHANGES = `select t."from", (t.value->>'value')::float8 as value, t.value->>'by' as by, t.source, a.name as "byName"
  from (${SETTING_WRITTEN}) t ${leftJoin(accountNamedBy('t.actor', 'a'))} order by t."from" desc`;
