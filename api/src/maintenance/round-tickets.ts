import { Injectable } from '@nestjs/common';
import {
  addCalendarDays,
  parisDateOf,
  parisInstantOf,
  possibleTicketActions,
  ROUND_TICKET_TERMS,
  stoppedWords,
  ticketFields,
  TICKETS,
  TICKETS_RESOLVED,
  type TicketClocks as Said,
} from '@parc/domain';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { itemOf } from '../catalogue/item.sql.js';
import { communeOf, roomOf, schoolOf } from '../directory/school.sql.js';
import { accountOf } from '../identity/account.sql.js';
import type { Actor } from '../identity/actor.js';
import { equipmentOf } from '../inventory/equipment.sql.js';
import { QuotedOrders } from '../orders/quoted-orders.js';
import { Clock } from '../platform/clock.js';
import { inStates } from '../platform/database/in-states.js';
import { join, leftJoin } from '../platform/database/joins.sql.js';
import { shown } from '../platform/http/listing.js';
import { LIMITS } from '../platform/limits.js';
import type { RoundTicket, RoundTicketSaid } from './round-ticket.answers.js';
import { TicketClocks } from './ticket-clocks.service.js';
import { Ticket } from './ticket.entity.js';
import { ticketFacts } from './ticket-moves.js';
import { ticketScope } from './ticket.scope.js';
import { REPORTS } from './ticket.sql.js';

type Around = Pick<
  RoundTicket,
  | ('schoolName' | 'communeName' | 'roomName' | 'equipmentTag' | 'equipmentState' | 'modelName' | 'assigneeName')
  | ('reports' | 'presence' | 'said')
>;

/** What a technician has to do with tickets over some days, where she goes anyway: what is hers, and what nobody has. */
@Injectable()
export class RoundTickets {
  constructor(
    private readonly clocks: TicketClocks,
    private readonly orders: QuotedOrders,
    private readonly clock: Clock,
  ) {}

  /**
   * Hers that are not over, those that wait once their day of review has come, what she resolved on the first day; and the free
   * ones of the schools where she has something to do.
   * @returns `more`: she has more of her own than a packet has room for; what is begun or planned is among those that are there
   * @param schoolIds where she goes for another reason @param until ISO date of the last day
   */
  async read(
    manager: EntityManager,
    actor: Actor,
    { schoolIds, from, until }: { schoolIds: readonly string[]; from: string; until: string },
  ): Promise<{ tickets: RoundTicket[]; more: boolean }> {
    const found = await this.mine(manager, actor, from, until).getMany();
    const mine = found.slice(0, LIMITS.round.tickets);
    const more = found.length > mine.length;
    const places = [...new Set([...schoolIds, ...mine.map(({ schoolId }) => schoolId)])];
    const free = places.length === 0 ? [] : await this.free(manager, actor, places).getMany();
    const tickets = [...mine, ...free];
    if (tickets.length === 0) return { tickets: [], more };
    const ids = tickets.map(({ id }) => id);
    const around: (Around & { id: string })[] = await manager.query(AROUND, [ids]);
    const orders = await this.orders.ofTickets(manager, ids);
    const byId = new Map(around.map(({ id, ...row }) => [id, row]));
    const said = await this.clocks.ofMany(manager, tickets);
    const fields = ticketFields(actor.role);
    const rows = tickets.map((ticket) => {
      const { id } = ticket;
      const own = this.answer(actor, ticket, byId.get(id)!, said.get(id) ?? null);
      return shown(ROUND_TICKET_TERMS, fields, { ...own, order: orders.get(id) ?? null }, { said: [] });
    });
    return { tickets: rows, more };
  }

  private mine(manager: EntityManager, actor: Actor, from: string, until: string): SelectQueryBuilder<Ticket> {
    return (
      reachable(manager, actor)
        .andWhere('t.assigned_account_id = :me', { me: actor.accountId })
        .andWhere(
          `((t.open and (t.review_on is null or t.review_on <= :until))
          or (${inStates('t.state', TICKETS_RESOLVED)} and t.resolved_at >= :from and t.resolved_at < :to))`,
          { until, from: parisInstantOf(from, '00:00'), to: parisInstantOf(addCalendarDays(from, 1), '00:00') },
        )
        // What somebody stands before, and what is planned, is never what a packet has no room for.
        .orderBy(`(${inStates('t.state', BEGUN)} or (t.planned_from is not null and t.planned_from < :to))`, 'DESC')
        .addOrderBy('t.due_at')
        .addOrderBy('t.id')
        .limit(LIMITS.round.tickets + 1)
    );
  }

  private free(manager: EntityManager, actor: Actor, schoolIds: readonly string[]): SelectQueryBuilder<Ticket> {
    return reachable(manager, actor)
      .andWhere(inStates('t.state', TICKETS.statesFrom('take')))
      .andWhere('t.school_id = any(:schoolIds)', { schoolIds })
      .orderBy('t.due_at')
      .addOrderBy('t.id')
      .limit(LIMITS.round.tickets);
  }

  private answer(actor: Actor, ticket: Ticket, around: Around, said: Said | null): Omit<RoundTicket, 'order'> {
    const { metropole, stops } = said ?? { metropole: null, stops: [] };
    return {
      ...around,
      id: ticket.id,
      version: ticket.version,
      number: ticket.number,
      priority: ticket.priority,
      symptom: ticket.symptom,
      subject: ticket.subject,
      service: ticket.service,
      state: ticket.state,
      stateSince: ticket.stateSince.toISOString(),
      schoolId: ticket.schoolId,
      equipmentId: ticket.equipmentId,
      roomId: ticket.roomId,
      description: ticket.description,
      reportedAt: ticket.reportedAt.toISOString(),
      plannedFrom: iso(ticket.plannedFrom),
      plannedTo: iso(ticket.plannedTo),
      arrivedAt: iso(ticket.arrivedAt),
      resolvedAt: iso(ticket.resolvedAt),
      waitFor: ticket.waitFor,
      reviewOn: ticket.reviewOn,
      dueAt: iso(ticket.dueAt),
      mine: ticket.assignedAccountId === actor.accountId,
      // A stop that lasts grows by the minute: what is said of it is how much is left when it ends.
      held: stoppedWords(stops.filter(({ to }) => to !== null)),
      leftMinutes: metropole?.course === 'stopped' ? metropole.leftMinutes : null,
      possible: possibleTicketActions(actor, ticketFacts(ticket, parisDateOf(this.clock.now()))),
    };
  }
}

function reachable(manager: EntityManager, actor: Actor): SelectQueryBuilder<Ticket> {
  const scope = ticketScope(actor);
  return manager
    .createQueryBuilder(Ticket, 't')
    .innerJoin(...schoolOf('t.school_id'))
    .where(scope.sql, scope.parameters);
}

/** Somebody is at the device. */
const BEGUN = TICKETS.statesFrom('resolve').filter((state) => !TICKETS.statesFrom('start').includes(state));

const iso = (instant: Date | null) => instant?.toISOString() ?? null;

const SAID: Record<keyof RoundTicketSaid, string> = {
  at: 'c.at',
  name: 'b.name',
  text: 'c.text',
  internal: 'c.internal',
};
const asObject = (columns: Record<string, string>) =>
  `json_build_object(${Object.entries(columns)
    .map(([name, sql]) => `'${name}', ${sql}`)
    .join(', ')})`;

/** Everything around tickets, in one statement. */
const AROUND = `select t.id, s.name as "schoolName", m.name as "communeName", r.name as "roomName", e.tag as "equipmentTag",
    e.state as "equipmentState", i.name as "modelName", a.name as "assigneeName", ${REPORTS} as reports,
    (select v.presence from ticket_move v where v.ticket_id = t.id order by v.at desc, v.id desc limit 1) as presence,
    coalesce((select json_agg(y.said order by y.at desc, y.id desc) from (
      select c.id, c.at, ${asObject(SAID)} as said from ticket_comment c ${join(accountOf('c.account_id', 'b'))}
       where c.ticket_id = t.id order by c.at desc, c.id desc limit ${LIMITS.round.said}) y), '[]') as said
  from ticket t ${join(schoolOf('t.school_id'))} ${join(communeOf())} ${leftJoin(roomOf('t.room_id'))} ${leftJoin(equipmentOf('t.equipment_id'))}
  ${leftJoin(itemOf('e.model_id'))} ${leftJoin(accountOf('t.assigned_account_id', 'a'))} where t.id = any($1)`;
