import { makeAgreements } from './agreements.js';
import { keepLedger } from './books.js';
import { makeBudgets } from './budgets.js';
import { makeCampaigns } from './campaigns.js';
import { makeDotations } from './dotations.js';
import { makeCatalogue } from './catalogue.js';
import { makeColleagues } from './colleagues.js';
import { keepContracts } from './contract-books.js';
import { makeContracts } from './contracts.js';
import { makeDirectory } from './directory.js';
import { makeFleet } from './fleet.js';
import { nameOrderDevices } from './fleet-orders.js';
import { addOrderPhotos } from './order-photos.js';
import { addOrderRows, numberOrders } from './order-rows.js';
import { tellLiveOrders } from './orders/live-orders.js';
import { tellOrdersToApprove } from './orders/orders-to-approve.js';
import { tellPastOrders } from './orders/past-orders.js';
import { QuotedRepairs } from './orders/quoted-repairs.js';
import { tellTilleuls } from './orders/tilleuls.js';
import type { World } from './orders/world.js';
import { makeNeeds } from './needs.js';
import { makePeople } from './people.js';
import type { DemonstrationPlan } from './rows.js';
import { makeSettings } from './settings.js';
import { chargeTickets } from './ticket-charges.js';
import { Breakdowns } from './tickets.js';
import { openWorkshop } from './workshop.js';

export interface DemonstrationOptions {
  /** The same seed, day and sizes give the same plan, to the letter. */
  seed: number;
  /** `YYYY-MM-DD`: the day on whose morning the demonstration opens. */
  today: string;
  /** About how many orders in all; 4,000 times the scale unless told. */
  orders?: number;
  /** Multiplies the voted money, and the orders with it, for measures at a larger size. */
  scale?: number;
}

const ORDERS = 4_000;
/** The plan's second spring: before it there is no past to show. */
const FIRST_DAY = '2024-03-01';

/**
 * The demonstration plan: the size of the real one, its past since 2023 and what goes on today. Nothing here reads a clock
 * or draws from chance outside the seed.
 * @throws RangeError before March 2024, or on a scale that is no whole number from 1 on.
 */
export function generateDemonstration(options: DemonstrationOptions): DemonstrationPlan {
  const { seed, today, scale = 1, orders = ORDERS * scale } = options;
  if (today < FIRST_DAY) throw new RangeError(`The demonstration begins on ${FIRST_DAY}, not ${today}`);
  if (!Number.isInteger(scale) || scale < 1) throw new RangeError(`A scale is a whole number from 1 on, not ${scale}`);
  const workshop = openWorkshop(seed, today);
  makeSettings(workshop, scale);
  const directory = makeDirectory(workshop);
  const { contracts, holderIds } = makeContracts(workshop);
  const people = makePeople(workshop, directory, holderIds);
  const catalogue = makeCatalogue(workshop, contracts, people);
  const agreements = makeAgreements(workshop, directory);
  const envelopes = makeBudgets(workshop, directory, people, scale);
  const counters = { label: 4_000, invoice: 1_000 };
  const world: World = {
    workshop,
    directory,
    people,
    catalogue,
    agreements,
    envelopes,
    stories: [],
    storiesOf: new Map(),
    next: (counter) => ++counters[counter],
  };
  // What goes on today takes its money first; the past is told with what is left.
  tellTilleuls(world);
  tellOrdersToApprove(world);
  tellLiveOrders(world);
  tellPastOrders(world, Math.max(0, orders - world.stories.length));

  const breakdowns = new Breakdowns(world);
  const quoted = new QuotedRepairs(world, breakdowns.atLarge);
  quoted.tell();
  const repairs = chargeTickets(world, breakdowns.atLarge);

  const holds = keepLedger(world, repairs);
  const purchaseOrders = keepContracts(world);
  const { numbers, last } = numberOrders(world.stories);
  quoted.number(numbers);
  addOrderRows(world, numbers, holds, purchaseOrders);
  addOrderPhotos(world);
  makeFleet(world);
  nameOrderDevices(world);
  makeNeeds(world);
  makeCampaigns(world);
  makeDotations(world);
  makeColleagues(workshop, directory, people.book, people.teachersOf);
  const lastTicketNumbers = breakdowns.number();
  const ticketsAtLarge = breakdowns.atLarge;
  return { seed, today, rows: workshop.rows, ticketsAtLarge, lastOrderNumbers: last, lastTicketNumbers };
}
