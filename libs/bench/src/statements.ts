import { readFileSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';

/** SQL as the API sent it, with its parameters as text, as `pg` sends them. */
export interface Statement {
  sql: string;
  parameters: (string | null)[];
}

/** Time the server's processes need to take a new setting, and to write what they did. */
const settleMilliseconds = 250;

/** The statements the API sends while `work` runs, in their order, read from the database server's own log. */
export async function statementsOf(
  database: Client,
  logFile: string,
  work: () => Promise<unknown>,
): Promise<Statement[]> {
  await tell(database, "alter system set log_statement = 'all'");
  const offset = statSync(logFile).size;
  try {
    await work();
  } finally {
    await tell(database, 'alter system reset log_statement');
  }
  const text = readFileSync(logFile).subarray(offset).toString('utf8');
  return readLog(text).filter(({ sql }) => !/^alter system|pg_reload_conf/.test(sql));
}

async function tell(database: Client, setting: string): Promise<void> {
  await database.query(setting);
  await database.query('select pg_reload_conf()');
  await pause(settleMilliseconds);
}

const ENTRY = /^(?=\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ \S+ \[\d+\] )/m;
const HEAD = /^\S+ \S+ \S+ \[\d+\] (\w+): {2}([\s\S]*)$/;

/** Reads PostgreSQL's log in its own form: an entry begins with a time, and goes on over lines that begin with a tab. */
export function readLog(text: string): Statement[] {
  const statements: Statement[] = [];
  for (const entry of text.split(ENTRY)) {
    const [, level, body = ''] = HEAD.exec(entry.trimEnd().replaceAll('\n\t', '\n')) ?? [];
    const [, sql] = /^(?:statement|execute [^:]*): ([\s\S]*)$/.exec(body) ?? [];
    const [, parameters] = /^Parameters: ([\s\S]*)$/i.exec(body) ?? [];
    if (level === 'LOG' && sql !== undefined) statements.push({ sql, parameters: [] });
    if (level === 'DETAIL' && parameters !== undefined) statements.at(-1)!.parameters = readParameters(parameters);
  }
  return statements;
}

/** `$1 = 'it''s', $2 = NULL`. */
function readParameters(text: string): (string | null)[] {
  return [...text.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g)].map(
    ([, value]) => value?.replaceAll("''", "'") ?? null,
  );
}

/** Without what asks who is signed in: a bare server asks nobody. */
export function withoutSession(statements: readonly Statement[]): Statement[] {
  return statements.filter(
    ({ sql }) => !(/\b(from|update) session\b/.test(sql) && !/^select (case when )?exists/.test(sql)),
  );
}

/**
 * Takes the one statement of a list apart (`renderPage`): the query of its rows and the query of its count, each with its own
 * parameters, as somebody would send them who renders the page himself.
 */
export function pageAndCount({ sql, parameters }: Statement): { page: Statement; count: Statement } {
  const found =
    /json_agg\(item\) as items, count\(\*\) as rows from \(([\s\S]*)\) item\) shown,\s*\(select count\(\*\) as rows from \(([\s\S]*)\) row\) counted/.exec(
      sql,
    );
  if (!found) throw new Error(`The list is no longer written as renderPage wrote it: ${sql.slice(0, 200)}`);
  return {
    page: renumbered(found[1]!, parameters),
    count: renumbered(`select count(*)::int as total from (${found[2]!}) row`, parameters),
  };
}

function renumbered(sql: string, parameters: readonly (string | null)[]): Statement {
  const used = [...new Set([...sql.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)))].sort((a, b) => a - b);
  return {
    sql: sql.replace(/\$(\d+)/g, (_, number: string) => `$${used.indexOf(Number(number)) + 1}`),
    parameters: used.map((number) => parameters[number - 1] ?? null),
  };
}
