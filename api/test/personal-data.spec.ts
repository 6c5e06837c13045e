import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NOT_PERSONAL, PERSONAL_DATA } from '@parc/domain';
import { House } from './harness/house.js';

let house: House;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

/** Whatever can hold a name, a sentence or a picture: all but numbers, days, yes and no, and identifiers. */
const TEXT_COLUMNS = `
  select c.table_name || '.' || c.column_name as place
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
   where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
     and c.udt_name not in ('uuid', '_uuid', 'bool', 'int2', 'int4', 'int8', '_int4', 'numeric', 'float8', 'date', 'timestamptz', 'daterange')
   order by 1`;

const declared = (): string[] => [
  ...Object.values(PERSONAL_DATA).flatMap(({ lies }) => [...lies]),
  ...Object.keys(NOT_PERSONAL),
];

describe('the register of personal data', () => {
  it('declares every column of text of the database, and no other', async () => {
    const columns = (await house.sql<{ place: string }>(TEXT_COLUMNS)).map(({ place }) => place);
    expect(declared().toSorted()).toEqual(columns.toSorted());
  });
});
