import { Injectable } from '@nestjs/common';
import { EQUIPMENT, EQUIPMENT_IN_ROOM, EQUIPMENT_STATES, type OrderDeed } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { Refused } from '../platform/http/refused.js';
import { oneByOne } from '../platform/one-by-one.js';
import { EquipmentAccess } from './equipment.access.js';
import { EquipmentMoves } from './equipment-moves.js';
import { Equipment } from './equipment.entity.js';
import type { OrderBehind } from './equipment.moving.js';
import { lockNamed, requireNotForLoans, type Named } from './named-devices.js';
import { ReceiptService } from './receipt.service.js';
import { StockPlacesService } from './stock-places.service.js';
import { TakingBack } from './taking-back.js';

/** What an unknown device is made as: what its line sold. */
export interface SoldModel {
  modelId: string;
  netCents: number;
  vatBasisPoints: number;
}

/** A device as a report names it. */
export interface NamedDevice {
  /** A label or a serial number. */
  code: string;
  /** The label that one without a record receives; left out: one of the house's numbers. */
  tag?: string | null;
  /** Where it was put; null: it stays where it is. */
  roomId: string | null;
  /** What its line sold: it is one of these, and one that nobody knows is made. Null of a service: it is known. */
  model: SoldModel | null;
}

/** An order whose report is written, locked. */
export interface Installation {
  order: { id: string; number: string | null; schoolId: string; contractId: string | null };
  at: Date;
  devices: readonly NamedDevice[];
  /** What its former report named, and did. */
  former: readonly { equipmentId: string; deed: OrderDeed }[];
}

export interface Installed {
  equipmentId: string;
  deed: OrderDeed;
}

/** What the report of an order does with devices: the door for orders, which have judged who reports. */
@Injectable()
export class InstallationService {
  constructor(
    private readonly access: EquipmentAccess,
    private readonly moves: EquipmentMoves,
    private readonly receipts: ReceiptService,
    private readonly places: StockPlacesService,
    private readonly takingBack: TakingBack,
  ) {}

  /**
   * Puts each device that is named where it was put, in the transaction of the report; takes back what a former report named
   * and this one does not. By the rows of the table, each with its line of history, signed by whoever reports.
   * @returns for each device in turn, what became of it
   * @throws Refused equipment.device-unknown, named-twice, other-model, elsewhere, of-another-order, not-to-install, to-lend, room-missing
   */
  async installIn(
    manager: EntityManager,
    actor: Actor,
    { order, at, devices, former }: Installation,
  ): Promise<Installed[]> {
    const ids = former.map(({ equipmentId }) => equipmentId);
    const { named, locked } = await lockNamed(manager, devices, ids);
    const kept = new Set(named.map(({ equipment }) => equipment?.id));
    const left = former.flatMap(({ equipmentId, deed }) =>
      kept.has(equipmentId) ? [] : [{ equipment: locked.get(equipmentId)!, deed }],
    );
    const behind = { id: order.id, number: order.number, at };
    await oneByOne(left.toSorted(casesFirst), async ({ equipment: { id }, deed }) =>
      this.takingBack.takeBack(manager, actor, {
        order: behind,
        equipment: await this.access.again(manager, id),
        deed,
      }),
    );
    const installed = new Map<NamedDevice, Installed>();
    await oneByOne(named.toSorted(casesFirst), async (one) => {
      installed.set(one.device, await this.install(manager, actor, { order, at }, one));
    });
    return devices.map((device) => installed.get(device)!);
  }

  private async install(
    manager: EntityManager,
    actor: Actor,
    { order, at }: Pick<Installation, 'order' | 'at'>,
    { device, equipment: known }: Named<NamedDevice>,
  ): Promise<Installed> {
    // As it is now: what lies in a case has moved with it.
    const equipment = known
      ? await this.access.again(manager, known.id)
      : await this.make(manager, actor, { order, at }, device);
    requireInstallable(equipment, order, device);
    const behind = { id: order.id, number: order.number, at, owner: order.id };
    if (EQUIPMENT_IN_ROOM.includes(equipment.state)) return this.move(manager, actor, behind, { device, equipment });
    if (!device.roomId) throw new Refused('equipment.room-missing');
    await requireNotForLoans(manager, [equipment.id]);
    if (equipment.state === EQUIPMENT.initial) {
      const given = { stockPlaceId: await this.places.directDelivery(manager) };
      await this.moves.moveIn(manager, equipment, { mover: actor, action: 'receive', given, order: behind });
    }
    const given = { roomId: device.roomId };
    await this.moves.moveIn(manager, equipment, { mover: actor, action: 'place', given, order: behind });
    return { equipmentId: equipment.id, deed: 'placed' };
  }

  /** It stands in the school already: to the room that is said, or nowhere. One that was put there by hand becomes the order's. */
  private async move(
    manager: EntityManager,
    actor: Actor,
    { owner, ...order }: OrderBehind,
    { device, equipment }: { device: NamedDevice; equipment: Equipment },
  ): Promise<Installed> {
    if (device.model && equipment.orderId === null) {
      await manager.update(Equipment, equipment.id, { orderId: owner! });
      Object.assign(equipment, { orderId: owner, version: equipment.version + 1 });
    }
    const elsewhere = device.roomId !== null && device.roomId !== (await this.roomOf(manager, equipment));
    if (elsewhere)
      await this.moves.moveIn(manager, equipment, {
        ...{ mover: actor, action: 'move', given: { roomId: device.roomId }, order },
      });
    const deed = equipment.orderId === order.id ? 'placed' : elsewhere ? 'moved' : 'served';
    return { equipmentId: equipment.id, deed };
  }

  /** The room it stands in, its own or its case's. */
  private async roomOf(manager: EntityManager, equipment: Equipment): Promise<string | null> {
    return equipment.containerId === null
      ? equipment.roomId
      : (await this.access.containerOf(manager, equipment)).roomId;
  }

  /** What nobody knows is one more of what the line sold, which comes straight to the school. */
  private async make(
    manager: EntityManager,
    actor: Actor,
    { order: { id, number, contractId }, at }: Pick<Installation, 'order' | 'at'>,
    { code, tag, model }: NamedDevice,
  ): Promise<Equipment> {
    if (!model) throw new Refused('equipment.device-unknown', { device: code.trim() });
    const stockPlaceId = await this.places.directDelivery(manager);
    const bought = { orderId: id, contractId, purchasedOn: this.receipts.today(), ...model };
    const request = { ...bought, stockPlaceId, serial: code, tag: tag?.trim() || undefined };
    const made = await this.receipts.receiveIn(manager, actor, request, { id, number, at });
    return this.access.again(manager, made.id);
  }
}

/** @throws Refused equipment.other-model, elsewhere, of-another-order, not-to-install */
function requireInstallable(
  equipment: Equipment,
  order: Installation['order'],
  { code, model }: NamedDevice,
): asserts equipment is Equipment {
  const device = code.trim();
  if (model && equipment.modelId !== model.modelId) throw new Refused('equipment.other-model', { device });
  if (EQUIPMENT_IN_ROOM.includes(equipment.state)) {
    if (equipment.schoolId !== order.schoolId) throw new Refused('equipment.elsewhere', { device });
    // What was sold is put in place by one order: whoever names it second reads that it is there.
    if (model && equipment.orderId !== null && equipment.orderId !== order.id)
      throw new Refused('equipment.of-another-order', { device });
  } else if (!EQUIPMENT.find(equipment.state, 'place') && !EQUIPMENT.find(equipment.state, 'receive'))
    throw new Refused('equipment.not-to-install', { device, state: EQUIPMENT_STATES[equipment.state].word });
}

/** What lies in a case goes with it, and would leave it if it went first. */
const casesFirst = (one: { equipment: Equipment | null }, other: { equipment: Equipment | null }) =>
  Number(other.equipment?.isContainer ?? false) - Number(one.equipment?.isContainer ?? false);
