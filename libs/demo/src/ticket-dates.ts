import {
  clocks,
  nextWarningAt,
  presenceTime,
  serviceTime,
  STANDARD_SERVICE_WEEK,
  STANDARD_TARGETS,
  TICKETS_OPEN,
  warningsToTell,
  type WorkingTime,
} from '@parc/domain';
import type { Site } from './sites.js';
import type { TicketMoveRow, TicketRow } from './ticket-row-types.js';
import type { Workshop } from './workshop.js';

const FIRST_DAY = '2000-01-01';

type Told = Pick<TicketMoveRow, 'action' | 'at' | 'reason' | 'priority' | 'presence' | 'wait_for'>;

/** Writes on open tickets what the clocks say of their history; what they warned of until now was told. */
export class TicketDates {
  private readonly service: WorkingTime;

  constructor(private readonly workshop: Workshop) {
    const { publicHolidays } = workshop.days;
    const last = lastOf([...publicHolidays]);
    this.service = serviceTime({
      ...{ hours: [{ from: FIRST_DAY, week: STANDARD_SERVICE_WEEK }], closings: [], publicHolidays },
      publicHolidaysUntil: last && `${last.slice(0, 4)}-12-31`,
    });
  }

  write(ticket: TicketRow, site: Site, history: readonly Told[]): void {
    if (!TICKETS_OPEN.includes(ticket.state)) return;
    const { now, rows } = this.workshop;
    const lived = history.map((move) => ({ ...move, at: new Date(move.at), reason: move.wait_for }));
    const calendars = { service: this.service, presence: this.presence(site) };
    const said = clocks(lived, new Date(now), calendars, [{ from: FIRST_DAY, ...STANDARD_TARGETS }]);
    if (said === null) return;
    ticket.due_at = said.metropole.dueAt?.toISOString() ?? null;
    const warnings = warningsToTell(said, []);
    const told = warnings.filter(({ at }) => at.toISOString() < now);
    for (const { clock, percent, at } of told) {
      const warned = { id: this.workshop.identify(at.toISOString()), ticket_id: ticket.id };
      rows.ticket_warning.push({ ...warned, clock, percent, at: at.toISOString() });
    }
    ticket.next_warning_at = nextWarningAt(warningsToTell(said, told))?.toISOString() ?? null;
  }

  private presence(site: Site): WorkingTime {
    const { schoolHolidays } = this.workshop.days;
    return presenceTime(this.service, {
      openingHours: [{ from: FIRST_DAY, hours: site.openingHours }],
      holidays: schoolHolidays,
      holidaysUntil: lastOf(schoolHolidays.map(({ to }) => to)),
    });
  }
}

const lastOf = (days: readonly string[]): string | null => [...days].sort().at(-1) ?? null;
