import { Injectable } from '@nestjs/common';
import { EQUIPMENT, ITEMS_SOLD, monthsLater, tagAsKept, type ItemState } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { contractOf } from '../catalogue/contract.sql.js';
import { itemOf } from '../catalogue/item.sql.js';
import type { Actor } from '../identity/actor.js';
import { orderOf } from '../orders/order.sql.js';
import { Clock } from '../platform/clock.js';
import type { Joined } from '../platform/database/joins.sql.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import type { ReceiptRequest, StoringRequest } from './equipment.dto.js';
import { Equipment } from './equipment.entity.js';
import { EquipmentMoves } from './equipment-moves.js';
import type { EquipmentMoved, OrderBehind } from './equipment.moving.js';
import { houseTags } from './house-tags.js';

/** A device that comes in with others. */
export interface Arriving extends Omit<ReceiptRequest, 'stockPlaceId' | 'containerId'> {
  /** With which receipt of a delivery. */
  receiptId?: string;
  /** The device that was awaited, locked: it is made already, and becomes what is told here. */
  awaited?: Equipment;
}

export type Described = Omit<Equipment, 'id' | 'tag'> & { tag: string | null };

/** Rows of one statement: their columns stay below what a statement may carry. */
const INSERTED_AT_ONCE = 500;

/** Devices that come into the plan: made as ones that are awaited, and received at once. */
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
    const [moved] = await this.receiveAllIn(manager, actor, { stockPlaceId, containerId }, [described], order);
    return moved!;
  }

  /** The day that a purchase of today bears. */
  today(): string {
    return this.clock.today();
  }

  /** Many at once to one place, each with its own row of the history; their labels given by the house where they bring none. */
  async receiveAllIn(
    manager: EntityManager,
    actor: Actor,
    place: StoringRequest,
    arriving: readonly Arriving[],
    order?: OrderBehind,
  ): Promise<EquipmentMoved[]> {
    const warranties = await warrantiesOf(manager, new Set(arriving.map(({ modelId }) => modelId)));
    await requireThere(manager, orderOf('$1'), new Set(arriving.map(({ orderId }) => orderId)));
    await requireThere(manager, contractOf('$1'), new Set(arriving.map(({ contractId }) => contractId)));
    const at = this.clock.now();
    const described = arriving.map((one) => describedAs(one, warranties.get(one.modelId)!, at));
    const untagged = described.filter(({ tag }, index) => tag === null && !arriving[index]!.awaited);
    const tags = await houseTags(manager, untagged.length);
    untagged.forEach((one, index) => (one.tag = tags[index]!));
    const devices = await this.make(manager, arriving, described);
    const { stockPlaceId = null, containerId = null } = place;
    const given = { stockPlaceId, containerId };
    return this.moves.moveTogetherIn(manager, devices, { mover: actor, action: 'receive', given, order });
  }

  /** In the order of `arriving`. */
  private async make(
    manager: EntityManager,
    arriving: readonly Arriving[],
    described: readonly Described[],
  ): Promise<Equipment[]> {
    const fresh: Equipment[] = [];
    const devices: Equipment[] = [];
    for (const [index, columns] of described.entries()) {
      const { awaited } = arriving[index]!;
      if (awaited) {
        await become(manager, awaited, columns);
        devices.push(awaited);
      } else {
        const made = manager.create(Equipment, columns as Omit<Equipment, 'id'>);
        fresh.push(made);
        devices.push(made);
      }
    }
    for (let from = 0; from < fresh.length; from += INSERTED_AT_ONCE)
      await manager.insert(Equipment, fresh.slice(from, from + INSERTED_AT_ONCE));
    return devices;
  }
}

/** What is known of a device that comes in, awaited until it is received. @param warrantyMonths its model's */
export function describedAs(request: Arriving, warrantyMonths: number | null, at: Date): Described {
  const { netCents = null, vatBasisPoints = null, purchasedOn = null } = request;
  if ((netCents === null) !== (vatBasisPoints === null)) throw halfAPrice(netCents === null);
  return {
    ...{ tag: request.tag ? tagAsKept(request.tag) : null, serial: request.serial?.trim() || null },
    ...{ modelId: request.modelId, receiptId: request.receiptId ?? null },
    ...{ isContainer: request.isContainer ?? false, refurbished: request.refurbished ?? false },
    ...{ state: EQUIPMENT.initial, stateSince: at, version: 1, words: '' },
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
    ...{ complaintNumber: null, retirementNumber: null, retirementKind: null, retiredOn: null },
  };
}

/** What was awaited turns out to be this one: it keeps its label unless it brings another. Its move is not this one's to write. */
async function become(manager: EntityManager, awaited: Equipment, described: Described): Promise<void> {
  const { serial, tag, modelId, receiptId, isContainer, refurbished, orderId, contractId } = described;
  const { netCents, vatBasisPoints, purchasedOn, funding, commitmentNumber, warrantyUntil } = described;
  const told = {
    ...{ serial, tag: tag ?? awaited.tag, modelId, receiptId, isContainer, refurbished, orderId, contractId },
    ...{ netCents, vatBasisPoints, purchasedOn, funding, commitmentNumber, warrantyUntil },
  };
  await manager.update(Equipment, awaited.id, told);
  Object.assign(awaited, told, { version: awaited.version + 1 });
}

function halfAPrice(withoutPrice: boolean): Refused {
  const name = withoutPrice ? 'netCents' : 'vatBasisPoints';
  return new Refused('request.invalid', {
    fields: [{ name, code: 'required', message: 'Un prix hors taxes va avec son taux de TVA.' }],
  });
}

/** Months of the warranty of each. @throws Refused equipment.model-unknown unless each is, or was, a validated model */
export async function warrantiesOf(
  manager: EntityManager,
  modelIds: ReadonlySet<string>,
): Promise<ReadonlyMap<string, number | null>> {
  const [table, alias, on] = itemOf('any($1)');
  const models: { id: string; kind: string; state: ItemState; warrantyMonths: number | null }[] = await manager.query(
    `select ${alias}.id, kind, state, warranty_months as "warrantyMonths" from ${table} ${alias} where ${on} order by ${alias}.id for key share`,
    [[...modelIds]],
  );
  const sold = models.filter(({ kind, state }) => kind === 'model' && ITEMS_SOLD.includes(state));
  if (sold.length < modelIds.size) throw new Refused('equipment.model-unknown');
  return new Map(sold.map(({ id, warrantyMonths }) => [id, warrantyMonths]));
}

async function requireThere(
  manager: EntityManager,
  [table, alias, on]: Joined,
  ids: ReadonlySet<string | null | undefined>,
): Promise<void> {
  for (const id of ids) {
    if (!id) continue;
    const rows = await manager.query(`select from ${table} ${alias} where ${on} for key share`, [id]);
    if (rows.length === 0) throw new Refused('equipment.purchase-unknown');
  }
}
