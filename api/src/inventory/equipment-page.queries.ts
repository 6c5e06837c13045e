import { Injectable } from '@nestjs/common';
import {
  EQUIPMENT_PAGE_TERMS,
  equipmentFields,
  isSchoolRole,
  possibleEquipmentActions,
  roleWords,
  type EquipmentFields,
  type Role,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { contractOf, holderOf } from '../catalogue/contract.sql.js';
import { itemOf } from '../catalogue/item.sql.js';
import { communeOf, roomOf, schoolOf } from '../directory/school.sql.js';
import { accountOf } from '../identity/account.sql.js';
import type { Actor } from '../identity/actor.js';
import { orderOf } from '../orders/order.sql.js';
import { join, leftJoin } from '../platform/database/joins.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import { shown } from '../platform/http/listing.js';
import { LIMITS } from '../platform/limits.js';
import { EquipmentAccess } from './equipment.access.js';
import type { EquipmentContent } from './equipment-content.answers.js';
import type { EquipmentMoveAnswer, EquipmentPage } from './equipment.answers.js';
import { EquipmentContext } from './equipment.context.js';
import type { Equipment } from './equipment.entity.js';
import { containerOf, PRICE, ROOM, stockPlaceOf } from './equipment.sql.js';

/** One device as a page, by what its reader may read of it. */
@Injectable()
export class EquipmentPageQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: EquipmentAccess,
    private readonly context: EquipmentContext,
  ) {}

  page(actor: Actor, equipmentId: string): Promise<EquipmentPage> {
    return this.transactions.snapshot(async (manager) =>
      this.read(manager, actor, await this.access.read(manager, actor, equipmentId)),
    );
  }

  /** The page that a scanned code opens. */
  pageOfCode(actor: Actor, code: string): Promise<EquipmentPage> {
    return this.transactions.snapshot(async (manager) =>
      this.read(manager, actor, await this.access.readByCode(manager, actor, code)),
    );
  }

  private async read(manager: EntityManager, actor: Actor, equipment: Equipment): Promise<EquipmentPage> {
    const fields = equipmentFields(actor.role);
    const facts = await this.context.facts(manager, equipment);
    const [around] = await manager.query(AROUND, [equipment.id]);
    const page: EquipmentPage = {
      ...ownColumns(equipment),
      ...(around as Around),
      contents: equipment.isContainer ? await contentsOf(manager, equipment.id) : [],
      history: fields.history ? await historyOf(manager, actor, equipment.id, fields) : [],
      possible: possibleEquipmentActions(actor.role, facts),
    };
    return shown(EQUIPMENT_PAGE_TERMS, fields, page, { contents: [], history: [] });
  }
}

type Around = Pick<
  EquipmentPage,
  | 'modelName'
  | 'maker'
  | 'picture'
  | 'trainingModule'
  | 'schoolName'
  | 'communeName'
  | 'roomId'
  | 'roomName'
  | 'stockPlaceName'
  | 'containerTag'
  | 'orderNumber'
  | 'contractNumber'
  | 'supplierName'
  | 'priceCents'
  | 'lastSeenBy'
>;

const AROUND = `select i.name as "modelName", i.maker, i.picture, i.training_module as "trainingModule",
    s.name as "schoolName", m.name as "communeName", r.id as "roomId", r.name as "roomName", p.name as "stockPlaceName",
    c.tag as "containerTag", o.number as "orderNumber", k.number as "contractNumber", h.name as "supplierName",
    ${PRICE} as "priceCents", a.name as "lastSeenBy"
  from equipment e ${join(itemOf('e.model_id'))} ${leftJoin(schoolOf('e.school_id'))} ${leftJoin(communeOf())}
  ${leftJoin(containerOf())} ${leftJoin(ROOM)} ${leftJoin(stockPlaceOf('coalesce(e.stock_place_id, c.stock_place_id)'))}
  ${leftJoin(orderOf('e.order_id'))} ${leftJoin(contractOf('e.contract_id'))} ${leftJoin(holderOf())}
  ${leftJoin(accountOf('e.last_seen_by', 'a'))}
  where e.id = $1`;

function ownColumns(equipment: Equipment) {
  return {
    id: equipment.id,
    version: equipment.version,
    tag: equipment.tag,
    serial: equipment.serial,
    state: equipment.state,
    stateSince: equipment.stateSince.toISOString(),
    modelId: equipment.modelId,
    isContainer: equipment.isContainer,
    schoolId: equipment.schoolId,
    stockPlaceId: equipment.stockPlaceId,
    containerId: equipment.containerId,
    orderId: equipment.orderId,
    netCents: equipment.netCents,
    vatBasisPoints: equipment.vatBasisPoints,
    funding: equipment.funding,
    commitmentNumber: equipment.commitmentNumber,
    purchasedOn: equipment.purchasedOn,
    warrantyUntil: equipment.warrantyUntil,
    refurbished: equipment.refurbished,
    complaintNumber: equipment.complaintNumber,
    retirementNumber: equipment.retirementNumber,
    lastSeenAt: equipment.lastSeenAt?.toISOString() ?? null,
  };
}

async function contentsOf(manager: EntityManager, containerId: string): Promise<EquipmentContent[]> {
  const rows: (Omit<EquipmentContent, 'lastSeenAt'> & { lastSeenAt: Date | null })[] = await manager.query(
    `select e.id, e.version, e.tag, i.name as "modelName", e.last_seen_at as "lastSeenAt"
       from equipment e ${join(itemOf('e.model_id'))} where e.container_id = $1 order by e.tag limit ${LIMITS.shownOfOne}`,
    [containerId],
  );
  return rows.map((row) => ({ ...row, lastSeenAt: row.lastSeenAt?.toISOString() ?? null }));
}

type StoredMove = Omit<EquipmentMoveAnswer, 'at' | 'roleLabel' | 'actNumber' | 'role'> & {
  at: Date;
  role: Role | 'system';
  deputy: boolean;
  detail: { complaintNumber?: string; retirementNumber?: string; orderNumber?: string };
};

/** What people of a school read of a device's past at another is nothing: not its rooms, not why it left. */
async function historyOf(
  manager: EntityManager,
  actor: Actor,
  equipmentId: string,
  { names }: EquipmentFields,
): Promise<EquipmentMoveAnswer[]> {
  const moves: StoredMove[] = await manager.query(
    `select v.action, v.from_state as "fromState", v.to_state as "toState", v.at, v.role, v.deputy, a.name, v.reason, v.detail,
        coalesce(p.name, r.name || ', ' || s.name, c.tag) as place
       from equipment_move v ${leftJoin(accountOf('v.account_id', 'a'))} ${leftJoin(stockPlaceOf('v.stock_place_id'))}
       ${leftJoin(roomOf('v.room_id'))} ${leftJoin(schoolOf('v.school_id'))} ${leftJoin(containerOf('v.container_id'))}
      where v.equipment_id = $1 and ($2::uuid is null or v.school_id is null or v.school_id = $2)
      order by v.at desc, v.id desc limit ${LIMITS.shownOfOne}`,
    [equipmentId, isSchoolRole(actor.role) ? actor.schoolId : null],
  );
  return moves.map(({ detail, deputy, ...move }) => ({
    ...move,
    at: move.at.toISOString(),
    roleLabel: move.role === 'system' ? 'Parc École' : roleWords(move.role, deputy),
    name: names ? move.name : null,
    actNumber: detail.complaintNumber ?? detail.retirementNumber ?? detail.orderNumber ?? null,
  }));
}
