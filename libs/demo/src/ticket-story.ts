import {
  priorityOf,
  TICKETS,
  type Impact,
  type Symptom,
  type TicketAction,
  type TicketService,
  type TicketSubject,
  type Urgency,
  type Wait,
} from '@parc/domain';
import { instantAt } from './days.js';
import type { EquipmentRow } from './equipment-row-types.js';
import type { World } from './orders/world.js';
import type { Site } from './sites.js';
import type { TicketDates } from './ticket-dates.js';
import type { TicketResolutionRow, TicketRow } from './ticket-row-types.js';
import { takeStep } from './ticket-steps.js';

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

/** Numbers follow the day of the report, once every breakdown is told. */
export const UNNUMBERED = '';

/** Tells breakdowns as they went: each step is a row of the table, and what falls due is what the clocks say. */
export class TicketStory {
  constructor(
    private readonly world: World,
    private readonly dates: TicketDates,
  ) {}

  tell(broken: Breakdown, steps: readonly Step[]): TicketRow {
    const { workshop } = this.world;
    const at = this.instant(broken.daysAgo, broken.time);
    const ticket = this.reported(broken, at);
    workshop.rows.ticket.push(ticket);
    this.line(ticket, { action: 'report', from: null, at, by: ticket.reported_by, role: 'school-head' });
    for (const step of steps) this.step(broken.site, ticket, step);
    const { ticket_move: lines } = workshop.rows;
    this.dates.write(
      ticket,
      broken.site,
      lines.filter(({ ticket_id }) => ticket_id === ticket.id),
    );
    return ticket;
  }

  private reported({ site, device, room, ...said }: Breakdown, at: string): TicketRow {
    const { workshop, people } = this.world;
    const subject: TicketSubject = device ? 'device' : room ? 'room' : said.service ? 'service' : 'school';
    return {
      ...{
        id: workshop.identify(at),
        number: UNNUMBERED,
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
    const technician = people.technicianOf(site);
    const { from, bySchool, detail } = takeStep(ticket, {
      ...{ action, at, technician, visit: step.visit && this.visit(step.visit) },
      wait: step.wait && { for: step.wait.for, reviewOn: this.day(-step.wait.reviewInDays) },
    });
    const by = bySchool ? people.headOn(site, at.slice(0, 10)) : technician;
    this.line(ticket, { action, from, at, by, role: bySchool ? 'school-head' : 'technician', reason, detail });
    if (step.resolution) {
      const charge = step.resolution.price_cents === 0 ? 'free' : 'due';
      const made = { id: workshop.identify(at), ticket_id: ticket.id, account_id: technician, at, charge } as const;
      workshop.rows.ticket_resolution.push({ ...made, ...step.resolution });
    }
  }

  private visit({ inDays, from, to }: NonNullable<Step['visit']>): { from: string; to: string } {
    const day = this.day(-inDays);
    return { from: instantAt(day, from), to: instantAt(day, to) };
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

  private day(daysAgo: number): string {
    const { days, today } = this.world.workshop;
    return days.officeDay(today, -daysAgo);
  }

  private instant(daysAgo: number, time: string): string {
    return instantAt(this.day(daysAgo), time);
  }
}
