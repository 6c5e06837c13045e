import { Injectable } from '@nestjs/common';
import { DOTATION_PART_LIST, EQUIPMENT, possibleDotationPartActions } from '@parc/domain';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { itemOf } from '../../catalogue/item.sql.js';
import { communeOf, schoolOf } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { FOR_LOANS } from '../../loans/loan.sql.js';
import { inStates } from '../../platform/database/in-states.js';
import { byId, join, leftJoin } from '../../platform/database/joins.sql.js';
import { anyOf } from '../../platform/database/kinds.sql.js';
import { Transactions } from '../../platform/database/transactions.js';
import { listing } from '../../platform/http/listing.js';
import { renderPage } from '../../platform/http/page.js';
import { LIMITS } from '../../platform/limits.js';
import { containerOf, equipmentOf } from '../equipment.sql.js';
import { kitGroupOf } from '../needs/kit.sql.js';
import { DotationAccess } from './dotation.access.js';
import type { DotationPartListItem, DotationPartPage, DotationOffer } from './dotation-part.answers.js';
import type { DOTATION_PART_SORTS, DotationPartListQuery } from './dotation.dto.js';
import { DotationPartMoves } from './dotation-part-moves.js';
import { dotationPartScope } from './dotation.scope.js';

const LIST = listing<DotationPartListItem, DotationPartListQuery>()(DOTATION_PART_LIST);

const COLUMNS: Record<keyof DotationPartListItem, string> = {
  id: 'p.id',
  version: 'p.version',
  dotationId: 'p.dotation_id',
  title: 'd.title',
  modelName: 'i.name',
  groupName: 'g.name',
  schoolId: 'p.school_id',
  schoolName: 's.name',
  communeName: 'm.name',
  quantity: 'p.quantity',
  asked: 'p.asked',
  counted: 'p.counted',
  opinion: 'p.opinion',
  opinionQuantity: 'p.opinion_quantity',
  answerBy: 'p.answer_by::text',
  plannedOn: 'p.planned_on::text',
  plannedHalf: 'p.planned_half',
  prepared: '(select count(*)::int from dotation_device v where v.part_id = p.id and v.outcome is null)',
  received: 'p.received',
  state: 'p.state',
  dotationState: 'd.state',
};

/** Each is an index' order, whichever way it is read. */
const SORTS: Record<(typeof DOTATION_PART_SORTS)[number], string> = {
  allotted: 'p.created_at',
  planned: 'p.planned_on',
};

const READS = {};

type Rows = SelectQueryBuilder<ObjectLiteral>;

/** What screens read of schools' parts: scope by `dotationPartScope` alone. */
@Injectable()
export class DotationPartsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: DotationAccess,
    private readonly moves: DotationPartMoves,
  ) {}

  /** JSON text of a `DotationPartList`: as they were allotted, or by the day of their delivery. */
  list(actor: Actor, query: DotationPartListQuery): Promise<string> {
    const direction = (query.direction ?? 'asc') === 'desc' ? 'DESC' : 'ASC';
    const rows = this.filtered(actor, query)
      .innerJoin(...communeOf())
      .innerJoin(...byId('dotation', 'd', 'p.dotation_id'))
      .innerJoin(...kitGroupOf('d.group_id'))
      .innerJoin(...itemOf('d.model_id'))
      .select([]);
    LIST.select(rows, COLUMNS, READS);
    rows.orderBy(SORTS[LIST.sort(query, 'allotted', READS)], direction).addOrderBy('p.id', direction);
    return renderPage(this.dataSource.manager, actor, rows, query, this.filtered(actor, query));
  }

  /** @throws Refused object.not-found */
  page(actor: Actor, partId: string): Promise<DotationPartPage> {
    return this.transactions.snapshot(async (manager) => {
      const part = await this.access.readPart(manager, actor, partId);
      const [own] = await manager.query(OWN, [partId]);
      return {
        ...(own as DotationPartPage),
        devices: await manager.query(DEVICES, [partId]),
        needs: await manager.query(NEEDS_OF, [partId]),
        history: await manager.query(HISTORY, [partId]),
        possible: possibleDotationPartActions(actor.role, this.moves.factsOf(part)),
      };
    });
  }

  /** Devices of the model in stock that wait for nobody, with the delivery that brought them. @throws Refused object.not-found */
  offered(actor: Actor, partId: string): Promise<DotationOffer> {
    return this.transactions.snapshot(async (manager) => {
      const { modelId } = await this.access.readPart(manager, actor, partId);
      return { items: await manager.query(OFFERED, [modelId]) };
    });
  }

  private filtered(actor: Actor, query: DotationPartListQuery): Rows {
    const scope = dotationPartScope(actor);
    const rows: Rows = this.dataSource.manager
      .createQueryBuilder()
      .from('dotation_part', 'p')
      .innerJoin(...schoolOf('p.school_id'))
      .where(scope.sql, scope.parameters);
    LIST.filter(query, READS, {
      state: (states) => rows.andWhere(anyOf('p.state', states)),
      dotationId: (dotationId) => rows.andWhere('p.dotation_id = :dotationId', { dotationId }),
      schoolId: (schoolId) => rows.andWhere('p.school_id = :schoolId', { schoolId }),
      plannedOn: (plannedOn) => rows.andWhere('p.planned_on = :plannedOn', { plannedOn }),
    });
    return rows;
  }
}

const OWN = `select ${Object.entries(COLUMNS)
  .map(([name, sql]) => `${sql} as "${name}"`)
  .join(', ')}
  from dotation_part p ${join(schoolOf('p.school_id'))} ${join(communeOf())} ${join(byId('dotation', 'd', 'p.dotation_id'))}
  ${join(kitGroupOf('d.group_id'))} ${join(itemOf('d.model_id'))} where p.id = $1`;
const DEVICES = `select v.equipment_id as "equipmentId", e.tag, e.serial, v.outcome, c.tag as "containerTag" from dotation_device v ${join(equipmentOf('v.equipment_id'))}
  ${leftJoin(containerOf())}
  where v.part_id = $1 and v.outcome is distinct from 'released' order by v.id limit ${LIMITS.shownOfOne}`;
const NEEDS_OF = `select n.id, n.purpose from dotation_need t ${join(byId('need', 'n', 't.need_id'))} where t.part_id = $1
  order by n.created_at, n.id limit ${LIMITS.shownOfOne}`;
const HISTORY = `select v.action, v.role, v.at, v.reason, v.answer, v.quantity from dotation_part_move v where v.part_id = $1
  order by v.at desc, v.id desc limit ${LIMITS.shownOfOne}`;
const OFFERED = `select e.id as "equipmentId", e.tag, e.serial, l.name as "stockPlaceName", c.note_number as "noteNumber"
  from equipment e ${leftJoin(byId('stock_place', 'l', 'e.stock_place_id'))} ${leftJoin(byId('delivery_receipt', 'c', 'e.receipt_id'))}
  where e.model_id = $1 and ${inStates('e.state', EQUIPMENT.statesFrom('place'))} and e.container_id is null
    and not exists (select from dotation_device v where v.equipment_id = e.id and v.outcome is null) and not ${FOR_LOANS('e.id')}
  order by e.tag limit ${LIMITS.dotation.offered}`;
