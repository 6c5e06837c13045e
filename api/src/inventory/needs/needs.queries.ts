import { Injectable } from '@nestjs/common';
import { NEED_LIST, NEEDS, NEEDS_WAITING, REDEPLOYABLE, REDEPLOYMENTS } from '@parc/domain';
import { DataSource, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { itemOf } from '../../catalogue/item.sql.js';
import { communeOf, roomOf, schoolOf } from '../../directory/school.sql.js';
import type { Actor } from '../../identity/actor.js';
import { inStates } from '../../platform/database/in-states.js';
import { join, leftJoin } from '../../platform/database/joins.sql.js';
import { anyOf } from '../../platform/database/kinds.sql.js';
import { oneByOne } from '../../platform/one-by-one.js';
import { Transactions } from '../../platform/database/transactions.js';
import { listing } from '../../platform/http/listing.js';
import { renderPage } from '../../platform/http/page.js';
import { LIMITS } from '../../platform/limits.js';
import { EquipmentAccess } from '../equipment.access.js';
import { equipmentOf } from '../equipment.sql.js';
import { GapsQueries } from './gaps.queries.js';
import { IdleDevices } from './idle-devices.js';
import { kitGroupOf } from './kit.sql.js';
import { NeedAccess } from './need.access.js';
import { needScope } from './needs.scope.js';
import type { DeviceNeed, DeviceNeeds, NEED_SORTS, NeedListItem, NeedListQuery, NeedPage } from './need.dto.js';

const LIST = listing<NeedListItem, NeedListQuery>()(NEED_LIST);

const COLUMNS: Record<keyof NeedListItem, string> = {
  id: 'n.id',
  version: 'n.version',
  schoolId: 'n.school_id',
  schoolName: 's.name',
  communeName: 'm.name',
  groupId: 'n.group_id',
  groupName: 'g.name',
  roomName: 'r.name',
  quantity: 'n.quantity',
  classes: 'n.classes',
  purpose: 'n.purpose',
  state: 'n.state',
  createdAt: 'n.created_at',
  proposals: `(select count(*)::int from redeployment d where d.need_id = n.id and d.state = '${REDEPLOYMENTS.initial}')`,
};

/** Each is an index' order, whichever way it is read. */
const SORTS: Record<(typeof NEED_SORTS)[number], string> = { stated: 'n.created_at' };

const READS = {};

type Rows = SelectQueryBuilder<ObjectLiteral>;

/** What screens read of needs: scope by `needScope` alone. */
@Injectable()
export class NeedsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: NeedAccess,
    private readonly equipment: EquipmentAccess,
    private readonly gaps: GapsQueries,
    private readonly idle: IdleDevices,
  ) {}

  /** JSON text of a `NeedList`, the latest first unless asked otherwise. */
  list(actor: Actor, query: NeedListQuery): Promise<string> {
    const direction = (query.direction ?? 'desc') === 'desc' ? 'DESC' : 'ASC';
    const rows = this.decorated(this.filtered(actor, query));
    LIST.select(rows, COLUMNS, READS);
    rows.orderBy(SORTS[LIST.sort(query, 'stated', READS)], direction).addOrderBy('n.id', direction);
    return renderPage(this.dataSource.manager, actor, rows, query, this.filtered(actor, query));
  }

  page(actor: Actor, needId: string): Promise<NeedPage> {
    return this.transactions.snapshot(async (manager) => {
      const { state } = await this.access.read(manager, actor, needId);
      const [own] = await manager.query(OWN, [needId]);
      return {
        ...(own as NeedPage),
        history: await manager.query(HISTORY, [needId]),
        offered: await manager.query(OFFERED, [needId]),
        possible: NEEDS.actionsFor(actor.role, state),
      };
    });
  }

  /** The needs that a device might answer, the oldest first, with what each school lacks. @throws Refused object.not-found */
  forDevice(actor: Actor, equipmentId: string): Promise<DeviceNeeds> {
    return this.transactions.snapshot(async (manager) => {
      const device = await this.equipment.read(manager, actor, equipmentId);
      const [proposed] = await manager.query('select id from redeployment where equipment_id = $1 and state = $2', [
        equipmentId,
        REDEPLOYMENTS.initial,
      ]);
      const group = await this.idle.groupOf(manager, equipmentId);
      const movable = REDEPLOYABLE.includes(device.state);
      return {
        idle: movable ? await this.idle.reasonOf(manager, device) : null,
        proposedId: (proposed?.id as string | undefined) ?? null,
        items: group && movable ? await this.waiting(manager, group.groupId, device.schoolId) : [],
      };
    });
  }

  private async waiting(manager: EntityManager, groupId: string, schoolId: string | null): Promise<DeviceNeed[]> {
    const needs: (Omit<DeviceNeed, 'lacking'> & { schoolId: string })[] = await manager.query(WAITING, [
      groupId,
      schoolId,
    ]);
    const items: DeviceNeed[] = [];
    await oneByOne(needs, async ({ schoolId: school, ...need }) => {
      const { lacking } = await this.gaps.kitOf(manager, school, groupId);
      items.push({ ...need, lacking });
    });
    return items;
  }

  private filtered(actor: Actor, query: NeedListQuery): Rows {
    const scope = needScope(actor);
    const rows: Rows = this.dataSource.manager
      .createQueryBuilder()
      .from('need', 'n')
      .innerJoin(...schoolOf('n.school_id'))
      .where(scope.sql, scope.parameters);
    LIST.filter(query, READS, {
      state: (states) => rows.andWhere(anyOf('n.state', states)),
      schoolId: (schoolId) => rows.andWhere('n.school_id = :schoolId', { schoolId }),
    });
    return rows;
  }

  private decorated(rows: Rows): Rows {
    return rows
      .innerJoin(...communeOf())
      .leftJoin(...kitGroupOf())
      .leftJoin(...roomOf('n.room_id'))
      .select([]);
  }
}

/** So many are shown: whoever chooses for one device reads the oldest. */
const SHOWN_NEEDS = 10;

const OWN = `select ${Object.entries(COLUMNS)
  .map(([name, sql]) => `${sql} as "${name}"`)
  .join(', ')}, n.note from need n ${join(schoolOf('n.school_id'))} ${join(communeOf())} ${leftJoin(kitGroupOf())}
  ${leftJoin(roomOf('n.room_id'))} where n.id = $1`;
const HISTORY = `select v.action, v.role, v.at, v.reason from need_move v where v.need_id = $1 order by v.at desc, v.id desc limit ${LIMITS.shownOfOne}`;
const OFFERED = `select d.id, e.tag, i.name as "modelName", d.state from redeployment d ${join(equipmentOf('d.equipment_id'))}
  ${join(itemOf('e.model_id'))} where d.need_id = $1 order by d.created_at desc, d.id desc limit ${LIMITS.shownOfOne}`;
const WAITING = `select n.id, n.school_id as "schoolId", s.name as "schoolName", m.name as "communeName", g.name as "groupName", n.quantity,
    n.classes, n.purpose, n.created_at as "createdAt"
  from need n ${join(schoolOf('n.school_id'))} ${join(communeOf())} ${join(kitGroupOf())}
  where n.group_id = $1 and n.school_id is distinct from $2 and ${inStates('n.state', NEEDS_WAITING)}
  order by n.created_at, n.id limit ${SHOWN_NEEDS}`;
