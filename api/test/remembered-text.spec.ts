import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Brackets, DataSource, In, type SelectQueryBuilder } from 'typeorm';
import { Ticket } from '../src/maintenance/ticket.entity.js';
import { Order } from '../src/orders/order.entity.js';
import { textAndValues } from '../src/platform/database/remembered-text.js';
import { House } from './harness/house.js';

let house: House;
let dataSource: DataSource;

beforeAll(async () => {
  house = await House.open();
  dataSource = house.application.get(DataSource);
});
afterAll(() => house.close());

type Rows = SelectQueryBuilder<Order>;

const orders = (): Rows =>
  dataSource.createQueryBuilder(Order, 'o').innerJoin(Ticket, 's', 's.id = o.ticket_id').select([]);

/** Each differs from the first by one thing that is heard in its text, or in the order of its values. */
const SHAPES: Record<string, () => SelectQueryBuilder<Order>> = {
  'as it is': () => orders().addSelect('o.id', 'id'),
  'another column': () => orders().addSelect('o.number', 'id'),
  'another name of a column': () => orders().addSelect('o.id', 'of'),
  'a condition': () => orders().addSelect('o.id', 'id').andWhere('o.school_id = :school', { school: 'a' }),
  'another condition of the same name': () =>
    orders().addSelect('o.id', 'id').andWhere('o.id = :school', { school: 'a' }),
  'two conditions': () =>
    orders().addSelect('o.id', 'id').andWhere('o.id = :one', { one: 'a' }).andWhere('o.number = :two', { two: 'b' }),
  'two conditions, the other first': () =>
    orders().addSelect('o.id', 'id').andWhere('o.number = :two', { two: 'b' }).andWhere('o.id = :one', { one: 'a' }),
  'one or the other': () =>
    orders().addSelect('o.id', 'id').where('o.id = :one', { one: 'a' }).orWhere('o.number = :two', { two: 'b' }),
  'in brackets': () =>
    orders()
      .addSelect('o.id', 'id')
      .andWhere(new Brackets((rows) => rows.where('o.id = :one').orWhere('o.number = :two')))
      .setParameters({ one: 'a', two: 'b' }),
  'a parameter that its text does not name': () => orders().addSelect('o.id', 'id').setParameter('other', 'a'),
  'a name that is a parameter only when it is given': () => orders().addSelect(`':other'`, 'id'),
  'the same, given': () => orders().addSelect(`':other'`, 'id').setParameter('other', 'a'),
  'another join': () =>
    dataSource
      .createQueryBuilder(Order, 'o')
      .leftJoin(Ticket, 's', 's.id = o.ticket_id')
      .select([])
      .addSelect('o.id', 'id'),
  'a join on another condition': () =>
    dataSource.createQueryBuilder(Order, 'o').innerJoin(Ticket, 's', 's.id = o.id').select([]).addSelect('o.id', 'id'),
  'a join of another table under the same name': () =>
    dataSource
      .createQueryBuilder(Order, 'o')
      .innerJoin(Order, 's', 's.id = o.ticket_id')
      .select([])
      .addSelect('o.id', 'id'),
  'a join of a selection': () => orders().addSelect('o.id', 'id').innerJoin('(select 1 as id)', 'x', 'true'),
  'a join of a table that is no entity': () => orders().addSelect('o.id', 'id').innerJoin('school', 'x', 'true'),
  'a join of another selection': () => orders().addSelect('o.id', 'id').innerJoin('(select 2 as id)', 'x', 'true'),
  'an order': () => orders().addSelect('o.id', 'id').orderBy('o.number', 'ASC'),
  'the other direction': () => orders().addSelect('o.id', 'id').orderBy('o.number', 'DESC'),
  'where nulls go': () => orders().addSelect('o.id', 'id').orderBy('o.number', 'DESC', 'NULLS LAST'),
  'a limit': () => orders().addSelect('o.id', 'id').limit(3),
  'another limit': () => orders().addSelect('o.id', 'id').limit(4),
  'rows to pass over': () => orders().addSelect('o.id', 'id').limit(3).offset(5),
  groups: () => orders().addSelect('o.school_id', 'id').groupBy('o.ticket_id'),
  'groups that have something': () =>
    orders().addSelect('o.school_id', 'id').groupBy('o.ticket_id').having('count(*) > :some', { some: 2 }),
  'each once': () => orders().addSelect('o.id', 'id').distinct(true),
  'kept for oneself': () => orders().addSelect('o.id', 'id').setLock('pessimistic_write'),
  'an entity': () => dataSource.createQueryBuilder(Order, 'o'),
  'a list of values': () =>
    orders()
      .addSelect('o.id', 'id')
      .andWhere('o.id in (:...ids)', { ids: ['a', 'b'] }),
  'a longer list of values': () =>
    orders()
      .addSelect('o.id', 'id')
      .andWhere('o.id in (:...ids)', { ids: ['a', 'b', 'c'] }),
  'a condition told as an object': () =>
    orders()
      .addSelect('o.id', 'id')
      .where({ id: In(['a', 'b']) }),
  'a query in the query': () =>
    orders().addSelect('o.id', 'id').addCommonTableExpression(dataSource.createQueryBuilder(Ticket, 'z'), 'z'),
};

describe('the text of a selection', () => {
  // Twice over all of them: what is remembered of one must serve no other.
  it.each([1, 2])('is what it would be without memory, round %i', (_round) => {
    const found = Object.entries(SHAPES).map(([name, query]) => [name, textAndValues(query())]);
    const due = Object.entries(SHAPES).map(([name, query]) => [name, query().getQueryAndParameters()]);
    expect(found).toEqual(due);
  });

  it('goes with the values of each query, whatever was remembered with', () => {
    const of = (school: string) => orders().addSelect('o.id', 'id').andWhere('o.school_id = :school', { school });
    const [first, second] = [textAndValues(of('one')), textAndValues(of('two'))];
    expect(first[1]).toEqual(['one']);
    expect(second[1]).toEqual(['two']);
    expect(second[0]).toBe(first[0]);
  });
});
