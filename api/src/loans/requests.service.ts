import { Injectable } from '@nestjs/common';
import {
  addCalendarDays,
  civilYearOf,
  halfDayOf,
  LOANS,
  spanOf,
  type HalfDayNumber,
  type LoanPeriod,
  type SchoolCalendar,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { SchoolsService } from '../directory/schools.service.js';
import type { Actor } from '../identity/actor.js';
import { AssignmentsService } from '../identity/assignments.service.js';
import { SYSTEM } from '../identity/mover.js';
import type { Equipment } from '../inventory/equipment.entity.js';
import { LendingService } from '../inventory/lending.service.js';
import { Clock } from '../platform/clock.js';
import { Transactions, type Write } from '../platform/database/transactions.js';
import { Refused } from '../platform/http/refused.js';
import { LIMITS } from '../platform/limits.js';
import { isSchoolOpen } from './kits/kit-days.queries.js';
import { KitsService } from './kits/kits.service.js';
import type { LoanRequest } from './loan.dto.js';
import { LoanAccess } from './loan.access.js';
import type { Loan } from './loan.entity.js';
import { recordLoanMove } from './loan-history.js';
import { LoanHolds } from './loan-holds.js';
import { LoanMoves } from './loan-moves.js';
import type { LoanMoved } from './loan.moving.js';
import { NEXT_LOAN_NUMBER } from './loan.sql.js';

/** What is written of a loan when it is made. */
export interface NewLoan extends LoanPeriod {
  kitId: string | null;
  ticketId: string | null;
  schoolId: string;
  purpose: string | null;
  referentId: string;
  heldUntil: HalfDayNumber;
}

/** A school asks for a kit: of two who ask for the same half-days at once one has it, the other reads until when. */
@Injectable()
export class LoanRequestsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly schools: SchoolsService,
    private readonly assignments: AssignmentsService,
    private readonly lending: LendingService,
    private readonly kits: KitsService,
    private readonly holds: LoanHolds,
    private readonly moves: LoanMoves,
    private readonly access: LoanAccess,
    private readonly clock: Clock,
  ) {}

  /** @throws Refused loan.not-offered, loan.period-wrong, loan.school-closed, loan.referent-unknown, loan.taken */
  request(actor: Actor, asked: LoanRequest, write: Write): Promise<LoanMoved> {
    return this.transactions.run(write, async (manager) => {
      const schoolId = actor.schoolId!;
      const school = await this.schools.reach(manager, actor, schoolId);
      const kit = await this.kits.offeredTo(manager, asked.kitId, school.kind);
      this.requirePeriod(asked, await this.schools.calendar(manager, school));
      const referentId = asked.referentId ?? actor.accountId;
      const team = await this.assignments.team(manager, schoolId);
      if (!team.some(({ accountId }) => accountId === referentId)) throw new Refused('loan.referent-unknown');
      const device = await this.lending.hold(manager, kit.equipmentId);
      if (!this.lending.mayBeKit(device)) throw new Refused('loan.not-offered');
      const loan = await this.make(manager, actor, device, {
        ...{ kitId: kit.id, ticketId: null, schoolId, referentId },
        ...{ fromDay: asked.fromDay, fromHalf: asked.fromHalf, toDay: asked.toDay, toHalf: asked.toHalf },
        heldUntil: await this.holds.until(manager, spanOf(asked).ends, kit.checkingHalfDays),
        purpose: asked.purpose?.trim() || null,
      });
      // Where nobody has to be asked, nobody is.
      if (!kit.needsApproval)
        return this.moves.run(manager, { loan, device }, { mover: SYSTEM, action: 'approve', given: {} });
      return { id: loan.id, number: loan.number, version: loan.version, state: loan.state };
    });
  }

  /** What was promised of it and is over ends before. @param device held @throws Refused loan.taken, with the dates */
  async make(manager: EntityManager, actor: Actor, device: Equipment, made: NewLoan): Promise<Loan> {
    const at = this.clock.now();
    const { heldUntil } = made;
    await this.moves.endPast(manager, device);
    await this.holds.requireFree(manager, { equipmentId: device.id, starts: spanOf(made).starts, heldUntil }, null);
    const [{ id }] = await manager.query(MAKE, [
      ...[device.id, made.kitId, made.ticketId, made.schoolId, LOANS.initial, at, made.fromDay, made.fromHalf],
      ...[made.toDay, made.toHalf, made.purpose, actor.accountId, made.referentId, made.heldUntil],
      civilYearOf(this.clock.today()),
    ]);
    const loan = await this.access.lockForSystem(manager, id);
    await recordLoanMove(manager, loan, { action: 'request', mover: actor, at, from: null, reason: null, detail: {} });
    return loan;
  }

  /** @throws Refused loan.period-wrong, loan.school-closed */
  private requirePeriod(period: LoanPeriod, calendar: SchoolCalendar): void {
    const { starts, ends } = spanOf(period);
    const lastStart = addCalendarDays(this.clock.today(), LIMITS.loans.aheadDays);
    const tooLong = ends - starts > LIMITS.loans.days * 2;
    if (starts < this.holds.now() || ends <= starts || tooLong || period.fromDay > lastStart)
      throw new Refused('loan.period-wrong');
    const open = [starts, ends - 1].every((halfDay) => isSchoolOpen(halfDayOf(halfDay), calendar));
    if (!open) throw new Refused('loan.school-closed');
  }
}

const MAKE = `insert into loan (equipment_id, kit_id, ticket_id, school_id, state, state_since, from_day, from_half, to_day, to_half, purpose,
    requested_by, referent_id, held_until, number)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, ${NEXT_LOAN_NUMBER('$15')}) returning id`;
