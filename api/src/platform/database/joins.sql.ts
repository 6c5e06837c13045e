/** A table as its owner publishes it: others read its columns under this alias, and name the table nowhere. */
export type Rows = readonly [table: string, alias: string];

/** A row that belongs to one already read. A query builder takes it as the arguments of its join, a text by `join`. */
export type Joined = readonly [table: string, alias: string, on: string];

export const all = ([table, alias]: Rows): string => `${table} ${alias}`;

export const join = ([table, alias, on]: Joined): string => `join ${table} ${alias} on ${on}`;

export const leftJoin = (joined: Joined): string => `left ${join(joined)}`;

/** The row of `table` whose id is `id`. */
export const byId = (table: string, alias: string, id: string): Joined => [table, alias, `${alias}.id = ${id}`];
