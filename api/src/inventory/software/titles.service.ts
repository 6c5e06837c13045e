import { Injectable } from '@nestjs/common';
import { SOFTWARE_CLEARANCES } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { SOFTWARE_AMONG } from '../../catalogue/item.sql.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { Refused } from '../../platform/http/refused.js';
import { SoftwareRegister } from './software-register.js';
import type { SoftwareChanged, SoftwareClearanceRequest, SoftwareTitleRequest } from './software.dto.js';

/** Titles as the manager writes them. */
@Injectable()
export class SoftwareTitlesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: SoftwareRegister,
  ) {}

  /** @throws Refused software.item-unknown; by the database software.title-taken, software.item-taken */
  add(request: SoftwareTitleRequest, write: Write): Promise<SoftwareChanged> {
    return this.transactions.run(write, async (manager) => {
      await requireItem(manager, request.itemId);
      const [added] = await manager.query(
        `insert into software_title (name, publisher, hosting, free, item_id, unit_seats, term_months)
         values ($1, $2, $3, $4, $5, $6, $7) returning id, version`,
        columns(request),
      );
      return added as SoftwareChanged;
    });
  }

  /** @throws Refused object.not-found, version.stale, software.item-unknown; by the database software.title-taken, software.item-taken */
  write(titleId: string, request: SoftwareTitleRequest, write: Write): Promise<SoftwareChanged> {
    return this.transactions.run(write, async (manager) => {
      await this.access.lockTitle(manager, titleId, write);
      await requireItem(manager, request.itemId);
      return changed(
        await manager.query(
          `update software_title set name = $1, publisher = $2, hosting = $3, free = $4, item_id = $5, unit_seats = $6, term_months = $7,
             version = version + 1 where id = $8 returning id, version`,
          [...columns(request), titleId],
        ),
      );
    });
  }

  /** @throws Refused object.not-found, version.stale, software.clearance-unsaid, conditions-missing, review-before */
  clear(titleId: string, request: SoftwareClearanceRequest, write: Write): Promise<SoftwareChanged> {
    const { clearance, clearedBy, clearedOn, reference, conditions, reviewOn = null } = request;
    const { said, conditions: conditional } = SOFTWARE_CLEARANCES[clearance];
    if (said && !(clearedBy && clearedOn)) throw new Refused('software.clearance-unsaid');
    if (conditional && !conditions) throw new Refused('software.conditions-missing');
    if (said && reviewOn !== null && reviewOn <= clearedOn!) throw new Refused('software.review-before');
    return this.transactions.run(write, async (manager) => {
      await this.access.lockTitle(manager, titleId, write);
      const whenSaid = <Value>(value: Value) => (said ? value : null);
      return changed(
        await manager.query(
          `update software_title set clearance = $1, cleared_by = $2, cleared_on = $3, clearance_reference = $4, clearance_conditions = $5,
             review_on = $6, version = version + 1 where id = $7 returning id, version`,
          [
            ...[clearance, whenSaid(clearedBy), whenSaid(clearedOn), whenSaid(reference ?? null)],
            ...[conditional ? conditions : null, whenSaid(reviewOn), titleId],
          ],
        ),
      );
    });
  }
}

const columns = ({ name, publisher, hosting, free, itemId, unitSeats, termMonths }: SoftwareTitleRequest) => [
  ...[name, publisher, hosting, free],
  ...[itemId ?? null, unitSeats ?? 1, termMonths ?? null],
];

const changed = ([[row]]: [[SoftwareChanged]]): SoftwareChanged => row;

async function requireItem(manager: EntityManager, itemId: string | null | undefined): Promise<void> {
  if (!itemId) return;
  const rows = await manager.query(SOFTWARE_AMONG, [[itemId]]);
  if (!rows[0] || rows[0].service) throw new Refused('software.item-unknown');
}
