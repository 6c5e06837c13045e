import { createServer } from 'node:http';
import pg from 'pg';
import type { Statement } from './statements.ts';

/** What the bench sends when it starts this process: one answer a path. */
export interface BareOrders {
  databaseUrl: string;
  /** As many as the API has. */
  connections: number;
  answers: Record<string, { page: Statement; count: Statement } | Statement[]>;
}

/**
 * The other side of the ratios: the least a program in Node can do. `node:http` and `pg`, the same SQL, JSON.stringify; no
 * session, no scope of its own, no validation.
 */
function serve({ databaseUrl, connections, answers }: BareOrders): void {
  // Cents fit a number, as the API sends them.
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: connections });
  // The database leaves first when the bench is interrupted.
  pool.on('error', () => undefined);
  const run = (statement: Statement) => pool.query(statement.sql, statement.parameters);

  // On one connection: a screen whose panels must see the same instant begins a transaction and ends it.
  const panelsOf = async (statements: Statement[]): Promise<unknown[]> => {
    const client = await pool.connect();
    try {
      const panels: unknown[] = [];
      for (const { sql, parameters } of statements) panels.push((await client.query(sql, parameters)).rows);
      return panels;
    } finally {
      client.release();
    }
  };

  const body = async (path: string): Promise<unknown> => {
    const answer = answers[path];
    if (answer === undefined) return null;
    if ('page' in answer) {
      const [page, count] = await Promise.all([run(answer.page), run(answer.count)]);
      return { items: page.rows, total: count.rows[0].total, page: 1, size: page.rows.length };
    }
    return panelsOf(answer);
  };

  const server = createServer((request, response) => {
    body(request.url ?? '/')
      .then((value) => {
        const text = Buffer.from(JSON.stringify(value));
        response.writeHead(value === null ? 404 : 200, {
          'content-type': 'application/json',
          'content-length': text.length,
        });
        response.end(text);
      })
      .catch((error: Error) => response.writeHead(500).end(error.message));
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as { port: number }).port));
}

process.once('message', (orders) => serve(orders as BareOrders));
process.once('disconnect', () => process.exit(0));
