import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { signatureOf } from '../identity/mover.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { isToConfirm } from './confirmation.js';
import { VisitAccess } from './visit.access.js';
import type { VisitMoved } from './visit.moving.js';

/** The school says afterwards what nobody has proven at its door. The minutes stay as they are. */
@Injectable()
export class VisitConfirmationsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: VisitAccess,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused object.not-found, visit.nothing-to-confirm, visit.confirmed-already */
  confirm(actor: Actor, visitId: string, write: Write): Promise<VisitMoved> {
    return this.transactions.run(write, async (manager) => {
      const visit = await this.access.read(manager, actor, visitId);
      if (!isToConfirm(visit)) throw new Refused('visit.nothing-to-confirm');
      const { accountId, role, deputy } = signatureOf(actor);
      await manager.query(
        'insert into visit_confirmation (visit_id, account_id, role, deputy, at) values ($1, $2, $3, $4, $5)',
        [visitId, accountId, role, deputy, this.clock.now()],
      );
      return { id: visit.id, number: visit.number, version: visit.version, state: visit.state };
    });
  }
}
