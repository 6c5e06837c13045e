import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type QueryRunner } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import { DirectRunner } from '../src/platform/database/direct-runner.js';
import { House } from './harness/house.js';

/** A statement that goes straight to its connection answers what TypeORM's own does, and fails as that fails. */
let house: House;
let dataSource: DataSource;

beforeAll(async () => {
  house = await House.open();
  dataSource = house.application.get(DataSource);
});
afterAll(() => house.close());

const STATEMENTS: readonly (readonly [sql: string, values?: unknown[]])[] = [
  ['create temporary table said (id int primary key, word text)'],
  ['insert into said values ($1, $2), (2, null) returning id', [1, 'un']],
  ['select id, word, count(*) over () from said order by id'],
  ["update said set word = 'deux' where id = $1", [2]],
  ["update said set word = 'trois' where id = $1 returning word", [2]],
  ['delete from said where id = $1 returning id', [1]],
  ['select from said where id = $1', [9]],
  ['insert into said values (2, null)'],
  ['select nothing from nowhere'],
  ['select 1; select 2'],
];

async function answersOf(runner: QueryRunner): Promise<unknown[]> {
  const answers: unknown[] = [];
  try {
    for (const [sql, values] of STATEMENTS)
      answers.push(
        await runner.query(sql, values).catch((error: Error & { query: string; parameters: unknown; code: string }) => {
          const { name, message, query, parameters, code } = error;
          return { name, message, query, parameters, code };
        }),
      );
    answers.push(await runner.query('select 7 as seven', [], true));
    await runner.query('drop table said');
  } finally {
    await runner.release();
  }
  answers.push(await runner.query('select 1').catch((error: Error) => error.name));
  return answers;
}

describe('a statement that goes straight to its connection', () => {
  it('answers and fails as TypeORM’s own', async () => {
    const driver = dataSource.driver as PostgresDriver;
    const own = await answersOf(new PostgresQueryRunner(driver, 'master'));
    expect(await answersOf(new DirectRunner(driver, 'master'))).toEqual(own);
    expect(own[1]).toEqual([{ id: 1 }, { id: 2 }]);
    expect(own[7]).toMatchObject({ name: 'QueryFailedError', code: '23505' });
  });

  it('is what the application’s own are', async () => {
    const runner = dataSource.createQueryRunner();
    expect(runner).toBeInstanceOf(DirectRunner);
    await runner.release();
  });
});
