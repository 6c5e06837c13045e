import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { ORDER_HOMES, ORDERS_TO_JUDGE, type OrderState } from '@parc/domain';
import { ADDRESS, communeOf } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { LINE_COUNT, PLANNED_FROM, PLANNED_TO } from '../orders/order.sql.js';
import { OrdersService } from '../orders/orders.service.js';
import { inStates } from '../platform/database/in-states.js';
import { LIMITS } from '../platform/limits.js';
import type { WorkStop } from './round.answers.js';

const { toSchedule, round, awaited } = ORDER_HOMES.work;

/** What a round holds of orders. */
export interface RoundOrdersRead {
  stops: WorkStop[];
  toSchedule: WorkStop[];
  awaitingConfirmation: number;
}

/** The orders of a technician or a firm: where to go, day after day, and what still needs a date. */
@Injectable()
export class RoundOrders {
  constructor(private readonly orders: OrdersService) {}

  /** @param day ISO date: what was done on it is read too */
  async read(manager: EntityManager, actor: Actor, day: string): Promise<RoundOrdersRead> {
    const [stops, undated, [counts]] = await Promise.all([
      this.stops(this.ofDay(manager, actor, day))
        .orderBy(PLANNED_FROM)
        .addOrderBy('o.id')
        .limit(LIMITS.round.orders)
        .getRawMany<StoredStop>(),
      this.stops(this.mine(manager, actor, toSchedule))
        .orderBy('o.decided_at')
        .addOrderBy('o.id')
        .limit(LIMITS.round.toSchedule)
        .getRawMany<StoredStop>(),
      this.mine(manager, actor, awaited).select('count(*)::int', 'count').getRawMany<{ count: number }>(),
    ]);
    return { stops: stops.map(stop), toSchedule: undated.map(stop), awaitingConfirmation: counts!.count };
  }

  /** Everything planned, and what was done that day: the round shows its day whole. */
  private ofDay(manager: EntityManager, actor: Actor, day: string): SelectQueryBuilder<object> {
    return this.mine(manager, actor, [...round, ...ORDERS_TO_JUDGE]).andWhere(
      `(${inStates('o.state', round)} or (${PLANNED_FROM} at time zone 'Europe/Paris')::date = :day)`,
      { day },
    );
  }

  /** What is given to this person: a technician's own work and what nobody has taken, a firm's whole. */
  private mine(manager: EntityManager, actor: Actor, states: readonly OrderState[]): SelectQueryBuilder<object> {
    const rows = this.orders.reachable(manager, actor).andWhere('o.state in (:...states)', { states });
    if (actor.role === 'technician') {
      rows.andWhere(`o.performer = 'metropole' and (o.assigned_account_id = :me or o.assigned_account_id is null)`, {
        me: actor.accountId,
      });
    }
    return rows;
  }

  private stops(rows: SelectQueryBuilder<object>): SelectQueryBuilder<object> {
    return rows
      .innerJoin(...communeOf())
      .select([])
      .addSelect('o.id', 'id')
      .addSelect('o.number', 'number')
      .addSelect('o.title', 'title')
      .addSelect('o.state', 'state')
      .addSelect('o.version', 'version')
      .addSelect('s.id', 'schoolId')
      .addSelect('s.name', 'schoolName')
      .addSelect('m.name', 'communeName')
      .addSelect(ADDRESS, 'address')
      .addSelect('s.latitude', 'latitude')
      .addSelect('s.longitude', 'longitude')
      .addSelect(PLANNED_FROM, 'plannedFrom')
      .addSelect(PLANNED_TO, 'plannedTo')
      .addSelect('s.closed_on::text', 'closedOn')
      .addSelect(LINE_COUNT, 'lineCount');
  }
}

type StoredStop = Omit<WorkStop, 'plannedFrom' | 'plannedTo'> & { plannedFrom: Date | null; plannedTo: Date | null };

function stop(stored: StoredStop): WorkStop {
  return {
    ...stored,
    plannedFrom: stored.plannedFrom?.toISOString() ?? null,
    plannedTo: stored.plannedTo?.toISOString() ?? null,
  };
}
