import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { ITEMS_ORDERABLE } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { inStates } from '../platform/database/in-states.js';
import { Transactions } from '../platform/database/transactions.js';
import { renderPage } from '../platform/http/page.js';
import { ContractAccess, contractScope } from './contract.access.js';
import type { ContractHolderAnswer } from './contract.dto.js';
import { Contract } from './contract.entity.js';
import type { CONTRACT_SORTS, ContractListQuery, ContractPage, ContractPeriodAnswer } from './contracts.answers.js';
import { foundInAnyOrder } from '../platform/database/search.js';

/** Over the alias of a row with two days, and today as an expression. */
const standing = (alias: string, today: string) =>
  `case when ${alias}.to_day < ${today}::date then 'ended' when ${alias}.from_day > ${today}::date then 'coming' else 'running' end`;

/** Over the period `p`; its parts are null where no period is. */
const ALERT = `case when p.counted_net_cents >= p.maximum_net_cents then 'full'
  when p.counted_net_cents * 10000 >= p.maximum_net_cents * p.alert_basis_points then 'near' when p.id is not null then 'none' end`;

const ORDER_COUNT = `(select count(distinct e.order_id)::int from contract_entry e join contract_period cp on cp.id = e.period_id where cp.contract_id = k.id)`;

const SORTS: Record<(typeof CONTRACT_SORTS)[number], string> = {
  number: 'k.number',
  holder: 'plain_text(h.name)',
  term: 'k.to_day',
  use: 'p.counted_net_cents::numeric / nullif(p.maximum_net_cents, 0)',
};

/** What screens read of contracts, their use judged on the period of the day. */
@Injectable()
export class ContractsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: ContractAccess,
    private readonly clock: Clock,
  ) {}

  /** JSON text of a `ContractList`, rendered by PostgreSQL. */
  list(actor: Actor, query: ContractListQuery): Promise<string> {
    const direction = query.direction === 'desc' ? 'DESC' : 'ASC';
    const rows = this.filtered(actor, query)
      .select([])
      .addSelect('k.id', 'id')
      .addSelect('k.number', 'number')
      .addSelect('k.title', 'title')
      .addSelect('k.lot', 'lot')
      .addSelect('h.name', 'holderName')
      .addSelect('k.from_day', 'fromDay')
      .addSelect('k.to_day', 'toDay')
      .addSelect(standing('k', ':today'), 'standing')
      .addSelect('p.counted_net_cents', 'countedNetCents')
      .addSelect('p.maximum_net_cents', 'maximumNetCents')
      .addSelect(ALERT, 'alert')
      .addSelect(ORDER_COUNT, 'orderCount')
      .addSelect('k.version', 'version')
      .orderBy(SORTS[query.sort ?? 'number'], direction, 'NULLS LAST')
      .addOrderBy('k.id', direction);
    return renderPage(this.dataSource.manager, actor, rows, query, this.filtered(actor, query));
  }

  page(actor: Actor, contractId: string): Promise<ContractPage> {
    return this.transactions.snapshot((manager) => this.read(manager, actor, contractId));
  }

  private async read(manager: EntityManager, actor: Actor, contractId: string): Promise<ContractPage> {
    const contract = await this.access.read(manager, actor, contractId);
    const today = this.clock.today();
    const [row] = await manager.query(
      `select ${standing('k', '$2')} as standing, ${ORDER_COUNT} as "orderCount",
              (select count(*)::int from catalogue_item i where i.contract_id = k.id and ${inStates('i.state', ITEMS_ORDERABLE)}) as "itemCount",
              json_build_object('id', h.id, 'name', h.name, 'siret', h.siret, 'email', h.email,
                'contractCount', (select count(*) from contract c where c.holder_id = h.id)) as holder
         from contract k join contract_holder h on h.id = k.holder_id where k.id = $1`,
      [contractId, today],
    );
    const periods: ContractPeriodAnswer[] = await manager.query(
      `select p.id, p.from_day::text as "fromDay", p.to_day::text as "toDay", p.maximum_net_cents as "maximumNetCents",
              p.minimum_net_cents as "minimumNetCents", p.alert_basis_points as "alertBasisPoints", p.counted_net_cents as "countedNetCents",
              p.maximum_net_cents - p.counted_net_cents as "leftNetCents", ${ALERT} as alert, ${standing('p', '$2')} as standing,
              p.to_day < $2::date and p.counted_net_cents < coalesce(p.minimum_net_cents, 0) as "belowMinimum",
              (select count(distinct e.order_id)::int from contract_entry e where e.period_id = p.id) as "orderCount"
         from contract_period p where p.contract_id = $1 order by p.from_day desc`,
      [contractId, today],
    );
    return { ...contract, ...row, periods };
  }

  holders(): Promise<ContractHolderAnswer[]> {
    return this.dataSource.query(
      `select h.id, h.name, h.siret, h.email, (select count(*)::int from contract k where k.holder_id = h.id) as "contractCount"
         from contract_holder h order by plain_text(h.name), h.id limit 500`,
    );
  }

  private filtered(actor: Actor, query: ContractListQuery): SelectQueryBuilder<Contract> {
    const scope = contractScope(actor);
    const rows = this.dataSource.manager
      .createQueryBuilder(Contract, 'k')
      .innerJoin('contract_holder', 'h', 'h.id = k.holder_id')
      .leftJoin('contract_period', 'p', 'p.contract_id = k.id and :today::date between p.from_day and p.to_day')
      .where(scope.sql, { ...scope.parameters, today: this.clock.today() });
    if (query.search) {
      rows.andWhere(foundInAnyOrder(`k.number || ' ' || k.title || ' ' || k.lot || ' ' || h.name`, ':search'), {
        search: query.search,
      });
    }
    if (query.standing) rows.andWhere(`${standing('k', ':today')} in (:...standings)`, { standings: query.standing });
    if (query.alert) rows.andWhere(`${ALERT} in ('near', 'full')`);
    return rows;
  }
}
