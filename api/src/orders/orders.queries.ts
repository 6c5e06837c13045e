import { Injectable } from '@nestjs/common';
import {
  ORDER_VIEWS,
  ORDERS,
  ORDERS_WITH_APPOINTMENT,
  orderViewsOf,
  type OrderView,
  type OrderViewRow,
  type OrderViewWord,
  readsOrderMoney,
} from '@parc/domain';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { coverSql } from '../agreements/cover.sql.js';
import { ITEMS_WITH_TRAINING } from '../catalogue/item.sql.js';
import { communeOf } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { settingsOf } from '../platform/config/plan-settings.js';
import { settingOn } from '../platform/config/setting.sql.js';
import { inStates } from '../platform/database/in-states.js';
import { found } from '../platform/database/search.js';
import { renderPage } from '../platform/http/page.js';
import type { Order } from './order.entity.js';
import { BY_NUMBER } from './order-number.sql.js';
import { AMOUNT } from './order.sql.js';
import type { ORDER_SORTS, OrderListQuery, OrderTabs } from './orders.answers.js';
import { OrdersService } from './orders.service.js';

const COVERED = coverSql('o.school_id', ':today');
/** Looked up for the rows of the page; as `exists` it would be answered for every line there is before the first row. */
const CALLS_FOR_TRAINING = `coalesce((select true from order_line l where l.order_id = o.id
  and l.item_id = any(array(${ITEMS_WITH_TRAINING})) limit 1), false)`;
const VERIFICATION_DAYS = settingOn(`(value #>> '{}')::int`, `'order.verificationDays'`, ':today::date');
const WAITS = inStates('o.state', ORDERS.statesFrom('approve'));
/**
 * The appointment is over and nobody has reported, or the school has not answered within `order.verificationDays` of the
 * report. The setting is read by the statement itself, once: a list is one statement.
 */
const LATE = `case when ${inStates('o.state', ORDERS_WITH_APPOINTMENT)} then o.planned_to < :now
  when ${inStates('o.state', ORDERS.statesFrom('confirm'))} then (o.reported_at at time zone 'Europe/Paris')::date <= :today::date - coalesce((${VERIFICATION_DAYS}), :verificationDays)
  else false end`;

/** What a view may ask of an order besides its state. */
const BESIDES: Record<OrderViewWord, string> = {
  covered: COVERED,
  'cancellation-asked': 'o.cancellation_asked_at is not null',
  'invoice-missing': `o.performer = 'contract' and o.invoice_number is null`,
};

function besides(word: NonNullable<OrderViewRow['besides']>): string {
  const negated = word.startsWith('not ');
  const asked = BESIDES[(negated ? word.slice('not '.length) : word) as OrderViewWord];
  return negated ? `not ${asked}` : asked;
}

/** A saved view as a predicate, the same for the list and for its count. */
function inView(view: OrderView): string {
  const { states, besides: word } = ORDER_VIEWS[view];
  const ofState = states.length === ORDERS.states.length ? 'true' : inStates('o.state', states);
  return word === null ? ofState : `${ofState} and ${besides(word)}`;
}

const SORTS: Record<(typeof ORDER_SORTS)[number], string> = {
  age: 'o.state_since',
  number: BY_NUMBER('o.number'),
  // By the French order of words, not by code point: É beside E.
  school: 's.name collate "fr-x-icu"',
  amount: AMOUNT,
  state: 'o.state',
  planned: 'o.planned_from',
};

/** Only these ask where nulls go: said of any other, it would keep the index that serves the order from being used. */
const MAY_BE_NULL = new Set<keyof typeof SORTS>(['number', 'planned']);

/** What screens read of many orders: one statement a panel, scope applied by `orderScope` alone. */
@Injectable()
export class OrdersQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly orders: OrdersService,
    private readonly clock: Clock,
  ) {}

  /** JSON text of an `OrderList`, rendered by PostgreSQL. */
  list(actor: Actor, query: OrderListQuery): Promise<string> {
    return renderPage(this.dataSource.manager, actor, this.page(actor, query), query, this.filtered(actor, query));
  }

  /** Counts of the role's saved views, in one statement. */
  async tabs(actor: Actor): Promise<OrderTabs> {
    const views = orderViewsOf(actor.role);
    const money = readsOrderMoney(actor.role);
    const query = this.reachable(actor).select([]);
    views.forEach((view, position) => {
      query.addSelect(`count(*) filter (where ${inView(view)})::int`, `count${position}`);
      query.addSelect(
        money ? `coalesce(sum(${AMOUNT}) filter (where ${inView(view)}), 0)::bigint` : 'null::bigint',
        `amount${position}`,
      );
    });
    const row = (await query.getRawOne<Record<string, number | null>>())!;
    return {
      tabs: views.map((view, position) => ({
        view,
        count: row[`count${position}`]!,
        amountCents: row[`amount${position}`] ?? null,
      })),
    };
  }

  /** The list's rows without page: what an export streams. */
  page(actor: Actor, query: OrderListQuery): SelectQueryBuilder<Order> {
    const money = readsOrderMoney(actor.role);
    const sort = query.sort ?? 'age';
    const direction = query.direction === 'asc' ? 'ASC' : 'DESC';
    return (
      this.filtered(actor, query)
        .innerJoin(...communeOf())
        .select([])
        .addSelect('o.id', 'id')
        .addSelect('o.number', 'number')
        .addSelect('o.title', 'title')
        .addSelect('o.state', 'state')
        .addSelect('o.state_since', 'stateSince')
        .addSelect('s.id', 'schoolId')
        .addSelect('s.name', 'schoolName')
        .addSelect('m.name', 'communeName')
        .addSelect('s.sector', 'sector')
        .addSelect('s.priority', 'priority')
        .addSelect(money ? AMOUNT : 'null::bigint', 'amountCents')
        .addSelect('o.submitted_at', 'submittedAt')
        .addSelect('o.planned_from', 'plannedFrom')
        // What is left to check before a decision: not worked out for orders that have had theirs.
        .addSelect(inView('blocked'), 'blocked')
        .addSelect(`${WAITS} and jsonb_path_exists(o.prerequisites, '$[*] ? (@.kept == false)')`, 'waitsForPromise')
        .addSelect(`${WAITS} and ${CALLS_FOR_TRAINING}`, 'callsForTraining')
        .addSelect('o.cancellation_asked_at is not null', 'cancellationAsked')
        .addSelect(`coalesce(${LATE}, false)`, 'late')
        .setParameters({ now: this.clock.now(), verificationDays: settingsOf({})['order.verificationDays'] })
        .addSelect('o.version', 'version')
        .orderBy(SORTS[sort], direction, MAY_BE_NULL.has(sort) ? 'NULLS LAST' : undefined)
        .addOrderBy('o.id', direction)
    );
  }

  private filtered(actor: Actor, query: OrderListQuery): SelectQueryBuilder<Order> {
    const money = readsOrderMoney(actor.role);
    const rows = this.reachable(actor);
    if (query.view) rows.andWhere(inView(query.view));
    if (query.state) rows.andWhere('o.state in (:...states)', { states: query.state });
    if (query.year) {
      rows.andWhere(`o.submitted_at >= make_timestamptz(:year, 1, 1, 0, 0, 0, 'Europe/Paris')`, { year: query.year });
      rows.andWhere(`o.submitted_at < make_timestamptz(:year + 1, 1, 1, 0, 0, 0, 'Europe/Paris')`);
    }
    if (query.schoolId) rows.andWhere('o.school_id = :schoolId', { schoolId: query.schoolId });
    if (query.communeId) rows.andWhere('s.commune_id = :communeId', { communeId: query.communeId });
    if (query.sector) rows.andWhere('s.sector = :sector', { sector: query.sector });
    if (query.priority) rows.andWhere('s.priority in (:...priorities)', { priorities: query.priority });
    // A role that reads no money neither filters by it: an amount would leak by halves.
    if (money && query.minCents !== undefined) rows.andWhere(`${AMOUNT} >= :minCents`, { minCents: query.minCents });
    if (money && query.maxCents !== undefined) rows.andWhere(`${AMOUNT} <= :maxCents`, { maxCents: query.maxCents });
    if (query.search) {
      rows.andWhere(
        `(${found(`coalesce(o.number, '') || ' ' || o.title`, ':search')} or ${found(`s.name || ' ' || s.uai`, ':search')})`,
        { search: query.search },
      );
    }
    return rows;
  }

  private reachable(actor: Actor): SelectQueryBuilder<Order> {
    return this.orders.reachable(this.dataSource.manager, actor).setParameter('today', this.clock.today());
  }
}
