import { Injectable } from '@nestjs/common';
import { DIRECT_DELIVERY, TAKEN_OVER } from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { LIMITS } from '../platform/limits.js';
import type { StockPlaceAnswer } from './equipment.answers.js';

/** Stock places: few, and the metropole's own. A name already taken is refused by the database, equipment.stock-place-taken. */
@Injectable()
export class StockPlacesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly dataSource: DataSource,
  ) {}

  list(): Promise<StockPlaceAnswer[]> {
    return this.dataSource.query(
      `select id, name from stock_place order by name collate "fr-x-icu", id limit ${LIMITS.stockPlaces}`,
    );
  }

  /** Where what comes straight to a school passes: nobody puts it on a shelf, and a device is always somewhere. */
  directDelivery(manager: EntityManager): Promise<string> {
    return this.passage(manager, DIRECT_DELIVERY);
  }

  /** Where what stood in schools before the house knew of it passes, likewise. */
  takenOver(manager: EntityManager): Promise<string> {
    return this.passage(manager, TAKEN_OVER);
  }

  private async passage(manager: EntityManager, name: string): Promise<string> {
    await manager.query('insert into stock_place (name) values ($1) on conflict (name) do nothing', [name]);
    const [place] = await manager.query('select id from stock_place where name = $1', [name]);
    return place.id as string;
  }

  add(name: string, write: Write): Promise<StockPlaceAnswer> {
    return this.transactions.run(write, async (manager) => {
      const [added] = await manager.query('insert into stock_place (name) values ($1) returning id, name', [name]);
      return added as StockPlaceAnswer;
    });
  }
}
