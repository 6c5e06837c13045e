import { Injectable } from '@nestjs/common';
import { civilYearOf, ORDER_STATE_NAMES, schoolFields, schoolYearStarting } from '@parc/domain';
import { DataSource } from 'typeorm';
import { GateService } from '../agreements/gate.service.js';
import { SchoolsService } from '../directory/schools.service.js';
import type { Actor } from '../identity/actor.js';
import { orderScope } from '../orders/order.scope.js';
import { Clock } from '../platform/clock.js';
import type { OrderStateCount, SchoolPage, SchoolYearFigures } from './school-page.answers.js';

/** One school with everything about it, by what its reader may read. */
@Injectable()
export class SchoolPageQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly schools: SchoolsService,
    private readonly gate: GateService,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused object.not-found */
  async page(actor: Actor, schoolId: string): Promise<SchoolPage> {
    const { manager } = this.dataSource;
    const school = await this.schools.reach(manager, actor, schoolId);
    const today = this.clock.today();
    const [row] = await manager.query(PAGE, [school.id, today, civilYearOf(today), actor.contractHolderId]);
    const fields = schoolFields(actor.role, row.worksThere);
    return {
      ...row.identity,
      openingHours: school.openingHours,
      contacts: fields.contacts ? row.contacts : null,
      access: fields.access ? row.access : null,
      people: fields.people ? row.people : [],
      figures: fields.figures ? row.figures.map(withLabel) : [],
      gate: fields.convention ? await this.gate.describe(manager, actor.role, school.id, today) : null,
      budgets: fields.budget ? row.budgets : [],
      orders: fields.orders ? await this.orders(actor, school.id) : [],
    };
  }

  /** Orders that the reader reaches, by state; the committee counts them without reading any. */
  private async orders(actor: Actor, schoolId: string): Promise<OrderStateCount[]> {
    const scope =
      actor.role === 'committee' ? { sql: `o.state not in ('draft', 'discarded')`, parameters: {} } : orderScope(actor);
    const counts: OrderStateCount[] = await this.dataSource.manager
      .createQueryBuilder()
      .select(['o.state as state', 'count(*)::int as count'])
      .from('installation_order', 'o')
      .innerJoin('school', 's', 's.id = o.school_id')
      .where('o.school_id = :schoolId and o.state <> :discarded', { schoolId, discarded: 'discarded' })
      .andWhere(scope.sql, scope.parameters)
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
    'ownOpeningHours', s.opening_hours <> '{}', 'presenceNeeded', s.presence_needed,
    'roomCount', (select count(*) from room r where r.school_id = s.id and not r.removed),
    'uais', coalesce((select json_agg(json_build_object('uai', u.uai, 'from', u.from_day, 'to', u.to_day) order by u.from_day desc, u.id)
      from school_uai u where u.school_id = s.id), '[]')) as identity,
  json_build_object('telephone', s.telephone, 'email', s.email, 'website', s.website) as contacts,
  json_build_object('keyHolder', s.key_holder, 'alarm', s.alarm, 'note', s.access_note) as access,
  coalesce((select json_agg(json_build_object('name', c.name, 'deputy', a.deputy_of_id is not null, 'until', a.to_day - 1)
      order by a.deputy_of_id is not null, c.name, a.id)
    from assignment a join account c on c.id = a.account_id where a.school_id = s.id and a.role = 'school-head' and c.active
      and a.from_day <= $2::date and (a.to_day is null or a.to_day > $2::date)), '[]') as people,
  coalesce((select json_agg(json_build_object('schoolYear', f.school_year, 'pupils', f.pupils, 'classes', f.classes, 'teachers', f.teachers,
      'socialIndex', f.social_index) order by f.school_year desc) from school_year_figures f where f.school_id = s.id), '[]') as figures,
  coalesce((select json_agg(json_build_object('year', e.year, 'kind', e.kind, 'openedCents', coalesce(l.opened_after, 0), 'spentCents', coalesce(l.spent_after, 0),
      'committedCents', coalesce(l.committed_after, 0), 'reservedCents', coalesce(l.reserved_after, 0), 'availableCents', coalesce(l.available_after, 0)) order by e.kind)
    from envelope e left join lateral (select * from ledger_entry where envelope_id = e.id order by sequence desc limit 1) l on true
    where e.school_id = s.id and e.year = $3), '[]') as budgets,
  exists (select from installation_order o join contract k on k.id = o.contract_id
    where o.school_id = s.id and k.holder_id = $4 and o.state in ('scheduled', 'in-progress')) as "worksThere"
  from school s join commune m on m.id = s.commune_id left join circonscription q on q.id = s.circonscription_id
  left join managing_body b on b.id = s.managing_body_id left join school h on h.id = s.host_school_id where s.id = $1`;

function withLabel(figures: SchoolYearFigures): SchoolYearFigures {
  return { ...figures, label: schoolYearStarting(figures.schoolYear).label };
}
