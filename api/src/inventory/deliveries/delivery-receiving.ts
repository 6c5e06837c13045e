import { Injectable } from '@nestjs/common';
import { EQUIPMENT } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { signatureOf } from '../../identity/mover.js';
import { Clock } from '../../platform/clock.js';
import { Equipment } from '../equipment.entity.js';
import { IN_LOCK_ORDER } from '../equipment.sql.js';
import type { EquipmentMoved } from '../equipment.moving.js';
import { ReceiptService, type Arriving } from '../receipt.service.js';
import type { Delivery } from './delivery.access.js';
import { COUNT_DELIVERY, DELIVERED } from './delivery.sql.js';

/** One device as a delivery brings it. */
export interface Delivered {
  modelId: string;
  serial: string | null;
  tag: string | null;
  netCents: number | null;
  vatBasisPoints: number | null;
  deliveredOn: string;
  warrantyUntil: string | null;
  isContainer: boolean;
}

/** With which note they came, and from which file; null: written by hand. */
export interface Note {
  noteNumber: string;
  deliveredOn: string;
  fileName: string | null;
}

/** The usual rate of what schools are given, where neither the list nor the order says another. */
const USUAL_VAT_BASIS_POINTS = 2000;

interface Price {
  netCents: number;
  vatBasisPoints: number;
}

/** What came in with one receipt, in the order it was told. */
export interface Received {
  devices: EquipmentMoved[];
  netCents: number;
  unpriced: number;
}

/** Devices of a delivery come in: one receipt for all, one move each; what was awaited by name is taken first. */
@Injectable()
export class DeliveryReceiving {
  constructor(
    private readonly receipts: ReceiptService,
    private readonly clock: Clock,
  ) {}

  /** @param delivery locked */
  async receiveIn(
    manager: EntityManager,
    actor: Actor,
    delivery: Delivery,
    note: Note,
    delivered: readonly Delivered[],
  ): Promise<Received> {
    const prices = await pricesOf(manager, delivery.id);
    const priced = delivered.map((one) => ({ ...one, ...priceOf(one, prices.get(one.modelId)) }));
    const netCents = priced.reduce((sum, one) => sum + (one.netCents ?? 0), 0);
    const receiptId = await this.begin(manager, actor, delivery, note, { devices: delivered.length, netCents });
    const slots = await awaitedFor(manager, delivery.id, priced);
    const { contractId, funding, commitmentNumber, stockPlaceId } = delivery;
    const arriving = priced.map(({ deliveredOn, ...one }, index): Arriving => {
      const awaited = slots[index];
      return {
        ...{ ...one, purchasedOn: deliveredOn, contractId, funding, commitmentNumber, receiptId },
        ...(awaited ? { awaited } : {}),
      };
    });
    const devices = await this.receipts.receiveAllIn(manager, actor, { stockPlaceId }, arriving);
    await manager.query(COUNT_DELIVERY, [delivery.id, EQUIPMENT.initial]);
    return { devices, netCents, unpriced: priced.filter((one) => one.netCents === null).length };
  }

  private async begin(
    manager: EntityManager,
    actor: Actor,
    delivery: Delivery,
    { noteNumber, deliveredOn, fileName }: Note,
    { devices, netCents }: { devices: number; netCents: number },
  ): Promise<string> {
    const { accountId, role } = signatureOf(actor);
    const [{ id }] = await manager.query(
      `insert into delivery_receipt (delivery_id, note_number, delivered_on, file_name, devices, net_cents, account_id, role, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
      [delivery.id, noteNumber, deliveredOn, fileName, devices, netCents, accountId, role, this.clock.now()],
    );
    return id as string;
  }
}

async function pricesOf(manager: EntityManager, deliveryId: string): Promise<ReadonlyMap<string, Price>> {
  const rows: (Price & { modelId: string })[] = await manager.query(
    `select model_id as "modelId", net_cents as "netCents", vat_basis_points as "vatBasisPoints"
       from delivery_awaited where delivery_id = $1 and net_cents is not null`,
    [deliveryId],
  );
  return new Map(rows.map(({ modelId, ...price }) => [modelId, price]));
}

function priceOf(
  { netCents, vatBasisPoints }: Delivered,
  ordered: Price | undefined,
): Pick<Delivered, 'netCents' | 'vatBasisPoints'> {
  const price = netCents ?? ordered?.netCents ?? null;
  if (price === null) return { netCents: null, vatBasisPoints: null };
  return { netCents: price, vatBasisPoints: vatBasisPoints ?? ordered?.vatBasisPoints ?? USUAL_VAT_BASIS_POINTS };
}

/** For each, the device of this delivery that is awaited by its serial number; else one of its model that nobody else takes. */
async function awaitedFor(
  manager: EntityManager,
  deliveryId: string,
  delivered: readonly Delivered[],
): Promise<(Equipment | undefined)[]> {
  const ids: { id: string }[] = await manager.query(
    `select e.id from ${DELIVERED} where r.delivery_id = $1 and e.state = $2`,
    [deliveryId, EQUIPMENT.initial],
  );
  if (ids.length === 0) return [];
  const awaited = await manager
    .createQueryBuilder(Equipment, 'e')
    .where('e.id = any(:ids)', { ids: ids.map(({ id }) => id) })
    .orderBy(IN_LOCK_ORDER)
    .setLock('pessimistic_write')
    .getMany();
  awaited.sort((one, other) => (one.tag < other.tag ? -1 : 1));
  const left = new Map(awaited.map((device) => [device.id, device]));
  const bySerial = new Map(awaited.map((device) => [device.serial, device]));
  const take = (device: Equipment | undefined) => {
    if (device) left.delete(device.id);
    return device;
  };
  const named = delivered.map(({ serial }) => take(serial === null ? undefined : bySerial.get(serial)));
  return delivered.map(
    ({ modelId }, index) => named[index] ?? take([...left.values()].find((device) => device.modelId === modelId)),
  );
}
