import { Injectable } from '@nestjs/common';
import type { Role } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';

/** What other domains ask about who holds which role. */
@Injectable()
export class AssignmentsService {
  constructor(private readonly clock: Clock) {}

  /** Does this active account hold the role today? */
  async holds(manager: EntityManager, accountId: string, role: Role): Promise<boolean> {
    const rows = await manager.query(
      `select from assignment a join account c on c.id = a.account_id and c.active
        where a.account_id = $1 and a.role = $2 and a.from_day <= $3 and (a.to_day is null or a.to_day > $3) limit 1`,
      [accountId, role, this.clock.today()],
    );
    return rows.length > 0;
  }
}
