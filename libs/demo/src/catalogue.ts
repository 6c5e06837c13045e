import { ITEMS_ORDERABLE, ITEMS, ITEMS_SOLD, type ItemState } from '@parc/domain';
import type { CatalogueFacts, ContractKey } from './catalogue-facts.js';
import { HARDWARE_ITEMS } from './catalogue-hardware.js';
import { INSTALL_ITEMS } from './catalogue-install.js';
import { OTHER_ITEMS } from './catalogue-others.js';
import { SOFTWARE_ITEMS } from './catalogue-software.js';
import type { DemonstrationContract } from './contracts.js';
import { instantAt } from './days.js';
import type { People } from './people.js';
import type { CatalogueItemRow, ItemDecisionRow } from './rows.js';
import type { Workshop } from './workshop.js';
import { PLAN_START } from './workshop.js';

export interface CatalogueItem {
  row: CatalogueItemRow;
  facts: CatalogueFacts;
  contract: DemonstrationContract | null;
  /** First day on which a school may order it; null for never. */
  orderableFrom: string | null;
  /** By first day, oldest first. */
  prices: { from: string; netCents: number }[];
}

export const VAT_BASIS_POINTS = 2000;

const COMMITTEE = 'Commission du numérique éducatif';
/** Added to the catalogue after the plan began. */
const LATER_MEETINGS: Record<string, string> = {
  'LOG-07': '2024-06-11',
  'MAT-07': '2024-06-11',
  'MAT-11': '2025-02-04',
  'MAT-12': '2025-02-04',
  'RES-06': '2023-10-10',
};
const FIRST_MEETING = '2022-12-06';

export function makeCatalogue(
  workshop: Workshop,
  contracts: ReadonlyMap<ContractKey, DemonstrationContract>,
  people: People,
): CatalogueItem[] {
  const all = [...INSTALL_ITEMS, ...SOFTWARE_ITEMS, ...HARDWARE_ITEMS, ...OTHER_ITEMS];
  return all.map((facts, position) => {
    const contract = facts.contract ? contracts.get(facts.contract)! : null;
    const row = rowOf(facts, contract, workshop);
    workshop.rows.catalogue_item.push(row);
    const prices = pricesOf(facts, position);
    for (const { from, netCents } of prices) {
      workshop.rows.item_price.push({
        id: workshop.identify(`${from}T08:00:00.000Z`),
        item_id: row.id,
        from_day: from,
        unit_net_cents: netCents,
        vat_basis_points: VAT_BASIS_POINTS,
      });
    }
    addDecisions(workshop, row, people.managers.certifiers[0]!, position);
    const orderable = ITEMS_ORDERABLE.includes(row.state) && !row.on_quote;
    return { row, facts, contract, orderableFrom: orderable ? meetingOf(row.reference) : null, prices };
  });
}

/** Where an item of the catalogue is unless its facts say otherwise. */
const MOST: ItemState = 'validated';

/** The price of an item on a day, net, in cents. */
export function priceOn(item: CatalogueItem, day: string): number {
  const price = item.prices.findLast((one) => one.from <= day);
  if (price === undefined) throw new RangeError(`${item.row.reference} has no price on ${day}`);
  return price.netCents;
}

function rowOf(facts: CatalogueFacts, contract: DemonstrationContract | null, workshop: Workshop): CatalogueItemRow {
  return {
    id: workshop.identify(`${PLAN_START}T08:00:00.000Z`),
    kind: facts.kind ?? 'service',
    category: facts.category,
    reference: facts.reference,
    name: facts.name,
    description: facts.description,
    includes: facts.includes,
    excludes: facts.excludes,
    unit: facts.unit,
    picture: facts.picture,
    maker: facts.maker ?? null,
    warranty_months: facts.warrantyMonths ?? null,
    delay_working_days: facts.delay,
    remote: facts.remote ?? false,
    investment: facts.investment ?? false,
    on_quote: facts.onQuote ?? false,
    contract_id: contract?.row.id ?? null,
    needs_power: facts.needs?.includes('power') ?? false,
    needs_network: facts.needs?.includes('network') ?? false,
    needs_furniture: facts.needs?.includes('furniture') ?? false,
    training_module: facts.training ?? null,
    state: facts.state ?? MOST,
  };
}

/** Today's price since 2025 at the latest; contract prices were revised each spring before. */
function pricesOf(facts: CatalogueFacts, position: number): CatalogueItem['prices'] {
  const now = facts.netCents;
  if (now === 0) return facts.onQuote ? [] : [{ from: PLAN_START, netCents: 0 }];
  const before = (basisPoints: number): number => Math.round((now * basisPoints) / 10_000);
  if (facts.contract) {
    return [
      { from: PLAN_START, netCents: before(9_350) },
      { from: '2024-03-01', netCents: before(9_700) },
      { from: '2025-03-01', netCents: now },
    ];
  }
  return position % 2 === 0
    ? [{ from: PLAN_START, netCents: now }]
    : [
        { from: PLAN_START, netCents: before(9_500) },
        { from: '2025-01-01', netCents: now },
      ];
}

function meetingOf(reference: string): string {
  return LATER_MEETINGS[reference] ?? FIRST_MEETING;
}

const REASONS: Record<string, string> = {
  'MAT-23': 'Surveillance impossible pendant la classe, usage trop rare pour son prix',
  'LOG-21': 'Contenus déjà ouverts aux écoles par le ministère',
  'INS-20': 'Matériel que son fabricant ne suit plus',
  'MAT-24': 'Porte d’entrée de virus, l’espace numérique remplace cet usage',
};

/** How the metropole's bodies decided: examined, then validated or rejected in a meeting, sometimes withdrawn since. */
function addDecisions(workshop: Workshop, row: CatalogueItemRow, accountId: string, position: number): void {
  if (row.state === ITEMS.initial) return;
  const meeting = ITEMS_SOLD.includes(row.state) ? meetingOf(row.reference) : '2025-06-03';
  const add = (
    state: ItemDecisionRow['state'],
    day: string,
    time: string,
    reason: string | null,
    meets: boolean,
  ): void => {
    const decided_at = instantAt(day, time);
    workshop.rows.item_decision.push({
      id: workshop.identify(decided_at),
      item_id: row.id,
      state,
      body: meets ? COMMITTEE : null,
      meeting_on: meets ? day : null,
      decision_number: meets ? `CNE-${day.slice(0, 4)}-${String(position + 1).padStart(3, '0')}` : null,
      reason,
      decided_at,
      account_id: accountId,
    });
  };
  if (ITEMS.statesFrom('validate').includes(row.state)) {
    add('under-review', workshop.days.officeDay(workshop.today, -12), '10:20', null, false);
    return;
  }
  add('under-review', workshop.days.officeDay(meeting, -15), '10:20', null, false);
  const reason = REASONS[row.reference] ?? null;
  if (!ITEMS_SOLD.includes(row.state)) return add('rejected', meeting, '16:40', reason, true);
  add('validated', meeting, '16:40', null, true);
  if (!ITEMS_ORDERABLE.includes(row.state)) add('withdrawn', '2024-01-16', '09:15', reason, false);
}
