import { Injectable } from '@nestjs/common';
import { EQUIPMENT, ITEMS_SOLD, tagAsKept, type ItemState } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { contractOf } from '../catalogue/contract.sql.js';
import { itemOf } from '../catalogue/item.sql.js';
import type { Actor } from '../identity/actor.js';
import { orderOf } from '../orders/order.sql.js';
import { Clock } from '../platform/clock.js';
import type { Joined } from '../platform/database/joins.sql.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import type { ReceiptRequest } from './equipment.dto.js';
import { Equipment } from './equipment.entity.js';
import { EquipmentMoves } from './equipment-moves.js';
import type { EquipmentMoved, OrderBehind } from './equipment.moving.js';

/** A device that comes into the plan: made as one that is awaited, and received at once. */
@Injectable()
export class ReceiptService {
  constructor(
    private readonly transactions: Transactions,
    private readonly moves: EquipmentMoves,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused equipment.tag-taken and serial-taken by the database, equipment.model-unknown, equipment.purchase-unknown */
  receive(actor: Actor, request: ReceiptRequest, write: Write): Promise<EquipmentMoved> {
    return this.transactions.run(write, (manager) => this.receiveIn(manager, actor, request));
  }

  /** The same inside a transaction of the caller's. @param order whose report says that it came */
  async receiveIn(
    manager: EntityManager,
    actor: Actor,
    request: ReceiptRequest,
    order?: OrderBehind,
  ): Promise<EquipmentMoved> {
    const { stockPlaceId = null, containerId = null, ...described } = request;
    const made = manager.create(Equipment, await this.columns(manager, described));
    await manager.insert(Equipment, made);
    const given = { stockPlaceId, containerId };
    return this.moves.moveIn(manager, made, { mover: actor, action: 'receive', given, order });
  }

  /** The day that a purchase of today bears. */
  today(): string {
    return this.clock.today();
  }

  private async columns(manager: EntityManager, request: ReceiptRequest): Promise<Omit<Equipment, 'id'>> {
    const warrantyMonths = await warrantyOf(manager, request.modelId);
    await requireThere(manager, orderOf('$1'), request.orderId);
    await requireThere(manager, contractOf('$1'), request.contractId);
    const { netCents = null, vatBasisPoints = null, purchasedOn = null } = request;
    if ((netCents === null) !== (vatBasisPoints === null)) throw halfAPrice(netCents === null);
    return {
      ...{ tag: tagAsKept(request.tag), serial: request.serial?.trim() || null, modelId: request.modelId },
      ...{ isContainer: request.isContainer ?? false, refurbished: request.refurbished ?? false },
      ...{ state: EQUIPMENT.initial, stateSince: this.clock.now(), version: 1, words: '' },
      ...{ stockPlaceId: null, roomId: null, containerId: null, schoolId: null, lastSeenAt: null, lastSeenBy: null },
      ...{ orderId: request.orderId ?? null, contractId: request.contractId ?? null, purchasedOn },
      ...{
        netCents,
        vatBasisPoints,
        funding: request.funding || null,
        commitmentNumber: request.commitmentNumber || null,
      },
      warrantyUntil:
        request.warrantyUntil ?? (purchasedOn && warrantyMonths ? monthsLater(purchasedOn, warrantyMonths) : null),
      ...{ complaintNumber: null, retirementNumber: null },
    };
  }
}

function halfAPrice(withoutPrice: boolean): Refused {
  const name = withoutPrice ? 'netCents' : 'vatBasisPoints';
  return new Refused('request.invalid', {
    fields: [{ name, code: 'required', message: 'Un prix hors taxes va avec son taux de TVA.' }],
  });
}

/** Months of its warranty. @throws Refused equipment.model-unknown unless it is, or was, a validated model */
async function warrantyOf(manager: EntityManager, modelId: string): Promise<number | null> {
  const [table, alias, on] = itemOf('$1');
  const [model] = await manager.query(
    `select kind, state, warranty_months as "warrantyMonths" from ${table} ${alias} where ${on} for key share`,
    [modelId],
  );
  if (model?.kind !== 'model' || !ITEMS_SOLD.includes(model.state as ItemState))
    throw new Refused('equipment.model-unknown');
  return model.warrantyMonths as number | null;
}

async function requireThere(manager: EntityManager, [table, alias, on]: Joined, id?: string | null): Promise<void> {
  if (!id) return;
  const rows = await manager.query(`select from ${table} ${alias} where ${on} for key share`, [id]);
  if (rows.length === 0) throw new Refused('equipment.purchase-unknown');
}

/** The same day so many months later, or the last of that month. */
function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
