import type { LoadClient } from './load.js';

/** Tables whose changes go into the history: the trigger, and the columns that are never copied there. */
const RECORDED = `select t.tgrelid::regclass as table_name, c.relname, t.tgname, array_remove(string_to_array(encode(t.tgargs, 'escape'), '\\000'), '') as never_copied
  from pg_trigger t join pg_class c on c.oid = t.tgrelid
 where t.tgfoid = 'record_history'::regproc and c.relnamespace = current_schema::regnamespace
 order by c.relname`;

/**
 * From here to `writeHistory`, in this transaction, rows leave no line of history one by one: fifty thousand of them take as long as
 * everything else.
 */
export async function holdHistory(client: LoadClient): Promise<void> {
  await client.query(`do $do$ declare held record; begin
    for held in ${RECORDED} loop
      execute format('alter table %s disable trigger %I', held.table_name, held.tgname);
    end loop;
  end $do$`);
}

/** The line that each row's trigger would have written, table by table; from here on it does. The tables were empty before. */
export async function writeHistory(client: LoadClient): Promise<void> {
  // What waits for the end is judged now: a table with an event that waits is not altered.
  await client.query('set constraints all immediate');
  await client.query(`do $do$ declare held record; begin
    for held in ${RECORDED} loop
      execute format('insert into history (actor, table_name, row_id, operation, after)
        select current_actor(), %L, x.id, ''INSERT'', to_jsonb(x) - $1 from %s x', held.relname, held.table_name) using held.never_copied;
      execute format('alter table %s enable trigger %I', held.table_name, held.tgname);
    end loop;
  end $do$`);
}
