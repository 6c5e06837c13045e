import { Injectable } from '@nestjs/common';
import { EQUIPMENT } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { HOLDER_NAME } from '../../catalogue/contract.sql.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { Equipment } from '../equipment.entity.js';
import { EquipmentMoves } from '../equipment-moves.js';
import { IN_LOCK_ORDER } from '../equipment.sql.js';
import { DeliveryAccess } from './delivery.access.js';
import type { HandReceiptAnswer } from './delivery.answers.js';
import type { AwaitedModelRequest, DeliveryRequest, HandReceiptRequest } from './delivery.dto.js';
import { DeliveryReceiving } from './delivery-receiving.js';
import { COUNT_DELIVERY } from './delivery.sql.js';
import { modelsSold } from './supplier-memory.js';

/** Said in one sentence, of the devices that have moved. */
const NAMED = 3;
const USUAL_VAT_BASIS_POINTS = 2000;

/** Deliveries: announced, received by hand, undone. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: DeliveryAccess,
    private readonly receiving: DeliveryReceiving,
    private readonly moves: EquipmentMoves,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused delivery.supplier-unknown, equipment.stock-missing, equipment.model-unknown; by the database delivery.note-taken, delivery.contract-other */
  create(actor: Actor, request: DeliveryRequest, write: Write): Promise<{ id: string }> {
    return this.transactions.run(write, async (manager) => {
      const [holder] = await manager.query(HOLDER_NAME, [request.holderId]);
      if (!holder) throw new Refused('delivery.supplier-unknown');
      const [place] = await manager.query('select id from stock_place where id = $1 for key share', [
        request.stockPlaceId,
      ]);
      if (!place) throw new Refused('equipment.stock-missing');
      const { noteNumber, orderReference = null } = request;
      const [{ id }] = await manager.query(
        `insert into delivery (holder_id, contract_id, order_reference, note_number, delivered_on, commitment_number, funding,
           stock_place_id, announced_net_cents, words, created_at, created_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, search_text($10), $11, $12) returning id`,
        [
          ...[request.holderId, request.contractId ?? null, orderReference || null, noteNumber, request.deliveredOn],
          ...[request.commitmentNumber || null, request.funding || null, request.stockPlaceId],
          request.announcedNetCents ?? null,
          [noteNumber, orderReference, holder.name].filter(Boolean).join(' '),
          ...[this.clock.now(), actor.accountId],
        ],
      );
      await this.await(manager, id as string, request.awaited ?? []);
      return { id: id as string };
    });
  }

  /** A few devices without a file. */
  receive(actor: Actor, deliveryId: string, request: HandReceiptRequest, write: Write): Promise<HandReceiptAnswer> {
    return this.transactions.run(write, async (manager) => {
      const delivery = await this.access.lock(manager, actor, deliveryId);
      const deliveredOn = request.deliveredOn ?? delivery.deliveredOn;
      const note = { noteNumber: request.noteNumber ?? delivery.noteNumber, deliveredOn, fileName: null };
      const delivered = request.devices.map((device) => ({
        ...{ modelId: device.modelId, serial: device.serial?.trim() || null, tag: device.tag?.trim() || null },
        ...{ netCents: device.netCents ?? null, vatBasisPoints: device.vatBasisPoints ?? null, deliveredOn },
        ...{ warrantyUntil: device.warrantyUntil ?? null, isContainer: device.isContainer ?? false },
      }));
      const { devices } = await this.receiving.receiveIn(manager, actor, delivery, note, delivered);
      return { id: delivery.id, tags: devices.map(({ tag }) => tag) };
    });
  }

  /**
   * Takes back one receipt: its devices are awaited again, with their labels and serial numbers, and the receipt says who
   * undid it.
   * @throws Refused object.not-found, delivery.undone, delivery.moved-since
   */
  undo(actor: Actor, deliveryId: string, receiptId: string, write: Write): Promise<{ id: string }> {
    return this.transactions.run(write, async (manager) => {
      const delivery = await this.access.lock(manager, actor, deliveryId);
      const [receipt] = await manager.query(
        // No more than that: a device that moves twice at once holds its receipt as a reference does.
        'select undone_at from delivery_receipt where id = $1 and delivery_id = $2 for no key update',
        [receiptId, delivery.id],
      );
      if (!receipt) throw new Refused('object.not-found');
      if (receipt.undone_at !== null) throw new Refused('delivery.undone');
      const devices = await manager
        .createQueryBuilder(Equipment, 'e')
        .where('e.receipt_id = :receiptId', { receiptId })
        .orderBy(IN_LOCK_ORDER)
        .setLock('pessimistic_write')
        .getMany();
      requireStanding(devices);
      await this.moves.moveTogetherIn(manager, devices, { mover: actor, action: 'undo-receipt', given: {} });
      await manager.query('update delivery_receipt set undone_at = $2, undone_by = $3 where id = $1', [
        receiptId,
        this.clock.now(),
        actor.accountId,
      ]);
      await manager.query(COUNT_DELIVERY, [delivery.id, EQUIPMENT.initial]);
      return { id: delivery.id };
    });
  }

  /** A model named twice is awaited as often as both say. */
  private async await(manager: EntityManager, deliveryId: string, awaited: AwaitedModelRequest[]): Promise<void> {
    if (awaited.length === 0) return;
    const sold = new Set((await modelsSold(manager)).map(({ id }) => id));
    const byModel = new Map<string, AwaitedModelRequest>();
    for (const one of awaited) {
      if (!sold.has(one.modelId)) throw new Refused('equipment.model-unknown');
      const told = byModel.get(one.modelId);
      byModel.set(one.modelId, { ...one, ...told, quantity: one.quantity + (told?.quantity ?? 0) });
    }
    const rows = [...byModel.values()].map(({ modelId, quantity, netCents = null, vatBasisPoints }) => ({
      ...{ modelId, quantity, netCents },
      vatBasisPoints: netCents === null ? null : (vatBasisPoints ?? USUAL_VAT_BASIS_POINTS),
    }));
    await manager.query(
      `insert into delivery_awaited (delivery_id, model_id, quantity, net_cents, vat_basis_points)
       select $1, "modelId", quantity, "netCents", "vatBasisPoints" from jsonb_to_recordset($2::jsonb)
         as t("modelId" uuid, quantity int, "netCents" bigint, "vatBasisPoints" int)`,
      [deliveryId, JSON.stringify(rows)],
    );
    await manager.query(COUNT_DELIVERY, [deliveryId, EQUIPMENT.initial]);
  }
}

/** @throws Refused delivery.moved-since, with the first labels that have */
function requireStanding(devices: readonly Equipment[]): void {
  const standing = EQUIPMENT.statesFrom('undo-receipt');
  const moved = devices.filter(({ state }) => !standing.includes(state)).map(({ tag }) => tag);
  if (moved.length === 0) return;
  const named = moved.slice(0, NAMED).join(', ') + (moved.length > NAMED ? '…' : '');
  throw new Refused('delivery.moved-since', {
    fields: [{ name: 'devices', code: 'moved', message: `Ont bougé : ${named}` }],
  });
}
