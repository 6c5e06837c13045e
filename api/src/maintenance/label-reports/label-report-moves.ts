import { Injectable } from '@nestjs/common';
import {
  judgeLabelReportMove,
  LABEL_REPORT_DAYS,
  LABEL_REPORT_STATES,
  type LABEL_REPORTS,
  type LabelDiscardReason,
  type LabelReportAction,
  type LabelReportEffect,
  type WordsIn,
  LABEL_REPORTS as TABLE,
} from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../identity/actor.js';
import { roleOf, signatureOf, SYSTEM, type Mover } from '../../identity/mover.js';
import { Clock } from '../../platform/clock.js';
import { Transactions, type Write } from '../../platform/database/transactions.js';
import { requireVersion } from '../../platform/http/write.js';
import { allowed, runMove, type EffectStep, type Running } from '../../platform/lifecycle/run-move.js';
import { LIMITS } from '../../platform/limits.js';
import { ReportService } from '../report.service.js';
import { LabelReportAccess, type LabelReport } from './label-report.access.js';
import type { LabelConfirmRequest, LabelReportMoved } from './label-report.dto.js';
import { WAITING_SINCE } from './label-report.sql.js';

interface Moving {
  manager: EntityManager;
  mover: Mover;
  report: LabelReport;
  at: Date;
  /** How much it hinders, of one that is confirmed. */
  hinders: LabelConfirmRequest | null;
  reason: LabelDiscardReason | null;
}

interface Columns {
  ticketId?: string;
  discardReason?: LabelDiscardReason;
}

type Given = Partial<Pick<Moving, 'hinders' | 'reason'>>;

/** Every move of a report from a label: judged and run by the table. */
@Injectable()
export class LabelReportMoves {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly access: LabelReportAccess,
    private readonly reports: ReportService,
    private readonly clock: Clock,
  ) {}

  /** It becomes a ticket of the head's, as one reported by hand. @throws Refused as the table says, and as `ReportService` */
  confirm(actor: Actor, id: string, hinders: LabelConfirmRequest, write: Write): Promise<LabelReportMoved> {
    return this.move(actor, id, 'confirm', { hinders }, write);
  }

  /** @throws Refused as the table says */
  discard(actor: Actor, id: string, reason: LabelDiscardReason, write: Write): Promise<LabelReportMoved> {
    return this.move(actor, id, 'discard', { reason }, write);
  }

  /** Those that nobody has answered for a fortnight, each in a transaction of its own. @returns how many */
  async forget(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - LABEL_REPORT_DAYS * 86_400_000);
    const rows: { id: string }[] = await this.dataSource.query(WAITING_SINCE(LIMITS.labelReports.forgottenByNight), [
      before,
    ]);
    let forgotten = 0;
    for (const { id } of rows) if (await this.forgetOne(id)) forgotten++;
    return forgotten;
  }

  private forgetOne(id: string): Promise<boolean> {
    return this.transactions.runAsSystem('label-report-forget', async (manager) => {
      const report = await this.access.lockForSystem(manager, id);
      if (!judgeLabelReportMove(SYSTEM, 'forget', report.state).move) return false;
      await this.run(manager, SYSTEM, report, 'forget', {});
      return true;
    });
  }

  private move(
    actor: Actor,
    id: string,
    action: LabelReportAction,
    given: Given,
    write: Write,
  ): Promise<LabelReportMoved> {
    return this.transactions.run(write, async (manager) => {
      const report = await this.access.lock(manager, actor, id);
      requireVersion(write, report.version);
      return this.run(manager, actor, report, action, given);
    });
  }

  private async run(
    manager: EntityManager,
    mover: Mover,
    report: LabelReport,
    action: LabelReportAction,
    { hinders = null, reason = null }: Given,
  ): Promise<LabelReportMoved> {
    const verdict = judgeLabelReportMove(roleOf(mover), action, report.state, reason);
    const move = allowed(verdict, LABEL_REPORT_STATES[report.state].word);
    const moving = { manager, mover, report, hinders, reason, at: this.clock.now() };
    const { columns } = await runMove(this.running(), move, moving, {});
    return { id: report.id, version: report.version + 1, state: move.next, ticketId: columns.ticketId ?? null };
  }

  private running(): Running<WordsIn<typeof LABEL_REPORTS>, Moving, Columns> {
    const effects: Record<LabelReportEffect, EffectStep<Moving, Columns>> = {
      report: {
        locks: [],
        run: async (moving) => ({ columns: { ticketId: await this.makeTicket(moving) } }),
      },
      'say-why': { locks: [], run: ({ reason }) => ({ columns: { discardReason: reason! } }) },
    };
    return {
      table: TABLE,
      steps: { rules: {}, guards: {}, effects },
      write: async ({ manager, mover, report, at }, move, { columns }) => {
        await manager.query(
          `update label_report set state = $2, state_since = $3, decided_by = $4, ticket_id = $5, discard_reason = $6,
              version = version + 1 where id = $1`,
          [
            ...[report.id, move.next, at, signatureOf(mover).accountId],
            ...[columns.ticketId ?? null, columns.discardReason ?? null],
          ],
        );
      },
      tell: null,
    };
  }

  private async makeTicket({ manager, mover, report, hinders }: Moving): Promise<string> {
    if (mover === SYSTEM || hinders === null)
      throw new Error('a report is confirmed by a person who says how much it hinders');
    const { equipmentId, symptom, elsewhere } = report;
    const seen = elsewhere ? 'Signalé depuis son étiquette, sans compte : vu hors de sa salle.' : FROM_LABEL;
    return this.reports.reportDevice(manager, mover, { equipmentId, symptom, ...hinders, description: seen });
  }
}

const FROM_LABEL = 'Signalé depuis son étiquette, sans compte.';
