import { Injectable } from '@nestjs/common';
import {
  addCalendarDays,
  LOAN_RULES,
  LOANS_HANDED,
  spanOf,
  type LoanEffect,
  type LoanStepGuard,
  type MissingOutcome,
} from '@parc/domain';
import { schoolOf } from '../directory/school.sql.js';
import { AssignmentsService } from '../identity/assignments.service.js';
import { signatureOf, SYSTEM } from '../identity/mover.js';
import { LendingService } from '../inventory/lending.service.js';
import { ReportService } from '../maintenance/report.service.js';
import { inStates } from '../platform/database/in-states.js';
import { join } from '../platform/database/joins.sql.js';
import { Refused } from '../platform/http/refused.js';
import type { EffectStep, GuardStep, Left, Steps } from '../platform/lifecycle/run-move.js';
import { LIMITS } from '../platform/limits.js';
import { LoanHolds } from './loan-holds.js';
import { brought, type LoanColumns, type MovingLoan } from './loan.moving.js';

type Guard = GuardStep<MovingLoan>;
type Effect = EffectStep<MovingLoan, LoanColumns>;

const guard = (check: Guard['check']): Guard => ({ locks: [], check });
const effect = (run: Effect['run']): Effect => ({ locks: [], run });

/** What the names in the table of loans do. */
@Injectable()
export class LoanSteps implements Steps<MovingLoan, LoanColumns> {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly lending: LendingService,
    private readonly reports: ReportService,
    private readonly holds: LoanHolds,
  ) {}

  readonly rules = LOAN_RULES;

  readonly guards: Record<LoanStepGuard, Guard> = {
    'kit-here': guard(requireHere),
    'contents-there': guard(async (moving) => {
      const seen = new Set(brought(moving, 'seenIds'));
      const there = await this.lending.contents(moving.manager, moving.device);
      if (there.length !== seen.size || there.some((id) => !seen.has(id))) throw new Refused('loan.contents-missing');
    }),
    'referent-named': guard(async (moving) => {
      const team = await this.assignments.team(moving.manager, moving.loan.schoolId);
      const referentId = brought(moving, 'referentId');
      if (!team.some(({ accountId }) => accountId === referentId)) throw new Refused('loan.referent-unknown');
    }),
    'later-end': guard(requireLater),
    free: guard(async (moving) => {
      const { manager, loan, facts } = moving;
      const heldUntil = await this.extendedUntil(moving);
      await this.holds.requireFree(
        manager,
        { equipmentId: loan.equipmentId, starts: facts.starts, heldUntil },
        loan.id,
      );
    }),
    'contents-known': guard(async (moving) => {
      const left = await devicesOf(moving);
      if (brought(moving, 'seenIds').some((id) => !left.has(id))) throw new Refused('loan.contents-unknown');
    }),
    'missing-settled': guard(async (moving) => {
      const settled = new Set((moving.brought.missing ?? []).map(({ equipmentId }) => equipmentId));
      const missing = [...(await devicesOf(moving))].filter(([, back]) => back === false).map(([id]) => id);
      const same = missing.length === settled.size && missing.every((id) => settled.has(id));
      if (!same) throw new Refused('loan.missing-unsettled');
    }),
  };

  readonly effects: Record<LoanEffect, Effect> = {
    lend: effect(async ({ manager, mover, loan, device }) => {
      const contents = await this.lending.contents(manager, device);
      await this.lending.leaves(manager, mover, device);
      await manager.query(
        'insert into loan_device (loan_id, equipment_id) select $1, id from unnest($2::uuid[]) as d(id)',
        [...[loan.id, contents]],
      );
      return { detail: { devices: contents.length } };
    }),
    'record-hand-over': effect(async (moving) => {
      await recordCheck(moving, 'out');
      return { columns: { referentId: brought(moving, 'referentId') } };
    }),
    extend: effect(async (moving) => {
      const toDay = brought(moving, 'toDay');
      const toHalf = brought(moving, 'toHalf');
      const heldUntil = await this.extendedUntil(moving);
      return { columns: { toDay, toHalf, heldUntil }, detail: { toDay, toHalf } };
    }),
    'bring-back': effect(({ manager, mover, device }) => this.lending.comesBack(manager, mover, device)),
    'record-return': effect((moving) => this.recordReturn(moving)),
    'settle-missing': effect((moving) => this.settleMissing(moving)),
  };

  private async extendedUntil(moving: MovingLoan): Promise<number> {
    const { manager, loan } = moving;
    const asked = {
      fromDay: loan.fromDay,
      fromHalf: loan.fromHalf,
      toDay: brought(moving, 'toDay'),
      toHalf: brought(moving, 'toHalf'),
    };
    return this.holds.until(manager, spanOf(asked).ends, await this.holds.ownChecking(manager, loan.kitId));
  }

  /** The check begins with the half-day after the return, and ends where somebody else was promised the kit. */
  private async recordReturn(moving: MovingLoan): Promise<Left<LoanColumns>> {
    const { manager, loan, facts } = moving;
    await recordCheck(moving, 'back');
    await manager.query('update loan_device set back = (equipment_id = any($2)) where loan_id = $1', [
      ...[loan.id, brought(moving, 'seenIds')],
    ]);
    const checked = await this.holds.checkOver(manager, loan, facts.now);
    const next = (await this.holds.taken(manager, loan.equipmentId, facts.starts, loan.id)).find(
      ({ starts }) => starts > facts.starts,
    );
    return { columns: { heldUntil: Math.min(checked, next?.starts ?? checked) } };
  }

  private async settleMissing({ manager, mover, loan, brought: given }: MovingLoan): Promise<void> {
    for (const { equipmentId, outcome } of given.missing ?? []) {
      if (outcome === 'lost') await this.lending.isLost(manager, mover, equipmentId);
      const ticketId =
        outcome === OPENS_A_TICKET && mover !== SYSTEM
          ? await this.reports.reportMissing(manager, mover, {
              equipmentId,
              schoolId: loan.schoolId,
              loan: loan.number,
            })
          : null;
      await manager.query(
        'update loan_device set outcome = $3, ticket_id = $4 where loan_id = $1 and equipment_id = $2',
        [...[loan.id, equipmentId, outcome, ticketId]],
      );
    }
  }
}

const OPENS_A_TICKET: MissingOutcome = 'ticket';

/** The loan before it is back and checked: else nobody could say who lost what. @throws Refused loan.kit-out */
async function requireHere({ manager, loan }: MovingLoan): Promise<void> {
  const [other] = await manager.query(
    `select s.name as school, l.number from loan l ${join(schoolOf('l.school_id'))}
      where l.equipment_id = $1 and l.id <> $2 and ${inStates('l.state', LOANS_HANDED)}`,
    [loan.equipmentId, loan.id],
  );
  if (!other) return;
  throw new Refused('loan.kit-out', {
    title: `Ce matériel n’est pas revenu du prêt ${other.number} (${other.school}), ou n’est pas encore contrôlé.`,
  });
}

/** @throws Refused loan.end-not-later */
function requireLater(moving: MovingLoan): void {
  const { loan, facts } = moving;
  const toDay = brought(moving, 'toDay');
  const { ends } = spanOf({ fromDay: loan.fromDay, fromHalf: loan.fromHalf, toDay, toHalf: brought(moving, 'toHalf') });
  const tooFar = toDay > addCalendarDays(loan.fromDay, LIMITS.loans.extendedDays);
  if (ends <= facts.ends || ends <= facts.now || tooFar) throw new Refused('loan.end-not-later');
}

/** What left with it, and whether it came back. */
async function devicesOf({ manager, loan }: MovingLoan): Promise<Map<string, boolean | null>> {
  const rows: { id: string; back: boolean | null }[] = await manager.query(
    'select equipment_id as id, back from loan_device where loan_id = $1',
    [loan.id],
  );
  return new Map(rows.map(({ id, back }) => [id, back]));
}

async function recordCheck(moving: MovingLoan, direction: 'out' | 'back'): Promise<void> {
  const { manager, mover, loan, at, brought: given } = moving;
  await manager.query(
    `insert into loan_check (loan_id, direction, account_id, at, condition, accessories_complete, note) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[loan.id, direction, signatureOf(mover).accountId, at, brought(moving, 'condition')],
      ...[brought(moving, 'accessoriesComplete'), given.note?.trim() || null],
    ],
  );
}
