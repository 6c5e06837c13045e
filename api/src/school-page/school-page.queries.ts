import { Injectable } from '@nestjs/common';
import {
  civilYearOf,
  ORDER_STATE_NAMES,
  schoolFields,
  SCHOOL_PAGE_TERMS,
  schoolYearStarting,
  weekInForce,
  ORDERS_DISCARDED,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { GateService } from '../agreements/gate.service.js';
import { BAR, ENVELOPES_NOW } from '../budgets/envelope.sql.js';
import { contractsHeldBy } from '../catalogue/contract.sql.js';
import {
  bodyOf,
  circonscriptionOf,
  communeOf,
  datedHoursOf,
  figuresOf,
  roomCountOf,
  schoolOf,
  SCHOOLS,
  uaisOf,
} from '../directory/school.sql.js';
import { SchoolsService, weeksOf } from '../directory/schools.service.js';
import { headsOf } from '../identity/account.sql.js';
import type { Actor } from '../identity/actor.js';
import { worksAt } from '../orders/order.sql.js';
import { OrdersService } from '../orders/orders.service.js';
import { Clock } from '../platform/clock.js';
import { notInStates } from '../platform/database/in-states.js';
import { all, join, leftJoin } from '../platform/database/joins.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import { shown } from '../platform/http/listing.js';
import { DATED_WEEKS, type OrderStateCount, type SchoolPage, type SchoolYearFigures } from './school-page.answers.js';

/** One school with everything about it, by what its reader may read. */
@Injectable()
export class SchoolPageQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly schools: SchoolsService,
    private readonly orderCounts: OrdersService,
    private readonly gate: GateService,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused object.not-found */
  page(actor: Actor, schoolId: string): Promise<SchoolPage> {
    return this.transactions.snapshot((manager) => this.read(manager, actor, schoolId));
  }

  private async read(manager: EntityManager, actor: Actor, schoolId: string): Promise<SchoolPage> {
    const school = await this.schools.reach(manager, actor, schoolId);
    const today = this.clock.today();
    const [row] = await manager.query(PAGE, [school.id, today, civilYearOf(today), actor.contractHolderId]);
    const fields = schoolFields(actor.role, row.worksThere);
    const weeks = weeksOf(row.hours);
    const page: SchoolPage = {
      ...row.identity,
      openingHours: weekInForce(today, weeks),
      ownOpeningHours: weeks.length > 0,
      datedOpeningHours: weeks.reverse().slice(0, DATED_WEEKS),
      contacts: row.contacts,
      access: row.access,
      people: row.people,
      figures: row.figures.map(withLabel),
      gate: fields.convention ? await this.gate.describe(manager, actor.role, school.id, today) : null,
      budgets: row.budgets,
      orders: fields.orders ? await this.orders(manager, actor, school.id) : [],
    };
    return shown(SCHOOL_PAGE_TERMS, fields, page, { people: [], figures: [], budgets: [], orders: [] });
  }

  /** Orders that the reader reaches, by state; the committee counts them without reading any. */
  private async orders(manager: EntityManager, actor: Actor, schoolId: string): Promise<OrderStateCount[]> {
    const counts: OrderStateCount[] = await this.orderCounts
      .countable(manager, actor)
      .select(['o.state as state', 'count(*)::int as count'])
      .andWhere(`o.school_id = :schoolId and ${notInStates('o.state', ORDERS_DISCARDED)}`, { schoolId })
      .groupBy('o.state')
      .orderBy('o.state')
      .getRawMany<OrderStateCount>();
    const rank = (count: OrderStateCount) =>
      ORDER_STATE_NAMES.indexOf(count.state as (typeof ORDER_STATE_NAMES)[number]);
    return counts.sort((a, b) => rank(a) - rank(b));
  }
}

/** Parameters: school, today, civil year, the reader's firm. */
const PAGE = `select
  json_build_object('id', s.id, 'uai', s.uai, 'name', s.name, 'version', s.version, 'sector', s.sector, 'stateContract', s.state_contract, 'kind', s.kind,
    'priority', s.priority, 'state', s.state, 'closingAnnounced', s.closing_announced, 'closedToday', s.closed_on is not distinct from $2::date,
    'openedOn', s.opened_on, 'hasInclusionClass', s.has_inclusion_class, 'siret', s.siret,
    'commune', json_build_object('id', m.id, 'code', m.insee_code, 'name', m.name),
    'circonscription', case when q.id is not null then json_build_object('id', q.id, 'code', q.code, 'name', q.name) end,
    'managingBody', case when b.id is not null then json_build_object('id', b.id, 'code', null, 'name', b.name) end,
    'host', case when coalesce(h.uai, s.host_uai) is not null then json_build_object('id', h.id, 'uai', coalesce(h.uai, s.host_uai), 'name', h.name) end,
    'address', json_build_object('line1', s.address, 'line2', s.address_line2, 'postalCode', s.postal_code, 'latitude', s.latitude, 'longitude', s.longitude),
    'presenceNeeded', s.presence_needed,
    'roomCount', ${roomCountOf('s.id')},
    'uais', ${uaisOf('s.id')}) as identity,
  json_build_object('telephone', s.telephone, 'email', s.email, 'website', s.website) as contacts,
  json_build_object('keyHolder', s.key_holder, 'alarm', s.alarm, 'note', s.access_note) as access,
  ${datedHoursOf('s.id')} as hours,
  ${headsOf('s.id', '$2::date')} as people,
  ${figuresOf('s.id')} as figures,
  coalesce((select json_agg(${BAR} order by e.kind)
    from ${ENVELOPES_NOW}
    where e.school_id = s.id and e.year = $3), '[]') as budgets,
  ${worksAt('s.id', contractsHeldBy('$4'))} as "worksThere"
  from ${all(SCHOOLS)} ${join(communeOf())} ${leftJoin(circonscriptionOf())}
  ${leftJoin(bodyOf())} ${leftJoin(schoolOf('s.host_school_id', 'h'))} where s.id = $1`;

function withLabel(figures: SchoolYearFigures): SchoolYearFigures {
  return { ...figures, label: schoolYearStarting(figures.schoolYear).label };
}
