import { describe, expect, it } from '@jest/globals';
import { pageAndCount, readLog, withoutSession } from './statements.ts';

describe('the database server’s log', () => {
  const log = [
    '2026-11-24 07:00:00.101 UTC [12] LOG:  statement: START TRANSACTION',
    '2026-11-24 07:00:00.102 UTC [12] LOG:  execute <unnamed>: select name',
    '\t  from room where school_id = $1 and name = $2 and floor = $3',
    "2026-11-24 07:00:00.102 UTC [12] DETAIL:  Parameters: $1 = '7', $2 = 'L''atelier, 2', $3 = NULL",
    '2026-11-24 07:00:00.103 UTC [14] LOG:  checkpoint complete: wrote 3 buffers',
    '2026-11-24 07:00:00.104 UTC [12] LOG:  execute s4: select 1 where $1 = 2',
    "2026-11-24 07:00:00.104 UTC [12] DETAIL:  Parameters: $1 = '2'",
    '',
  ].join('\n');

  it('tells the statements in their order, each with its parameters', () => {
    expect(readLog(log)).toEqual([
      { sql: 'START TRANSACTION', parameters: [] },
      {
        sql: 'select name\n  from room where school_id = $1 and name = $2 and floor = $3',
        parameters: ['7', "L'atelier, 2", null],
      },
      { sql: 'select 1 where $1 = 2', parameters: ['2'] },
    ]);
  });
});

describe('a bare server', () => {
  it('asks nobody who they are, and keeps what judges the session while it reads', () => {
    const judging = 'select case when exists (select from session s where s.id = $1) then 1 end';
    const sent = [
      'select s.id from session s where s.token_hash = $1',
      'update session set last_seen_at = $2',
      judging,
    ];
    expect(withoutSession(sent.map((sql) => ({ sql, parameters: [] })))).toEqual([{ sql: judging, parameters: [] }]);
  });

  it('sends a list as a page and a count, each with parameters of its own', () => {
    const sql = `select case when exists (select from session s where s.id = $5) then (select json_build_object('items', shown.items, 'total', counted.rows)
         from (select json_agg(item) as items, count(*) as rows from (select o.id, $1::date from orders o where o.a = $2 order by o.id limit 50) item) shown,
              (select count(*) as rows from (select 1 from orders o where o.a = $3 and o.b = $4 limit 1001) row) counted)::text end as page`;
    expect(pageAndCount({ sql, parameters: ['day', 'a', 'a', 'b', 'session'] })).toEqual({
      page: {
        sql: 'select o.id, $1::date from orders o where o.a = $2 order by o.id limit 50',
        parameters: ['day', 'a'],
      },
      count: {
        sql: 'select count(*)::int as total from (select 1 from orders o where o.a = $1 and o.b = $2 limit 1001) row',
        parameters: ['a', 'b'],
      },
    });
  });

  it('says so when the list is written another way', () => {
    expect(() => pageAndCount({ sql: 'select 1', parameters: [] })).toThrow('no longer written');
  });
});
