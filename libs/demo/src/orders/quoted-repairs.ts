import { addCalendarDays, isEligible, priorityOf, type TicketAction, TICKETS, TICKETS_RESOLVED } from '@parc/domain';
import { allotmentInstant, FIRST_YEAR } from '../budgets.js';
import { instantAt, laterBy } from '../days.js';
import type { Random } from '../random.js';
import type { Site } from '../sites.js';
import { isWithoutContract } from '../sites.js';
import type { MoveAtLarge, ResolutionAtLarge, TicketAtLarge, TicketsAtLarge } from '../ticket-row-types.js';
import { takeStep, type TicketStep } from '../ticket-steps.js';
import { UNNUMBERED } from '../ticket-story.js';
import { newLine, totalOf } from './composed-order.js';
import { OrderStory } from './order-story.js';
import { daysFrom } from './story-days.js';
import { tellCertification, tellClosing } from './tell.js';
import { tellStory } from './tell-story.js';
import type { World } from './world.js';
import { availableFrom, keep } from './world.js';

const A_YEAR = 44;
/** Nobody asks for a quote so late that its order could not be certified within the year. */
const LAST_REPORT = '10-05';
/** What is younger may not be certified yet. */
const OVER_AFTER_DAYS = 80;
const CLOSED_AFTER_DAYS = 7;
const MINUTE = 60;

/** What is worth a quote: net cents, least and most. */
const REPAIRS = [
  { model: 'MAT-27', symptom: 'black-screen', parts: 'Bloc optique', cause: 'screen', cents: [14_500, 28_000] },
  { model: 'MAT-27', symptom: 'no-power', parts: 'Carte d’alimentation', cause: 'board', cents: [13_000, 21_000] },
  { model: 'MAT-26', symptom: 'black-screen', parts: 'Dalle 14 pouces', cause: 'screen', cents: [12_900, 17_500] },
  { model: 'MAT-11', symptom: 'no-power', parts: 'Carte mère', cause: 'board', cents: [15_500, 24_000] },
] as const;
type Repair = (typeof REPAIRS)[number];

const WORKSHOPS = ['Atelier Volta', 'Répar’Image', 'Loire Électronique'] as const;

/** A line of a ticket's thread that tells the number of an order, known once all orders are numbered. */
interface ToldByNumber {
  line: MoveAtLarge;
  story: OrderStory;
}

/** Breakdowns of the years before whose repair was dear: a quote, which became an order of the school's maintenance budget. */
export class QuotedRepairs {
  private readonly random: Random;
  private readonly told: ToldByNumber[] = [];

  constructor(
    private readonly world: World,
    private readonly made: TicketsAtLarge,
  ) {
    this.random = world.workshop.random('quoted repairs');
  }

  /** After every other order, before the ledger. */
  tell(): void {
    const { workshop, directory, agreements } = this.world;
    for (let year = FIRST_YEAR; year <= workshop.year; year++) {
      const opened = addCalendarDays(allotmentInstant(workshop, year).slice(0, 10), 1);
      const over = addCalendarDays(workshop.today, -OVER_AFTER_DAYS);
      const days = workshop.days.schoolDays(opened, over < `${year}-${LAST_REPORT}` ? over : `${year}-${LAST_REPORT}`);
      const sites = directory.sites.filter(
        (site) => isEligible(site.school.state_contract) && !isWithoutContract(site) && site !== directory.tilleuls,
      );
      for (const site of this.random.shuffled(sites).slice(0, A_YEAR)) {
        const covered = agreements.coveredFrom(site);
        const possible = days.filter((day) => covered !== undefined && day > covered);
        if (possible.length > 0) this.repair(site, this.random.pick(possible));
      }
    }
  }

  /** Writes the numbers of orders where threads tell them. */
  number(numbers: ReadonlyMap<OrderStory, string>): void {
    for (const { line, story } of this.told) line.detail = { order: numbers.get(story)!, cents: story.certifiedCents! };
  }

  /** Nothing is told of it where the school's money is too short, or its year too. */
  private repair(site: Site, day: string): void {
    const { world, random } = this;
    const { workshop, people } = world;
    const what = random.pick(REPAIRS);
    const looked = workshop.days.officeDay(day, random.whole(1, 3));
    const reportedAt = instantAt(day, `${random.whole(10, 15)}:${random.whole(10, 59)}`);
    const quotedAt = instantAt(looked, `16:${random.whole(50, 58)}`);
    const story = this.order(site, what, { reportedAt, quotedAt });
    if (availableFrom(world, story.order.envelope, quotedAt) < totalOf(story.order.lines, 'asked')) return;
    const sentOn = workshop.days.schoolDayOnOrAfter(addCalendarDays(looked, random.whole(1, 5)));
    const days = daysFrom(world, sentOn, [], 'natural', random);
    const basketCents = totalOf(story.order.lines, 'asked');
    const telling = { world, story, random, days, twists: {}, basketCents };
    tellStory(telling, 'confirmed');
    tellCertification(telling, workshop.days.officeDay(story.confirmedAt!.slice(0, 10), random.whole(1, 5)));
    tellClosing(telling);
    const limit = looked < `${workshop.year}-01-01` ? `${looked.slice(0, 4)}-12-24` : workshop.today;
    if (story.lastAt() >= limit) return;
    keep(world, story);
    const ticket = this.ticket(site, what, reportedAt, story);
    new ThreadOfQuote(this.made, ticket, people.technicianOf(site)).tell(story, {
      ...{ looked, quotedAt, reviewOn: workshop.days.officeDay(looked, 10), note: what },
      resolutionId: workshop.identify(story.reportedAt!),
      certified: (line) => this.told.push({ line, story }),
    });
  }

  private order(site: Site, { parts, cents }: Repair, at: { reportedAt: string; quotedAt: string }): OrderStory {
    const { quotedAt } = at;
    const { world, random } = this;
    const { workshop, people, catalogue, envelopes } = world;
    const item = catalogue.find(({ row }) => row.reference === 'REP-01')!;
    const unitNetCents = random.whole(cents[0] / 100, cents[1] / 100) * 100;
    const year = quotedAt.slice(0, 4);
    const technician = people.technicianOf(site);
    const order = {
      ...{
        id: workshop.identify(quotedAt),
        basketId: workshop.identify(quotedAt),
        ticketId: workshop.identify(at.reportedAt),
      },
      ...{ site, envelope: envelopes.of(site, Number(year), 'maintenance'), contract: null },
      ...{ title: item.row.name, note: `${parts}, devis ${year}-${random.whole(10, 480)}, ${random.pick(WORKSHOPS)}.` },
      ...{ contact: '', wishes: [], prerequisites: [], lines: [newLine(item, unitNetCents, 1, null)] },
      ...{ createdBy: technician, createdAt: quotedAt },
    };
    return new OrderStory(order, { role: 'technician', accountId: technician });
  }

  private ticket(site: Site, { model, symptom }: Repair, at: string, { order }: OrderStory): TicketAtLarge {
    const { people } = this.world;
    const said = { symptom, impact: 'class', urgency: 'otherwise' } as const;
    const ticket: TicketAtLarge = {
      ...{ k: this.made.tickets.length + 1, id: order.ticketId!, number: UNNUMBERED, school_id: site.school.id },
      ...{ model, service: null, subject: 'room', equipment_id: null, room_id: this.random.pick(site.rooms).id },
      ...{ ...said, description: null, priority: priorityOf(said.impact, said.urgency) },
      ...{ state: TICKETS.initial, state_since: at, reported_by: people.headOn(site, at.slice(0, 10)) },
      ...{ reported_at: at, assigned_account_id: null, planned_from: null, planned_to: null, arrived_at: null },
      ...{ wait_for: null, review_on: null, resolved_at: null, merged_into_id: null, due_at: null },
      ...{ next_warning_at: null, version: 1 },
    };
    this.made.tickets.push(ticket);
    return ticket;
  }
}

interface Told {
  /** ISO dates. */
  looked: string;
  reviewOn: string;
  quotedAt: string;
  note: Pick<Repair, 'cause' | 'parts'>;
  resolutionId: string;
  certified(line: MoveAtLarge): void;
}

/** A ticket's course around its order: looked at, quoted, waiting for the school's word, repaired by the order. */
class ThreadOfQuote {
  constructor(
    private readonly made: TicketsAtLarge,
    private readonly ticket: TicketAtLarge,
    private readonly technician: string,
  ) {}

  tell(story: OrderStory, { looked, reviewOn, quotedAt, note, resolutionId, certified }: Told): void {
    const { ticket, technician } = this;
    const reporter = { account_id: ticket.reported_by, role: 'school-head' };
    this.line({ action: 'report', from_state: null, at: ticket.reported_at, ...reporter });
    this.step('take', laterBy(ticket.reported_at, 50 * MINUTE));
    this.step('start', instantAt(looked, '16:33'));
    ticket.version++;
    const by = { account_id: technician, role: 'technician' };
    this.line({ action: 'quote', from_state: ticket.state, at: quotedAt, ...by, detail: { order: story.order.id } });
    const wait = { for: 'school' as const, reviewOn };
    this.step('wait', laterBy(quotedAt, MINUTE), { reason: 'devis envoyé à l’école', wait });
    this.step('resume', laterBy(story.reportedAt!, -20 * MINUTE));
    const resolvedAt = laterBy(story.reportedAt!, 4 * MINUTE);
    this.step('resolve', resolvedAt);
    this.made.resolutions.push({
      ...{ id: resolutionId, ticket_id: ticket.id, account_id: technician, at: resolvedAt, order_id: story.order.id },
      ...{ cause: note.cause, repair: 'replaced', note: null, minutes: 30, parts: note.parts, price_cents: 0 },
      ...{ device: 'stays', charge: 'order', entry_id: null },
    } satisfies ResolutionAtLarge);
    this.end(story, addCalendarDays(resolvedAt.slice(0, 10), CLOSED_AFTER_DAYS), certified);
  }

  /** The certification closes it, unless a week has gone by before. */
  private end(story: OrderStory, lapses: string, certified: Told['certified']): void {
    const { ticket } = this;
    const lapsedAt = instantAt(lapses, '02:10');
    if (lapsedAt < story.certifiedAt!) this.step('close', lapsedAt, {}, null);
    ticket.version++;
    const by = { account_id: story.certifiedBy, role: 'plan-manager' };
    certified(this.line({ action: 'certified', from_state: ticket.state, at: story.certifiedAt!, ...by }));
    if (TICKETS_RESOLVED.includes(ticket.state) && lapsedAt >= story.certifiedAt!)
      this.step('close', story.certifiedAt!, {}, null);
  }

  /** @param by the technician, unless told */
  private step(
    action: TicketAction,
    at: string,
    { reason = null, wait }: { reason?: string | null; wait?: TicketStep['wait'] } = {},
    by: string | null = this.technician,
  ): void {
    const { from, detail } = takeStep(this.ticket, { action, at, technician: this.technician, wait });
    const role = by === null ? 'system' : 'technician';
    this.line({ action, from_state: from, at, account_id: by, role, reason, detail });
  }

  private line(
    line: Pick<MoveAtLarge, 'action' | 'from_state' | 'account_id' | 'role' | 'at'> &
      Partial<Pick<MoveAtLarge, 'reason' | 'detail'>>,
  ): MoveAtLarge {
    const { k, state: to_state, priority, wait_for } = this.ticket;
    const move = { k, reason: null, detail: {}, ...line, to_state, priority, wait_for };
    this.made.moves.push(move);
    return move;
  }
}
