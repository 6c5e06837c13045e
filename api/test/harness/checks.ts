import type { House } from './house.js';

export interface Check {
  table: string;
  name: string;
  definition: string;
}

/** Every check of the schema, as the database itself says it. */
export function readChecks(house: House): Promise<Check[]> {
  return house.sql<Check & Record<string, unknown>>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
       from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace order by 1, 2`,
  );
}

/** Whether a check lets a row in; only the columns that it reads are given. */
export async function letsIn(
  house: House,
  check: Check,
  row: Readonly<Record<string, string | null>>,
): Promise<boolean> {
  const columns = Object.keys(row).map((column, at) => `$${at + 1}::text as ${column}`);
  const [answer] = await house.sql<{ lets: boolean | null }>(
    `select ${check.definition.replace('CHECK', '')} as lets from (select ${columns.join(', ')}) row`,
    Object.values(row),
  );
  return answer!.lets !== false;
}
