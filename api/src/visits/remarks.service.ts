import { Injectable } from '@nestjs/common';
import { VISITS_TOLD } from '@parc/domain';
import type { Actor } from '../identity/actor.js';
import { signatureOf } from '../identity/mover.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { VisitAccess } from './visit.access.js';
import type { VisitMoved } from './visit.moving.js';

/** What was wrong in the minutes, or is to be added: they stay as they are, and say it. */
@Injectable()
export class VisitRemarksService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: VisitAccess,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused object.not-found, visit.not-told-yet while there are no minutes */
  add(actor: Actor, visitId: string, text: string, write: Write): Promise<VisitMoved> {
    return this.transactions.run(write, async (manager) => {
      const visit = await this.access.read(manager, actor, visitId);
      if (!VISITS_TOLD.includes(visit.state)) throw new Refused('visit.not-told-yet');
      const { accountId, role, deputy } = signatureOf(actor);
      await manager.query(
        'insert into visit_remark (visit_id, account_id, role, deputy, at, text) values ($1, $2, $3, $4, $5, $6)',
        [visitId, accountId, role, deputy, this.clock.now(), text.trim()],
      );
      return { id: visit.id, number: visit.number, version: visit.version, state: visit.state };
    });
  }
}
