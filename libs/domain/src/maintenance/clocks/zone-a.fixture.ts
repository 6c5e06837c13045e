import { FOUR_DAY_WEEK } from '../../calendar/opening-hours.js';
import { parisInstantOf } from '../../calendar/paris-time.js';
import type { Calendars } from './clocks.js';
import { STANDARD_SERVICE_WEEK } from './service-hours.js';
import { STANDARD_TARGETS, type Targets } from './spending.js';
import type { TicketHistoryRow } from './ticket-history.js';
import { presenceTime, type SchoolDays, type ServiceCalendar, serviceTime } from './working-time.js';

/** Public holidays of 2025 and 2026 and the holidays of zone A between them, as the official files give them. */
export const SERVICE: ServiceCalendar = {
  hours: [{ from: '2023-01-01', week: STANDARD_SERVICE_WEEK }],
  closings: [],
  publicHolidays: new Set([
    ...['2025-01-01', '2025-04-21', '2025-05-01', '2025-05-08', '2025-05-29', '2025-06-09', '2025-07-14'],
    ...['2025-08-15', '2025-11-01', '2025-11-11', '2025-12-25'],
    ...['2026-01-01', '2026-04-06', '2026-05-01', '2026-05-08', '2026-05-14', '2026-05-25', '2026-07-14'],
    ...['2026-08-15', '2026-11-01', '2026-11-11', '2026-12-25'],
  ]),
  publicHolidaysUntil: '2026-12-31',
};

export const SCHOOL: SchoolDays = {
  openingHours: [{ from: '2023-01-01', hours: FOUR_DAY_WEEK }],
  holidays: [
    { from: '2025-10-18', to: '2025-11-02' },
    { from: '2025-12-20', to: '2026-01-04' },
    { from: '2026-02-07', to: '2026-02-22' },
    { from: '2026-04-04', to: '2026-04-19' },
    { from: '2026-07-04', to: '2026-08-30' },
  ],
  holidaysUntil: '2026-08-30',
};

export const CALENDARS = calendarsOf(SERVICE, SCHOOL);
export const TARGETS: readonly Targets[] = [{ from: '2023-01-01', ...STANDARD_TARGETS }];

export function calendarsOf(service: ServiceCalendar, school: SchoolDays): Calendars {
  const time = serviceTime(service);
  return { service: time, presence: presenceTime(time, school) };
}

/** An instant as the examples write it: "2026-03-10 9:00", in Paris. */
export function paris(text: string): Date {
  const [day, time] = text.split(' ') as [string, string];
  return parisInstantOf(day, time.padStart(5, '0'));
}

/** A row of history: its moment, its action, and what it says besides. */
export function row(at: string, action: string, says: Partial<TicketHistoryRow> = {}): TicketHistoryRow {
  return { at: paris(at), action, ...says };
}
