import { Injectable } from '@nestjs/common';
import {
  ORDER_ACTION_WORDS,
  ORDER_LINE_TERMS,
  ORDER_PAGE_TERMS,
  orderFields,
  possibleActions,
  roleWords,
  schoolFields,
  unitTotalCents,
  type OrderFields,
  type Role,
  ORDER_FILE_KINDS,
  type OrderFileKind,
  ORDERS_DISCARDED,
  ORDERS_UNDECIDED,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { GateService } from '../agreements/gate.service.js';
import { BAR, ENVELOPES_NOW, presentEnvelopeOf } from '../budgets/envelope.sql.js';
import { itemOf, MODELS_ASKING_AS } from '../catalogue/item.sql.js';
import { ADDRESS, communeOf, roomOf, schoolOf } from '../directory/school.sql.js';
import { accountOf } from '../identity/account.sql.js';
import { equipmentOf } from '../inventory/equipment.sql.js';
import type { Actor } from '../identity/actor.js';
import { ticketOf } from '../maintenance/ticket.sql.js';
import { Clock } from '../platform/clock.js';
import { shown } from '../platform/http/listing.js';
import { notInStates } from '../platform/database/in-states.js';
import { join, leftJoin } from '../platform/database/joins.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import { itemWaits, nextSessionAt } from '../training/coherence.sql.js';
import { DraftPrices } from './draft-prices.js';
import { orderActor } from './order-moves.js';
import type { OrderLineAnswer } from './order-line.answers.js';
import type { OrderPage, ThreadEntry } from './order-page.answers.js';
import { OrderAccess } from './order.access.js';
import { OrderContext } from './order.context.js';
import { BY_NUMBER } from './order-number.sql.js';
import type { Order } from './order.entity.js';
import { PERFORMER, PERFORMER_NAMES, PLANNED_FROM, PLANNED_TO } from './order.sql.js';
import { OrdersService } from './orders.service.js';

/** One order as a page, by what its reader may read of it. */
@Injectable()
export class OrderPageQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: OrderAccess,
    private readonly context: OrderContext,
    private readonly orders: OrdersService,
    private readonly gate: GateService,
    private readonly prices: DraftPrices,
    private readonly clock: Clock,
  ) {}

  page(actor: Actor, orderId: string): Promise<OrderPage> {
    return this.transactions.snapshot((manager) => this.read(manager, actor, orderId));
  }

  /** The same among other readings of one moment. @throws Refused order.not-found */
  async read(manager: EntityManager, actor: Actor, orderId: string): Promise<OrderPage> {
    const order = await this.access.read(manager, actor, orderId);
    const { facts } = await this.context.judge(manager, order);
    const fields = orderFields(actor.role, order.state);
    const [around] = await manager.query(AROUND, [order.id, this.clock.today(), this.clock.now()]);
    const draft = await this.prices.today(manager, order, around.lines as OrderLineAnswer[]);
    const page: OrderPage = {
      ...ownColumns(draft ? { ...order, askedCents: draft.askedCents } : order),
      changes: draft?.changes ?? [],
      school: around.school,
      // The access card has readers of its own: a teacher sees the place and the contact, not the alarm.
      place: {
        ...around.place,
        ...(schoolFields(actor.role, true).access ? {} : { keyHolder: null, alarm: null }),
        contact: order.contact,
      },
      performerName: performerName(around.performer, fields),
      plannedFrom: iso(around.plannedFrom),
      plannedTo: iso(around.plannedTo),
      lines: (draft?.lines ?? (around.lines as OrderLineAnswer[])).map((line) => lineAnswer(line, fields)),
      thread: (around.thread as StoredMove[]).map((move) => threadEntry(move, actor, fields)),
      files: (around.files as OrderPage['files']).filter(
        (file) => fields.place || !ORDER_FILE_KINDS[file.kind as OrderFileKind].ofPlace,
      ),
      budget: around.budget,
      basket: await this.basket(manager, actor, order),
      ticketId: order.ticketId,
      ticketNumber: around.ticketNumber,
      verificationDueOn: facts.verificationDueOn,
      gate:
        ORDERS_UNDECIDED.includes(order.state) && fields.budget
          ? await this.gate.describe(manager, actor.role, order.schoolId, this.clock.today())
          : null,
      possible: possibleActions(orderActor(actor), facts),
    };
    return shown(ORDER_PAGE_TERMS, fields, page, { note: '', changes: [], thread: [], files: [] });
  }

  /** Orders of the same basket, as far as the reader reaches them: a firm reads nothing of what another performer does. */
  private basket(manager: EntityManager, actor: Actor, order: Order): Promise<OrderPage['basket']> {
    return this.orders
      .reachable(manager, actor)
      .select(['o.id as id', 'o.number as number', 'o.state as state'])
      .andWhere(`o.basket_id = :basketId and o.id <> :orderId and ${notInStates('o.state', ORDERS_DISCARDED)}`, {
        basketId: order.basketId,
        orderId: order.id,
      })
      .orderBy(BY_NUMBER('o.number'))
      .addOrderBy('o.id')
      .getRawMany<OrderPage['basket'][number]>();
  }
}

/** The devices of the line `l`, by label. */
const DEVICES = `coalesce((select json_agg(json_build_object('id', e.id, 'tag', e.tag, 'serial', e.serial, 'modelName', n.name, 'deed', d.deed, 'away', e.school_id is distinct from o.school_id) order by e.tag)
    from order_device d ${join(equipmentOf('d.equipment_id'))} ${join(itemOf('e.model_id', 'n'))} where d.line_id = l.id), '[]')`;

/** Everything around the order, in one statement; its basket is judged by scope, order by order. */
const AROUND = `select
  json_build_object('id', s.id, 'uai', s.uai, 'name', s.name, 'communeName', m.name, 'sector', s.sector, 'priority', s.priority,
    'address', ${ADDRESS}) as school,
  json_build_object('keyHolder', s.key_holder, 'alarm', s.alarm, 'presenceNeeded', s.presence_needed) as place,
  tk.number as "ticketNumber", ${PERFORMER_NAMES} as performer, ${PLANNED_FROM} as "plannedFrom", ${PLANNED_TO} as "plannedTo",
  coalesce((select json_agg(json_build_object('id', l.id, 'itemId', l.item_id, 'itemKind', i.kind, 'itemName', l.item_name, 'unit', l.unit, 'roomId', l.room_id,
      'roomName', r.name, 'extra', l.extra, 'quantityAsked', l.quantity_asked, 'quantityApproved', l.quantity_approved,
      'quantityDone', l.quantity_done, 'unitNetCents', l.unit_net_cents, 'vatBasisPoints', l.vat_basis_points,
      'decisionReason', l.decision_reason, 'lessReason', l.less_reason, 'equipment', l.equipment, 'devices', ${DEVICES}, 'trainingModule', i.training_module,
      'trainingWaits', ${itemWaits('i', 'o.school_id', '$2::date')},
      'trainingNextAt', case when i.training_module is not null then ${nextSessionAt(MODELS_ASKING_AS('i'), 'o.school_id', '$3::timestamptz')} end) order by l.position)
    from order_line l ${join(itemOf('l.item_id'))} ${leftJoin(roomOf('l.room_id'))} where l.order_id = o.id), '[]') as lines,
  coalesce((select json_agg(json_build_object('action', v.action, 'role', v.role, 'deputy', v.deputy, 'name', c.name, 'at', v.at, 'reason', v.reason,
      'detail', v.detail) order by v.at desc, v.id desc)
    from order_move v ${leftJoin(accountOf('v.account_id', 'c'))} where v.order_id = o.id), '[]') as thread,
  coalesce((select json_agg(json_build_object('id', f.id, 'kind', f.kind, 'createdAt', f.created_at) order by f.created_at, f.id)
    from order_file f where f.order_id = o.id), '[]') as files,
  (select ${BAR}
    from ${ENVELOPES_NOW}
    where e.id = coalesce(o.envelope_id, ${presentEnvelopeOf('o.school_id', 'o.kind')})) as budget
  from installation_order o ${join(schoolOf('o.school_id'))} ${join(communeOf())}
  ${PERFORMER} ${leftJoin(ticketOf('o.ticket_id', 'tk'))}
  where o.id = $1`;

const iso = (instant: Date | null) => instant?.toISOString() ?? null;

function ownColumns(order: Order) {
  return {
    id: order.id,
    number: order.number,
    title: order.title,
    state: order.state,
    version: order.version,
    stateSince: order.stateSince.toISOString(),
    performer: order.performer,
    note: order.note,
    wishes: order.wishes,
    prerequisites: order.prerequisites,
    submittedAt: iso(order.submittedAt),
    decidedAt: iso(order.decidedAt),
    assignedAccountId: order.assignedAccountId,
    reportedAt: iso(order.reportedAt),
    reportNote: order.reportNote,
    confirmedAt: iso(order.confirmedAt),
    certifiedAt: iso(order.certifiedAt),
    invoiceNumber: order.invoiceNumber,
    purchaseOrderNumber: order.purchaseOrderNumber,
    askedCents: order.askedCents,
    approvedCents: order.approvedCents,
    heldCents: order.holdCents,
    reportedCents: order.reportedCents,
    certifiedCents: order.certifiedCents,
    cancellationAskedAt: iso(order.cancellationAskedAt),
  };
}

function lineAnswer(line: OrderLineAnswer, fields: OrderFields): OrderLineAnswer {
  const { trainingNextAt: next } = line;
  const priced: OrderLineAnswer = {
    ...line,
    trainingNextAt: next && new Date(next).toISOString(),
    unitTotalCents: unitTotalCents(line.unitNetCents!, line.vatBasisPoints!),
  };
  return shown(ORDER_LINE_TERMS, fields, priced);
}

interface StoredMove {
  action: keyof typeof ORDER_ACTION_WORDS;
  role: Role | 'system';
  deputy: boolean;
  name: string | null;
  at: string;
  reason: string | null;
  detail: Record<string, unknown>;
}

/** A firm is what it is to everybody; which technician comes, or came, is told with who did what. */
function performerName(names: { firm: string | null; technician: string | null }, fields: OrderFields): string | null {
  return names.firm ?? (fields.thread ? names.technician : null);
}

/** Roles rather than names where the reader is outside the school and the metropole. */
function threadEntry(move: StoredMove, actor: Actor, fields: OrderFields): ThreadEntry {
  return {
    action: move.action,
    word: ORDER_ACTION_WORDS[move.action],
    role: move.role,
    roleLabel: move.role === 'system' ? 'Parc École' : roleWords(move.role, move.deputy),
    name: actor.role === 'installer' ? null : move.name,
    at: new Date(move.at).toISOString(),
    reason: move.reason,
    detail: fields.money ? move.detail : {},
  };
}
