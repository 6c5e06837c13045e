import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../platform/clock.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { LIMITS } from '../../platform/limits.js';
import { DeliveryAccess, type Delivery } from './delivery.access.js';
import type { DeliveryListPage } from './delivery-entry.answers.js';
import type { DeliveryListRequest, DeliveryUploadQuery } from './delivery.dto.js';
import { listPage } from './list-page.js';
import type { SupplierFile } from './supplier-file.js';
import { modelsSold, rememberedColumns, rememberedModels } from './supplier-memory.js';

/** Suppliers' lists that wait in a delivery: kept as they were sent, with what somebody says of them. */
@Injectable()
export class DeliveryListsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: DeliveryAccess,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused object.not-found, delivery.lists-waiting */
  add(
    actor: Actor,
    deliveryId: string,
    file: SupplierFile,
    note: DeliveryUploadQuery,
    write: Write,
  ): Promise<DeliveryListPage> {
    const repeat = write.repeat && { ...write.repeat, bodyHash: file.sha256 };
    return this.transactions.run({ ...write, repeat }, async (manager) => {
      const delivery = await this.access.lock(manager, actor, deliveryId);
      const [{ count }] = await manager.query(
        'select count(*)::int as count from delivery_list where delivery_id = $1',
        [deliveryId],
      );
      if (count >= LIMITS.delivery.waitingLists) throw new Refused('delivery.lists-waiting');
      const id = await this.store(manager, actor, delivery, file, note);
      return listPage(manager, await this.access.readList(manager, actor, id));
    });
  }

  /** Says anew all that is said of a list. @throws Refused equipment.model-unknown */
  write(actor: Actor, listId: string, said: DeliveryListRequest, write: Write): Promise<DeliveryListPage> {
    return this.transactions.run(write, async (manager) => {
      await this.access.lockList(manager, actor, listId, write);
      const sold = new Set((await modelsSold(manager)).map(({ id }) => id));
      if (said.models.some(({ modelId }) => !sold.has(modelId))) throw new Refused('equipment.model-unknown');
      await manager.query(
        `update delivery_list set columns = $2, models = $3, mended = $4, aside = $5, version = version + 1 where id = $1`,
        [
          listId,
          Object.fromEntries(said.columns.map(({ column, place }) => [column, place])),
          Object.fromEntries(said.models.map(({ word, modelId }) => [word, modelId])),
          JSON.stringify(said.mended),
          said.aside.map(({ line }) => line),
        ],
      );
      return listPage(manager, await this.access.readList(manager, actor, listId));
    });
  }

  /** Takes a list away: nothing of it comes in any more. */
  remove(actor: Actor, listId: string, write: Write): Promise<{ id: string }> {
    return this.transactions.run(write, async (manager) => {
      const { list } = await this.access.lockList(manager, actor, listId, write);
      await manager.query('delete from delivery_list where id = $1', [list.id]);
      return { id: list.deliveryId };
    });
  }

  private async store(
    manager: EntityManager,
    actor: Actor,
    delivery: Delivery,
    { name, sha256, header, rows }: SupplierFile,
    note: DeliveryUploadQuery,
  ): Promise<string> {
    // What the first note says is of the first list alone.
    const announced = note.announcedNetCents ?? (note.noteNumber ? null : delivery.announcedNetCents);
    const [{ id }] = await manager.query(
      `insert into delivery_list (delivery_id, note_number, delivered_on, announced_net_cents, file_name, sha256, header, rows,
         columns, models, uploaded_by, uploaded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
      [
        ...[delivery.id, note.noteNumber ?? delivery.noteNumber, note.deliveredOn ?? delivery.deliveredOn, announced],
        ...[name, sha256, JSON.stringify(header), JSON.stringify(rows)],
        await rememberedColumns(manager, delivery.holderId, header),
        await rememberedModels(manager, delivery.holderId),
        ...[actor.accountId, this.clock.now()],
      ],
    );
    return id as string;
  }
}
