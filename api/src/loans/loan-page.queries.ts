import { Injectable } from '@nestjs/common';
import {
  halfDayOf,
  isLate,
  LOANS,
  LOANS_PROMISED,
  LOANS_TO_APPROVE,
  possibleLoanActions,
  reachOf,
  roleWords,
  spanOf,
  type Role,
} from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { GateService } from '../agreements/gate.service.js';
import { itemOf } from '../catalogue/item.sql.js';
import { communeOf, schoolOf } from '../directory/school.sql.js';
import { accountOf } from '../identity/account.sql.js';
import type { Actor } from '../identity/actor.js';
import { AssignmentsService } from '../identity/assignments.service.js';
import { contentsOf, equipmentOf, stockPlaceOf } from '../inventory/equipment.sql.js';
import { ticketOf } from '../maintenance/ticket.sql.js';
import { Clock } from '../platform/clock.js';
import { inStates } from '../platform/database/in-states.js';
import { join, leftJoin } from '../platform/database/joins.sql.js';
import { Transactions } from '../platform/database/transactions.js';
import { LIMITS } from '../platform/limits.js';
import type { LoanAwaiting, LoanCheckAnswer, LoanDeviceAnswer, LoanHistoryLine, LoanPage } from './loan.answers.js';
import { LoanAccess } from './loan.access.js';
import type { Loan } from './loan.entity.js';
import { LoanHolds } from './loan-holds.js';
import { loanFacts } from './loan-moves.js';
import { kitOf, LENT_NAME } from './loan.sql.js';

/** One loan as a page. */
@Injectable()
export class LoanPageQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: LoanAccess,
    private readonly assignments: AssignmentsService,
    private readonly gate: GateService,
    private readonly holds: LoanHolds,
    private readonly clock: Clock,
  ) {}

  page(actor: Actor, loanId: string): Promise<LoanPage> {
    return this.transactions.snapshot(async (manager) => {
      const loan = await this.access.read(manager, actor, loanId);
      const facts = loanFacts(loan, this.holds.now());
      const [around] = await manager.query(AROUND, [loanId]);
      const possible = possibleLoanActions(actor.role, facts);
      const seesAll = reachOf('loans.calendar', actor.role) !== null;
      return {
        ...ownColumns(loan),
        ...(around as Around),
        late: isLate(facts),
        checkedUntilDay:
          loan.heldUntil === null || loan.heldUntil <= facts.ends ? null : halfDayOf(loan.heldUntil - 1).day,
        conventionOpen: await this.conventionOpen(manager, actor, loan),
        awaitedBy: seesAll ? await awaitedBy(manager, loan) : null,
        devices: await devicesOf(manager, loan),
        team: possible.includes('hand-over') ? await this.assignments.team(manager, loan.schoolId) : [],
        checks: await checksOf(manager, loanId),
        history: await historyOf(manager, loanId),
        possible,
      };
    });
  }

  /** Asked by who grants, while there is something to grant. */
  private async conventionOpen(manager: EntityManager, actor: Actor, loan: Loan): Promise<boolean | null> {
    if (reachOf('loans.approve', actor.role) === null || !LOANS_TO_APPROVE.includes(loan.state)) return null;
    return (await this.gate.describe(manager, actor.role, loan.schoolId, this.clock.today())).open;
  }
}

type Around = Pick<
  LoanPage,
  | 'kitName'
  | 'equipmentTag'
  | 'schoolName'
  | 'communeName'
  | 'ticketNumber'
  | 'modelName'
  | 'accessories'
  | 'homePlace'
  | 'requesterName'
  | 'referentName'
>;

const AROUND = `select ${LENT_NAME} as "kitName", e.tag as "equipmentTag", s.name as "schoolName", m.name as "communeName",
    t.number as "ticketNumber", i.name as "modelName", k.accessories, p.name as "homePlace", b.name as "requesterName", a.name as "referentName"
  from loan l ${join(schoolOf('l.school_id'))} ${join(communeOf())} ${join(equipmentOf('l.equipment_id'))} ${join(itemOf('e.model_id'))}
  ${leftJoin(stockPlaceOf())} ${leftJoin(kitOf())} ${leftJoin(ticketOf('l.ticket_id'))} ${join(accountOf('l.requested_by', 'b'))}
  ${join(accountOf('l.referent_id', 'a'))} where l.id = $1`;

function ownColumns(loan: Loan) {
  return {
    id: loan.id,
    version: loan.version,
    number: loan.number,
    state: loan.state,
    stateSince: loan.stateSince.toISOString(),
    schoolId: loan.schoolId,
    kitId: loan.kitId,
    ticketId: loan.ticketId,
    fromDay: loan.fromDay,
    fromHalf: loan.fromHalf,
    toDay: loan.toDay,
    toHalf: loan.toHalf,
    purpose: loan.purpose,
    referentId: loan.referentId,
  };
}

/** The next one who was promised the same thing. */
async function awaitedBy(manager: EntityManager, loan: Loan): Promise<LoanAwaiting | null> {
  const [next] = await manager.query(
    `select s.name as "schoolName", l.from_day::text as "fromDay" from loan l ${join(schoolOf('l.school_id'))}
      where l.equipment_id = $1 and ${inStates('l.state', LOANS_PROMISED)} and l.starts > $2 order by l.starts limit 1`,
    [loan.equipmentId, spanOf(loan).starts],
  );
  return (next ?? null) as LoanAwaiting | null;
}

/** What lies in the case while it is here; once it has left, what left with it. */
function devicesOf(manager: EntityManager, loan: Loan): Promise<LoanDeviceAnswer[]> {
  const here = LOANS.find(loan.state, 'hand-over') !== undefined || LOANS_TO_APPROVE.includes(loan.state);
  return here
    ? manager.query(
        `select e.id as "equipmentId", e.tag, i.name as "modelName", null::boolean as back, null as outcome, null as "ticketId"
           from loan l ${join(contentsOf('l.equipment_id'))} ${join(itemOf('e.model_id'))}
          where l.id = $1 order by e.tag limit ${LIMITS.devicesPerReport}`,
        [loan.id],
      )
    : manager.query(
        `select d.equipment_id as "equipmentId", e.tag, i.name as "modelName", d.back, d.outcome, d.ticket_id as "ticketId"
           from loan_device d ${join(equipmentOf('d.equipment_id'))} ${join(itemOf('e.model_id'))}
          where d.loan_id = $1 order by e.tag limit ${LIMITS.devicesPerReport}`,
        [loan.id],
      );
}

async function checksOf(manager: EntityManager, loanId: string): Promise<LoanCheckAnswer[]> {
  const rows: (Omit<LoanCheckAnswer, 'at'> & { at: Date })[] = await manager.query(
    `select direction, at, condition, accessories_complete as "accessoriesComplete", note from loan_check where loan_id = $1 order by at, id`,
    [loanId],
  );
  return rows.map((check) => ({ ...check, at: check.at.toISOString() }));
}

type Stored = Omit<LoanHistoryLine, 'at' | 'roleLabel'> & { at: Date; role: Role | 'system'; deputy: boolean };

async function historyOf(manager: EntityManager, loanId: string): Promise<LoanHistoryLine[]> {
  const rows: Stored[] = await manager.query(
    `select v.action, v.to_state as "toState", v.at, v.role, v.deputy, a.name, v.reason
       from loan_move v ${leftJoin(accountOf('v.account_id', 'a'))}
      where v.loan_id = $1 order by v.at desc, v.id desc limit ${LIMITS.shownOfOne}`,
    [loanId],
  );
  return rows.map(({ deputy, ...line }) => ({
    ...line,
    at: line.at.toISOString(),
    roleLabel: line.role === 'system' ? 'Parc École' : roleWords(line.role, deputy),
  }));
}
