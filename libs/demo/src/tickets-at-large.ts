import { isEligible, priorityOf, TICKETS, type Impact, type Symptom } from '@parc/domain';
import { instantOf, minuteOf, type Moment } from './office-moments.js';
import type { World } from './orders/world.js';
import type { Random } from './random.js';
import type { Site } from './sites.js';
import { DESCRIBED, HOURS, SEASONS, THINGS, type Thing, URGENT } from './ticket-chances.js';
import { type CourseStep, TicketCourse } from './ticket-course.js';
import type { TicketDates } from './ticket-dates.js';
import type { MoveAtLarge, TicketAtLarge, TicketsAtLarge } from './ticket-row-types.js';
import { takeStep } from './ticket-steps.js';
import { UNNUMBERED } from './ticket-story.js';
import { PLAN_START } from './workshop.js';

const A_YEAR = 2_500;
/** Of so many, one is reported by two people. */
const SAID_TWICE = 1 / 40;
/** Some schools break much: one in so many, so much more. */
const WORN = { of: 12, times: 3 } as const;
/** Of the sign-in page's school, the last weeks are told one by one. */
const TOLD_OFFICE_DAYS = 45;

interface Weighed {
  site: Site;
  weight: number;
}

/** Four years of breakdowns as schools report them: by season, hour and kind of device, each with its course. */
export class TicketsOfYears {
  readonly made: TicketsAtLarge = { tickets: [], moves: [], resolutions: [], reporters: [] };
  private readonly random: Random;
  private readonly told: string;

  constructor(
    private readonly world: World,
    private readonly dates: TicketDates,
  ) {
    const { workshop } = world;
    this.random = workshop.random('tickets');
    this.told = workshop.days.officeDay(workshop.today, -TOLD_OFFICE_DAYS);
  }

  make(): TicketsAtLarge {
    const { directory, workshop } = this.world;
    const { days, today } = workshop;
    const sites: Weighed[] = directory.sites
      .filter(({ school }) => isEligible(school.state_contract))
      .map((site) => ({ site, weight: (site.classes + 1) * (this.random.chance(1 / WORN.of) ? WORN.times : 1) }));
    const weight = SEASONS.reduce<number>((sum, one) => sum + one, 0);
    for (let year = Number(PLAN_START.slice(0, 4)); year <= workshop.year; year++) {
      for (const [month, season] of SEASONS.entries()) {
        const prefix = `${year}-${String(month + 1).padStart(2, '0')}`;
        const schoolDays = days.schoolDays(`${prefix}-01`, `${prefix}-31`).filter((day) => day < today);
        const whole = days.schoolDays(`${prefix}-01`, `${prefix}-31`).length;
        const aDay = (A_YEAR * season) / weight / Math.max(whole, 1);
        for (const day of schoolDays) this.day(day, aDay, sites);
      }
    }
    return this.made;
  }

  private day(day: string, mean: number, sites: readonly Weighed[]): void {
    const { random } = this;
    const count = Math.floor(mean) + (random.chance(mean % 1) ? 1 : 0);
    for (let nth = 0; nth < count; nth++) {
      const { site } = random.pickWeighted(sites, ({ weight }) => weight);
      const { from, minutes } = random.pickWeighted(HOURS, ({ weight }) => weight);
      const moment = { day, minute: minuteOf(from) + random.whole(0, minutes) };
      if (site === this.world.directory.tilleuls && day >= this.told) continue;
      this.breakdown(
        site,
        random.pickWeighted(THINGS, ({ weight }) => weight),
        moment,
      );
    }
  }

  private breakdown(site: Site, thing: Thing, moment: Moment): void {
    const { random } = this;
    const impact = this.oneOf<Impact>(thing.impacts);
    const symptom = this.oneOf<Symptom>(thing.symptoms);
    const { urgency } = random.pickWeighted(URGENT, ({ weight }) => weight);
    const ticket = this.reported(site, thing, moment, { impact, symptom, urgency });
    const broken = { symptom, thing, priority: ticket.priority };
    const course = new TicketCourse(this.world.workshop, random, broken, moment).told();
    const history = [this.line(ticket, reportedBy(this.world, site, ticket))];
    const [first] = course;
    if (first && random.chance(SAID_TWICE)) this.sayTwice(site, thing, ticket, moment, first.at, history);
    for (const step of course) if (step.at < this.world.workshop.now) history.push(this.take(site, ticket, step));
    const { presence_needed: presence } = site.school;
    this.dates.write(
      ticket,
      site,
      history.map((move) => ({ ...move, presence })),
    );
  }

  private reported(
    site: Site,
    thing: Thing,
    moment: Moment,
    said: Pick<TicketAtLarge, 'impact' | 'symptom' | 'urgency'>,
  ): TicketAtLarge {
    const { world, random } = this;
    const at = instantOf(moment, random.whole(0, 59));
    const people = [world.people.headOn(site, moment.day)];
    if (moment.day > '2023-10-01') people.push(...world.people.teachersOf(site));
    const ticket: TicketAtLarge = {
      ...{ k: this.made.tickets.length + 1, id: world.workshop.identify(at), number: UNNUMBERED },
      ...{ school_id: site.school.id, model: thing.model ?? null, service: thing.service ?? null },
      ...{ subject: thing.service ? 'service' : 'room', equipment_id: null },
      room_id: thing.service ? null : random.pick(site.rooms).id,
      ...{ ...said, description: random.chance(0.2) ? random.pick(DESCRIBED) : null },
      ...{ priority: priorityOf(said.impact, said.urgency), state: TICKETS.initial, state_since: at },
      ...{ reported_by: random.pick(people), reported_at: at, assigned_account_id: null },
      ...{ planned_from: null, planned_to: null, arrived_at: null, wait_for: null, review_on: null },
      ...{ resolved_at: null, merged_into_id: null, due_at: null, next_warning_at: null, version: 1 },
    };
    this.made.tickets.push(ticket);
    return ticket;
  }

  /** A colleague reports the same a little later: the technician who takes the first joins the two. */
  private sayTwice(
    site: Site,
    thing: Thing,
    kept: TicketAtLarge,
    { day, minute }: Moment,
    until: string,
    history: MoveAtLarge[],
  ): void {
    const { impact, symptom, urgency, description } = kept;
    const again = { day, minute: minute + this.random.whole(2, 20) };
    const at = instantOf({ day, minute: again.minute + 3 });
    if (at >= until || at >= this.world.workshop.now) return;
    const ticket = this.reported(site, thing, again, { impact, symptom, urgency });
    Object.assign(ticket, { description, room_id: kept.room_id });
    this.line(ticket, reportedBy(this.world, site, ticket));
    this.take(site, ticket, { action: 'merge', by: 'technician', at });
    ticket.merged_into_id = kept.id;
    if (ticket.reported_by !== kept.reported_by)
      this.made.reporters.push({ ticket_id: kept.id, account_id: ticket.reported_by, at: ticket.reported_at });
    kept.version++;
    const by = { account_id: this.world.people.technicianOf(site), role: 'technician' };
    const joined = { action: 'join', from_state: kept.state, at, ...by, reason: null, detail: { from: ticket.id } };
    history.push(this.line(kept, joined));
  }

  private take(site: Site, ticket: TicketAtLarge, step: CourseStep): MoveAtLarge {
    const { world, made } = this;
    const technician = world.people.technicianOf(site);
    const { from, detail } = takeStep(ticket, { ...step, technician });
    const signed = {
      technician,
      'plan-manager': world.people.managers.other,
      'school-head': world.people.headOn(site, step.at.slice(0, 10)),
      system: null,
    }[step.by];
    if (step.mending) {
      const { cause, repair, note, minutes, parts = null, cents } = step.mending;
      const price_cents = cents ? this.random.whole(cents[0] / 10, cents[1] / 10) * 10 : 0;
      made.resolutions.push({
        ...{ id: world.workshop.identify(step.at), ticket_id: ticket.id, account_id: technician, at: step.at },
        ...{ cause, repair, note, minutes: minutes[0], parts, price_cents, device: 'stays' },
        ...{ charge: price_cents === 0 ? 'free' : 'due', entry_id: null, order_id: null },
      });
    }
    const { action, at, reason = null } = step;
    return this.line(ticket, { action, from_state: from, at, account_id: signed, role: step.by, reason, detail });
  }

  private line(
    ticket: TicketAtLarge,
    line: Pick<MoveAtLarge, 'action' | 'from_state' | 'account_id' | 'role' | 'at' | 'reason' | 'detail'>,
  ): MoveAtLarge {
    const { k, state: to_state, priority, wait_for } = ticket;
    const move = { k, ...line, to_state, priority, wait_for };
    this.made.moves.push(move);
    return move;
  }

  private oneOf<Name extends string>(weights: Readonly<Partial<Record<Name, number>>>): Name {
    const [name] = this.random.pickWeighted(Object.entries(weights) as [Name, number][], ([, weight]) => weight);
    return name;
  }
}

function reportedBy({ people }: World, site: Site, { reported_by, reported_at }: TicketAtLarge) {
  const role = people.teachersOf(site).includes(reported_by) ? 'teacher' : 'school-head';
  const line = { action: 'report', from_state: null, at: reported_at, account_id: reported_by, role };
  return { ...line, reason: null, detail: {} };
}
