import { Injectable } from '@nestjs/common';
import {
  approvedAutomatically,
  firstPossibleDate,
  lineAmounts,
  proposeSlots,
  STANDARD_WORK_HOURS,
  type SlotSearch,
  kindsOf,
  PREREQUISITES,
} from '@parc/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { SchoolsService } from '../directory/schools.service.js';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../platform/clock.js';
import { PlanSettingsReader } from '../platform/config/plan-settings.js';
import {
  PROPOSED_SLOTS,
  type Estimate,
  type EstimateLine,
  type EstimateRequest,
  type OrderableItemAnswer,
  type PerformerShare,
} from './orderable.answers.js';
import { OrderableQueries, type BasketItem } from './orderable.queries.js';

/** What a basket would cost, when it could be done, by whom: said while composing, nothing is written or held. */
@Injectable()
export class EstimateService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly orderable: OrderableQueries,
    private readonly schools: SchoolsService,
    private readonly settings: PlanSettingsReader,
    private readonly clock: Clock,
  ) {}

  async estimate(actor: Actor, request: EstimateRequest): Promise<Estimate> {
    const { manager } = this.dataSource;
    const today = this.clock.today();
    const items = await this.orderable.find(
      manager,
      today,
      request.lines.map(({ itemId }) => itemId),
    );
    const lines = request.lines.map((line) => estimateLine(line, items.get(line.itemId)));
    const chosen = [...items.values()];
    const totalCents = sum(lines, 'totalCents');
    const needs = kindsOf(PREREQUISITES).filter((need) => chosen.some((item) => item.needs.includes(need)));
    const { 'order.autoMax': autoMaxCents } = await this.settings.on(today);
    return {
      lines,
      netCents: sum(lines, 'netCents'),
      vatCents: sum(lines, 'vatCents'),
      totalCents,
      performers: sharesOf(lines, items),
      ...(await this.dates(manager, actor, chosen, today)),
      needs,
      trainings: await this.orderable.trainings(manager, {
        ...{ itemIds: [...items.keys()], schoolId: actor.schoolId!, day: today, now: this.clock.now() },
      }),
      automatic:
        chosen.length > 0 &&
        approvedAutomatically({
          totalCents,
          autoMaxCents,
          hasInvestment: chosen.some((item) => item.investment),
          hasQuote: chosen.some((item) => item.onQuote),
          prerequisitesTicked: needs.every((need) => request.kept?.includes(need)),
        }),
      autoMaxCents,
    };
  }

  private async dates(manager: EntityManager, actor: Actor, chosen: readonly OrderableItemAnswer[], today: string) {
    const school = await this.schools.reach(manager, actor, actor.schoolId!);
    const search: SlotSearch = {
      calendar: await this.schools.calendar(manager, school),
      from: today,
      delayWorkingDays: Math.max(0, ...chosen.map((item) => item.delayWorkingDays)),
      workHours: STANDARD_WORK_HOURS,
      opensInHolidays: !school.presenceNeeded,
    };
    const slots = proposeSlots(search, PROPOSED_SLOTS).map(({ date, startsAt, endsAt, kind }) => ({
      day: date,
      from: startsAt,
      to: endsAt,
      kind,
    }));
    return { firstPossibleOn: firstPossibleDate(search), slots };
  }
}

function estimateLine(line: { itemId: string; quantity: number }, item: OrderableItemAnswer | undefined): EstimateLine {
  // What a proposal is called is not a school's to read: a line that may not be ordered says so and no more.
  if (!item) return { ...line, orderable: false, name: null, priceCents: 0, netCents: 0, vatCents: 0, totalCents: 0 };
  const { quantity } = line;
  return {
    ...line,
    orderable: true,
    name: item.name,
    priceCents: item.priceCents,
    ...lineAmounts({ ...item, quantity }),
  };
}

/** The metropole first, then firms by name: what submission makes an order of each. */
function sharesOf(lines: readonly EstimateLine[], items: ReadonlyMap<string, BasketItem>): PerformerShare[] {
  const shares = new Map<string | null, PerformerShare>();
  for (const line of lines) {
    const item = items.get(line.itemId);
    if (!item) continue;
    const { contractId, performer, performerName } = item;
    const share = shares.get(contractId) ?? { performer, performerName, totalCents: 0 };
    shares.set(contractId, { ...share, totalCents: share.totalCents + line.totalCents });
  }
  return [...shares.values()].sort(
    (a, b) => b.performer.localeCompare(a.performer) || a.performerName.localeCompare(b.performerName, 'fr'),
  );
}

function sum(lines: readonly EstimateLine[], amount: 'netCents' | 'vatCents' | 'totalCents'): number {
  return lines.reduce((total, line) => total + line[amount], 0);
}
