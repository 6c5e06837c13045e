import { Injectable } from '@nestjs/common';
import { addCalendarDays, halfDayOf, spanOf, type LoanPeriod } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity/actor.js';
import { AssignmentsService } from '../identity/assignments.service.js';
import { SYSTEM } from '../identity/mover.js';
import { LendingService } from '../inventory/lending.service.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { LIMITS } from '../platform/limits.js';
import type { LoanSpareRequest } from './loan.dto.js';
import { LoanHolds } from './loan-holds.js';
import { LoanMoves } from './loan-moves.js';
import type { LoanMoved } from './loan.moving.js';
import { LoanRequestsService } from './requests.service.js';
import { SparesQueries, type Repaired } from './spares.queries.js';

/** A device in the place of one that is repaired: lent from the ticket, in one step. */
@Injectable()
export class SparesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: SparesQueries,
    private readonly assignments: AssignmentsService,
    private readonly lending: LendingService,
    private readonly requests: LoanRequestsService,
    private readonly holds: LoanHolds,
    private readonly moves: LoanMoves,
    private readonly clock: Clock,
  ) {}

  /** Asked for, granted and handed over at once. The ticket is held first, then the device: as tickets do. @throws Refused object.not-found, loan.ticket-over, loan.spare-unfit, loan.period-wrong */
  lend(actor: Actor, { ticketId, equipmentId, toDay }: LoanSpareRequest, write: Write): Promise<LoanMoved> {
    return this.transactions.run(write, async (manager) => {
      const ticket = await this.queries.repairedHeld(manager, actor, ticketId);
      if (!ticket) throw new Refused('loan.ticket-over');
      const device = await this.lending.holdIfThere(manager, equipmentId);
      const fit = device ? await this.lending.spares(manager, ticket.equipmentId, device.id) : [];
      if (!device || fit.length === 0) throw new Refused('loan.spare-unfit');
      const period = this.periodUntil(toDay);
      const referentId = await this.referentOf(manager, ticket);
      const heldUntil = await this.holds.until(manager, spanOf(period).ends, null);
      const made = {
        kitId: null,
        ticketId,
        schoolId: ticket.schoolId,
        referentId,
        heldUntil,
        purpose: null,
      };
      const loan = await this.requests.make(manager, actor, device, { ...made, ...period });
      await this.moves.run(manager, { loan, device }, { mover: SYSTEM, action: 'approve', given: {} });
      const seenIds = await this.lending.contents(manager, device);
      const given = { seenIds, condition: 'good', accessoriesComplete: true, referentId } as const;
      return this.moves.run(manager, { loan, device }, { mover: actor, action: 'hand-over', given });
    });
  }

  /** From now on. @throws Refused loan.period-wrong */
  private periodUntil(toDay: string): LoanPeriod {
    const { day, half } = halfDayOf(this.holds.now());
    if (toDay < day || toDay > addCalendarDays(this.clock.today(), LIMITS.loans.extendedDays))
      throw new Refused('loan.period-wrong');
    return { fromDay: day, fromHalf: half, toDay, toHalf: 'afternoon' };
  }

  /** Whoever reported the breakdown, where that is somebody of the school; else its head. @throws Refused loan.referent-unknown */
  private async referentOf(manager: EntityManager, { schoolId, reportedBy }: Repaired): Promise<string> {
    const team = await this.assignments.team(manager, schoolId);
    if (team.some(({ accountId }) => accountId === reportedBy)) return reportedBy;
    const [head] = await this.assignments.addressees(manager, 'school-head', { schoolId });
    const anyone = head?.accountId ?? team[0]?.accountId;
    if (!anyone) throw new Refused('loan.referent-unknown');
    return anyone;
  }
}
