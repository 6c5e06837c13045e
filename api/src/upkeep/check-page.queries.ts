import { Injectable } from '@nestjs/common';
import { isCheckLate, possibleCheckActions, roleWords, type Role } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { itemOf } from '../catalogue/item.sql.js';
import { communeOf, schoolOf } from '../directory/school.sql.js';
import { accountOf } from '../identity/account.sql.js';
import type { Actor } from '../identity/actor.js';
import { containerOf, equipmentOf, ROOM } from '../inventory/equipment.sql.js';
import { ticketOf } from '../maintenance/ticket.sql.js';
import { Clock } from '../platform/clock.js';
import { join, leftJoin } from '../platform/database/joins.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import { LIMITS } from '../platform/limits.js';
import type { CheckDeviceAnswer, CheckHistoryLine, CheckPage } from './check.answers.js';
import { CheckAccess } from './check.access.js';
import type { UpkeepCheck } from './check.entity.js';
import { checkFacts } from './check-moves.js';
import { planOf } from './upkeep.sql.js';

type Around = Pick<CheckPage, 'planName' | 'points' | 'schoolName' | 'communeName' | 'assigneeName'>;

/** One check as a page. */
@Injectable()
export class CheckPageQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: CheckAccess,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused object.not-found */
  page(actor: Actor, checkId: string): Promise<CheckPage> {
    return this.transactions.snapshot(async (manager) => {
      const check = await this.access.read(manager, actor, checkId);
      const [around] = await manager.query(AROUND, [checkId]);
      return {
        ...ownColumns(check),
        ...(around as Around),
        late: isCheckLate({ ...check, today: this.clock.today() }),
        found: (await devicesOf(manager, [checkId])).get(checkId)!,
        history: await historyOf(manager, checkId),
        possible: possibleCheckActions(actor, checkFacts(check)),
      };
    });
  }
}

const AROUND = `select n.name as "planName", n.points, s.name as "schoolName", m.name as "communeName", a.name as "assigneeName"
  from upkeep_check c ${join(planOf())} ${join(schoolOf('c.school_id'))} ${join(communeOf())} ${leftJoin(accountOf('c.assigned_account_id', 'a'))}
  where c.id = $1`;

/** What a check says of itself. */
export function ownColumns(check: UpkeepCheck) {
  return {
    id: check.id,
    version: check.version,
    planId: check.planId,
    schoolId: check.schoolId,
    dueOn: check.dueOn,
    part: check.part,
    plannedOn: check.plannedOn,
    state: check.state,
    stateSince: check.stateSince.toISOString(),
    devices: check.devices,
    watch: check.watch,
    broken: check.broken,
    notFound: check.notFound,
  };
}

type Found = CheckDeviceAnswer & { checkId: string };

/** Of each of these checks, by room and label: as one goes through the school. */
export async function devicesOf(
  manager: EntityManager,
  checkIds: readonly string[],
): Promise<Map<string, CheckDeviceAnswer[]>> {
  const rows: Found[] = await manager.query(FOUND, [checkIds]);
  const byCheck = new Map<string, CheckDeviceAnswer[]>(checkIds.map((id) => [id, []]));
  for (const { checkId, ...device } of rows) byCheck.get(checkId)!.push(device);
  return byCheck;
}

const FOUND = `select d.check_id as "checkId", d.equipment_id as "equipmentId", e.tag, i.name as "modelName", r.name as "roomName",
    d.finding, d.note, d.ticket_id as "ticketId", t.number as "ticketNumber"
  from upkeep_check_device d ${join(equipmentOf('d.equipment_id'))} ${join(itemOf('e.model_id'))} ${leftJoin(containerOf())} ${leftJoin(ROOM)}
    ${leftJoin(ticketOf('d.ticket_id'))}
  where d.check_id = any($1) order by r.name, e.tag`;

type Stored = Omit<CheckHistoryLine, 'at' | 'roleLabel'> & { at: Date; role: Role | 'system'; deputy: boolean };

async function historyOf(manager: EntityManager, checkId: string): Promise<CheckHistoryLine[]> {
  const rows: Stored[] = await manager.query(
    `select v.action, v.to_state as "toState", v.at, v.role, v.deputy, a.name, v.reason
       from upkeep_check_move v ${leftJoin(accountOf('v.account_id', 'a'))}
      where v.check_id = $1 order by v.at desc, v.id desc limit ${LIMITS.shownOfOne}`,
    [checkId],
  );
  return rows.map(({ deputy, ...line }) => ({
    ...line,
    at: line.at.toISOString(),
    roleLabel: line.role === 'system' ? 'Parc École' : roleWords(line.role, deputy),
  }));
}
