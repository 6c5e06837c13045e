import { CHARGE_DUE } from '@parc/domain';
import type { Envelope } from './budgets.js';
import { allotmentInstant, openedAt } from './budgets.js';
import { laterBy } from './days.js';
import type { World } from './orders/world.js';
import type { ResolutionAtLarge, TicketsAtLarge } from './ticket-row-types.js';

/** What a repair takes from an envelope. */
interface Repair {
  at: string;
  actor: string;
  resolution: ResolutionAtLarge;
}
export type Repairs = Map<Envelope, Repair[]>;

const HOUR_SECONDS = 3_600;
/** The manager looks through what stands to be charged every few weeks. */
const SETTLED_AFTER_SECONDS = 26 * 24 * HOUR_SECONDS;

/**
 * Where the repairs of all years are charged: to the school's maintenance envelope while the money is there; else the plan's
 * reserve has taken it, once the manager has looked; what he has not looked at yet is due.
 */
export function chargeTickets(world: World, { tickets, resolutions }: TicketsAtLarge): Repairs {
  const { directory, envelopes, people, workshop } = world;
  const repairs: Repairs = new Map();
  const spent = new Map<Envelope, number>();
  const sites = new Map(directory.sites.map((site) => [site.school.id, site]));
  const schools = new Map(tickets.map(({ id, school_id }) => [id, school_id]));
  const take = (envelope: Envelope, repair: Repair, charge: 'school' | 'reserve'): boolean => {
    const taken = spent.get(envelope) ?? orderedOf(world, envelope);
    const cents = repair.resolution.price_cents;
    if (repair.at >= workshop.now || openedAt(envelope, repair.at) - taken < cents) return false;
    spent.set(envelope, taken + cents);
    repairs.set(envelope, [...(repairs.get(envelope) ?? []), repair]);
    repair.resolution.charge = charge;
    return true;
  };
  const costly = resolutions.filter(({ charge }) => charge === CHARGE_DUE);
  for (const resolution of costly.sort((one, other) => (one.at < other.at ? -1 : 1))) {
    const year = Number(resolution.at.slice(0, 4));
    const site = sites.get(schools.get(resolution.ticket_id)!)!;
    const { at, account_id: actor } = resolution;
    if (take(envelopes.of(site, year, 'maintenance'), { at, actor, resolution }, 'school')) continue;
    // Before the year ends, and once it has money: the plan's first came in spring.
    const closes = `${year}-12-18T09:00:00.000Z`;
    const opens = laterBy(allotmentInstant(workshop, year), HOUR_SECONDS);
    const seen = laterBy(at, at < closes ? SETTLED_AFTER_SECONDS : HOUR_SECONDS);
    const late = [opens, at < closes && seen > closes ? closes : seen].sort().at(-1)!;
    take(envelopes.of(null, year, 'maintenance'), { at: late, actor: people.managers.other, resolution }, 'reserve');
  }
  return repairs;
}

/** What its orders take at the most, in cents: repairs that are charged at once leave it alone. */
const orderedOf = ({ storiesOf }: World, envelope: Envelope): number =>
  (storiesOf.get(envelope) ?? []).reduce((sum, story) => sum + story.exposureFrom(''), 0);
