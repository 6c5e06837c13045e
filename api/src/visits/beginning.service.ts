import { Injectable } from '@nestjs/common';
import { civilYearOf, parisDateOf, VISITS, VISITS_OPEN } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { SchoolsService } from '../directory/schools.service.js';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { inStates } from '../platform/database/in-states.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { VisitAccess } from './visit.access.js';
import type { VisitBeginRequest } from './visit.dto.js';
import { recordVisitMove } from './visit-history.js';
import { VisitMoves } from './visit-moves.js';
import type { VisitMoved } from './visit.moving.js';
import { NEXT_VISIT_NUMBER } from './visit.sql.js';

/** Somebody is at a school: of two windows that say so at once there is one visit, and the other one reads which. */
@Injectable()
export class BeginningService {
  constructor(
    private readonly transactions: Transactions,
    private readonly schools: SchoolsService,
    private readonly access: VisitAccess,
    private readonly moves: VisitMoves,
    private readonly clock: Clock,
  ) {}

  /**
   * Sent again, however late, it is the same visit as it is now.
   * @throws Refused object.not-found, visit.begun-unreadable, visit.open-already with the id of the one that is open,
   * idempotency.other-body when its id is another one's
   */
  begin(actor: Actor, { id, schoolId, begunAt }: VisitBeginRequest, write: Write): Promise<VisitMoved> {
    return this.transactions.run(write, async (manager) => {
      await this.schools.reach(manager, actor, schoolId);
      const at = this.clock.now();
      const begun = this.moves.begun(begunAt);
      const made: unknown[] = await manager.query(BEGIN, [
        ...[id, schoolId, actor.accountId, VISITS.initial, at, begun, civilYearOf(parisDateOf(begun))],
      ]);
      if (made.length === 0) await requireSame(manager, actor, id, schoolId);
      const visit = await this.access.lockForSystem(manager, id);
      if (made.length > 0)
        await recordVisitMove(manager, visit, { action: 'begin', mover: actor, at, from: null, reason: null });
      return { id, number: visit.number, version: visit.version, state: visit.state };
    });
  }
}

/** Whatever stands in its way makes no row: the same visit, or the one that is open. */
const BEGIN = `insert into visit (id, school_id, begun_by, state, state_since, begun_at, number)
  values ($1, $2, $3, $4, $5, $6, ${NEXT_VISIT_NUMBER('$7')}) on conflict do nothing returning id`;

async function requireSame(manager: EntityManager, actor: Actor, id: string, schoolId: string): Promise<void> {
  const [known] = await manager.query(
    'select begun_by as "begunBy", school_id as "schoolId" from visit where id = $1',
    [id],
  );
  if (known?.begunBy === actor.accountId && known.schoolId === schoolId) return;
  if (known) throw new Refused('idempotency.other-body');
  const [open] = await manager.query(
    `select id from visit where begun_by = $1 and school_id = $2 and ${inStates('state', VISITS_OPEN)}`,
    [actor.accountId, schoolId],
  );
  throw new Refused('visit.open-already', { visitId: open?.id as string });
}
