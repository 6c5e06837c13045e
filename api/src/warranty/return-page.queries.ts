import { Injectable } from '@nestjs/common';
import { isReviewDue, possibleReturnActions, roleWords, type Role } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { itemOf } from '../catalogue/item.sql.js';
import { communeOf, schoolOf } from '../directory/school.sql.js';
import { accountOf } from '../identity/account.sql.js';
import type { Actor } from '../identity/actor.js';
import { equipmentOf } from '../inventory/equipment.sql.js';
import { ticketOf } from '../maintenance/ticket.sql.js';
import { Clock } from '../platform/clock.js';
import { join, leftJoin } from '../platform/database/joins.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import { LIMITS } from '../platform/limits.js';
import { ReturnAccess } from './return.access.js';
import type { ReturnHistoryLine, ReturnPage } from './return.answers.js';
import type { WarrantyReturn } from './return.entity.js';

type Around = Pick<
  ReturnPage,
  | ('ticketNumber' | 'equipmentTag' | 'serial' | 'modelName' | 'makerName')
  | ('schoolName' | 'communeName' | 'preparedByName')
>;

/** One return as a page. */
@Injectable()
export class ReturnPageQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: ReturnAccess,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused object.not-found */
  page(actor: Actor, returnId: string): Promise<ReturnPage> {
    return this.transactions.snapshot(async (manager) => {
      const one = await this.access.read(manager, actor, returnId);
      const [around] = await manager.query(AROUND, [returnId]);
      return {
        ...ownColumns(one),
        ...(around as Around),
        due: isReviewDue(one, this.clock.today()),
        history: await historyOf(manager, returnId),
        possible: possibleReturnActions(actor.role, one),
      };
    });
  }
}

const AROUND = `select t.number as "ticketNumber", e.tag as "equipmentTag", e.serial, i.name as "modelName", i.maker as "makerName",
    s.name as "schoolName", m.name as "communeName", a.name as "preparedByName"
  from warranty_return w ${join(ticketOf('w.ticket_id'))} ${join(equipmentOf('w.equipment_id'))} ${join(itemOf('e.model_id'))}
    ${join(schoolOf('w.school_id'))} ${join(communeOf())} ${join(accountOf('w.prepared_by', 'a'))} where w.id = $1`;

function ownColumns(one: WarrantyReturn) {
  const { preparedBy: _, stateSince, ...told } = one;
  return { ...told, stateSince: stateSince.toISOString() };
}

type Stored = Omit<ReturnHistoryLine, 'at' | 'roleLabel'> & { at: Date; role: Role; deputy: boolean };

async function historyOf(manager: EntityManager, returnId: string): Promise<ReturnHistoryLine[]> {
  const rows: Stored[] = await manager.query(
    `select v.action, v.to_state as "toState", v.at, v.role, v.deputy, a.name, v.reason
       from warranty_return_move v ${leftJoin(accountOf('v.account_id', 'a'))}
      where v.return_id = $1 order by v.at desc, v.id desc limit ${LIMITS.shownOfOne}`,
    [returnId],
  );
  return rows.map(({ deputy, ...line }) => ({
    ...line,
    at: line.at.toISOString(),
    roleLabel: roleWords(line.role, deputy),
  }));
}
