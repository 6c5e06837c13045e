import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type QueryRunner } from 'typeorm';
import { LIMITS } from '../src/platform/limits.js';
import { House } from './harness/house.js';

let house: House;
let connection: QueryRunner;

beforeAll(async () => {
  house = await House.open();
  connection = house.application.get(DataSource).createQueryRunner();
});
afterAll(async () => {
  await connection.release();
  await house.close();
});

/** What the connection keeps prepared of statements that hold this text. */
async function prepared(mark: string): Promise<number> {
  const names = await connection.query(`select name from pg_prepared_statements where statement like '%${mark}%'`);
  return names.length;
}

describe('a statement of the application', () => {
  const often = 'select $1::int + 1 as asked_often';

  it('stays unnamed while it is rare', async () => {
    for (let times = 1; times < LIMITS.prepared.afterTimes; times++) await connection.query(often, [times]);
    expect(await prepared('asked_often')).toBe(0);
  });

  it('is prepared once when it comes often, and answers each time for its own parameters', async () => {
    const answers: number[] = [];
    for (const given of [10, 20, 30]) answers.push((await connection.query(often, [given]))[0].asked_often);
    expect(answers).toEqual([11, 21, 31]);
    expect(await prepared('asked_often')).toBe(1);
  });

  it('fails as before when the database refuses it, and serves again', async () => {
    const divide = 'select 1 / $1::int as divided';
    for (let times = 0; times < LIMITS.prepared.afterTimes; times++) await connection.query(divide, [1]);
    await expect(connection.query(divide, [0])).rejects.toMatchObject({ driverError: { code: '22012' } });
    expect(await connection.query(divide, [1])).toEqual([{ divided: 1 }]);
  });
});
