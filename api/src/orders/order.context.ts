import { Injectable } from '@nestjs/common';
import { civilYearOf, parisDateOf, verificationDueOn, type OrderFacts } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { HOLDER_ID } from '../catalogue/contract.sql.js';
import { Clock } from '../platform/clock.js';
import { PlanSettingsReader, type PlanSettings } from '../platform/config/plan-settings.js';
import type { OrderLine } from './order-line.entity.js';
import { OrderAccess } from './order.access.js';
import type { Order } from './order.entity.js';

/** Everything the rules judge about one order, read in the transaction that will change it. */
export interface JudgedOrder {
  order: Order;
  lines: OrderLine[];
  settings: PlanSettings;
  facts: OrderFacts;
}

@Injectable()
export class OrderContext {
  constructor(
    private readonly access: OrderAccess,
    private readonly settings: PlanSettingsReader,
    private readonly clock: Clock,
  ) {}

  /** @param known its lines, where the caller has them */
  async judge(manager: EntityManager, order: Order, known?: OrderLine[]): Promise<JudgedOrder> {
    const today = this.clock.today();
    const lines = known ?? (await this.access.lines(manager, order.id));
    const settings = await this.settings.on(today, manager);
    const contractHolderId = order.contractId ? await holderOf(manager, order.contractId) : null;
    return {
      order,
      lines,
      settings,
      facts: orderFacts(order, { settings, today, lineCount: lines.length, contractHolderId }),
    };
  }
}

async function holderOf(manager: EntityManager, contractId: string): Promise<string> {
  const [row] = await manager.query(HOLDER_ID, [contractId]);
  return row.holder_id;
}

export interface FactsContext {
  settings: PlanSettings;
  /** ISO date, Europe/Paris. */
  today: string;
  lineCount: number;
  /** The firm of the order's contract. */
  contractHolderId: string | null;
}

/** What the rules see is told from these columns of an order, and no other. */
export const FACT_COLUMNS = [
  'state',
  'createdBy',
  'submittedBy',
  'submittedAt',
  'performedBy',
  'confirmedBy',
  'confirmedByDefaultBy',
  'assignedAccountId',
  'everStarted',
  'invoiceNumber',
  'reportedAt',
  'reportedCents',
  'holdCents',
  'prerequisites',
] as const satisfies readonly (keyof Order)[];

/** The order as the rules see it. */
export function orderFacts(order: Pick<Order, (typeof FACT_COLUMNS)[number]>, context: FactsContext): OrderFacts {
  const { settings, today, lineCount, contractHolderId } = context;
  const { state, createdBy, submittedBy, performedBy, assignedAccountId, everStarted } = order;
  const { confirmedBy, confirmedByDefaultBy } = order;
  return {
    state,
    createdBy,
    submittedBy,
    yearReserved: order.submittedAt ? civilYearOf(parisDateOf(order.submittedAt)) : null,
    performedBy,
    confirmedBy,
    confirmedByDefaultBy,
    assignedAccountId,
    everStarted,
    contractHolderId,
    today,
    invoiceNumber: order.invoiceNumber,
    verificationDueOn: order.reportedAt
      ? verificationDueOn(parisDateOf(order.reportedAt), settings['order.verificationDays'])
      : null,
    committedCents: order.holdCents ?? 0,
    reportedCents: order.reportedCents ?? 0,
    roundingMaxCents: settings['order.roundingMax'] * lineCount,
    openPrerequisites: order.prerequisites.filter((prerequisite) => !prerequisite.kept).length,
  };
}
