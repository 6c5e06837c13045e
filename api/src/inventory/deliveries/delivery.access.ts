import { Injectable } from '@nestjs/common';
import { reachOf, type DeliveryMapping, type DeliveryMending } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { EVERYTHING, NOTHING, type Predicate } from '../../platform/database/predicate.js';
import type { Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { requireVersion } from '../../platform/http/write.js';

export interface Delivery {
  id: string;
  holderId: string;
  contractId: string | null;
  orderReference: string | null;
  noteNumber: string;
  deliveredOn: string;
  commitmentNumber: string | null;
  funding: string | null;
  stockPlaceId: string;
  announcedNetCents: number | null;
}

/** A supplier's list that waits, with what somebody said of it. */
export interface DeliveryList {
  id: string;
  deliveryId: string;
  noteNumber: string;
  deliveredOn: string;
  announcedNetCents: number | null;
  fileName: string;
  header: string[];
  rows: { line: number; cells: string[] }[];
  columns: DeliveryMapping;
  models: Record<string, string>;
  mended: DeliveryMending[];
  aside: number[];
  version: number;
}

/** Which deliveries an actor reaches: the metropole's, all of them. */
export function deliveryScope(actor: Actor): Predicate {
  return reachOf('deliveries.read', actor.role) === 'all' ? EVERYTHING : NOTHING;
}

const COLUMNS = `d.id, d.holder_id as "holderId", d.contract_id as "contractId", d.order_reference as "orderReference",
  d.note_number as "noteNumber", d.delivered_on::text as "deliveredOn", d.commitment_number as "commitmentNumber", d.funding,
  d.stock_place_id as "stockPlaceId", d.announced_net_cents as "announcedNetCents"`;

const LIST_COLUMNS = `l.id, l.delivery_id as "deliveryId", l.note_number as "noteNumber", l.delivered_on::text as "deliveredOn",
  l.announced_net_cents as "announcedNetCents", l.file_name as "fileName", l.header, l.rows, l.columns, l.models, l.mended, l.aside, l.version`;

/** The only door to a delivery and to the lists that wait in it. */
@Injectable()
export class DeliveryAccess {
  /** @throws Refused object.not-found */
  read(manager: EntityManager, actor: Actor, deliveryId: string): Promise<Delivery> {
    return this.find(manager, actor, deliveryId, '');
  }

  /** What comes in, goes out and waits in one delivery comes one after the other. @throws Refused object.not-found */
  lock(manager: EntityManager, actor: Actor, deliveryId: string): Promise<Delivery> {
    return this.find(manager, actor, deliveryId, 'for no key update of d');
  }

  /** @throws Refused object.not-found */
  readList(manager: EntityManager, actor: Actor, listId: string): Promise<DeliveryList> {
    return this.findList(manager, actor, listId, '');
  }

  /** Its delivery first, as everybody does. @throws Refused object.not-found, version.missing, version.stale */
  async lockList(
    manager: EntityManager,
    actor: Actor,
    listId: string,
    write: Write,
  ): Promise<{ list: DeliveryList; delivery: Delivery }> {
    const { deliveryId } = await this.readList(manager, actor, listId);
    const delivery = await this.lock(manager, actor, deliveryId);
    const list = await this.findList(manager, actor, listId, 'for update of l');
    requireVersion(write, list.version);
    return { list, delivery };
  }

  private async find(manager: EntityManager, actor: Actor, deliveryId: string, lock: string): Promise<Delivery> {
    const [found] = await manager.query(
      `select ${COLUMNS} from delivery d where d.id = $1 and ${deliveryScope(actor).sql} ${lock}`,
      [deliveryId],
    );
    if (!found) throw new Refused('object.not-found');
    return found as Delivery;
  }

  private async findList(manager: EntityManager, actor: Actor, listId: string, lock: string): Promise<DeliveryList> {
    const [found] = await manager.query(
      `select ${LIST_COLUMNS} from delivery_list l where l.id = $1 and ${deliveryScope(actor).sql} ${lock}`,
      [listId],
    );
    if (!found) throw new Refused('object.not-found');
    return found as DeliveryList;
  }
}
