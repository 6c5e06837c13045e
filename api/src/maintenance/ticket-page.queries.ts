import { Injectable } from '@nestjs/common';
import {
  possibleTicketActions,
  reachOf,
  roleWords,
  TICKET_PAGE_TERMS,
  ticketFields,
  type Role,
  type TicketFields,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { itemOf } from '../catalogue/item.sql.js';
import { communeOf, roomOf, schoolOf } from '../directory/school.sql.js';
import { accountOf } from '../identity/account.sql.js';
import type { Actor } from '../identity/actor.js';
import { equipmentOf } from '../inventory/equipment.sql.js';
import { LENT_NOW } from '../loans/loan.sql.js';
import { QuotedOrders } from '../orders/quoted-orders.js';
import { Clock } from '../platform/clock.js';
import { join, leftJoin } from '../platform/database/joins.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import { shown } from '../platform/http/listing.js';
import { LIMITS } from '../platform/limits.js';
import { TicketAccess } from './ticket.access.js';
import type {
  TicketCommentAnswer,
  TicketCost,
  TicketHistoryLine,
  TicketPage,
  TicketResolution,
} from './ticket-page.answers.js';
import { TicketClocks } from './ticket-clocks.service.js';
import type { Ticket } from './ticket.entity.js';
import { ticketFacts } from './ticket-moves.js';
import { photosOf } from './ticket-photos.js';
import { REPORTS } from './ticket.sql.js';

/** One ticket as a page, by what its reader may read of it. */
@Injectable()
export class TicketPageQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: TicketAccess,
    private readonly clocks: TicketClocks,
    private readonly orders: QuotedOrders,
    private readonly clock: Clock,
  ) {}

  page(actor: Actor, ticketId: string): Promise<TicketPage> {
    return this.transactions.snapshot(async (manager) => {
      const ticket = await this.access.read(manager, actor, ticketId);
      const fields = ticketFields(actor.role);
      const [around] = await manager.query(AROUND, [ticketId, reachOf('equipment.read', actor.role) === 'all']);
      const said = await commentsOf(manager, ticketId, fields);
      const page: TicketPage = {
        ...ownColumns(ticket),
        ...(around as Around),
        ...(await resolutionOf(manager, ticketId, fields)),
        photos: await photosOf(manager, ticketId),
        mine: ticket.assignedAccountId === actor.accountId,
        clock: await this.clocks.said(manager, ticket, fields.texts),
        order: fields.costs ? await this.orders.ofTicket(manager, ticketId) : null,
        comments: said.filter(({ internal }) => !internal).map(({ internal: _, ...comment }) => comment),
        notes: said.filter(({ internal }) => internal).map(({ internal: _, ...comment }) => comment),
        history: await historyOf(manager, ticketId, fields),
        possible: possibleTicketActions(actor, ticketFacts(ticket, this.clock.today())),
      };
      return shown(TICKET_PAGE_TERMS, fields, page, { comments: [], notes: [], photos: [] });
    });
  }
}

type Around = Pick<
  TicketPage,
  | 'schoolName'
  | 'communeName'
  | 'roomName'
  | 'equipmentTag'
  | 'equipmentState'
  | 'modelName'
  | 'reporterName'
  | 'assigneeName'
  | 'reports'
  | 'mergedIntoNumber'
  | 'lent'
>;

/** What becomes of a device that another school has since is that school's, and so is to whom it is lent. */
const AROUND = `select s.name as "schoolName", m.name as "communeName", r.name as "roomName", e.tag as "equipmentTag",
    case when $2::boolean or e.school_id is null or e.school_id = t.school_id then e.state end as "equipmentState",
    i.name as "modelName", b.name as "reporterName", a.name as "assigneeName", ${REPORTS} as reports, g.number as "mergedIntoNumber",
    ${LENT_NOW('e.id', '$2::boolean or l.school_id = t.school_id')} as lent
  from ticket t ${join(schoolOf('t.school_id'))} ${join(communeOf())} ${leftJoin(roomOf('t.room_id'))} ${leftJoin(equipmentOf('t.equipment_id'))}
  ${leftJoin(itemOf('e.model_id'))} ${join(accountOf('t.reported_by', 'b'))} ${leftJoin(accountOf('t.assigned_account_id', 'a'))}
  left join ticket g on g.id = t.merged_into_id where t.id = $1`;

function ownColumns(ticket: Ticket) {
  return {
    id: ticket.id,
    version: ticket.version,
    number: ticket.number,
    priority: ticket.priority,
    impact: ticket.impact,
    urgency: ticket.urgency,
    symptom: ticket.symptom,
    subject: ticket.subject,
    service: ticket.service,
    state: ticket.state,
    stateSince: ticket.stateSince.toISOString(),
    schoolId: ticket.schoolId,
    roomId: ticket.roomId,
    equipmentId: ticket.equipmentId,
    description: ticket.description,
    reportedAt: ticket.reportedAt.toISOString(),
    assigneeId: ticket.assignedAccountId,
    plannedFrom: ticket.plannedFrom?.toISOString() ?? null,
    plannedTo: ticket.plannedTo?.toISOString() ?? null,
    arrivedAt: ticket.arrivedAt?.toISOString() ?? null,
    waitFor: ticket.waitFor,
    reviewOn: ticket.reviewOn,
    mergedIntoId: ticket.mergedIntoId,
    dueAt: ticket.dueAt?.toISOString() ?? null,
  };
}

async function resolutionOf(
  manager: EntityManager,
  ticketId: string,
  { texts }: TicketFields,
): Promise<{ resolution: TicketResolution | null; cost: TicketCost | null }> {
  const [row] = await manager.query(
    `select at, cause, repair, note, minutes, device, parts, price_cents as "priceCents", charge from ticket_resolution
      where ticket_id = $1 order by at desc, id desc limit 1`,
    [ticketId],
  );
  if (!row) return { resolution: null, cost: null };
  const { at, cause, repair, note, minutes, device, parts, priceCents, charge } = row as TicketResolution & TicketCost;
  const told = { cause, repair, minutes, device, note: texts ? note : null };
  return { resolution: { ...told, at: new Date(at).toISOString() }, cost: { parts, priceCents, charge } };
}

type Stored<Line> = Omit<Line, 'at' | 'roleLabel'> & { at: Date; role: Role | 'system'; deputy: boolean };

const roleLabelOf = (role: Role | 'system', deputy: boolean) =>
  role === 'system' ? 'Parc École' : roleWords(role, deputy);

async function commentsOf(
  manager: EntityManager,
  ticketId: string,
  { texts, notes, names }: TicketFields,
): Promise<(TicketCommentAnswer & { internal: boolean })[]> {
  const rows: (Stored<TicketCommentAnswer> & { internal: boolean })[] = await manager.query(
    `select c.id, c.at, c.role, c.deputy, a.name, c.text, c.internal, c.by_mail as "byMail" from ticket_comment c ${join(accountOf('c.account_id', 'a'))}
      where c.ticket_id = $1 and case when c.internal then $2::boolean else $3::boolean end
      order by c.at desc, c.id desc limit ${LIMITS.shownOfOne}`,
    [ticketId, notes, texts],
  );
  return rows.map(({ id, at, role, deputy, name, text, internal, byMail }) => ({
    ...{
      id,
      text,
      internal,
      byMail,
      at: at.toISOString(),
      roleLabel: roleLabelOf(role, deputy),
      name: names ? name : null,
    },
  }));
}

/** What people wrote of a move may name somebody: it goes with the texts. */
async function historyOf(
  manager: EntityManager,
  ticketId: string,
  { texts, names }: TicketFields,
): Promise<TicketHistoryLine[]> {
  const rows: (Stored<TicketHistoryLine> & { role: Role | 'system' })[] = await manager.query(
    `select v.action, v.to_state as "toState", v.at, v.role, v.deputy, a.name, v.reason,
        case when v.action = 'wait' then v.wait_for end as "waitFor", v.detail ->> 'plannedFrom' as "plannedFrom"
       from ticket_move v ${leftJoin(accountOf('v.account_id', 'a'))}
      where v.ticket_id = $1 order by v.at desc, v.id desc limit ${LIMITS.shownOfOne}`,
    [ticketId],
  );
  return rows.map(({ deputy, ...line }) => ({
    ...line,
    at: line.at.toISOString(),
    roleLabel: roleLabelOf(line.role, deputy),
    name: names ? line.name : null,
    reason: texts ? line.reason : null,
  }));
}
