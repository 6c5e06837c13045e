import { Injectable } from '@nestjs/common';
import {
  addCalendarDays,
  addWorkingDays,
  calendarDaysBetween,
  frenchDay,
  halfDayNumber,
  isWorkingDay,
  lateReminder,
  loanPeriodWords,
  LOANS_LAPSING,
  LOANS_OUT,
  LOANS_TO_APPROVE,
  LOANS_TO_CHECK,
  type HalfDayNumber,
  type LoanAction,
} from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { SchoolsService } from '../directory/schools.service.js';
import { AssignmentsService } from '../identity/assignments.service.js';
import { inStates } from '../platform/database/in-states.js';
import { Transactions } from '../platform/database/transactions.js';
import { LIMITS } from '../platform/limits.js';
import { Loan } from './loan.entity.js';
import { LoanHolds } from './loan-holds.js';
import { LoanMoves, UNANSWERED } from './loan-moves.js';
import { LoanNotices } from './loan-notices.service.js';

/** What the system does with loans by itself, and whom it reminds. */
@Injectable()
export class LoanTermsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly schools: SchoolsService,
    private readonly assignments: AssignmentsService,
    private readonly holds: LoanHolds,
    private readonly moves: LoanMoves,
    private readonly notices: LoanNotices,
  ) {}

  /** Requests whose dates are over without an answer. @returns how many */
  refusePast(): Promise<number> {
    const found = `select id, equipment_id as "equipmentId" from loan where ${inStates('state', LOANS_TO_APPROVE)} and ends <= $1 order by ends, id`;
    return this.moveEach(found, [this.holds.now()], 'refuse', UNANSWERED);
  }

  /** What was granted and never fetched, once its last day is over: its kit is free again. @returns how many */
  lapseUnfetched(): Promise<number> {
    const found = `select id, equipment_id as "equipmentId" from loan where ${inStates('state', LOANS_LAPSING)} and ends <= $1 order by ends, id`;
    return this.moveEach(found, [this.holds.now()], 'lapse', null);
  }

  /** Returns that nobody wrote the check of, where nothing was missing. @returns how many */
  clearChecked(): Promise<number> {
    const found = `select id, equipment_id as "equipmentId" from loan l where ${inStates('state', LOANS_TO_CHECK)}
      and not exists (select from loan_device d where d.loan_id = l.id and d.back is false) order by state_since, id`;
    return this.moveEach(found, [], 'clear', null);
  }

  /**
   * To the school: what ends before the next working day is over, and what is late; managers read of what is late too. They
   * leave on working days, each once. @param day ISO date @returns of how many loans somebody is owed a reminder
   */
  remind(day: string): Promise<number> {
    return this.transactions.runAsSystem('loan-reminders', async (manager) => {
      const { publicHolidays } = await this.schools.daysOff(manager);
      if (!isWorkingDay(day, publicHolidays)) return 0;
      const next = addWorkingDays(day, 1, publicHolidays);
      const loans = await this.endingBy(manager, addCalendarDays(next, 1));
      const managers = await this.assignments.addressees(manager, 'plan-manager');
      for (const loan of loans) {
        if (loan.toDay >= day) await this.tellDue(manager, loan);
        else await this.tellLate(manager, loan, { day, managers });
      }
      return loans.length;
    });
  }

  /** Out, and over before a day begins. */
  private endingBy(manager: EntityManager, day: string): Promise<Loan[]> {
    return manager
      .createQueryBuilder(Loan, 'l')
      .where('l.state in (:...states) and l.ends <= :ends', { states: LOANS_OUT, ends: halfDayNumber(day, 'morning') })
      .orderBy('l.ends')
      .addOrderBy('l.id')
      .limit(LIMITS.loans.movedByNight)
      .getMany();
  }

  private async tellDue(manager: EntityManager, loan: Loan): Promise<void> {
    const kit = await this.notices.nameOf(manager, loan.id);
    await this.notices.post(manager, await this.notices.schoolOf(manager, loan), {
      loanId: loan.id,
      dedupe: `loan-due:${loan.id}:${loan.toDay}:${loan.toHalf}`,
      subject: `Prêt ${loan.number} : à rendre ${frenchDay(loan.toDay)}`,
      paragraphs: [
        `Le prêt de « ${kit} », ${loanPeriodWords(loan)}, se termine.`,
        'Rassemblez tout le contenu : la métropole vient le reprendre. S’il vous le faut plus longtemps, demandez-le à la gestion du plan.',
      ],
    });
  }

  private async tellLate(
    manager: EntityManager,
    loan: Loan,
    { day, managers }: { day: string; managers: Awaited<ReturnType<AssignmentsService['addressees']>> },
  ): Promise<void> {
    const owed = lateReminder(calendarDaysBetween(loan.toDay, day));
    const kit = await this.notices.nameOf(manager, loan.id);
    await this.notices.post(manager, [...(await this.notices.schoolOf(manager, loan)), ...managers], {
      loanId: loan.id,
      dedupe: `loan-late:${loan.id}:${loan.toDay}:${owed}`,
      subject: `Prêt ${loan.number} : en retard`,
      paragraphs: [
        `Le prêt de « ${kit} » devait être rendu ${frenchDay(loan.toDay)}. Tant qu’il n’est pas revenu, il ne se prête à personne d’autre.`,
      ],
    });
  }

  /** Each in a transaction of its own. */
  private async moveEach(
    found: string,
    values: readonly HalfDayNumber[],
    action: LoanAction,
    reason: string | null,
  ): Promise<number> {
    const rows: { id: string; equipmentId: string }[] = await this.dataSource.query(
      `${found} limit ${LIMITS.loans.movedByNight}`,
      [...values],
    );
    let moved = 0;
    for (const row of rows) if (await this.moves.moveAsSystem(row, action, reason)) moved++;
    return moved;
  }
}
