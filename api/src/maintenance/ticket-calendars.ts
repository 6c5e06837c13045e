import { Injectable } from '@nestjs/common';
import { presenceTime, serviceTime, STANDARD_SERVICE_WEEK, STANDARD_TARGETS, type Calendars } from '@parc/domain';
import type { EntityManager } from 'typeorm';
import { SchoolsService } from '../directory/schools.service.js';

/** Before everything that is counted. */
const FIRST_DAY = '2000-01-01';

/** What each priority leaves. */
export const TARGETS = [{ from: FIRST_DAY, ...STANDARD_TARGETS }];

/** When the metropole works, and when somebody is at a school. */
@Injectable()
export class TicketCalendars {
  constructor(private readonly schools: SchoolsService) {}

  async of(manager: EntityManager, schoolId: string): Promise<Calendars> {
    const { openingHours, schoolHolidays, publicHolidays } = await this.schools.calendarOf(manager, schoolId);
    const service = serviceTime({
      hours: [{ from: FIRST_DAY, week: STANDARD_SERVICE_WEEK }],
      closings: [],
      publicHolidays,
      publicHolidaysUntil: yearEndOf(last([...publicHolidays])),
    });
    const presence = presenceTime(service, {
      openingHours: [{ from: FIRST_DAY, hours: openingHours }],
      holidays: schoolHolidays,
      holidaysUntil: last(schoolHolidays.map(({ to }) => to)),
    });
    return { service, presence };
  }
}

const last = (days: readonly string[]): string | null => [...days].sort().at(-1) ?? null;

/** Public holidays are loaded by the year. */
const yearEndOf = (day: string | null): string | null => day && `${day.slice(0, 4)}-12-31`;
