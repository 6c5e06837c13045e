/** A scope as SQL: a predicate over the aliases its maker names, parameters as `:scope…`. */
export interface Predicate {
  sql: string;
  parameters: Record<string, unknown>;
}

/** No scope means nothing, never everything. */
export const NOTHING: Predicate = { sql: 'false', parameters: {} };
export const EVERYTHING: Predicate = { sql: 'true', parameters: {} };

/** The predicate, or nothing when the assignment lacks the scope it needs. */
export function only(sql: string, parameters: Record<string, string | null>): Predicate {
  return Object.values(parameters).includes(null) ? NOTHING : { sql, parameters };
}

/** Where all of them hold; what is true anyway is left out of the text, and one that never holds leaves nothing. */
export function both(...predicates: readonly Predicate[]): Predicate {
  const narrowing = predicates.filter(({ sql }) => sql !== EVERYTHING.sql);
  if (narrowing.some(({ sql }) => sql === NOTHING.sql)) return NOTHING;
  if (narrowing.length === 0) return EVERYTHING;
  return {
    sql: narrowing.map(({ sql }) => sql).join(' and '),
    parameters: Object.assign({}, ...narrowing.map(({ parameters }) => parameters)),
  };
}

/** The predicate for a statement written by hand: its parameters follow the statement's own `ownCount`. */
export function numbered({ sql, parameters }: Predicate, ownCount: number): { sql: string; values: unknown[] } {
  const names = Object.keys(parameters);
  return {
    sql: sql.replace(/(?<!:):(scope\w+)/g, (_, name: string) => `$${ownCount + names.indexOf(name) + 1}`),
    values: names.map((name) => parameters[name]),
  };
}
