import {
  clocks,
  nextWarningAt,
  presenceTime,
  priorityOf,
  serviceTime,
  STANDARD_SERVICE_WEEK,
  STANDARD_TARGETS,
  TICKETS,
  TICKETS_OPEN,
  type Impact,
  type Symptom,
  type TicketAction,
  type TicketService,
  type TicketSubject,
  type Urgency,
  type Wait,
  warningsToTell,
} from '@parc/domain';
import { instantAt } from './days.js';
import type { EquipmentRow } from './equipment-row-types.js';
import type { World } from './orders/world.js';
import type { Site } from './sites.js';
import type { TicketResolutionRow, TicketRow } from './ticket-row-types.js';

/** What is broken, and how it was said. */
export interface Breakdown {
  site: Site;
  device?: EquipmentRow | undefined;
  room?: string | undefined;
  service?: TicketService;
  symptom: Symptom;
  impact: Impact;
  urgency: Urgency;
  description?: string;
  /** Office days before today. */
  daysAgo: number;
  time: string;
}

/** One step after the report. */
export interface Step {
  action: TicketAction;
  daysAgo: number;
  time: string;
  reason?: string;
  /** Of a visit: office days from today, and its hours. */
  visit?: { inDays: number; from: string; to: string };
  wait?: { for: Wait; reviewInDays: number };
  resolution?: Omit<TicketResolutionRow, 'id' | 'ticket_id' | 'account_id' | 'at' | 'charge'>;
}

const FIRST_DAY = '2000-01-01';

/** Tells breakdowns as they went: each step is a row of the table, and what falls due is what the clocks say. */
export class TicketStory {
  private readonly numbers = new Map<string, number>();

  constructor(private readonly world: World) {}

  /** The last number given in each year. */
  get last(): Record<number, number> {
    return Object.fromEntries([...this.numbers].map(([year, number]) => [Number(year), number]));
  }

  tell(broken: Breakdown, steps: readonly Step[]): TicketRow {
    const { workshop } = this.world;
    const at = this.instant(broken.daysAgo, broken.time);
    const ticket = this.reported(broken, at);
    workshop.rows.ticket.push(ticket);
    this.line(ticket, { action: 'report', from: null, at, by: ticket.reported_by, role: 'school-head' });
    for (const step of steps) this.step(broken.site, ticket, step);
    this.dated(broken.site, ticket);
    return ticket;
  }

  private reported({ site, device, room, ...said }: Breakdown, at: string): TicketRow {
    const { workshop, people } = this.world;
    const year = at.slice(0, 4);
    const number = (this.numbers.get(year) ?? 0) + 1;
    this.numbers.set(year, number);
    const subject: TicketSubject = device ? 'device' : room ? 'room' : said.service ? 'service' : 'school';
    return {
      ...{
        id: workshop.identify(at),
        number: `T-${year}-${String(number).padStart(5, '0')}`,
        school_id: site.school.id,
      },
      ...{ subject, equipment_id: device?.id ?? null, room_id: device?.room_id ?? room ?? null },
      ...{ service: said.service ?? null, symptom: said.symptom, description: said.description ?? null },
      ...{ impact: said.impact, urgency: said.urgency, priority: priorityOf(said.impact, said.urgency) },
      ...{
        state: TICKETS.initial,
        state_since: at,
        reported_by: people.headOn(site, at.slice(0, 10)),
        reported_at: at,
      },
      ...{ assigned_account_id: null, planned_from: null, planned_to: null, arrived_at: null, wait_for: null },
      ...{ review_on: null, resolved_at: null, merged_into_id: null, due_at: null, next_warning_at: null, version: 1 },
    };
  }

  private step(site: Site, ticket: TicketRow, { action, reason, ...step }: Step): void {
    const { workshop, people } = this.world;
    const at = this.instant(step.daysAgo, step.time);
    const move = TICKETS.find(ticket.state, action);
    if (!move) throw new Error(`a ticket that is ${ticket.state} makes no move "${action}"`);
    const technician = people.technicianOf(site);
    const bySchool = !move.who.includes('technician');
    const from = ticket.state;
    const detail = this.changed(ticket, move.effects, { at, technician, ...step });
    Object.assign(ticket, { state: move.next, state_since: at, version: ticket.version + 1 });
    const by = bySchool ? people.headOn(site, at.slice(0, 10)) : technician;
    this.line(ticket, { action, from, at, by, role: bySchool ? 'school-head' : 'technician', reason, detail });
    if (step.resolution) {
      const charge = step.resolution.price_cents === 0 ? 'free' : 'due';
      const made = { id: workshop.identify(at), ticket_id: ticket.id, account_id: technician, at, charge } as const;
      workshop.rows.ticket_resolution.push({ ...made, ...step.resolution });
    }
  }

  /** The columns that the effects of a row change. */
  private changed(
    ticket: TicketRow,
    effects: readonly string[],
    { at, technician, visit, wait }: Pick<Step, 'visit' | 'wait'> & { at: string; technician: string },
  ): Record<string, unknown> {
    if (effects.includes('assign-self')) ticket.assigned_account_id = technician;
    if (effects.includes('forget-visit')) Object.assign(ticket, { planned_from: null, planned_to: null });
    if (effects.includes('end-wait')) Object.assign(ticket, { wait_for: null, review_on: null });
    if (effects.includes('date-arrival')) ticket.arrived_at = at;
    if (effects.includes('record-resolution')) ticket.resolved_at = at;
    if (effects.includes('record-wait') && wait) {
      const told = { wait_for: wait.for, review_on: this.day(-wait.reviewInDays) };
      Object.assign(ticket, told);
      return { waitFor: told.wait_for, reviewOn: told.review_on };
    }
    if (!effects.includes('plan-visit') || !visit) return {};
    const day = this.day(-visit.inDays);
    const planned = { planned_from: instantAt(day, visit.from), planned_to: instantAt(day, visit.to) };
    Object.assign(ticket, planned);
    return { plannedFrom: planned.planned_from, plannedTo: planned.planned_to };
  }

  private line(
    ticket: TicketRow,
    line: {
      action: string;
      from: TicketRow['state'] | null;
      at: string;
      by: string;
      role: string;
      reason?: string | undefined;
      detail?: Record<string, unknown>;
    },
  ): void {
    const { workshop, directory } = this.world;
    const { school } = directory.sites.find((site) => site.school.id === ticket.school_id)!;
    workshop.rows.ticket_move.push({
      ...{ id: workshop.identify(line.at), ticket_id: ticket.id, action: line.action, from_state: line.from },
      ...{ to_state: ticket.state, account_id: line.by, role: line.role, at: line.at, reason: line.reason ?? null },
      ...{ priority: ticket.priority, presence: school.presence_needed, wait_for: ticket.wait_for },
      detail: line.detail ?? {},
    });
  }

  /** The copies of what the clocks say. */
  private dated(site: Site, ticket: TicketRow): void {
    if (!TICKETS_OPEN.includes(ticket.state)) return;
    const { days, now, rows } = this.world.workshop;
    const last = [...days.publicHolidays].sort().at(-1) ?? null;
    const service = serviceTime({
      ...{
        hours: [{ from: FIRST_DAY, week: STANDARD_SERVICE_WEEK }],
        closings: [],
        publicHolidays: days.publicHolidays,
      },
      publicHolidaysUntil: last && `${last.slice(0, 4)}-12-31`,
    });
    const presence = presenceTime(service, {
      openingHours: [{ from: FIRST_DAY, hours: site.openingHours }],
      holidays: days.schoolHolidays,
      holidaysUntil:
        days.schoolHolidays
          .map(({ to }) => to)
          .sort()
          .at(-1) ?? null,
    });
    const history = rows.ticket_move
      .filter(({ ticket_id }) => ticket_id === ticket.id)
      .map((move) => ({ ...move, at: new Date(move.at), reason: move.wait_for }));
    const said = clocks(history, new Date(now), { service, presence }, [{ from: FIRST_DAY, ...STANDARD_TARGETS }]);
    if (said === null) return;
    ticket.due_at = said.metropole.dueAt?.toISOString() ?? null;
    ticket.next_warning_at = nextWarningAt(warningsToTell(said, []))?.toISOString() ?? null;
  }

  private day(daysAgo: number): string {
    const { days, today } = this.world.workshop;
    return days.officeDay(today, -daysAgo);
  }

  private instant(daysAgo: number, time: string): string {
    return instantAt(this.day(daysAgo), time);
  }
}
