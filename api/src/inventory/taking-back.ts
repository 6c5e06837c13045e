import { Injectable } from '@nestjs/common';
import { EQUIPMENT_IN_ROOM, type OrderDeed } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { ROOMS } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { all } from '../platform/database/joins.sql.js';
import { EquipmentMoves } from './equipment-moves.js';
import { Equipment } from './equipment.entity.js';
import type { OrderBehind } from './equipment.moving.js';
import { StockPlacesService } from './stock-places.service.js';

interface NoLongerNamed {
  order: OrderBehind;
  equipment: Equipment;
  /** What the former report did with it. */
  deed: OrderDeed;
}

/** What the history keeps of what the order's report did, oldest first. */
interface Told {
  action: string;
  orderId: string | null;
  formerOrderId: string | null;
  from: { stockPlaceId: string | null; roomId: string | null } | null;
}

/**
 * A report that is written again names a device no longer: it goes back to where the first one took it, as moves of their own
 * with their reason. Where somebody has moved it since, that is where it is: then it is only no longer the order's.
 */
@Injectable()
export class TakingBack {
  constructor(
    private readonly moves: EquipmentMoves,
    private readonly places: StockPlacesService,
  ) {}

  async takeBack(manager: EntityManager, actor: Actor, { order, equipment, deed }: NoLongerNamed): Promise<void> {
    const told: Told[] = await manager.query(TOLD, [equipment.id]);
    const ours = told.filter(({ orderId }) => orderId === order.id);
    const untouched = told.at(-1)?.orderId === order.id && EQUIPMENT_IN_ROOM.includes(equipment.state);
    const asked = { mover: actor, order };
    const reason = `Le compte rendu de la commande ${order.number} ne le nomme plus.`;
    if (deed === 'placed') {
      const placed = ours.findLast(({ action }) => action === 'place');
      // What the order itself received was nobody's before.
      const former = placed?.formerOrderId === order.id ? null : (placed?.formerOrderId ?? null);
      const owner = equipment.orderId === order.id ? former : equipment.orderId;
      if (untouched && placed) {
        const stockPlaceId = placed.from?.stockPlaceId ?? (await this.places.directDelivery(manager));
        const given = { stockPlaceId, reason };
        const withdrawal = { ...asked, action: 'withdraw', given, order: { ...order, owner } } as const;
        await this.moves.moveIn(manager, equipment, withdrawal);
      } else if (owner !== equipment.orderId) await manager.update(Equipment, equipment.id, { orderId: owner });
    }
    const roomId = ours[0]?.from?.roomId;
    if (deed === 'moved' && untouched && roomId && (await isThere(manager, roomId)))
      await this.moves.moveIn(manager, equipment, { ...asked, action: 'move', given: { roomId, reason } });
  }
}

/** What people did with it; what follows by itself (it is released) is nobody's. */
const TOLD = `select v.action, v.detail ->> 'orderId' as "orderId", v.detail ->> 'formerOrderId' as "formerOrderId", v.detail -> 'from' as "from"
  from equipment_move v where v.equipment_id = $1 and v.role <> 'system' order by v.at, v.id`;

async function isThere(manager: EntityManager, roomId: string): Promise<boolean> {
  const rooms = await manager.query(`select from ${all(ROOMS)} where r.id = $1 and not r.removed`, [roomId]);
  return rooms.length > 0;
}
