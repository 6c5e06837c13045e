import { Injectable } from '@nestjs/common';
import { readSiret } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { ContractAccess } from './contract.access.js';
import type { ContractChanged, ContractHolderRequest, ContractPeriodRequest, ContractRequest } from './contract.dto.js';
import { Contract } from './contract.entity.js';
import { LOCK_PERIODS } from './contract.sql.js';

/** Contracts as their manager writes them. What orders count against a period is `ContractCountingService`'s alone. */
@Injectable()
export class ContractsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: ContractAccess,
  ) {}

  async create(request: ContractRequest, write: Write): Promise<ContractChanged> {
    return this.transactions.run(write, async (manager) => {
      requireOrder(request);
      await requireHolder(manager, request.holderId);
      const inserted = await manager.insert(Contract, { ...request });
      return { id: (inserted.identifiers[0] as { id: string }).id, version: 1 };
    });
  }

  /** @throws Refused contract.period-outside-term when the new term leaves one of its periods out */
  async write(actor: Actor, contractId: string, request: ContractRequest, write: Write): Promise<ContractChanged> {
    return this.transactions.run(write, async (manager) => {
      const contract = await this.access.lock(manager, actor, contractId, write);
      requireOrder(request);
      await requireHolder(manager, request.holderId);
      const outside = await manager.query(
        'select from contract_period where contract_id = $1 and (from_day < $2 or to_day > $3) limit 1',
        [contractId, request.fromDay, request.toDay],
      );
      if (outside.length > 0) throw new Refused('contract.period-outside-term');
      await manager.update(Contract, contractId, { ...request });
      return { id: contractId, version: contract.version + 1 };
    });
  }

  async addPeriod(
    actor: Actor,
    contractId: string,
    request: ContractPeriodRequest,
    write: Write,
  ): Promise<ContractChanged> {
    return this.transactions.run(write, async (manager) => {
      const contract = await this.access.lock(manager, actor, contractId, write);
      await requirePeriod(manager, contract, request, null);
      await manager.query(
        `insert into contract_period (contract_id, from_day, to_day, maximum_net_cents, minimum_net_cents, alert_basis_points)
         values ($1, $2, $3, $4, $5, $6)`,
        [contractId, ...periodValues(request)],
      );
      return touch(manager, contract);
    });
  }

  /** @throws Refused contract.maximum-below-counted with the net cents its orders would pass it by */
  async writePeriod(
    actor: Actor,
    contractId: string,
    periodId: string,
    request: ContractPeriodRequest,
    write: Write,
  ): Promise<ContractChanged> {
    return this.transactions.run(write, async (manager) => {
      const contract = await this.access.lock(manager, actor, contractId, write);
      await manager.query(LOCK_PERIODS('select $1::uuid'), [periodId]);
      const [period] = await manager.query(
        'select counted_net_cents as "countedNetCents" from contract_period where id = $1 and contract_id = $2',
        [periodId, contractId],
      );
      if (!period) throw new Refused('object.not-found');
      await requirePeriod(manager, contract, request, periodId);
      const missingCents = period.countedNetCents - request.maximumNetCents;
      if (missingCents > 0) throw new Refused('contract.maximum-below-counted', { missingCents });
      await manager.query(
        `update contract_period set from_day = $2, to_day = $3, maximum_net_cents = $4, minimum_net_cents = $5, alert_basis_points = $6 where id = $1`,
        [periodId, ...periodValues(request)],
      );
      return touch(manager, contract);
    });
  }

  async createHolder(request: ContractHolderRequest, write: Write): Promise<{ id: string }> {
    return this.transactions.run(write, async (manager) => {
      const [row] = await manager.query(
        'insert into contract_holder (name, siret, email) values ($1, $2, $3) returning id',
        holderValues(request),
      );
      return { id: row.id };
    });
  }

  async writeHolder(holderId: string, request: ContractHolderRequest, write: Write): Promise<{ id: string }> {
    return this.transactions.run(write, async (manager) => {
      const [, count] = await manager.query(
        'update contract_holder set name = $2, siret = $3, email = $4 where id = $1 returning id',
        [holderId, ...holderValues(request)],
      );
      if (count === 0) throw new Refused('object.not-found');
      return { id: holderId };
    });
  }
}

function requireOrder({ fromDay, toDay }: { fromDay: string; toDay: string }): void {
  if (toDay < fromDay) throw fieldRefusal('toDay', 'dates-reversed', 'La fin vient avant le début.');
}

async function requireHolder(manager: EntityManager, holderId: string): Promise<void> {
  const rows = await manager.query('select from contract_holder where id = $1 for key share', [holderId]);
  if (rows.length === 0) throw new Refused('contract.holder-unknown');
}

/** Inside the term, beside the others, minimum below maximum. The contract's row is locked, so no other period comes meanwhile. */
async function requirePeriod(
  manager: EntityManager,
  contract: Contract,
  request: ContractPeriodRequest,
  periodId: string | null,
): Promise<void> {
  requireOrder(request);
  const { minimumNetCents, maximumNetCents, fromDay, toDay } = request;
  if (minimumNetCents != null && minimumNetCents > maximumNetCents) {
    throw fieldRefusal('minimumNetCents', 'above-maximum', 'Le minimum dépasse le maximum.');
  }
  if (fromDay < contract.fromDay || toDay > contract.toDay) throw new Refused('contract.period-outside-term');
  const overlapping = await manager.query(
    'select from contract_period where contract_id = $1 and from_day <= $3 and to_day >= $2 and id is distinct from $4 limit 1',
    [contract.id, fromDay, toDay, periodId],
  );
  if (overlapping.length > 0) throw new Refused('contract.periods-overlap');
}

function periodValues(request: ContractPeriodRequest): unknown[] {
  return [
    request.fromDay,
    request.toDay,
    request.maximumNetCents,
    request.minimumNetCents ?? null,
    request.alertBasisPoints,
  ];
}

function holderValues({ name, siret, email }: ContractHolderRequest): unknown[] {
  const read = siret ? readSiret(siret) : null;
  if (read && !(read.valid && read.siret.length === 14)) {
    throw fieldRefusal('siret', 'siret', 'Un SIRET compte 14 chiffres, le dernier vérifie les autres.');
  }
  return [name, read?.valid ? read.siret : null, email || null];
}

function fieldRefusal(name: string, code: string, message: string): Refused {
  return new Refused('request.invalid', { fields: [{ name, code, message }] });
}

/** The version goes on although the contract's own row is the same: the page that shows its periods is another. */
async function touch(manager: EntityManager, contract: Contract): Promise<ContractChanged> {
  await manager.update(Contract, contract.id, { number: contract.number });
  return { id: contract.id, version: contract.version + 1 };
}
