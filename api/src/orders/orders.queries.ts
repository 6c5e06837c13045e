import { Injectable } from '@nestjs/common';
import {
  isRead,
  listedOrderFields,
  ORDER_LIST,
  ORDER_VIEWS,
  ORDERS,
  ORDERS_WITH_APPOINTMENT,
  type OrderFields,
  orderViewsOf,
  type OrderView,
  type OrderViewRow,
  type OrderViewWord,
} from '@parc/domain';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { coverSql } from '../agreements/cover.sql.js';
import { itemOf, ITEMS_WITH_TRAINING } from '../catalogue/item.sql.js';
import { communeOf } from '../directory/school.sql.js';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { settingsOf } from '../platform/config/plan-settings.js';
import { settingOn } from '../platform/config/setting.sql.js';
import { inStates } from '../platform/database/in-states.js';
import { join } from '../platform/database/joins.sql.js';
import { anyOf } from '../platform/database/kinds.sql.js';
import { found } from '../platform/database/search.js';
import { listing } from '../platform/http/listing.js';
import { renderPage } from '../platform/http/page.js';
import { itemWaits } from '../training/coherence.sql.js';
import type { Order } from './order.entity.js';
import { BY_NUMBER } from './order-number.sql.js';
import { AMOUNT, PLANNED_FROM, PLANNED_TO } from './order.sql.js';
import type { ORDER_SORTS, OrderListItem, OrderListQuery, OrderTabs } from './orders.answers.js';
import { OrdersService } from './orders.service.js';

const COVERED = coverSql('o.school_id', ':today');
/** Looked up for the rows of the page; as `exists` it would be answered for every line there is before the first row. */
const CALLS_FOR_TRAINING = `coalesce((select true from order_line l ${join(itemOf('l.item_id'))} where l.order_id = o.id
  and l.item_id = any(array(${ITEMS_WITH_TRAINING})) and ${itemWaits('i', 'o.school_id', ':today::date')} limit 1), false)`;
const VERIFICATION_DAYS = settingOn(`(value #>> '{}')::int`, `'order.verificationDays'`, ':today::date');
const RECALL_DAYS = settingOn(`(value #>> '{}')::int`, `'order.recallDays'`, ':today::date');
const WAITS = inStates('o.state', ORDERS.statesFrom('approve'));
/**
 * The appointment is over and nobody has reported, or the school has not answered within `order.verificationDays` of the
 * report. The setting is read by the statement itself, once: a list is one statement.
 */
const LATE = `case when ${inStates('o.state', ORDERS_WITH_APPOINTMENT)} then ${PLANNED_TO} < :now
  when ${inStates('o.state', ORDERS.statesFrom('confirm'))} then (o.reported_at at time zone 'Europe/Paris')::date <= :today::date - coalesce((${VERIFICATION_DAYS}), :verificationDays)
  else false end`;

/** Late, or sent and without answer for `order.recallDays`: whoever is awaited, the time for it has passed. */
const OVERDUE = `case when ${WAITS} then (o.submitted_at at time zone 'Europe/Paris')::date <= :today::date - coalesce((${RECALL_DAYS}), :recallDays)
  else coalesce(${LATE}, false) end`;

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

const COLUMNS: Record<keyof OrderListItem, string> = {
  id: 'o.id',
  number: 'o.number',
  title: 'o.title',
  state: 'o.state',
  stateSince: 'o.state_since',
  schoolId: 's.id',
  schoolName: 's.name',
  communeName: 'm.name',
  sector: 's.sector',
  priority: 's.priority',
  amountCents: AMOUNT,
  submittedAt: 'o.submitted_at',
  plannedFrom: PLANNED_FROM,
  // What is left to check before a decision: not worked out for orders that have had theirs.
  blocked: inView('blocked'),
  waitsForPromise: `${WAITS} and jsonb_path_exists(o.prerequisites, '$[*] ? (@.kept == false)')`,
  callsForTraining: `${WAITS} and ${CALLS_FOR_TRAINING}`,
  cancellationAsked: 'o.cancellation_asked_at is not null',
  late: `coalesce(${LATE}, false)`,
  version: 'o.version',
};

const SORTS: Record<(typeof ORDER_SORTS)[number], string> = {
  age: 'o.state_since',
  number: BY_NUMBER('o.number'),
  // By the French order of words, not by code point: É beside E.
  school: 's.name collate "fr-x-icu"',
  amount: AMOUNT,
  state: 'o.state',
  planned: PLANNED_FROM,
};

const LIST = listing<OrderListItem, OrderListQuery>()(ORDER_LIST);
const VIEW_TELLS: Partial<Record<OrderView, keyof OrderFields>> = ORDER_LIST.views;

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

  /** The columns of the list as a file, of those the actor reads. */
  headings(actor: Actor, words: Partial<Record<keyof OrderListItem, string>>): Record<string, string> {
    return LIST.headings(words, listedOrderFields(actor.role));
  }

  /** Counts of the role's saved views, in one statement. */
  async tabs(actor: Actor): Promise<OrderTabs> {
    const views = orderViewsOf(actor.role);
    const { money } = listedOrderFields(actor.role);
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
    const reads = listedOrderFields(actor.role);
    const sort = LIST.sort(query, 'age', reads);
    const direction = query.direction === 'asc' ? 'ASC' : 'DESC';
    const rows = this.filtered(actor, query)
      .innerJoin(...communeOf())
      .select([]);
    LIST.select(rows, COLUMNS, reads);
    return rows
      .orderBy(SORTS[sort], direction, MAY_BE_NULL.has(sort) ? 'NULLS LAST' : undefined)
      .addOrderBy('o.id', direction);
  }

  private filtered(actor: Actor, query: OrderListQuery): SelectQueryBuilder<Order> {
    const rows = this.reachable(actor);
    const reads = listedOrderFields(actor.role);
    LIST.filter(query, reads, {
      view: (view) => isRead(VIEW_TELLS[view] ?? null, reads) && rows.andWhere(inView(view)),
      overdue: (overdue) => rows.andWhere(overdue ? OVERDUE : `not (${OVERDUE})`),
      state: (states) => rows.andWhere(anyOf('o.state', states)),
      year: (year) =>
        rows
          .andWhere(`o.submitted_at >= make_timestamptz(:year, 1, 1, 0, 0, 0, 'Europe/Paris')`, { year })
          .andWhere(`o.submitted_at < make_timestamptz(:year + 1, 1, 1, 0, 0, 0, 'Europe/Paris')`),
      schoolId: (schoolId) => rows.andWhere('o.school_id = :schoolId', { schoolId }),
      communeId: (communeId) => rows.andWhere('s.commune_id = :communeId', { communeId }),
      sector: (sector) => rows.andWhere(anyOf('s.sector', [sector])),
      priority: (priorities) => rows.andWhere(anyOf('s.priority', priorities)),
      minCents: (minCents) => rows.andWhere(`${AMOUNT} >= :minCents`, { minCents }),
      maxCents: (maxCents) => rows.andWhere(`${AMOUNT} <= :maxCents`, { maxCents }),
      search: (search) =>
        rows.andWhere(
          `(${found(`coalesce(o.number, '') || ' ' || o.title`, ':search')} or ${found(`s.name || ' ' || s.uai`, ':search')})`,
          { search },
        ),
    });
    return rows;
  }

  private reachable(actor: Actor): SelectQueryBuilder<Order> {
    const defaults = settingsOf({});
    return this.orders.reachable(this.dataSource.manager, actor).setParameters({
      today: this.clock.today(),
      now: this.clock.now(),
      verificationDays: defaults['order.verificationDays'],
      recallDays: defaults['order.recallDays'],
    });
  }
}
