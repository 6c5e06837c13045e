import { Injectable } from '@nestjs/common';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { accountOf } from '../identity/account.sql.js';
import type { Actor } from '../identity/actor.js';
import { join, leftJoin } from '../platform/database/joins.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import { renderPage } from '../platform/http/page.js';
import { Refused } from '../platform/http/refused.js';
import { depositedPhotos } from './deposit-photos.js';
import type { DepositListQuery, DepositPage, DepositRow } from './deposits.answers.js';

const COLUMNS: Record<keyof DepositRow, string> = {
  id: 'd.id',
  about: 'd.about',
  objectKind: 'd.object_kind',
  authorName: 'a.name',
  saidAt: 'd.said_at',
  receivedAt: 'd.received_at',
  refusal: 'd.refusal',
  readAt: 'd.read_at',
};

/** What phones have handed in: latest first; the route's permission is the plan manager's alone. */
@Injectable()
export class DepositsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** JSON text of a `DepositList`. */
  list(actor: Actor, query: DepositListQuery): Promise<string> {
    const rows = this.rows(query)
      .innerJoin(...accountOf('d.account_id', 'a'))
      .select([]);
    for (const [name, sql] of Object.entries(COLUMNS)) rows.addSelect(sql, name);
    rows.orderBy('d.received_at', 'DESC').addOrderBy('d.id', 'DESC');
    return renderPage(this.dataSource.manager, actor, rows, query, this.rows(query));
  }

  /** @throws Refused object.not-found */
  page(id: string): Promise<DepositPage> {
    return this.transactions.snapshot(async (manager) => {
      const [deposit] = await manager.query(PAGE, [id]);
      if (!deposit) throw new Refused('object.not-found');
      return { ...deposit, photos: await depositedPhotos(manager, id) } as DepositPage;
    });
  }

  private rows({ read }: DepositListQuery): SelectQueryBuilder<ObjectLiteral> {
    const rows: SelectQueryBuilder<ObjectLiteral> = this.dataSource.manager
      .createQueryBuilder()
      .from('deposit', 'd')
      .where('true');
    if (read !== undefined) rows.andWhere(`d.read_at is ${read ? 'not null' : 'null'}`);
    return rows;
  }
}

const COLUMNS_OF_LIST = Object.entries(COLUMNS)
  .map(([name, sql]) => `${sql} as "${name}"`)
  .join(', ');
const PAGE = `select ${COLUMNS_OF_LIST}, d.object_id as "objectId", d.action, d.role, d.body, d.refusal_code as "refusalCode",
    r.name as "readerName"
  from deposit d ${join(accountOf('d.account_id', 'a'))} ${leftJoin(accountOf('d.read_by', 'r'))} where d.id = $1`;
