import { Injectable } from '@nestjs/common';
import { addCalendarDays, ORDERS, parisDateOf, schoolFields, VISITED_SCHOOL_TERMS, weekInForce } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { BAR, ENVELOPES_NOW, presentEnvelopeOf } from '../budgets/envelope.sql.js';
import { contractsHeldBy } from '../catalogue/contract.sql.js';
import { ADDRESS, communeOf, datedHoursOf, SCHOOLS } from '../directory/school.sql.js';
import { SchoolsService, weeksOf } from '../directory/schools.service.js';
import type { Actor } from '../identity/actor.js';
import { SealedCodes } from '../identity/sealed-codes.js';
import { RoundDevices } from '../inventory/round-devices.js';
import type { RoundTicket } from '../maintenance/round-ticket.answers.js';
import { RoundTickets } from '../maintenance/round-tickets.js';
import { ServiceSettingsService } from '../maintenance/settings/service-settings.service.js';
import { worksAt } from '../orders/order.sql.js';
import type { OrderPage } from '../orders/order-page.answers.js';
import { OrderPageQueries } from '../orders/order-page.queries.js';
import { Clock } from '../platform/clock.js';
import { all, join } from '../platform/database/joins.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import { shown } from '../platform/http/listing.js';
import { LIMITS } from '../platform/limits.js';
import { oneByOne } from '../platform/one-by-one.js';
import { RoundChecks } from '../upkeep/round-checks.js';
import { VisitsQueries } from '../visits/visits.queries.js';
import { RoundOrders } from './round-orders.js';
import type { RoundCalendar, RoundPacket, VisitedSchool, WorkStop } from './round.answers.js';

/** Two days of a technician's or a firm's round, as of one moment. Reads the other domains, owns no table. */
@Injectable()
export class RoundQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly orders: RoundOrders,
    private readonly orderPages: OrderPageQueries,
    private readonly tickets: RoundTickets,
    private readonly devices: RoundDevices,
    private readonly checks: RoundChecks,
    private readonly schools: SchoolsService,
    private readonly visits: VisitsQueries,
    private readonly service: ServiceSettingsService,
    private readonly sealedCodes: SealedCodes,
    private readonly clock: Clock,
  ) {}

  /** @param day ISO date of the first of the two days */
  read(actor: Actor, day: string = this.clock.today()): Promise<RoundPacket> {
    return this.transactions.snapshot(async (manager) => {
      const until = addCalendarDays(day, 1);
      const { stops, toSchedule, awaitingConfirmation } = await this.orders.read(manager, actor, day);
      const near = stops.filter((stop) => isNear(stop, until)).slice(0, LIMITS.round.wholeOrders);
      const visited = near.map(({ schoolId }) => schoolId);
      const { tickets, more } = await this.tickets.read(manager, actor, { schoolIds: visited, from: day, until });
      const going = [...visited, ...tickets.map(({ schoolId }) => schoolId)];
      const checks = await this.checks.read(manager, actor, { schoolIds: [...new Set(going)], until });
      const wholeOrders = await oneByOne(near, ({ id }) => this.orderPages.read(manager, actor, id));
      const visits = await this.visits.underWay(manager, actor);
      const ofSchools = [visits, checks].flat().map(({ schoolId }) => schoolId);
      const places = [...new Set([...going, ...ofSchools])];
      return {
        day,
        serverTime: this.clock.now().toISOString(),
        schools: await schoolsOf(manager, actor, places.slice(0, LIMITS.round.schools), day),
        schoolsLeftOut: Math.max(0, places.length - LIMITS.round.schools),
        orders: stops,
        wholeOrders,
        tickets,
        moreTickets: more,
        checks,
        visits,
        devices: await this.devices.read(manager, actor, concerned(tickets, wholeOrders)),
        toSchedule,
        awaitingConfirmation,
        sealKey: this.sealedCodes.publicKey,
        calendar: await this.calendar(manager, day),
      };
    });
  }

  private async calendar(manager: EntityManager, day: string): Promise<RoundCalendar> {
    const { publicHolidays, schoolHolidays } = await this.schools.daysOff(manager);
    return {
      service: await this.service.inForce(manager, day),
      publicHolidays: [...publicHolidays].filter((holiday) => holiday >= day).sort(),
      schoolHolidays: schoolHolidays.filter(({ to }) => to >= day).map(({ from, to }) => ({ from, to })),
    };
  }
}

/** Of the two days, late, or under way whenever it was planned. */
const isNear = ({ state, plannedFrom }: WorkStop, until: string): boolean =>
  plannedFrom === null || BEGUN.includes(state) || parisDateOf(new Date(plannedFrom)) <= until;
const BEGUN = ORDERS.statesFrom('report');

/** The devices that are to be repaired, and the rooms in which one works. */
function concerned(tickets: readonly RoundTicket[], orders: readonly OrderPage[]) {
  const rooms = [
    ...tickets.map(({ roomId }) => roomId),
    ...orders.flatMap(({ lines }) => lines.map((one) => one.roomId)),
  ];
  const there = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];
  return { ids: there(tickets.map(({ equipmentId }) => equipmentId)), roomIds: there(rooms) };
}

type Stored = Omit<VisitedSchool, 'openingHours'> & {
  hours: Parameters<typeof weeksOf>[0];
  worksThere: boolean;
};

/** What a reader takes along of schools that it reaches already, by its field list. */
async function schoolsOf(
  manager: EntityManager,
  actor: Actor,
  ids: readonly string[],
  day: string,
): Promise<VisitedSchool[]> {
  if (ids.length === 0) return [];
  const rows: Stored[] = await manager.query(VISITED, [ids, actor.contractHolderId]);
  return rows.map(({ hours, worksThere, ...school }) =>
    shown(VISITED_SCHOOL_TERMS, schoolFields(actor.role, worksThere), {
      ...school,
      openingHours: weekInForce(day, weeksOf(hours)) as VisitedSchool['openingHours'],
    }),
  );
}

const VISITED = `select s.id, s.name, m.name as "communeName", ${ADDRESS} as address, s.latitude, s.longitude, s.closed_on::text as "closedOn",
    s.presence_needed as "presenceNeeded", ${datedHoursOf('s.id')} as hours,
    json_build_object('telephone', s.telephone, 'email', s.email, 'website', s.website) as contacts,
    json_build_object('keyHolder', s.key_holder, 'alarm', s.alarm, 'note', s.access_note) as access,
    (select ${BAR} from ${ENVELOPES_NOW} where e.id = ${presentEnvelopeOf('s.id', `'maintenance'`)} and e.closed_on is null) as maintenance,
    ${worksAt('s.id', contractsHeldBy('$2'))} as "worksThere"
  from ${all(SCHOOLS)} ${join(communeOf())} where s.id = any($1) order by s.id`;
