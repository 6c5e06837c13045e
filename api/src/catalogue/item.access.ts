import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import type { Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { requireVersion } from '../platform/http/write.js';
import { CatalogueItem } from './item.entity.js';
import { itemScope } from './item.scope.js';

/** The only door to a catalogue item: absent and out of scope answer alike. */
@Injectable()
export class ItemAccess {
  /** Of an item behind something that was reached by its own door: a school tries what its catalogue does not show yet. */
  async stateOf(manager: EntityManager, itemId: string): Promise<CatalogueItem['state']> {
    const { state } = await manager.findOneOrFail(CatalogueItem, {
      where: { id: itemId },
      select: { id: true, state: true },
    });
    return state;
  }

  /** @throws Refused object.not-found */
  async read(manager: EntityManager, actor: Actor, itemId: string): Promise<CatalogueItem> {
    return found(await this.reach(manager, actor, itemId).getOne());
  }

  /** @throws Refused object.not-found, version.missing, version.stale */
  async lock(manager: EntityManager, actor: Actor, itemId: string, write: Write): Promise<CatalogueItem> {
    const item = found(await this.reach(manager, actor, itemId).setLock('for_no_key_update').getOne());
    requireVersion(write, item.version);
    return item;
  }

  private reach(manager: EntityManager, actor: Actor, itemId: string): SelectQueryBuilder<CatalogueItem> {
    const scope = itemScope(actor);
    return manager
      .createQueryBuilder(CatalogueItem, 'i')
      .where('i.id = :itemId', { itemId })
      .andWhere(scope.sql, scope.parameters);
  }
}

function found(item: CatalogueItem | null): CatalogueItem {
  if (!item) throw new Refused('object.not-found');
  return item;
}
